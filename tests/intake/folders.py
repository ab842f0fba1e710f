"""Write small call folders to break one thing at a time."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from xml.sax.saxutils import escape

import xlsxwriter

from reviewpkg.intake.loading import Loaded, survey
from reviewpkg.problems import sentences
from reviewpkg.procedure.two_round.step_0_screening import failing

Cell: TypeAlias = str | int | float | None
Rows: TypeAlias = list[list[Cell]]

CALL = """\
[call]
id = "prove"
title = "Prøveutlysning"
funder = "Stiftelsen"
procedure = "two-round"
date = 2019-11-20
budget = 12_000_000

[grades]
min = 1
max = 7
step = 1
joint_step = 0.5
criteria = [{ id = "relevance", label = "Relevans", min = 0, max = 2 }]

[[areas]]
id = "KS"
share = "2/3"
top = 2
top_cap = 3
contested = 3
high_grade = 6
minimum = 3
user_review = 2

[[areas]]
id = "Annet"
share = "1/3"
top = 1
top_cap = 1
contested = 1
high_grade = 7
minimum = 1
user_review = 1
"""
APPLICATIONS: Rows = [
    ["Prosjektnummer", "Prosjektnavn", "Søkerorganisasjon", "Område", "Søknadssum", "Par"],
    ["2019/FO100001", "Hverdagsmestring", "Foreningen A", "KS", "2 343 000", "1"],
    ["2019/FO100002", "Trygg overgang", "Foreningen B", "KS", "1 900 000", "1"],
    ["2019/FO100003", "Søvn og helse", "Foreningen C", "KS", "1 500 000", "2"],
    ["2019/FO100004", "Musikk i hjemmet", "Foreningen D", "KS", "2 000 000", "2"],
    ["2019/FO100005", "Sjeldne diagnoser", "Foreningen E", "Annet", "1 100 000", "3"],
    ["2019/FO100006", "Unge pårørende", "Foreningen F", "Annet", "1 200 000", "3"],
]
COMMITTEE: Rows = [
    ["Medlem", "Navn", "Par", "E-post", "Rolle"],
    ["m01", "Anne Bakke", "1", "anne@example.no", None],
    ["m02", "Bjørn Dahl", "1", "bjorn@example.no", None],
    ["m03", "Cecilie Eide", "2", "cecilie@example.no", None],
    ["m04", "David Foss", "2", "david@example.no", None],
    ["m05", "Eva Gran", "3", "eva@example.no", None],
    ["m06", "Finn Haug", "3", "finn@example.no", None],
    ["l01", "Grete Iversen", None, "grete@example.no", "leder"],
    ["k01", "Hans Jensen", None, "hans@example.no", "kontrollutvalg"],
]
USERS: Rows = [["Medlem", "Navn"], ["b01", "Ida Krog"], ["b02", "Jon Lie"]]
CONFLICTS: Rows = [
    ["Prosjektnummer", "Medlem", "Stedfortreder", "Fra trinn"],
    ["2019/FO100002", "m01", "m05", None],
    ["2019/FO100003", "b01", None, None],
    ["2019/FO100004", "m03", None, "2.2"],
]
GRADE_HEADINGS: list[Cell] = [
    "Prosjektnummer",
    "Medlem",
    "Relevans",
    "Totalkarakter",
    "Kommentar",
]
GRADES = {
    "m01": {1: 6},
    "m02": {1: 5, 2: 4},
    "m03": {3: 7, 4: 3},
    "m04": {3: 6, 4: 4},
    "m05": {2: 4, 5: 5, 6: 2},
    "m06": {5: 7, 6: 3},
}


def _copies(rows: Rows) -> Rows:
    return [list(row) for row in rows]


@dataclass
class CallFolder:
    """Be a call folder in the making: its call file, and tables of rows, the headings first."""

    call: str = CALL
    tables: dict[str, Rows] = field(default_factory=dict)

    def heading(self, table: str, name: str) -> int:
        """Return the position of a column."""
        return self.tables[table][0].index(name)

    def put(self, table: str, row: int, column: str, cell: Cell) -> None:
        """Change a cell; rows count as in a spreadsheet."""
        self.tables[table][row - 1][self.heading(table, column)] = cell

    def rename(self, table: str, column: str, heading: Cell) -> None:
        """Change a heading."""
        self.tables[table][0][self.heading(table, column)] = heading

    def add(self, table: str, *cells: Cell) -> None:
        """Add a row at the end."""
        self.tables[table].append(list(cells))

    def drop(self, table: str, row: int) -> None:
        """Take a row out."""
        del self.tables[table][row - 1]

    def replace(self, old: str, new: str) -> None:
        """Change the call file's text."""
        assert old in self.call, old
        self.call = self.call.replace(old, new, 1)

    def write(self, at: Path, ending: str = "csv") -> Path:
        """Write the folder, every table with the same ending, and return it."""
        at.mkdir(exist_ok=True)
        (at / "call.toml").write_text(self.call, encoding="utf-8")
        for name, rows in self.tables.items():
            path = at / f"{name}.{ending}"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(WRITERS[ending](rows))
        return at


def _graded(member: str, grades: dict[int, int]) -> Rows:
    return [[f"2019/FO{100000 + at}", member, 1, grade, None] for at, grade in grades.items()]


def valid() -> CallFolder:
    """Return a call folder without a fault."""
    graded: dict[str, Rows] = {
        f"karakterer/{member}": [
            list(GRADE_HEADINGS),
            *_graded(member, of),
        ]
        for member, of in GRADES.items()
    }
    return CallFolder(
        tables={
            "soknader": _copies(APPLICATIONS),
            "fagutvalg": _copies(COMMITTEE),
            "brukerrepresentanter": _copies(USERS),
            "inhabilitet": _copies(CONFLICTS),
            **graded,
        }
    )


def told(folder: CallFolder, at: Path, ending: str = "csv") -> str:
    """Write a call folder, read it, and return what is said of it."""
    return told_of(folder.write(at / "utlysning", ending))


def told_of(folder: Path) -> str:
    """Read a written call folder and return what is said of it, one problem on each line."""
    return "\n".join(sentences(survey(folder, failing, graded=True).problems))


def loaded(folder: Path) -> Loaded:
    """Read a written call folder that has no errors."""
    found = survey(folder, failing, graded=True)
    assert isinstance(found, Loaded), told_of(folder)
    return found


def csv_bytes(
    rows: Rows, separator: str = ";", encoding: str = "utf-8", end: str = "\r\n"
) -> bytes:
    """Write rows as a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_bytes(rows: Rows, sheet: str = "Ark1", row: int = 0, column: int = 0) -> bytes:
    """Write rows as an xlsx workbook, texts as text and numbers as numbers."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet)
        for at, cells in enumerate(rows, start=row):
            page.write_row(at, column, cells)
    return data.getvalue()


_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'office:version="1.2"><office:body><office:spreadsheet>{}</office:spreadsheet></office:body>'
    "</office:document-content>"
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/>'
    "{}</manifest:manifest>"
)


def ods_cell(cell: Cell) -> str:
    """Write a cell as it stands in an ods workbook."""
    if cell is None:
        return "<table:table-cell/>"
    kind = 'string"' if isinstance(cell, str) else f'float" office:value="{cell}"'
    return (
        f'<table:table-cell office:value-type="{kind}><text:p>{escape(str(cell))}</text:p>'
        "</table:table-cell>"
    )


def ods_row(*cells: str) -> str:
    """Write a row of an ods workbook."""
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def ods_book(content: str, manifest: str = "") -> bytes:
    """Write an ods workbook around the rows of its one sheet."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", _ODS_TYPE)
        table = f'<table:table table:name="Ark1">{content}</table:table>'
        archive.writestr("content.xml", _ODS.format(table))
        archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST.format(manifest))
    return data.getvalue()


def ods_bytes(rows: Rows) -> bytes:
    """Write rows as an ods workbook, as LibreOffice does with a tail of empty rows."""
    written = "".join(ods_row(*(ods_cell(cell) for cell in cells)) for cells in rows)
    tail = ods_row(ods_cell(None)).replace("row>", 'row table:number-rows-repeated="99999">', 1)
    return ods_book(written + tail)


def rezipped(data: bytes, part: str, changes: Sequence[tuple[str, str]]) -> bytes:
    """Change the text of one part of a workbook."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == part:
                for before, after in changes:
                    assert before.encode() in text, before
                    text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
    return changed.getvalue()


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "csv": csv_bytes,
    "xlsx": xlsx_bytes,
    "ods": ods_bytes,
}
