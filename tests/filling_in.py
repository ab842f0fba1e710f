"""Fill forms in as people do, on screen, and put them in a folder as they come back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from reviewpkg.domain.form_identity import LABEL
from reviewpkg.domain.forms import FormWorkbook, Shown, field_name
from reviewpkg.intake.cells import decimal
from reviewpkg.intake.files import open_table
from reviewpkg.intake.routine import routine_of
from reviewpkg.intake.rows import read_rows
from reviewpkg.jobs.todays_forms import TodaysForms
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.form_document import FormDocument

Given = Mapping[tuple[int, int], Shown]
"""What a form was answered, by row and column from 0."""


def forms_of(folder: Path, step: str) -> dict[str, FormDocument]:
    """Return a step's forms by name, as they would be sent out today."""
    made = TodaysForms(folder, routine_of(folder)).at(step)
    assert made is not None
    return dict(made.forms)


def answers_in(folder: Path, form: FormWorkbook) -> dict[tuple[int, int], Shown]:
    """Return what a call folder's table holds for the open cells of a form."""
    rows = {
        tuple(row.text(field) for field, _ in _whose(form)): row
        for row in read_rows(form.table, open_table(folder, form.table.name)).rows
    }
    found: dict[tuple[int, int], Shown] = {}
    for row, at in form.open_cells():
        lying = rows.get(tuple(str(form.rows[row][where]) for _, where in _whose(form)))
        value = lying.values.get(form.columns[at].field) if lying else None
        if isinstance(value, str | int | Fraction):
            found[row, at] = value
    return found


def _whose(form: FormWorkbook) -> list[tuple[str, int]]:
    return [(one.field, at) for at, one in enumerate(form.columns) if one.field and not one.asks]


def filled_pdf(form: FormDocument, given: Given) -> bytes:
    """Print a form, and write in its fields as a reader's program does."""
    printed = form.printed
    assert printed is not None
    pdf = write_pdf(render_html(printed.template, printed.page))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    book = form.workbook
    values = {
        field_name(book.columns[at].field, book.number(row)): written(value)
        for (row, at), value in given.items()
    }
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def with_identity(pdf: bytes, identity: str) -> bytes:
    """Return a PDF that says it is another form."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    fields: Any = writer.root_object["/AcroForm"]
    for reference in fields["/Fields"]:
        field = reference.get_object()
        if field["/T"] == LABEL:
            field[NameObject("/V")] = TextStringObject(identity)
    return saved(writer)


def written(value: Shown) -> str:
    """Write a value as a Norwegian does."""
    return decimal(Fraction(value)) if isinstance(value, int | Fraction) else value or ""


def filled_workbook(form: FormDocument, given: Given) -> bytes:
    return form_workbook(form.workbook, given)
