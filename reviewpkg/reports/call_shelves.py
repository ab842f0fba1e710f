"""Be the shelves of a whole call: what each reader gets, whichever step made it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from reviewpkg.reports.contents import Contents
from reviewpkg.reports.packet_index import Link, Reader

NAMES: Final = MappingProxyType(
    {
        Reader.SECRETARIAT: "sekretariatet",
        Reader.PANEL: "fagutvalget",
        Reader.CHAIR: "lederen",
        Reader.REVIEWERS: "medlemmene",
        Reader.PAIRS: "parene",
        Reader.EXPERTS: "ekspertene",
        Reader.EXPERT_PANEL: "panelet",
        Reader.USER_REPRESENTATIVES: "brukerrepresentantene",
        Reader.CONTROL_COMMITTEE: "kontrollutvalget",
        Reader.BOARD: "styret",
        Reader.PROGRAMME_BOARD: "programstyret",
        Reader.DIRECTORS: "direktormotet",
        Reader.APPLICANTS: "sokerne",
        Reader.EXTRA_WEB: "extraweb",
        Reader.CASE_SYSTEM: "saksbehandlingssystemet",
        Reader.PROGRAMS: "programmer",
    }
)
"""What a shelf is called in addresses and file names."""
ONE_EACH: Final = frozenset(
    {
        Reader.REVIEWERS,
        Reader.PAIRS,
        Reader.EXPERTS,
        Reader.USER_REPRESENTATIVES,
        Reader.APPLICANTS,
    }
)
"""Readers who are many, each with documents of their own."""


@dataclass(frozen=True, slots=True)
class PacketOnDisk:
    """Be a packet as it lies there; `files` are those of its manifest that are there.

    Someone has changed those that are `changed` since. `index` and `kept` are paths of its own
    overview and of the folder with what someone had put into it, blank without; `contents` is
    None where its manifest does not say what it holds.
    """

    step: str
    contents: Contents | None
    files: frozenset[str]
    changed: frozenset[str]
    outdated: bool
    index: str = ""
    kept: str = ""

    def path(self, file: str) -> str:
        """Return the path of one of its files from the call's overview."""
        return f"{self.step}/{file}"


@dataclass(frozen=True, slots=True)
class Listed:
    """Be a document on the overview: its title, step in words, whose copy, its files.

    It is outdated where the tables have been changed since, and `changed` where a file of it has.
    """

    title: str
    step: str
    recipient: str
    outdated: bool
    changed: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """Be what is printed in one go: `href` opens it.

    `parts` are the path and title of each PDF to join into it, in order; of one alone `href` is
    the path. `step` names the step that they are all of, blank where they are of several.
    """

    href: str
    parts: tuple[tuple[str, str], ...]
    step: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Be the documents of one person or pair, or of one step; `about` says who a pair are."""

    name: str
    about: str
    documents: tuple[Listed, ...]
    to_print: Stack | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Be everything that one kind of reader gets; `name` is its address on the page.

    For readers who are many, `to_print` is the newest step's documents for all of them.
    """

    reader: Reader
    name: str
    blocks: tuple[Block, ...]
    to_print: Stack | None

    @property
    def one_each(self) -> bool:
        """Tell whether each of the readers has documents of their own."""
        return self.reader in ONE_EACH
