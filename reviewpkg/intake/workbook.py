"""Read xlsx and ods workbooks, every cell as text, and say what is wrong with a file."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import ParseError

import fastexcel
import polars as pl

from reviewpkg.intake import ods_parts, xlsx_parts
from reviewpkg.intake.archive import Archive
from reviewpkg.intake.kinds import BROKEN, TOO_LARGE, UNREADABLE_ARCHIVE, Kind, refusal
from reviewpkg.intake.sheet_parts import MOST_CELLS, MOST_LETTERS, Parts, TooLargeError
from reviewpkg.intake.sheets import Cells, Opened, Sheet, letters, refused
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Place, Problem

# The reader's own remarks on a damaged file: what there is to say is said in our own words
logging.getLogger("calamine").addHandler(logging.NullHandler())


def read(file: str, data: bytes) -> Opened:
    """Return the workbook's sheets; row 1 is row 1 of the sheet, empty rows included."""
    ending = file.rpartition(".")[2].casefold()
    fault = refusal(ending, data, Kind.ODS if ending == "ods" else Kind.XLSX)
    if fault:
        return refused(file, fault)
    try:
        return _opened(file, data, ods=ending == "ods")
    except TooLargeError:
        return refused(file, TOO_LARGE)
    except (*UNREADABLE_ARCHIVE, fastexcel.FastExcelError, ParseError, pl.exceptions.PolarsError):
        return refused(file, BROKEN)


def _opened(file: str, data: bytes, *, ods: bool) -> Opened:
    archive = Archive(data)
    found: dict[str, Parts | None] = {}
    found |= ods_parts.read(archive) if ods else xlsx_parts.read(archive)
    too_large = tuple(
        _too_large(file, name, parts) for name, parts in found.items() if parts and parts.too_far
    )
    if too_large and ods:  # which is unpacked whole
        return Opened(problems=too_large)
    if _too_much(found):
        return refused(file, TOO_LARGE)
    sheets = tuple(_sheets(file, archive.packed(), found))
    if not sheets and not too_large:
        return refused(file, sentence("filen har ingen ark med celler."))
    return Opened(sheets, too_large)


def _too_much(found: Mapping[str, Parts | None]) -> bool:
    """Tell whether the sheets that would be read are too much together."""
    read_here = [parts for parts in found.values() if parts and not parts.too_far]
    cells, told = (sum(one.size for one in read_here), sum(one.letters for one in read_here))
    return cells > MOST_CELLS or told > MOST_LETTERS


def _sheets(file: str, data: bytes, found: Mapping[str, Parts | None]) -> Iterator[Sheet]:
    reader = fastexcel.read_excel(data)
    for name in reader.sheet_names:
        parts = found.get(name)
        if parts and not parts.too_far:
            yield _sheet(reader, file, name, parts)


def _sheet(reader: fastexcel.ExcelReader, file: str, name: str, parts: Parts) -> Sheet:
    loaded = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    hidden = loaded.visible != "visible"
    rows: tuple[Cells, ...] = ()
    if loaded.width:
        margin = ("",) * loaded.available_columns()[0].absolute_index
        texts = loaded.to_polars().select(pl.all().str.strip_chars().fill_null(""))
        rows = tuple(margin + row for row in texts.iter_rows())
    return Sheet(file, name, rows, hidden, parts.merges, parts.faults)


def _too_large(file: str, name: str, parts: Parts) -> Problem:
    told = sentence(
        "arket strekker seg helt til celle {last}; slett det som står utenfor tabellen.",
        last=f"{letters(parts.last_column)}{parts.last_row}",
    )
    return Problem(Place(file, name), told)
