"""Write tables as the spreadsheets that a secretariat and its reviewers would make."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

Cell = str | float | datetime | None

HEADER: Final = {
    "bold": True,
    "bottom": 1,
    "bg_color": "#E7EEF4",
    "text_wrap": True,
    "valign": "top",
}
BODY: Final = {"valign": "top"}
LONG: Final = {"valign": "top", "text_wrap": True}
AMOUNT: Final = {"valign": "top", "num_format": "#,##0"}
MOMENT: Final = {"valign": "top", "num_format": "dd.mm.yyyy hh:mm"}

USUAL_WIDTH: Final = 14
WIDTHS: Final[Mapping[str, int]] = {
    "Prosjektnummer": 17,
    "Prosjektnavn": 60,
    "Søkerorganisasjon": 42,
    "Sammendrag": 90,
    "Navn": 30,
    "E-post": 46,
    "Totalkarakter": 14,
    "Forskningskvalitet": 18,
    "Gjennomførbarhet": 18,
    "Kommentar": 70,
    "Egne notater": 40,
    "Prioriterte områder": 18,
    "Tilleggsvurdering": 18,
    "Ny brukerkarakter": 18,
    "Felles plassering": 18,
    "Begrunnelse": 70,
    "Søkerinstitusjon": 42,
    "Institusjon": 48,
    "Deltaker": 34,
    "Innsendt": 18,
    "Ledelsesforankring": 18,
    "Brukermedvirkning": 18,
    "Pasientinklusjon": 18,
    "Publikasjonsliste": 18,
    "Tema": 26,
}
WRAPPED: Final = frozenset({"Prosjektnavn", "Sammendrag", "Kommentar", "Begrunnelse"})
AMOUNTS: Final = frozenset({"Søknadssum"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """Be a table to write: headings, then rows with a cell for each; None is an empty cell."""

    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    name: str = "Ark1"
    blank_rows_above: int = 0


def write_workbook(path: Path, created: date, sheet: Sheet, guidance: Sequence[str] = ()) -> None:
    """Write a workbook whose bytes depend on its content alone, `created` in place of the clock.

    With `guidance`, a first sheet holds these lines and the table comes second.
    """
    with xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": datetime.combine(created, time())})
        if guidance:
            page = book.add_worksheet("Veiledning")
            page.set_column(0, 0, 100)
            for place, line in enumerate(guidance):
                page.write_string(place, 0, line)
        fill(book, sheet)


def fill(book: Workbook, sheet: Sheet) -> None:
    """Add the table with a bold, frozen header and columns wide enough to read."""
    page = book.add_worksheet(sheet.name)
    header, body = book.add_format(HEADER), book.add_format(BODY)
    long, amount = book.add_format(LONG), book.add_format(AMOUNT)
    moment = book.add_format(MOMENT)
    top = sheet.blank_rows_above
    formats: list[Format] = []
    for column, heading in enumerate(sheet.headings):
        label = " ".join(heading.split())
        page.set_column(column, column, WIDTHS.get(label, USUAL_WIDTH))
        page.write_string(top, column, heading, header)
        formats.append(long if label in WRAPPED else amount if label in AMOUNTS else body)
    for place, row in enumerate(sheet.rows, start=top + 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                page.write_string(place, column, cell, formats[column])
            elif isinstance(cell, int | float):
                page.write_number(place, column, cell, formats[column])
            elif isinstance(cell, datetime):
                page.write_datetime(place, column, cell, moment)
    page.freeze_panes(top + 1, 0)


def write_csv(path: Path, sheet: Sheet, *, delimiter: str, encoding: str) -> None:
    """Write a CSV file with the line ends of Windows, where people save theirs."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(sheet.headings)
        writer.writerows(sheet.rows)
