"""Hold what a step of the panel routine hands out, with its overview and what it came to."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from reviewpkg.languages.sentence import sentence
from reviewpkg.reports.document import Document
from reviewpkg.reports.packet import Packet

DECISIONS = "decisions.csv"
OFFICE = sentence("Sekretariatet")
MakeIndex = Callable[[Collection[str], tuple[str, ...]], Document]
"""Make the overview, given the paths of all files in the packet and every warning."""


@dataclass(frozen=True, slots=True)
class PanelPacket:
    """Be a step's packet, its overview once the files are known, and what it came to in words."""

    packet: Packet
    index: MakeIndex
    summary: tuple[str, ...]
