"""Give a document with a long list out as several, each with a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import pairwise
from typing import Final, Protocol, Self, runtime_checkable

from reviewpkg.reports.document import Document, Frame, Page
from reviewpkg.reports.part import Part

MOST_ROWS: Final = 1_000
"""Rows of a list in one document.

A row takes a quarter of a MiB while its document is printed: so many a quarter of a GiB in each of
the processes that print at once, however long the list. Fewer would divide lists of ordinary calls.
"""


@dataclass(frozen=True, slots=True)
class Item:
    """Be an application in a list: what it is called there, and how many rows are about it.

    `level` tells that the one below is its equal.
    """

    name: str
    level: bool = False
    rows: int = 1


@dataclass(frozen=True, slots=True)
class PartFrame(Frame):
    """Be the frame of a document that holds a part of a list."""

    part: Part = field(kw_only=True)


@runtime_checkable
class Divisible(Page, Protocol):
    """Be a page with a list that may be given out in parts."""

    def items(self) -> tuple[Item, ...]:
        """Return the applications of the list, in order."""

    def portion(self, frame: PartFrame) -> Self:
        """Return the page with the part of the list that the frame names.

        What stands before the list goes with the first part, what stands after it with the last.
        """


def in_parts(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Give each document out as it is, or in parts of at most `MOST_ROWS` rows.

    Tables that go along inside a document are whole, and go with its first part.
    """
    return tuple(part for one in documents for part in _parts(one))


def _parts(document: Document) -> Iterator[Document]:
    page = document.page
    items = page.items() if isinstance(page, Divisible) else ()
    ends = _ends(items)
    if not isinstance(page, Divisible) or len(ends) <= 1:
        yield document
        return
    for number, (start, end) in enumerate(pairwise((0, *ends)), start=1):
        names = items[start].name, items[end - 1].name
        part = Part(number, len(ends), start, end, len(items), *names)
        yield replace(
            document,
            path=f"{document.path}_del-{number}",  # no name of an id has an underscore
            page=page.portion(_frame(page.frame, part)),
            enclosures=document.enclosures if number == 1 else (),
        )


def _frame(frame: Frame, part: Part) -> PartFrame:
    title = frame.words.say(
        "{title}, del {number} av {parts}",
        title=frame.title,
        number=part.number,
        parts=part.parts,
    )
    whole = {one.name: getattr(frame, one.name) for one in fields(frame)}
    return PartFrame(**{**whole, "title": title}, part=part)


def _ends(items: Sequence[Item]) -> list[int]:
    """Count the applications down to the end of each part; each part is as full as it can be.

    Equals stay together, unless they are more than any part has room for.
    """
    ends = []
    filled = done = 0
    for group in _together(items):
        rows = sum(one.rows for one in group)
        if filled and filled + rows > MOST_ROWS:
            ends.append(done)
            filled = 0
        filled += rows
        done += len(group)
    return [*ends, done]


def _together(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Give the applications in the groups that are not divided."""
    start = 0
    for end, item in enumerate(items, start=1):
        if item.level and end < len(items):
            continue
        group = items[start:end]
        if sum(one.rows for one in group) > MOST_ROWS:
            yield from ([one] for one in group)
        else:
            yield group
        start = end
