"""Put files where the secretariat keeps them: one per table, or a folder with one per sender."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tools.demonstration.cells import ABOUT, ROUND_1, SHOWN
from tools.demonstration.sheets import Cell, Sheet, write_csv, write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Way:
    """Be the way in which someone returns a form: what the file is called, and its kind.

    With a `delimiter` it is a CSV file. `as_text`: the numbers were typed in cells of text.
    `decimals`: as many are typed in a CSV file, even where they are zeros.
    """

    file: str = "{table}-{sender}.xlsx"
    as_text: bool = False
    delimiter: str = ""
    encoding: str = ""
    decimals: int = 0


WINDOWS_CSV: Final = Way("{table}-{sender}.csv", delimiter=";", encoding="cp1252")
# Pairs send as the member does who keeps the pair's file
WAYS: Final[Mapping[str, Way]] = {
    "b3": WINDOWS_CSV,
    "P04": Way("{table} {sender}.csv", delimiter=",", encoding="utf-8-sig"),
    "P06": WINDOWS_CSV,
    "P08": Way(as_text=True),
    "P10": Way("{table}-{sender} endelig versjon (2).xlsx"),
}
USUAL: Final = Way()
# What those who make a file of their own leave out
READ_ONLY: Final = frozenset({*ABOUT[1:], *ROUND_1, *SHOWN})
COMMA: Final = ","


def emptied(folder: Path) -> Path:
    """Return the folder, made if need be, without the files that an earlier run left in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in sorted(folder.iterdir()):
        if left.is_file():
            left.unlink()
    return folder


def deliver(
    folder: Path, created: date, sender: str, sheet: Sheet, ways: Mapping[str, Way] = WAYS
) -> None:
    """Write what a sender returns into the folder that is called as the table."""
    way = ways.get(sender, USUAL)
    path = folder / way.file.format(table=folder.name, sender=sender.lower())
    save(path, created, without(sheet, READ_ONLY) if way.encoding else sheet, way)


def save(path: Path, created: date, sheet: Sheet, way: Way) -> None:
    """Write a sheet as the kind of file that a way makes."""
    if way.encoding:
        mark = "." if way.delimiter == COMMA else COMMA
        bare = in_words(sheet, mark, way.decimals)
        write_csv(path, bare, delimiter=way.delimiter, encoding=way.encoding)
    else:
        write_workbook(path, created, in_words(sheet, COMMA) if way.as_text else sheet)


def without(sheet: Sheet, headings: frozenset[str]) -> Sheet:
    """Return a sheet without some of its columns."""
    kept = [at for at, heading in enumerate(sheet.headings) if heading not in headings]
    return replace(
        sheet,
        headings=[sheet.headings[at] for at in kept],
        rows=[[row[at] for at in kept] for row in sheet.rows],
    )


def in_words(sheet: Sheet, mark: str, decimals: int = 0) -> Sheet:
    """Return a sheet with every number as text, `mark` before its decimals."""
    rows = [[typed(cell, mark, decimals) for cell in row] for row in sheet.rows]
    return replace(sheet, rows=rows)


def typed(cell: Cell, mark: str, decimals: int = 0) -> str:
    """Return a cell as it is typed."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case datetime():
            return f"{cell:%d.%m.%Y %H:%M}"
        case int() if not decimals:
            return str(cell)
        case _:
            return (f"{cell:.{decimals}f}" if decimals else f"{cell:g}").replace(".", mark)
