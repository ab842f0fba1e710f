"""Read xlsx and ods workbooks, every cell as text, and say what is wrong with a file."""

from __future__ import annotations

import io
import logging
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import ParseError

import fastexcel
import polars as pl

from reviewpkg.intake import ods_parts, xlsx_parts
from reviewpkg.intake.kinds import BROKEN, UNREADABLE_ARCHIVE, Kind, refusal
from reviewpkg.intake.sheet_parts import Parts
from reviewpkg.intake.sheets import Cells, Opened, Sheet, letters, refused
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Place, Problem

# The reader's own remarks on a damaged file: what there is to say is said in our own words
logging.getLogger("calamine").addHandler(logging.NullHandler())

_MOST_CELLS = 30_000_000


def read(file: str, data: bytes) -> Opened:
    """Return the workbook's sheets; row 1 is row 1 of the sheet, empty rows included."""
    ending = file.rpartition(".")[2].casefold()
    fault = refusal(ending, data, Kind.ODS if ending == "ods" else Kind.XLSX)
    if fault:
        return refused(file, fault)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = ods_parts.read(archive) if ending == "ods" else xlsx_parts.read(archive)
        too_large = tuple(
            _too_large(file, name, parts)
            for name, parts in found.items()
            if parts and parts.size > _MOST_CELLS
        )
        if too_large and ending == "ods":  # which is unpacked whole
            return Opened(problems=too_large)
        sheets = tuple(_sheets(file, data, found))
    except (*UNREADABLE_ARCHIVE, fastexcel.FastExcelError, ParseError, pl.exceptions.PolarsError):
        return refused(file, BROKEN)
    if not sheets and not too_large:
        return refused(file, sentence("filen har ingen ark med celler."))
    return Opened(sheets, too_large)


def _sheets(file: str, data: bytes, found: Mapping[str, Parts | None]) -> Iterator[Sheet]:
    reader = fastexcel.read_excel(data)
    for name in reader.sheet_names:
        parts = found.get(name, Parts())
        if parts and parts.size <= _MOST_CELLS:
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
