"""Make workbooks of a few kilobytes that stand for more than any memory holds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from tests.intake.folders import ods_book, ods_cell, ods_row, xlsx_bytes

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_SHEETS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)
ELSEWHERE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
FETCHED = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """Write a sheet's XML around its rows."""
    return f"{before}<worksheet {_MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>"


def row(cells: str, number: int = 1) -> str:
    return f'<row r="{number}">{cells}</row>'


def cell(reference: str, value: str = "1") -> str:
    return f'<c r="{reference}"><v>{value}</v></c>'


def book(parts: Mapping[str, str | bytes]) -> bytes:
    """Write an ordinary workbook with some of its parts exchanged, or others beside them."""
    packed = io.BytesIO()
    ordinary = zipfile.ZipFile(io.BytesIO(xlsx_bytes([["a", "b"], ["c", 1]])))
    with ordinary, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        kept = {name: ordinary.read(name) for name in ordinary.namelist()}
        for name, data in (kept | dict(parts)).items():
            archive.writestr(name, data)
    return packed.getvalue()


def of_rows(rows: str, before: str = "", after: str = "") -> bytes:
    return book({SHEET: sheet(rows, before, after)})


def pointing(times: int, text: str) -> bytes:
    """Write many cells that all point to one text."""
    rows = "".join(row(f'<c r="A{n}" t="s"><v>0</v></c>', n) for n in range(1, times + 1))
    return book({SHEET: sheet(rows), TEXTS: f"<sst {_MAIN}><si><t>{text}</t></si></sst>"})


def with_sheets(*targets: str, rows: str = "") -> bytes:
    """Write a workbook whose sheets are these parts, all with the same rows."""
    listed = "".join(
        f'<sheet name="Ark{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(targets) + 1)
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_SHEETS}" Target="{target}"/>'
        for n, target in enumerate(targets, start=1)
    )
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    made = {f"xl/{target}": sheet(rows or row(cell("A1"))) for target in targets}
    return book({
        **made,
        WORKBOOK: f"<workbook {_MAIN} {space}><sheets>{listed}</sheets></workbook>",
        RELATIONS: f"<Relationships>{relations}</Relationships>",
    })  # fmt: skip


def lying(shown: bytes, whole: bytes) -> bytes:
    """Write a workbook whose sheet says that it is only `shown`, where `whole` begins with that.

    Size and checksum are those of what is shown, so that only one who goes on finds the rest.
    """
    assert whole.startswith(shown)
    data = bytearray(book({SHEET: whole}))
    truth = struct.pack("<I", zlib.crc32(whole)), struct.pack("<I", len(whole))
    for old, new in zip(
        truth, (struct.pack("<I", zlib.crc32(shown)), struct.pack("<I", len(shown))), strict=True
    ):
        assert data.count(old) == 2
        data = data.replace(old, new)
    return bytes(data)


def ods_repeated(cells: str, rows: int) -> bytes:
    written = ods_row(cells).replace("row>", f'row table:number-rows-repeated="{rows}">', 1)
    return ods_book(ods_row(ods_cell("a")) + written)


def ods_wide(text: str, times: int) -> str:
    repeated = f'cell table:number-columns-repeated="{times}" '
    return ods_cell(text).replace("cell ", repeated, 1)
