"""Look into an ods workbook's XML for merged cells, missing values, errors and far-off cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from reviewpkg.intake.archive import Archive
from reviewpkg.intake.cells import cell_shows, error_shown
from reviewpkg.intake.sheet_parts import (
    NOT_CALCULATED,
    Counted,
    Handlers,
    Parts,
    attribute,
    local,
    walk,
)
from reviewpkg.intake.sheets import Merge

_CONTENT: Final = "content.xml"
_ABOUT: Final = ("mimetype", "META-INF/manifest.xml", "settings.xml")
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_TIMES: Final = re.compile(r"[0-9]{1,8}")
_OUTERMOST: Final = 1


@dataclass(slots=True)
class _Cell:
    """Be a cell while its text goes by."""

    column: int
    wide: int
    named: Mapping[str, str]
    text: list[str] = field(default_factory=list)
    letters: int = 0
    holds: bool = False


@dataclass(slots=True)
class _Tables:
    """Follow the cells of one sheet after another; tables within tables are passed over."""

    found: dict[str, Parts] = field(default_factory=dict)
    counted: Counted = field(default_factory=Counted)
    name: str = ""
    depth: int = 0
    row: int = 1
    column: int = 1
    rows: int = 1
    row_letters: int = 0
    row_end: int = 0
    cell: _Cell | None = None

    def start(self, name: str, named: Mapping[str, str]) -> None:
        """Begin a table, a row, a cell or a part of a cell."""
        if name == "table":
            self.depth += 1
            if self.depth == _OUTERMOST:
                self.counted, self.row = Counted(), 1
                self.name = attribute(named, "name")
        elif self.depth != _OUTERMOST:
            return
        elif name == "table-row":
            self.rows = _times(named, "number-rows-repeated")
            self.column, self.row_letters, self.row_end = 1, 0, 0
        elif name in _CELLS and self.cell is None:
            self.cell = _Cell(self.column, _times(named, "number-columns-repeated"), named)
        elif self.cell is not None:
            self.cell.holds = True
            if name == "s":
                self.cell.letters += _times(named, "c")

    def text(self, said: str) -> None:
        """Take in a cell's text."""
        if self.cell is not None and self.depth == _OUTERMOST:
            self.cell.letters += len(said)
            self.cell.text.append(said)

    def end(self, name: str) -> None:
        """End a table, a row or a cell."""
        if name == "table":
            self.depth -= 1
            if not self.depth:
                self.found[self.name] = self.counted.parts()
        elif self.depth != _OUTERMOST:
            return
        elif name in _CELLS and self.cell is not None:
            self._add(self.cell)
            self.cell = None
        elif name == "table-row":
            if self.row_end:
                letters = self.row_letters * self.rows
                self.counted.filled(self.row + self.rows - 1, self.row_end, letters)
            self.row += self.rows

    def _add(self, cell: _Cell) -> None:
        wide, high = (_times(cell.named, f"number-{way}-spanned") for way in ("columns", "rows"))
        if wide > 1 or high > 1:
            last = (self.row + high - 1, cell.column + wide - 1)
            self.counted.merged(Merge(self.row, last[0], cell.column, last[1]))
        kinds = {text for key, text in cell.named.items() if local(key) == "value-type"}
        text = "".join(cell.text).strip()
        formula = attribute(cell.named, "formula")
        if "error" in kinds or (formula and error_shown(text)):
            self.counted.at_fault(self.row, cell.column, cell_shows(text))
        elif formula and not kinds:
            self.counted.at_fault(self.row, cell.column, NOT_CALCULATED)
        self.column = cell.column + cell.wide
        if cell.holds or kinds:
            self.row_end = self.column - 1
            # A value may stand in an attribute alone
            self.row_letters += (cell.letters + sum(map(len, cell.named.values()))) * cell.wide


def read(archive: Archive) -> dict[str, Parts]:
    """Return the parts of each sheet by its name.

    Raise what zipfile raises for a damaged file, ParseError and TooLargeError.
    """
    for name in _ABOUT:
        archive.keep(name)
    tables = _Tables()
    walk(archive.read(_CONTENT), Handlers(tables.start, tables.end, tables.text))
    return tables.found


def _times(named: Mapping[str, str], name: str) -> int:
    """Return how often something stands, once where that is not said.

    Raise ParseError where it says something that no program writes.
    """
    told = attribute(named, name) or "1"
    if not _TIMES.fullmatch(told):
        message = "what is repeated is repeated a number of times"
        raise ET.ParseError(message)
    return int(told)
