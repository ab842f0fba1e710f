"""Look into an ods workbook's XML for merged cells, missing values, errors and far-off cells."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from reviewpkg.intake.cells import cell_shows, error_shown
from reviewpkg.intake.sheet_parts import NOT_CALCULATED, Parts, attribute, check, local
from reviewpkg.intake.sheets import Merge
from reviewpkg.languages.sentence import Sentence

_ABSURD = re.compile(rb"""<text:s\s[^>]*?:c=["']\+?[0-9]{5}|-repeated=["'](?![0-9]{1,8}["'])""")
_CELLS = frozenset({"table-cell", "covered-table-cell"})


@dataclass(slots=True)
class _Table:
    """Gather one sheet's parts while its rows go by."""

    merges: list[Merge] = field(default_factory=list)
    faults: dict[tuple[int, int], Sentence] = field(default_factory=dict)
    row: int = 1
    last_row: int = 0
    last_column: int = 0

    def add_row(self, element: ET.Element) -> None:
        """Take in a row, which may stand for many alike."""
        column, filled = 1, False
        repeated = _number(element, "number-rows-repeated")
        for cell in element:
            if local(cell) not in _CELLS:
                continue
            wide = _number(cell, "number-columns-repeated")
            self._add_cell(cell, column)
            column += wide
            if len(cell) or attribute(cell, "value-type"):
                filled = True
                self.last_column = max(self.last_column, column - 1)
        self.row += repeated
        if filled:
            self.last_row = self.row - 1

    def _add_cell(self, cell: ET.Element, column: int) -> None:
        wide, high = (_number(cell, f"number-{way}-spanned") for way in ("columns", "rows"))
        if wide > 1 or high > 1:
            self.merges.append(Merge(self.row, self.row + high - 1, column, column + wide - 1))
        kinds = {text for key, text in cell.items() if key.endswith("}value-type")}
        text = "".join(cell.itertext()).strip()
        if "error" in kinds or (attribute(cell, "formula") and error_shown(text)):
            self.faults[self.row, column] = cell_shows(text)
        elif attribute(cell, "formula") and not kinds:
            self.faults[self.row, column] = NOT_CALCULATED

    def parts(self) -> Parts:
        """Return the parts."""
        return Parts(tuple(self.merges), self.faults, self.last_row, self.last_column)


def read(workbook: zipfile.ZipFile) -> dict[str, Parts | None]:
    """Return the parts of each sheet by its name; raise ParseError for a damaged file."""
    xml = workbook.read("content.xml")
    check(xml, _ABSURD)
    found: dict[str, Parts | None] = {}
    table, depth = _Table(), 0
    for event, element in ET.iterparse(io.BytesIO(xml), events=("start", "end")):  # noqa: S314 - nothing is declared that could be expanded
        name = local(element)
        if name == "table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                table = _Table()
            elif event == "end" and depth == 0:
                found[attribute(element, "name")] = table.parts()
                element.clear()
        elif event == "end" and name == "table-row" and depth == 1:
            table.add_row(element)
            element.clear()
    return found


def _number(element: ET.Element, name: str) -> int:
    text = attribute(element, name)
    return int(text or 1)
