"""Parse the rows of one sheet, cell by cell, by the table's declaration."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from reviewpkg.domain.tables import Column, Count, Identifier, Kroner, Number, Table, Text
from reviewpkg.intake.cells import (
    Value,
    cell_shows,
    error_shown,
    parse,
    shown,
    unexpected,
)
from reviewpkg.intake.expected import Expected
from reviewpkg.intake.headings import Layout
from reviewpkg.intake.names import plain
from reviewpkg.intake.sheets import Cells, Merge, Sheet
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import quoted, sentence
from reviewpkg.problems import Place, Problem

_TOTAL = re.compile(
    r"(?:antall|gjennomsnitt|i alt|snitt|sum|summer|til sammen|total|totalsum|totalt)(?![^\W\d])"
)
BLANK = sentence("cellen er tom, men må være fylt ut.")
_NOTHING = frozenset[str]()


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """Be one row's values by field; `content` tells it from other rows however it was saved."""

    place: Place
    values: Mapping[str, Value | None]
    unusable: frozenset[str]
    content: Hashable


@dataclass(slots=True)
class ParsedRows:
    """Gather a sheet's rows and problems; `lost` tells that some row gave nothing at all."""

    rows: list[ParsedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: bool = False


def parse_rows(table: Table, sheet: Sheet, layout: Layout) -> ParsedRows:
    """Parse every row below the headings; a sheet with headings in doubt gives no rows."""
    parsed = ParsedRows()
    if layout.lost.issuperset(column.field for column in table.columns):
        return parsed
    reader = _RowReader(table, sheet, layout)
    parsed.problems += reader.merged
    for number, cells in enumerate(sheet.rows, start=1):
        if number <= layout.header_row or not reader.is_filled(number, cells):
            continue
        place = sheet.place_of(number)
        if number in sheet.row_faults:
            parsed.problems.append(Problem(place, sheet.row_faults[number]))
            parsed.lost = True
        elif reader.is_total(cells):
            told = sentence(
                "raden med {first} ser ut som en sumrad, ikke som data; slett den, eller fyll ut "
                "{heading} om den er data.",
                first=shown(next(cell for cell in cells if cell)),
                heading=quoted(reader.id_heading),
            )
            parsed.problems.append(Problem(place, told))
        else:
            row, problems = reader.row(number, cells)
            parsed.rows.append(row)
            parsed.problems += problems
    return parsed


class _RowReader:
    """Read rows that lie under the same headings; a text that repeats is parsed once."""

    def __init__(self, table: Table, sheet: Sheet, layout: Layout) -> None:
        self._sheet = sheet
        self._lost = layout.lost
        self._places = [
            (column, layout.columns[column.field])
            for column in table.columns
            if column.field in layout.columns and column.field not in layout.lost
        ]
        self._filled_at = sorted((*layout.columns.values(), *layout.shown))
        self._ids = [
            at
            for column, at in self._places
            if isinstance(column.cell, Identifier) and _is_required(column)
        ]
        self._figures = {
            at for column, at in self._places if isinstance(column.cell, Kroner | Number | Count)
        }
        self._blank = {column.field: None for column in table.columns}
        self._known: dict[str, dict[str, Value | Expected]] = {
            column.field: {} for column, _ in self._places
        }
        self._covered: set[tuple[int, int]] = set()
        self.merged: list[Problem] = []
        for merge in sheet.merges:
            covered = set(self._covered_by(merge, layout.header_row))
            self._covered |= covered
            if covered:
                place = sheet.place_of(merge.first_row)
                told = sentence(
                    "cellene {cells} er slått sammen; del dem opp og fyll ut hver celle.",
                    cells=str(merge),
                )
                self.merged.append(Problem(place, told))

    def _covered_by(self, merge: Merge, header_row: int) -> Iterator[tuple[int, int]]:
        """Give the declared cells that lie in a block of merged cells but do not hold its value."""
        first = max(merge.first_row, header_row + 1)
        for row in range(first, min(merge.last_row, len(self._sheet.rows)) + 1):
            for _, at in self._places:
                if merge.covers(row, at + 1):
                    yield row, at

    def is_filled(self, number: int, cells: Cells) -> bool:
        """Tell whether a declared column holds anything; what stands beside them is not data."""
        if any(at < len(cells) and cells[at] for at in self._filled_at):
            return True
        return any((number, at + 1) in self._sheet.faults for _, at in self._places)

    def is_total(self, cells: Cells) -> bool:
        """Tell a total row: a word for a sum first, or figures only, and some id blank."""
        given = [at for at in self._filled_at if at < len(cells) and cells[at]]
        if not given or not self._ids:
            return False
        if _TOTAL.match(plain(cells[given[0]]).casefold()):
            return self._ids[0] == given[0] or self._ids[0] not in given
        return self._figures.issuperset(given)

    @property
    def id_heading(self) -> str:
        """Return the heading of the first column that a row of data cannot be without."""
        ids = (column for column, at in self._places if at in self._ids)
        return next(column.heading for column in ids)

    def row(self, number: int, cells: Cells) -> tuple[ParsedRow, list[Problem]]:
        """Parse a row; several blank cells in it are one problem."""
        place = self._sheet.place_of(number)
        values: dict[str, Value | None] = dict(self._blank)
        raw: list[Hashable] = []
        problems, unusable, blank = [], set(self._lost), []
        for column, at in self._places:
            text = cells[at] if at < len(cells) else ""
            value = self._value(column, text) if text else None
            raw.append(text if isinstance(value, Expected) else value)
            if isinstance(value, Expected):
                unusable.add(column.field)
                problems.append(Problem(place.at(column.heading), value.what))
            elif value is not None:
                values[column.field] = value
            elif (number, at + 1) in self._sheet.faults:
                unusable.add(column.field)
                problems.append(
                    Problem(place.at(column.heading), self._sheet.faults[number, at + 1])
                )
            elif (number, at) in self._covered:
                unusable.add(column.field)
            elif _is_required(column):
                unusable.add(column.field)
                blank.append(column.heading)
        problems += _blank(place, blank)
        fields = frozenset(unusable) if unusable else _NOTHING
        return ParsedRow(place, values, fields, tuple(raw)), problems

    def _value(self, column: Column, text: str) -> Value | Expected:
        """Parse a text; what was expected comes as the whole sentence."""
        if error_shown(text):
            return Expected(cell_shows(text))
        if isinstance(column.cell, Text):
            return _text(column.cell, text.replace("\r\n", "\n"))
        known = self._known[column.field]
        value = known.get(text)
        if value is None:
            value = parse(column.cell, text)
            if isinstance(value, Expected):
                value = Expected(unexpected(value, text))
            known[text] = value
        return value


def _text(cell: Text, text: str) -> str | Expected:
    if len(text) <= cell.most:
        return text
    return Expected(
        sentence(
            "teksten er på {letters} tegn; kort den ned til høyst {most}.",
            letters=len(text),
            most=cell.most,
        )
    )


def _is_required(column: Column) -> bool:
    return not (column.optional or column.may_be_blank)


def _blank(place: Place, headings: list[str]) -> list[Problem]:
    if not headings:
        return []
    if len(headings) == 1:
        return [Problem(place.at(headings[0]), BLANK)]
    told = sentence(
        "cellene i kolonnene {headings} er tomme, men må være fylt ut.",
        headings=enumerated(map(quoted, headings)),
    )
    return [Problem(place, told)]
