"""Hold a form on its way out: the workbook to fill in, and the same on paper if there is one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reviewpkg.domain.forms import FormWorkbook, Section, Shown, form_columns, form_rows
from reviewpkg.domain.tables import Table
from reviewpkg.reports.document import Document, Frame


@dataclass(frozen=True, slots=True)
class FormDocument:
    """Be a form: `path` in the packet without ending; `printed`, at the same path, for a pen."""

    path: str
    workbook: FormWorkbook
    printed: Document | None = None


def workbook_file(path: str) -> str:
    """Return the file name of the workbook at a path, which it keeps when it comes back."""
    return f"{path.rpartition('/')[2]}.xlsx"


def form_workbook(  # noqa: PLR0913 - what a form is made of, all named where called
    frame: Frame,
    *,
    sheet: str,
    table: Table,
    prefilled: Collection[str],
    records: Iterable[Mapping[str, Shown]],
    explanation: tuple[Section, ...],
) -> FormWorkbook:
    """Lay a table out as a form with the words of a page's frame; `records` are by heading."""
    columns = form_columns(table, prefilled)
    return FormWorkbook(
        call=f"{frame.funder} · {frame.call_title}",
        title=frame.title,
        step=f"Trinn {frame.step} · {frame.step_name}",
        copy=f"Kopi: {frame.recipient}",
        basis=f"grunnlag {frame.fingerprint}",
        date=frame.date,
        sheet=sheet,
        columns=columns,
        rows=form_rows(columns, records),
        explanation=explanation,
    )
