"""Hold a form to fill in on a screen: what it shows, what it asks for, what it explains."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TypeAlias
from urllib.parse import quote

from reviewpkg.domain.form_identity import FormIdentity
from reviewpkg.domain.headings import heading_in, word_in
from reviewpkg.domain.tables import NUMBER, Cell, Table, Word
from reviewpkg.languages.language import Language

Shown: TypeAlias = str | int | Fraction | None
CLOSED = ""
_VERSION_DIGITS = 8


@dataclass(frozen=True, slots=True)
class FormColumn:
    """Be a column: `asks` says what is to be filled in, None where cells only show something.

    `unique` tells that no two cells of the column may hold the same value; `field` is the table's
    own name of what stands here, blank where it only speaks to the reader.
    """

    heading: str
    asks: Cell | None = None
    optional: bool = False
    unique: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Be a part of the explanation: a heading and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormWorkbook:
    """Be a workbook with one sheet to fill in and one that explains it.

    Call, title, step, whose copy it is, date and the basis of its `identity` stand on every page.
    All of it is in `language`, and so is what rendering adds. Each row has a value for every
    column, None where the cell is left to be filled in. A value in a column that asks, `CLOSED`
    among them, keeps that cell from being filled in. It comes back as rows of `table`, and is known
    by its `identity`.
    """

    call: str
    title: str
    step: str
    recipient: str
    date: date
    language: Language
    sheet: str
    table: Table
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[Shown, ...], ...]
    explanation: tuple[Section, ...]
    identity: FormIdentity | None = None

    def open_cells(self) -> Iterator[tuple[int, int]]:
        """Give row and column, from 0, of every cell to fill in, row by row."""
        for row, values in enumerate(self.rows):
            for place, (column, value) in enumerate(zip(self.columns, values, strict=True)):
                if column.asks and value is None:
                    yield row, place

    def number(self, row: int) -> str:
        """Return the project number that a row is about, by which it is known within the form."""
        place = next(at for at, one in enumerate(self.columns) if one.field == NUMBER.field)
        return str(self.rows[row][place])

    @property
    def version(self) -> str:
        """Return a fingerprint in hex of what is asked for, in whatever order it stands."""
        asked = sorted(
            field_name(self.columns[place].field, self.number(row))
            for row, place in self.open_cells()
        )
        lines = "\n".join((self.table.name, *asked))
        return hashlib.sha256(lines.encode()).hexdigest()[:_VERSION_DIGITS]


def field_name(field: str, number: str) -> str:
    """Name the cell of a field and a project number, as a PDF may name a field: without a dot."""
    return f"{field} {quote(number, safe='/').replace('.', '%2E')}"


def form_columns(table: Table, prefilled: Collection[str]) -> tuple[FormColumn, ...]:
    """Lay a table out as a form: what is prefilled, what is shown beside it, what is asked for.

    The headings are the table's own, so that the form comes back as that table.
    """
    about = (
        FormColumn(one.heading, field=one.field) for one in table.columns if one.field in prefilled
    )
    shown = (FormColumn(heading) for heading in table.shown)
    asked = (
        FormColumn(one.heading, one.cell, one.optional, field=one.field)
        for one in table.columns
        if one.field not in prefilled
    )
    return (*about, *shown, *asked)


def spoken(columns: Iterable[FormColumn], language: Language) -> tuple[FormColumn, ...]:
    """Return the columns, declared in bokmål, with their headings and words in a language."""
    return tuple(
        replace(one, heading=heading_in(language, one.heading), asks=_spoken(one.asks, language))
        for one in columns
    )


def _spoken(cell: Cell | None, language: Language) -> Cell | None:
    if isinstance(cell, Word):
        return replace(cell, words=tuple(word_in(language, word) for word in cell.words))
    return cell


def form_rows(
    columns: Iterable[FormColumn], records: Iterable[Mapping[str, Shown]]
) -> tuple[tuple[Shown, ...], ...]:
    """Set values, by heading, in the order of the columns.

    What is asked for stays empty, unless the record closes it. Raise KeyError where a column that
    only shows something has no value.
    """
    laid_out = tuple(columns)
    return tuple(
        tuple(
            record.get(column.heading) if column.asks else record[column.heading]
            for column in laid_out
        )
        for record in records
    )
