"""Workbooks made to fill the memory or lead elsewhere: one sentence each, soon, in little room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from reviewpkg.intake.kinds import BROKEN, TOO_LARGE
from tests.intake import bombs
from tests.intake.bombs import SHEET, TEXTS, WORKBOOK, book, cell, of_rows, row, sheet
from tests.intake.folders import ods_book, ods_cell, ods_row, rezipped, xlsx_bytes

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 7_000_000
MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 300
READ = ""
"""What is said of a file that is read, since there is nothing wrong with it."""
Bomb: TypeAlias = tuple[str, bytes, str]
A1 = row(cell("A1"))


def far(last: str) -> str:
    return f"arket strekker seg helt til celle {last}; slett det som står utenfor tabellen."


def _archives() -> Iterator[Bomb]:
    yield "sixty megabytes of nothing.xlsx", book({"xl/x.xml": b" " * 60_000_000}), TOO_LARGE
    short = sheet(A1).encode()
    yield "more than is said.xlsx", bombs.lying(short, short + b" " * 9_000_000), READ
    yield "two of one name.xlsx", book({SHEET.upper(): sheet(A1)}), BROKEN
    same = ["worksheets/sheet1.xml"] * 500
    yield "one sheet five hundred times.xlsx", bombs.with_sheets(*same), BROKEN
    many = [f"worksheets/sheet{n}.xml" for n in range(1, 600)]
    yield "more sheets than anyone has.xlsx", bombs.with_sheets(*many), TOO_LARGE
    large = bombs.with_sheets(*many[:2], rows=A1 + row(cell("T99999"), 99_999))
    yield "two sheets, each as large as any.xlsx", large, TOO_LARGE
    out = [("worksheets/sheet1.xml", "../../../etc/passwd")]
    yield "a sheet elsewhere.xlsx", rezipped(xlsx_bytes([["a"]]), bombs.RELATIONS, out), BROKEN
    listed = os.urandom(6_000_000).hex()
    yield "a list of sheets of 12 megabytes.xlsx", book({WORKBOOK: listed}), TOO_LARGE


def _declared() -> Iterator[Bomb]:
    for what, declared, value in (
        ("laughs", bombs.LAUGHS, "&a9;"),
        ("a file elsewhere", bombs.ELSEWHERE, "&x;"),
        ("a type elsewhere", bombs.FETCHED, "1"),
    ):
        for encoding in ("utf-8", "utf-16"):
            for part in (SHEET, TEXTS, WORKBOOK):
                xml = f"{declared}{sheet(row(cell('A1', value)))}".encode(encoding)
                where = part.rpartition("/")[2]
                yield f"{what} in {where} as {encoding}.xlsx", book({part: xml}), BROKEN
        root = "<office:document-content"
        content = ods_book(ods_row(ods_cell("a").replace(">a<", f">{value}<")))
        yield f"{what}.ods", rezipped(content, "content.xml", [(root, declared + root)]), BROKEN
    levels = "<a>" * 500_000 + "</a>" * 500_000
    yield "half a million levels.xlsx", of_rows(levels), READ
    named = " ".join(f'a{n}="1"' for n in range(500_000))
    yield "half a million attributes.xlsx", of_rows(f"<row {named}/>"), READ


def _far() -> Iterator[Bomb]:
    """Give sheets of a cell far off, written in ways that a search for it would not find."""
    last, value = "XFD1048576", "<v>1</v></c></row>"
    yield "the last cell of all.xlsx", of_rows(A1 + row(cell(last), 2**20)), far(last)
    yield "a last row.xlsx", of_rows(A1 + row(cell("B1048576"), 2**20)), far("B1048576")
    yield "a last column.xlsx", of_rows(row(cell("A1") + cell("XFD1"))), far("XFD1")
    spaces = f'{A1}<row r="2"><c r = "{last}">{value}'
    yield "spaces round the sign.xlsx", of_rows(spaces), far(last)
    sign = f'{A1}<row r="2"><c x=">" r="{last}">{value}'
    yield "a sign in an attribute.xlsx", of_rows(sign), far(last)
    place = "<c x=' r=\"A1\" '><v>1</v></c>" * 2000
    yield "a place in an attribute.xlsx", of_rows(f'<row r="1">{place}</row>'), far("BXX1")
    prefixed = '<x:row xmlns:x="x" r="1"><x:c r="XFD9"><x:v>1</x:v></x:c></x:row>'
    yield "a prefix.xlsx", of_rows(prefixed), far("XFD9")
    nowhere = "<c><v>1</v></c>" * 2000
    yield "cells without a place.xlsx", of_rows(f'<row r="1">{nowhere}</row>'), far("BXX1")
    yield "a place that is none.xlsx", of_rows(row(cell("ABCD1"))), BROKEN
    number = f'<row r="{"9" * 5000}"><c><v>1</v></c></row>'
    yield "a row that is none.xlsx", of_rows(number), BROKEN
    extent = sheet(A1).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    yield "an extent of everything.xlsx", book({SHEET: extent}), READ
    wide = bombs.ods_repeated(bombs.ods_wide("x", 16_000), 10**6)
    yield "cells without end.ods", wide, far("WQJ1000001")


def _many() -> Iterator[Bomb]:
    """Give sheets of few cells that are much, or of much that is no cell."""
    empty = "".join(f'<row r="{n}" spans="1:8" s="1" ht="15"/>' for n in range(1, 2**20 + 1))
    yield "a million empty rows.xlsx", of_rows(empty), READ
    yield "one text a thousand times.xlsx", bombs.pointing(1000, "x" * 10**6), TOO_LARGE
    texts = "<sst>" + "<si><t>x</t></si>" * 1_100_000 + "</sst>"
    yield "more texts than cells.xlsx", book({TEXTS: texts}), READ
    long = f'<c r="A1" t="inlineStr"><is><t>{"x" * 10**5}</t></is></c>'
    yield "a hundred thousand letters in a cell.xlsx", of_rows(row(long)), READ
    upon = "".join(f'<mergeCell ref="A{n}:Z9999"/>' for n in range(1, 9999))
    rows = A1 + row(cell("Z9999"), 9999)
    merged = of_rows(rows, after=f"<mergeCells>{upon}</mergeCells>")
    yield "merged upon merged.xlsx", merged, BROKEN
    formulas = "".join(row(f'<c r="A{n}"><f>{n}</f></c>', n) for n in range(1, 110_000))
    yield "formulas without end.xlsx", of_rows(formulas), TOO_LARGE
    kilobytes = bombs.ods_repeated(bombs.ods_wide("x" * 1000, 900), 1000)
    yield "a text of a kilobyte a million times.ods", kilobytes, TOO_LARGE
    for spaces, said in (("99999999", TOO_LARGE), ("999999999", BROKEN)):
        held = ods_cell("x").replace("x<", f'x<text:s text:c="{spaces}"/><')
        yield f"{spaces} spaces.ods", ods_book(ods_row(held)), said
    tail = ods_row(ods_cell(None)).replace("row>", 'row table:number-rows-repeated="9999999">', 1)
    yield "empty rows without end.ods", ods_book(ods_row(ods_cell("a")) + tail), READ
    valued = f'string" office:string-value="{"x" * 30_000}"'
    attribute = bombs.ods_repeated(ods_cell("x").replace('string"', valued), 2000)
    yield "a value in an attribute.ods", attribute, TOO_LARGE


_READ = """
import json, resource, sys
from pathlib import Path
root, folder, most = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_AS, (int(most), int(most)))
sys.path.insert(0, root)
from reviewpkg.intake.workbook import read
told = {}
for path in Path(folder).iterdir():
    opened = read(path.name, path.read_bytes())
    told[path.name] = [it.sentence for it in opened.problems] + [""] * bool(opened.sheets)
print(json.dumps(told))
"""


def test_each_is_one_sentence_soon_and_in_little_memory(tmp_path: Path) -> None:
    expected = {}
    for name, data, said in (*_archives(), *_declared(), *_far(), *_many()):
        assert len(data) < MOST_BYTES
        (tmp_path / name).write_bytes(data)
        expected[name] = [said]

    done = subprocess.run(
        [sys.executable, "-c", _READ, str(ROOT), str(tmp_path), str(MOST_MEMORY)],
        env={**os.environ, "POLARS_MAX_THREADS": "2"},
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST_SECONDS,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == expected
