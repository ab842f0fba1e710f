"""Correct one thing in a call folder, as somebody does who has seen a list and found a mistake."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import polars as pl
import xlsxwriter

Rows = list[dict[str, str | None]]


def one_grade(call: Path) -> None:
    """Change one total grade by one (1.1)."""

    def corrected(rows: Rows) -> None:
        given = int(rows[0]["Totalkarakter"] or 0)
        rows[0]["Totalkarakter"] = str(given - 1 if given > 1 else given + 1)

    _change(_first(call / "karakterer", "m*"), corrected)


def one_ballot(call: Path) -> None:
    """Let two applications change places on one pair's ballot (2.6)."""

    def corrected(rows: Rows) -> None:
        first, second = rows[:2]
        place = "Plassering"
        first[place], second[place] = second[place], first[place]

    _change(_first(call / "rangering", "*p02*"), corrected)


CORRECTIONS: Final[Mapping[str, Callable[[Path], None]]] = {
    "round1": one_grade,
    "award": one_ballot,
}
"""What is corrected before a step of a call."""


def _first(folder: Path, pattern: str) -> Path:
    return min(folder.glob(pattern))


def _change(path: Path, correct: Callable[[Rows], None]) -> None:
    """Let the rows of a file's first sheet be corrected, and write it again in its own format."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows: Rows = list(csv.DictReader(file, delimiter=";"))
        correct(rows)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
        return
    rows = pl.read_excel(path, infer_schema_length=0).to_dicts()
    correct(rows)
    with xlsxwriter.Workbook(path, {"strings_to_numbers": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, list(rows[0]))
        for place, row in enumerate(rows, start=1):
            page.write_row(place, 0, ["" if cell is None else cell for cell in row.values()])
