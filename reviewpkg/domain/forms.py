"""Hold a form to fill in on a screen: what it shows, what it asks for, what it explains."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from reviewpkg.domain.tables import Cell, Table

Shown: TypeAlias = str | int | Fraction | None
CLOSED = ""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """Be a column: `asks` says what is to be filled in, None where cells only show something.

    `unique` tells that no two cells of the column may hold the same value.
    """

    heading: str
    asks: Cell | None = None
    optional: bool = False
    unique: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Be a part of the explanation: a heading and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormWorkbook:
    """Be a workbook with one sheet to fill in and one that explains it.

    Call, title, step, whose copy it is, date and what it was made from stand on every page. Each
    row has a value for every column, None where the cell is left to be filled in. A value in a
    column that asks, `CLOSED` among them, keeps that cell from being filled in.
    """

    call: str
    title: str
    step: str
    copy: str
    basis: str
    date: date
    sheet: str
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[Shown, ...], ...]
    explanation: tuple[Section, ...]


def form_columns(table: Table, prefilled: Collection[str]) -> tuple[FormColumn, ...]:
    """Lay a table out as a form: what is prefilled, what is shown beside it, what is asked for.

    The headings are the table's own, so that the form comes back as that table.
    """
    about = (FormColumn(one.heading) for one in table.columns if one.field in prefilled)
    shown = (FormColumn(heading) for heading in table.shown)
    asked = (
        FormColumn(one.heading, one.cell, one.optional)
        for one in table.columns
        if one.field not in prefilled
    )
    return (*about, *shown, *asked)


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
