"""Give the overview of one step: what is done, what waits, what is for whom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from reviewpkg.languages.words import Words
from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.packet_index import Link, Listed, Reader, Shelf, listed
from reviewpkg.reports.pictures.flow import Flow

MANIFEST: Final = "manifest.json"
READERS: Final = MappingProxyType(
    {
        "fagutvalget": (Reader.PANEL,),
        "rangeringsliste": (Reader.PANEL, Reader.CONTROL_COMMITTEE),
        "justeringsrapport": (Reader.PANEL, Reader.CONTROL_COMMITTEE),
        "lederen": (Reader.CHAIR,),
        "karakterer": (Reader.REVIEWERS,),
        "par": (Reader.PAIRS,),
        "eksperter": (Reader.EXPERTS,),
        "panelet": (Reader.EXPERT_PANEL,),
        "brukerrepresentanter": (Reader.USER_REPRESENTATIVES,),
        "kontrollutvalget": (Reader.CONTROL_COMMITTEE,),
        "styret": (Reader.BOARD,),
        "tildelingsliste": (Reader.BOARD,),
        "programstyret": (Reader.PROGRAMME_BOARD,),
        "direktormotet": (Reader.DIRECTORS,),
        "begrunnelser": (Reader.APPLICANTS,),
    }
)
"""Whose shelves a document stands on: its first folder says so, or the first word of its name;
else it is the office's."""


@dataclass(frozen=True, slots=True)
class AreaState:
    """Be how far an area has come: what is done in words, or the table that it waits for."""

    area: str
    done: str
    awaited_table: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Be what somebody does next."""

    who: str
    what: str


@dataclass(frozen=True, slots=True)
class StepIndex:
    """Be the overview of a step's packet; a routine without areas gives `facts` (key, value)."""

    frame: Frame
    lead: str
    areas: tuple[AreaState, ...]
    facts: tuple[tuple[str, str], ...]
    flows: tuple[Flow, ...]
    tasks: tuple[Task, ...]
    warnings: tuple[str, ...]
    shelves: tuple[Shelf, ...]

    @property
    def waiting(self) -> tuple[AreaState, ...]:
        """Return the areas that wait for something."""
        return tuple(one for one in self.areas if one.awaited_table)


@dataclass(frozen=True, slots=True)
class StepWords:
    """Be the words of one step's overview."""

    step: str
    step_name: str
    title: str
    lead: str
    tasks: tuple[Task, ...]


def step_index(  # noqa: PLR0913 - the overview's parts, each given by name
    packet: Packet,
    words: StepWords,
    furniture: Furniture,
    *,
    areas: tuple[AreaState, ...],
    files: Collection[str],
    warnings: tuple[str, ...],
    facts: tuple[tuple[str, str], ...] = (),
    flows: tuple[Flow, ...] = (),
    exports_for: Reader = Reader.EXTRA_WEB,
) -> Document:
    """Return a packet's overview, HTML only; `files` are the paths of all files in the packet.

    What is given as a `Sentence` is told in the language of the furniture.
    """
    retell = furniture.words.retell
    frame = furniture.frame(
        step=words.step,
        step_name=retell(words.step_name),
        title=retell(words.title),
        recipient=furniture.words.say("Sekretariatet"),
    )
    page = StepIndex(
        frame,
        retell(words.lead),
        tuple(replace(one, done=retell(one.done)) for one in areas),
        tuple((retell(key), retell(value)) for key, value in facts),
        flows,
        tuple(Task(retell(task.who), retell(task.what)) for task in words.tasks),
        tuple(retell(one) for one in warnings),
        shelves(furniture.words, packet, files, exports_for),
    )
    return Document("index", "step_index.html", page)


def shelves(
    words: Words,
    packet: Packet,
    files: Collection[str],
    exports_for: Reader = Reader.EXTRA_WEB,
) -> tuple[Shelf, ...]:
    """Put a packet's documents on their readers' shelves, those that there are files of."""
    books: dict[Reader, list[Listed]] = {reader: [] for reader in Reader}
    # A list may go out both as a page and as a table, under one name.
    pages = [path for path in files if path.endswith((".pdf", ".html"))]
    tables = [path for path in files if path.endswith((".xlsx", ".csv"))]
    for document in packet.documents:
        frame = document.page.frame
        one = listed(frame.title, frame.recipient, document.path, pages)
        for reader in _readers(document.path):
            books[reader].append(one)
    for form in packet.forms:
        made = form.workbook
        one = listed(made.title, made.recipient, form.path, files)
        for reader in _readers(form.path):
            books[reader].append(one)
    for draft in packet.drafts:
        links = (Link("EML", f"{draft.path}.eml"),) if f"{draft.path}.eml" in files else ()
        books[Reader.SECRETARIAT].append(Listed(words.say("E-post"), draft.to_name, links))
    for path in packet.exports:
        books[exports_for].append(listed(path, "", path, tables))
    for name in (*packet.tables, MANIFEST):
        if name in files:
            books[Reader.PROGRAMS].append(Listed("", "", (Link(name, name),)))
    found = (
        Shelf(reader, tuple(one for one in mine if one.links)) for reader, mine in books.items()
    )
    return tuple(one for one in found if one.documents)


def _readers(path: str) -> tuple[Reader, ...]:
    first = path.partition("/")[0]
    word = first.partition("-")[0]
    return READERS.get(first) or READERS.get(word, (Reader.SECRETARIAT,))
