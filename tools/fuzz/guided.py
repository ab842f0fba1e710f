"""Let what has been reached guide what is tried next, on the parsers of cells and small files.

Usage: `python -m tools.fuzz.guided cell|csv|call|sheet|pdf [-runs=100000] [-max_len=400]`, with the
package of requirements-fuzz.lock beside the others. It stops at the first fault, writes what led to
it into a file, and names that.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    atheris: Any
else:
    import atheris

with atheris.instrument_imports(include=["reviewpkg"]):
    from reviewpkg.domain import panel_tables, tables
    from reviewpkg.domain.call import Grading, Scale
    from reviewpkg.domain.screening import Screening
    from reviewpkg.intake import csv_file, workbook
    from reviewpkg.intake.call_file import read_call
    from reviewpkg.intake.cells import parse, unexpected
    from reviewpkg.intake.collecting.pdf_file import read_fields
    from reviewpkg.intake.expected import Expected
    from reviewpkg.intake.names import plain
    from reviewpkg.intake.panel.call_file import read_panel_call
    from reviewpkg.languages.visible import one_line
    from reviewpkg.problems import Problem, sentences
    from tools.fuzz.values import ODD

ROOT: Final = Path(__file__).resolve().parents[2]
_HALVES: Final = Scale(Fraction(1), Fraction(7), Fraction(1, 2))
_GRADING: Final = Grading(_HALVES, _HALVES, ())
CELLS: Final = (
    *(column.cell for column in tables.APPLICATIONS.columns),
    *(column.cell for column in tables.joint_grades(_GRADING).columns),
    *(column.cell for column in panel_tables.applications(Screening()).columns),
    tables.Moment("Europe/Oslo"),
)


def cell(data: bytes) -> None:
    """Parse a text as every kind of cell: a value of its kind, or a sentence."""
    text = data.decode("utf-8", "replace").strip()
    assert plain(plain(text)) == plain(text)
    for kind in CELLS if text else ():
        value = parse(kind, text)
        if isinstance(value, Expected):
            said = unexpected(value, text)
            assert said.endswith((".", "?"))
            assert one_line(said) == said
        elif isinstance(kind, tables.Number):
            assert value in kind.scale
        elif isinstance(kind, tables.Kroner | tables.Count):
            assert isinstance(value, int)
            assert value >= 0
        elif isinstance(kind, tables.Identifier):
            assert value == plain(str(value))
        elif isinstance(kind, tables.Moment):
            assert isinstance(value, datetime)
            assert value.tzinfo is not None


def csv(data: bytes) -> None:
    """Read a CSV file."""
    _said(csv_file.read("m.csv", data).problems)


def call(data: bytes) -> None:
    """Read a call file of either routine."""
    _said(read_call(data).problems)
    _said(read_panel_call(data).problems)


def sheet(data: bytes) -> None:
    """Read a workbook around the XML of a sheet."""
    _said(workbook.read("m.xlsx", _book(data)).problems)


def pdf(data: bytes) -> None:
    """Read the fields of a PDF."""
    found = read_fields("skjema.pdf", b"%PDF-1.7\n" + data)
    _said((found,) if isinstance(found, Problem) else ())


def _said(problems: tuple[Problem, ...]) -> None:
    for line in sentences(problems):
        assert line.endswith((".", "?")), line


_SPACE: Final = "http://schemas.openxmlformats.org"
_MAIN: Final = f"{_SPACE}/spreadsheetml/2006/main"
_RELATED: Final = f"{_SPACE}/officeDocument/2006/relationships"
_PACKED: Final = f"{_SPACE}/package/2006"
_PARTS: Final = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKED}/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKED}/relationships"><Relationship Id="r" '
    f'Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets><sheet name="A" '
    'sheetId="1" r:id="r"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKED}/relationships"><Relationship '
    f'Id="r" Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def _book(rows: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, text)
        begin, end = f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode(), b"</sheetData></worksheet>"
        archive.writestr("xl/worksheets/sheet1.xml", begin + rows + end)
    return packed.getvalue()


TARGETS: Final[Mapping[str, Callable[[bytes], None]]] = {
    "cell": cell,
    "csv": csv,
    "call": call,
    "sheet": sheet,
    "pdf": pdf,
}


def _seeds(target: str) -> Iterator[bytes]:
    """Give what to begin from: odd values, and files as they should be."""
    if target == "cell":
        yield from (text.encode() for text in ODD)
    elif target == "sheet":
        yield b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c>'
        yield b'<row r="1"><c r="B1"><f>1</f><v>2</v></c><c t="e"><v>#N/A</v></c></row>'
    elif target == "pdf":
        named = b"1 0 obj<</Type/Catalog/AcroForm<</Fields[2 0 R]>>>>endobj\n"
        field = b"2 0 obj<</FT/Tx/T(a)/V(b)/Kids[]>>endobj\n"
        yield named + field + b"trailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF"
    else:
        ending = "call.toml" if target == "call" else "*.csv"
        for path in sorted((ROOT / "tests" / "scenarios").rglob(ending)):
            yield path.read_bytes()


def main() -> None:
    """Try until something is wrong, or as often as was asked for."""
    target = sys.argv[1] if sys.argv[1:] else ""
    if target not in TARGETS:
        sys.exit(f"Say what to try: {', '.join(TARGETS)}")
    begun = Path(tempfile.mkdtemp(prefix=f"fuzz-{target}-"))
    for number, seed in enumerate(_seeds(target)):
        (begun / str(number)).write_bytes(seed)
    options = (f"-artifact_prefix={begun}/", *sys.argv[2:])
    atheris.Setup([sys.argv[0], *options, str(begun)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
