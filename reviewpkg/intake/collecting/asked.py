"""Declare what a form asks, and tell a form of another version from today's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from reviewpkg.domain.forms import FormWorkbook, field_name
from reviewpkg.domain.tables import NUMBER, Column, Table, Word
from reviewpkg.intake.collecting.returned import Returned
from reviewpkg.intake.headings import layout, sheet_with
from reviewpkg.intake.sheet_rows import parse_rows
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, joined, sentence
from reviewpkg.problems import Place, Problem


def asked_table(form: FormWorkbook) -> Table:
    """Declare what a form asks, as its table does but within the form's own bounds."""
    on_form = {column.field: column for column in form.columns if column.field}
    columns = (
        _asked(column, on_form[column.field].asks is not None, form)
        for column in form.table.columns
        if column.field in on_form
    )
    return replace(form.table, columns=tuple(columns))


def _asked(column: Column, is_asked: bool, form: FormWorkbook) -> Column:  # noqa: FBT001 - private
    if not is_asked:
        return column
    cell = next(one.asks for one in form.columns if one.field == column.field)
    if cell is None or isinstance(cell, Word):
        # Words bound nothing, and a form says them in its own language.
        cell = column.cell
    return replace(column, cell=cell, may_be_blank=True)


def other_rows(form: FormWorkbook, returned: Returned) -> Sentence:
    """Say which rows a form of another version asks for, and which are asked for today."""
    now = {form.number(row) for row, _ in form.open_cells()}
    then = frozenset(_numbers_then(form, returned))
    parts = []
    if gone := sorted(then - now):
        numbers = enumerated(gone)
        parts.append(sentence("det spør om {numbers}, som ikke skal være med nå", numbers=numbers))
    if new := sorted(now - then):
        parts.append(sentence("det mangler {numbers}", numbers=enumerated(new)))
    return joined(parts, between="; ") if parts else sentence("andre celler skal fylles ut nå")


def _numbers_then(form: FormWorkbook, returned: Returned) -> Iterator[str]:
    if returned.is_pdf:
        for name in returned.fields:
            field, space, number = name.partition(" ")
            if space and any(column.field == field for column in form.columns):
                yield unquote(number)
        return
    table = asked_table(form)
    sheet = sheet_with(table, returned.sheets)
    if sheet is not None:
        for row in parse_rows(table, sheet, layout(table, sheet)[0]).rows:
            given = row.values.get(NUMBER.field)
            if isinstance(given, str):
                yield given


def unknown_fields(form: FormWorkbook, returned: Returned) -> Iterator[Problem]:
    """Say where a PDF has other fields than the form that it says it is."""
    if not returned.is_pdf:
        return
    expected = {
        field_name(form.columns[at].field, form.number(row)) for row, at in form.open_cells()
    }
    asked = {column.field for column in form.columns if column.asks}
    found = {name for name in returned.fields if name.partition(" ")[0] in asked}
    if found != expected:
        told = sentence("feltene i PDF-en er endret; bruk skjemaet slik det ble sendt ut.")
        yield Problem(Place(returned.file), told)
