"""F1: a date with a time of day, as workbooks keep it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter

from reviewpkg.intake import workbook
from tests.intake.folders import ods_book, ods_row
from tests.intake.test_moments import FOUR, read, said

OSLO = ZoneInfo("Europe/Oslo")
SERIAL = 45427
"""15 May 2024 as a spreadsheet counts days."""


def from_workbook(tmp_path: Path, number: float, form: str = "dd.mm.yyyy hh:mm") -> str:
    """Write a number as a spreadsheet keeps a time, and return the text that the reader gives."""
    path = tmp_path / "tid.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_number(0, 0, number, book.add_format({"num_format": form}))
    (sheet,) = workbook.read("tid.xlsx", path.read_bytes()).sheets
    return sheet.rows[0][0]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (16 * 3600, FOUR),
        (16 * 3600 - 1e-4, FOUR),
        (16 * 3600 + 1e-4, FOUR),
        (16 * 3600 - 1, FOUR - timedelta(seconds=1)),
        (16 * 3600 + 59, FOUR + timedelta(seconds=59)),
        (16 * 3600 + 60, FOUR + timedelta(minutes=1)),
        # Once added up from minutes, it is a hair short, and late all the same.
        (16 * 3600 + 60 - 1e-5, FOUR + timedelta(minutes=1)),
    ],
)
def test_f1_a_workbooks_own_times(seconds: float, expected: datetime, tmp_path: Path) -> None:
    assert read(from_workbook(tmp_path, SERIAL + seconds / 86400)) == expected


def test_f1_every_minute_of_the_day_survives_a_workbook() -> None:
    for minute in range(24 * 60):
        # As a reader of workbooks writes it: a fraction of a day, to the thousandth of a second.
        thousandths = round(((SERIAL + minute / 1440) % 1) * 86_400_000)
        second, part = divmod(thousandths, 1000)
        clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.{part:03}"
        expected = datetime(2024, 5, 15, tzinfo=OSLO) + timedelta(minutes=minute)
        assert read(f"2024-05-15 {clock}") == expected


def test_f1_the_form_of_a_workbooks_date_does_not_matter(tmp_path: Path) -> None:
    for form in ("dd/mm/yy hh:mm", "[$-414]d. mmmm yyyy kl. hh.mm;@", "dd.mm.yyyy", "hh:mm"):
        assert read(from_workbook(tmp_path, SERIAL + 2 / 3, form)) == FOUR


def test_f1_a_workbooks_date_without_a_time_its_time_without_a_date_and_its_bare_number(
    tmp_path: Path,
) -> None:
    assert read(from_workbook(tmp_path, SERIAL, "dd.mm.yyyy")) == FOUR.replace(hour=0)
    assert "fant «1899-12-31 16:00:00»." in said(from_workbook(tmp_path, 2 / 3, "hh:mm"))
    assert "formater cellen som dato" in said(from_workbook(tmp_path, SERIAL + 2 / 3, "General"))


@pytest.mark.parametrize(
    "value", ["2024-05-15T16:00:00", "2024-05-15T15:59:59.999999997", "2024-05-15T16:00:00.4"]
)
def test_f1_an_ods_workbooks_times(value: str) -> None:
    cell = (
        f'<table:table-cell office:value-type="date" office:date-value="{value}">'
        "<text:p>15.05.24</text:p></table:table-cell>"
    )
    (sheet,) = workbook.read("tid.ods", ods_book(ods_row(cell))).sheets
    assert read(sheet.rows[0][0]) == FOUR


def test_f1_an_ods_workbooks_date_without_a_time() -> None:
    cell = (
        '<table:table-cell office:value-type="date" office:date-value="2024-05-15">'
        "<text:p>15.05.24</text:p></table:table-cell>"
    )
    (sheet,) = workbook.read("tid.ods", ods_book(ods_row(cell))).sheets
    assert said(sheet.rows[0][0]).endswith("fant «2024-05-15».")
