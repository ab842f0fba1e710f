"""Look into an xlsx workbook's XML for merged cells, missing values, errors and far-off cells."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

from reviewpkg.intake.cells import cell_shows
from reviewpkg.intake.sheet_parts import NOT_CALCULATED, Parts, attribute, check, local, parsed
from reviewpkg.intake.sheets import Merge
from reviewpkg.languages.sentence import Sentence

_SUSPECT = re.compile(rb"""<(?:\w+:)?(?:f[ />]|mergeCell )|\st=["']e["']""")
_WIDE = re.compile(rb"""\sr=["'][A-Z]{2,3}[0-9]""")
_CELL = re.compile(rb"""\sr=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ABSURD = re.compile(rb"""<(?:\w+:)?c\b(?=[^>]*?\sr=)(?![^>]*?\sr=["'][A-Z]{1,3}[0-9]{1,7}["'])""")


def read(workbook: zipfile.ZipFile) -> dict[str, Parts | None]:
    """Return the parts of each sheet by its name; None for a sheet without cells, as a chart.

    Raise what zipfile and ElementTree raise for a damaged file.
    """
    relations = parsed(workbook.read("xl/_rels/workbook.xml.rels"))
    kinds = {one.get("Id", ""): one.get("Type", "") for one in relations}
    targets = {one.get("Id", ""): _path(one.get("Target", "")) for one in relations}
    found: dict[str, Parts | None] = {}
    for element in parsed(workbook.read("xl/workbook.xml")).iter():
        if local(element) == "sheet":
            relation = attribute(element, "id")
            cells = kinds.get(relation, "").endswith("/worksheet")
            name = element.get("name", "")
            found[name] = _parts(workbook.read(targets[relation])) if cells else None
    return found


def _path(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _parts(xml: bytes) -> Parts:
    check(xml, _ABSURD)
    last_row, last_column = _extent(xml)
    if not _SUSPECT.search(xml):
        return Parts(last_row=last_row, last_column=last_column)
    merges: list[Merge] = []
    faults: dict[tuple[int, int], Sentence] = {}
    row = column = 0
    for event, element in ET.iterparse(io.BytesIO(xml), events=("start", "end")):  # noqa: S314 - as above
        name = local(element)
        if event == "start":
            if name == "row":
                row, column = int(element.get("r") or row + 1), 0
        elif name == "c":
            row, column = _position(element.get("r", "")) or (row, column + 1)
            fault = _fault(element)
            if fault:
                faults[row, column] = fault
        elif name == "row":
            element.clear()
        elif name == "mergeCell":
            merges += _merge(element.get("ref", ""))
    return Parts(tuple(merges), faults, last_row, last_column)


def _extent(xml: bytes) -> tuple[int, int]:
    """Return the last row and column, or zeros for a sheet of at most 26 columns."""
    if not _WIDE.search(xml):
        return 0, 0
    rows, columns = 0, 0
    for found in _CELL.finditer(xml):
        columns = max(columns, _column(found[1].decode()))
        rows = max(rows, int(found[2]))
    return rows, columns


def _fault(cell: ET.Element) -> Sentence | None:
    kind = cell.get("t")
    parts = {local(part): part.text or "" for part in cell}
    if kind == "e":
        return cell_shows(parts.get("v", "#N/A"))
    return NOT_CALCULATED if "f" in parts and not parts.get("v") and kind != "str" else None


def _merge(reference: str) -> list[Merge]:
    first, _, last = reference.partition(":")
    start, end = _position(first), _position(last or first)
    return [Merge(start[0], end[0], start[1], end[1])] if start and end else []


def _position(reference: str) -> tuple[int, int] | None:
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]), _column(found[1])) if found else None


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
