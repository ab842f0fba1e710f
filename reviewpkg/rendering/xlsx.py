"""Write workbooks: the same bytes for the same value, and never a formula.

A form has one sheet to fill in, with its headings in the first row, and one that explains it and
holds the values of its scales.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Final

from xlsxwriter import Workbook

from reviewpkg.domain.forms import FormWorkbook, Shown
from reviewpkg.languages.visible import visible
from reviewpkg.languages.words import Words
from reviewpkg.rendering.xlsx_explanation import EXPLANATION, explain
from reviewpkg.rendering.xlsx_print import print_explanation, print_form
from reviewpkg.rendering.xlsx_sheet import (
    fill,
    height_for,
    make_styles,
    mark_text_as_meant,
    width_for,
    write,
)
from reviewpkg.rendering.xlsx_validation import mark_repeated, validate

_UNANSWERED: Final[Mapping[tuple[int, int], Shown]] = MappingProxyType({})
_LEFT_TO_THE_READER: Final = {"format_columns": True, "format_rows": True}


def form_workbook(
    form: FormWorkbook, answers: Mapping[tuple[int, int], Shown] = _UNANSWERED
) -> bytes:
    """Return a form as xlsx: protected without a password, only what is asked for unlocked.

    `answers` are what is already filled in, by row and column from 0 of its open cells.
    """
    with _workbook(form.title, form.date) as (stream, workbook):
        styles = make_styles(workbook)
        sheet = workbook.add_worksheet(form.sheet)
        explanation = workbook.add_worksheet(Words(form.language).say(EXPLANATION))
        ranges = explain(explanation, form, styles)
        fill(sheet, form, styles, answers)
        validate(sheet, form, ranges)
        mark_repeated(sheet, form, styles["repeated"])
        print_form(sheet, form)
        print_explanation(explanation, form)
        for one in (sheet, explanation):
            one.protect("", _LEFT_TO_THE_READER)
    return stream.getvalue()


def table_workbook(
    sheet: str, header: Sequence[str], rows: Sequence[Sequence[str]], created: date
) -> bytes:
    """Return a plain table as xlsx, every cell as text, as other systems take it in."""
    with _workbook(sheet, created) as (stream, workbook):
        styles = make_styles(workbook)
        written = workbook.add_worksheet(sheet)
        widths = [
            width_for(heading, [cells[place] for cells in rows])
            for place, heading in enumerate(header)
        ]
        for row, cells in enumerate((header, *rows)):
            for place, text in enumerate(cells):
                write(written, row, place, text, styles["text" if row else "heading"])
            written.set_row(row, height_for(zip(cells, widths, strict=True)))
        for place, width in enumerate(widths):
            written.set_column(place, place, width)
        written.freeze_panes(1, 0)
        mark_text_as_meant(written, len(rows), len(header))
    return stream.getvalue()


@contextmanager
def _workbook(title: str, created: date) -> Iterator[tuple[io.BytesIO, Workbook]]:
    """Give a workbook and the stream that holds it once it is closed; nobody reads the clock."""
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    about = {"title": visible(title), "created": datetime.combine(created, time(), UTC)}
    workbook.set_properties(about)
    yield stream, workbook
    workbook.close()
