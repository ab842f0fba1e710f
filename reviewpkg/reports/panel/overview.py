"""Give the overview of a step of the panel routine: what is for whom, and what is next."""

from __future__ import annotations

from collections.abc import Collection

from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.packet_index import Reader
from reviewpkg.reports.panel.packet import MakeIndex
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.step_index import StepWords, step_index


def overview(
    packet: Packet,
    words: StepWords,
    furniture: Furniture,
    way: Flow | None,
    facts: tuple[tuple[str, str], ...] = (),
) -> MakeIndex:
    """Return what makes the overview of a packet, HTML only; `facts` are (key, value) in words.

    `way` is the applications' as far as they have come, None where nothing was received.
    """

    def index(files: Collection[str], warnings: tuple[str, ...]) -> Document:
        return step_index(
            packet,
            words,
            furniture,
            areas=(),
            files=files,
            warnings=warnings,
            facts=facts,
            flows=(way,) if way else (),
            exports_for=Reader.CASE_SYSTEM,
        )

    return index
