"""Hold a form on its way out: the workbook to fill in, and the same on paper if there is one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reviewpkg.domain.form_identity import FormIdentity
from reviewpkg.domain.forms import (
    FormColumn,
    FormWorkbook,
    Section,
    Shown,
    form_columns,
    form_rows,
    spoken,
)
from reviewpkg.domain.tables import Table
from reviewpkg.reports.document import Document, Frame
from reviewpkg.reports.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class FormDocument:
    """Be a form: `path` in the packet without ending; `printed`, at the same path, as a PDF.

    The PDF is for a pen and for a keyboard alike: each of its lines is a field as well.
    """

    path: str
    workbook: FormWorkbook
    printed: Document | None = None

    @property
    def basis(self) -> str:
        """Return the fingerprint of what the form says."""
        return self.workbook.identity.basis if self.workbook.identity else ""


def form_document(
    path: str,
    frame: Frame,
    workbook: FormWorkbook,
    template: str = "",
    page: Any = None,  # noqa: ANN401 - a page value, which no type names
) -> FormDocument:
    """Give a form its identity, on the workbook and on the printed page if there is one."""
    digits = fingerprint(workbook, page)
    identity = FormIdentity(frame.call_id, frame.step, form_name(path), digits, workbook.version)
    known = replace(workbook, identity=identity)
    if page is None:
        return FormDocument(path, known)
    marks = {"fingerprint": digits, "form_id": str(identity)}
    marked = replace(page, frame=replace(page.frame, **marks))
    return FormDocument(path, known, Document(path, template, marked))


def form_name(path: str) -> str:
    """Return the name of the form at a path: its files' name without ending."""
    return path.rpartition("/")[2]


def workbook_file(path: str) -> str:
    """Return the file name of the workbook at a path, which it keeps when it comes back."""
    return f"{form_name(path)}.xlsx"


def _as_declared(column: FormColumn) -> FormColumn | None:
    return column


def form_workbook(  # noqa: PLR0913 - what a form is made of, all named where called
    frame: Frame,
    *,
    sheet: str,
    table: Table,
    prefilled: Collection[str],
    records: Iterable[Mapping[str, Shown]],
    explanation: tuple[Section, ...],
    adapted: Callable[[FormColumn], FormColumn | None] = _as_declared,
) -> FormWorkbook:
    """Lay a table out as a form with the words of a page's frame, in its language.

    `records` are by heading, in bokmål as the table is declared. `adapted` is given each column,
    also in bokmål, and returns it as this form wants it, None to leave it out.
    """
    words = frame.words
    laid_out = map(adapted, form_columns(table, prefilled))
    columns = tuple(column for column in laid_out if column)
    return FormWorkbook(
        call=f"{frame.funder} · {frame.call_title}",
        title=frame.title,
        step=words.say("Trinn {step} · {name}", step=frame.step, name=frame.step_name),
        recipient=frame.recipient,
        date=frame.date,
        language=frame.language,
        sheet=sheet,
        table=table,
        columns=spoken(columns, frame.language),
        rows=form_rows(columns, records),
        explanation=explanation,
    )
