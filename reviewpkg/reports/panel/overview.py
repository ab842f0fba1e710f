"""Give the overview of a step of the panel routine: what is for whom, and what is next."""

from __future__ import annotations

from collections.abc import Collection

from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.packet_index import Reader
from reviewpkg.reports.panel.packet import MakeIndex
from reviewpkg.reports.step_index import StepWords, step_index


def overview(
    packet: Packet,
    words: StepWords,
    furniture: Furniture,
    facts: tuple[tuple[str, str], ...] = (),
) -> MakeIndex:
    """Return what makes the overview of a packet, HTML only; `facts` are (key, value) in words."""

    def index(files: Collection[str], warnings: tuple[str, ...]) -> Document:
        return step_index(
            packet,
            words,
            furniture,
            areas=(),
            files=files,
            warnings=warnings,
            facts=facts,
            exports_for=Reader.CASE_SYSTEM,
        )

    return index
