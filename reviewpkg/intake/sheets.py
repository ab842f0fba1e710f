"""Hold a sheet as the text of its cells, with the row numbers that a spreadsheet program shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import TypeAlias

from reviewpkg.languages.sentence import Sentence
from reviewpkg.problems import Place, Problem

Cells: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Be a block of merged cells; rows and columns count from 1, both ends included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    def __str__(self) -> str:
        """Write the block as a spreadsheet program does, e.g. A1:C1."""
        first = f"{letters(self.first_column)}{self.first_row}"
        return f"{first}:{letters(self.last_column)}{self.last_row}"

    def covers(self, row: int, column: int) -> bool:
        """Tell whether a cell lies in the block but is not its first, which holds the value."""
        inside = self.first_row <= row <= self.last_row
        inside = inside and self.first_column <= column <= self.last_column
        return inside and (row, column) != (self.first_row, self.first_column)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Be one sheet: `rows[0]` is row 1; cells are stripped text, blank where empty.

    `faults` says, by row and column from 1, why a blank cell is not really empty; `row_faults`
    says, by row, why none of its cells can be trusted.
    """

    file: str
    name: str
    rows: tuple[Cells, ...]
    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    faults: Mapping[tuple[int, int], Sentence] = field(default_factory=dict)
    row_faults: Mapping[int, Sentence] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """Return the place of the sheet as a whole."""
        return Place(self.file, self.name)

    def place_of(self, row: int) -> Place:
        """Return the place of a row."""
        return Place(self.file, self.name, row)

    def filled_rows(self) -> Iterator[tuple[int, Cells]]:
        """Give every row that is not empty, with its number."""
        faulty = {row for row, _ in self.faults}
        for number, cells in enumerate(self.rows, start=1):
            if any(cells) or number in faulty:
                yield number, cells

    def header(self) -> tuple[int, Cells]:
        """Return the first non-empty row and its number, (0, ()) where there is none."""
        return next(self.filled_rows(), (0, ()))


@dataclass(frozen=True, slots=True)
class Opened:
    """Hold what a file gave: its sheets, or why it gave none."""

    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()


def refused(file: str, reason: Sentence, row: int = 0) -> Opened:
    """Return a file that gave nothing, and the reason."""
    return Opened(problems=(Problem(Place(file, row=row), reason),))


def letters(column: int) -> str:
    """Name a column, counted from 1, as a spreadsheet program does: A, B, … Z, AA."""
    name = ""
    while column:
        column, place = divmod(column - 1, len(ascii_uppercase))
        name = ascii_uppercase[place] + name
    return name
