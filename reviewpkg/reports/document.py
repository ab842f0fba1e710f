"""Hold a document on its way to print: where it goes, which template lays it out, what it says."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Protocol

from reviewpkg.domain.call import Call
from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.fingerprint import fingerprint
from reviewpkg.reports.part import Part


@dataclass(frozen=True, slots=True)
class Frame:
    """Be what stands on every page: call, step, document, whose copy, date, fingerprint.

    `fingerprint` is that of what the document says, blank until it is laid out. `language` is the
    one that the page is in, `form_id` the identity of a form to fill in, blank on what is only
    read, `seal` the number of the packet's seal on the pages that bear it.
    """

    funder: str
    call_title: str
    step: str
    step_name: str
    title: str
    recipient: str
    date: date
    language: Language
    landscape: bool = False
    call_id: str = ""
    fingerprint: str = ""
    form_id: str = ""
    seal: str = ""

    @property
    def words(self) -> Words:
        """Return what says the page's texts in its language."""
        return Words(self.language)

    @property
    def part(self) -> Part | None:
        """Return which part of a list the document holds, None where it holds the whole of it."""
        return None

    @property
    def opens(self) -> bool:
        """Tell whether what stands before the list belongs here."""
        return self.part is None or self.part.number == 1

    @property
    def closes(self) -> bool:
        """Tell whether what stands after the list belongs here."""
        return self.part is None or self.part.number == self.part.parts

    def in_all(self, rows: Sized) -> int:
        """Count a list's applications in all its parts, given those that stand here."""
        return self.part.applications if self.part else len(rows)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Be what all pages of a packet share."""

    call: Call

    @property
    def words(self) -> Words:
        """Return what says the packet's texts in its language."""
        return Words(self.call.language)

    def speaking(self, language: Language) -> Furniture:
        """Return the furniture of the same call in another language, for readers who want it."""
        return replace(self, call=replace(self.call, language=language))

    def frame(
        self, *, step: str, step_name: str, title: str, recipient: str, landscape: bool = False
    ) -> Frame:
        """Return the frame of one document."""
        call = self.call
        return Frame(
            call.funder,
            call.title,
            step,
            step_name,
            title,
            recipient,
            call.date,
            call.language,
            landscape,
            call.id,
        )


class Page(Protocol):
    """Be anything a template can lay out: a frozen dataclass with a frame."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def frame(self) -> Frame:
        """Return what stands on every page."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Be a table that goes along inside a document, for a spreadsheet: file name, what it is."""

    name: str
    description: str
    table: CsvTable


@dataclass(frozen=True, slots=True)
class Document:
    """Be a document: `path` in the packet without ending, a template's file name, a page.

    One that is `sealed` bears the number of the packet's seal.
    """

    path: str
    template: str
    page: Page
    enclosures: tuple[Enclosure, ...] = ()
    sealed: bool = False

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of what the document says; a form on paper has its workbook's."""
        return self.page.frame.fingerprint or fingerprint(self.page, self.enclosures)

    def bearing(self, seal: str) -> Document:
        """Return the document as it is printed: with its fingerprint, and a seal where it has one.

        `seal` is the number of the packet's seal.
        """
        number = seal if self.sealed else ""
        frame = replace(self.page.frame, fingerprint=self.fingerprint, seal=number)
        return replace(self, page=replace(self.page, frame=frame))
