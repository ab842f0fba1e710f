"""Say which documents a packet holds and for whom, linked by their paths in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from reviewpkg.reports.document import Document

FORMATS = ("pdf", "html", "xlsx", "csv")


class Reader(Enum):
    """Tell whom a document is for."""

    SECRETARIAT = "the secretariat"
    PANEL = "the review committee and its chair"
    CHAIR = "the chair alone"
    REVIEWERS = "each member of the review committee"
    PAIRS = "each pair"
    EXPERTS = "each expert"
    EXPERT_PANEL = "the panel of experts in its meeting"
    USER_REPRESENTATIVES = "each user representative"
    CONTROL_COMMITTEE = "the control committee"
    BOARD = "the board"
    PROGRAMME_BOARD = "the programme board"
    DIRECTORS = "the directors' meeting"
    APPLICANTS = "each applicant"
    EXTRA_WEB = "the grant administration system"
    CASE_SYSTEM = "the case system of a programme without that one"
    PROGRAMS = "other programs"


@dataclass(frozen=True, slots=True)
class Link:
    """Be one file of a document: its format in capitals, its path from the index page."""

    format: str
    href: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Be a document on the index: its title, whose copy it is, its files."""

    title: str
    recipient: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Be what one kind of reader gets."""

    reader: Reader
    documents: tuple[Listed, ...]


def listed(title: str, recipient: str, path: str, files: Collection[str]) -> Listed:
    """List a document with the files that the packet has of it; `path` is without ending."""
    links = tuple(
        Link(form.upper(), f"{path}.{form}") for form in FORMATS if f"{path}.{form}" in files
    )
    return Listed(title, recipient, links)


def shelf(reader: Reader, documents: Iterable[Document], files: Collection[str]) -> Shelf:
    """Put documents on a reader's shelf, those that the packet has files of."""
    books = (
        listed(one.page.frame.title, one.page.frame.recipient, one.path, files) for one in documents
    )
    return Shelf(reader, tuple(book for book in books if book.links))
