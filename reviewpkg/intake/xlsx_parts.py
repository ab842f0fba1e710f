"""Look into an xlsx workbook's XML for merged cells, missing values, errors and far-off cells."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from reviewpkg.intake.archive import Archive
from reviewpkg.intake.cells import cell_shows
from reviewpkg.intake.sheet_parts import (
    MOST_CELLS,
    NOT_CALCULATED,
    Counted,
    Handlers,
    Parts,
    TooLargeError,
    attribute,
    small,
    walk,
)
from reviewpkg.intake.sheets import Merge
from reviewpkg.languages.sentence import Sentence

_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_TEXTS: Final = "xl/sharedStrings.xml"
_UNLOOKED: Final = ("[Content_Types].xml", "_rels/.rels", "xl/styles.xml")
MOST_SHEETS: Final = 500


def read(archive: Archive) -> dict[str, Parts | None]:
    """Return the parts of each sheet by its name; None for a sheet without cells, as a chart.

    Raise what zipfile raises for a damaged file, ParseError and TooLargeError.
    """
    relations = [named for _, named in small(archive.read(_RELATIONS))]
    kinds = {one.get("Id", ""): one.get("Type", "") for one in relations}
    targets = {one.get("Id", ""): _path(one.get("Target", "")) for one in relations}
    for name in _UNLOOKED:
        archive.keep(name)
    lengths = _lengths(archive.read(_TEXTS)) if _TEXTS in archive else ()
    found: dict[str, Parts | None] = {}
    read_from: set[str] = set()
    for name, named in small(archive.read(_WORKBOOK)):
        if name == "sheet":
            relation = attribute(named, "id")
            sheet = named.get("name", "")
            found[sheet] = None
            if kinds.get(relation, "").endswith("/worksheet"):
                target = targets[relation]
                if target in read_from:
                    message = "every sheet is a part of its own"
                    raise ET.ParseError(message)
                read_from.add(target)
                found[sheet] = _parts(archive.read(target), lengths)
        if len(found) > MOST_SHEETS:
            raise TooLargeError
    return found


def _path(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _lengths(xml: bytes) -> Sequence[int]:
    """Return how long each of the texts is that cells point to."""
    lengths = array("Q")

    def start(name: str, _: Mapping[str, str]) -> None:
        if name == "si":
            if len(lengths) >= MOST_CELLS:
                raise TooLargeError
            lengths.append(0)

    def text(said: str) -> None:
        if lengths:
            lengths[-1] += len(said)

    walk(xml, Handlers(start, lambda _: None, text))
    return lengths


@dataclass(slots=True)
class _Cells:
    """Follow a sheet's cells; what stands in no cell is passed over."""

    lengths: Sequence[int]
    counted: Counted = field(default_factory=Counted)
    row: int = 0
    column: int = 0
    kind: str = ""
    inside: str = ""
    value: list[str] = field(default_factory=list)
    letters: int = 0
    parts: set[str] = field(default_factory=set)

    def start(self, name: str, named: Mapping[str, str]) -> None:
        """Begin a row, a cell, or a part of a cell."""
        if name == "c":
            self.row, self.column = _placed(named) or (self.row, self.column + 1)
            self.kind = named.get("t", "")
            self.letters = 0
            self.value.clear()
            self.parts.clear()
        elif name == "row":
            self.row, self.column = int(named.get("r") or self.row + 1), 0
        elif name == "mergeCell":
            self._merge(named.get("ref", ""))
        else:
            self.parts.add(name)
        self.inside = name

    def text(self, said: str) -> None:
        """Take in text; only that of a value says what the cell shows."""
        self.letters += len(said)
        if self.inside == "v":
            self.value.append(said)

    def end(self, name: str) -> None:
        """End a cell, or a part of one."""
        self.inside = ""
        if name == "c":
            value = "".join(self.value)
            if self.parts:
                shared = self.kind == "s" and value.strip().isdecimal()
                letters = self._length(int(value)) if shared else self.letters
                self.counted.filled(self.row, self.column, letters)
            fault = self._fault(value)
            if fault:
                self.counted.at_fault(self.row, self.column, fault)
            self.parts.clear()

    def _length(self, text: int) -> int:
        return self.lengths[text] if text < len(self.lengths) else 0

    def _fault(self, value: str) -> Sentence | None:
        if self.kind == "e":
            return cell_shows(value if "v" in self.parts else "#N/A")
        waits = "f" in self.parts and not value and self.kind != "str"
        return NOT_CALCULATED if waits else None

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = _position(first), _position(last or first)
        if start and end:
            self.counted.merged(Merge(start[0], end[0], start[1], end[1]))


def _parts(xml: bytes, lengths: Sequence[int]) -> Parts:
    cells = _Cells(lengths)
    walk(xml, Handlers(cells.start, cells.end, cells.text))
    return cells.counted.parts()


def _placed(named: Mapping[str, str]) -> tuple[int, int] | None:
    """Return where a cell says that it stands, None where it leaves that to the one before.

    Raise ParseError where it says something else.
    """
    reference = named.get("r")
    if reference is None:
        return None
    found = _PLACE.fullmatch(reference)
    if found is None:
        message = "a cell stands in a row and column of the sheet"
        raise ET.ParseError(message)
    return int(found[2]), _column(found[1])


def _position(reference: str) -> tuple[int, int] | None:
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]), _column(found[1])) if found else None


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
