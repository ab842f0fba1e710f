"""Hold what a sheet's own XML tells and a reader of values does not.

Merged cells, formulas that were never calculated, and cells that show an error all come out as
blank cells; a blank cell that is not really empty must be told from an empty one. And a few bytes
may stand for more cells and letters than any memory holds, so they are counted beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat

from reviewpkg.intake.sheets import Merge
from reviewpkg.languages.sentence import Sentence, sentence

NOT_CALCULATED: Final = sentence(
    "cellen har en formel uten utregnet verdi; åpne filen i et regneark, lagre den og prøv igjen."
)
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 1_000
MOST_CELLS: Final = 2_000_000
MOST_LETTERS: Final = 50_000_000
MOST_ODDITIES: Final = 100_000
"""Merged blocks, or cells at fault, of a sheet."""
LARGEST_SMALL_PART: Final = 10_000_000
"""Bytes of a part that tells of the others."""


class TooLargeError(Exception):
    """Tell that a file holds more than any table, in a way that no cell can be pointed to."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold a sheet's merged cells, its faulty cells by row and column from 1, and how far it goes.

    `letters` is the text of all cells together, in characters.
    """

    merges: tuple[Merge, ...] = ()
    faults: Mapping[tuple[int, int], Sentence] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0
    letters: int = 0

    @property
    def size(self) -> int:
        """Return the number of cells from the first to the last."""
        return self.last_row * self.last_column

    @property
    def too_far(self) -> bool:
        """Tell whether the sheet goes further than any table."""
        far = self.last_row > MOST_ROWS or self.last_column > MOST_COLUMNS
        return far or self.size > MOST_CELLS

    @property
    def overlapping(self) -> bool:
        """Tell whether merged cells lie on top of each other, which no program writes."""
        covered = sum(
            max(min(one.last_row, self.last_row) - one.first_row + 1, 0)
            * max(min(one.last_column, self.last_column) - one.first_column + 1, 0)
            for one in self.merges
        )
        return covered > self.size


@dataclass(slots=True)
class Counted:
    """Gather a sheet's parts while its cells go by; raise TooLargeError where they never end."""

    merges: list[Merge] = field(default_factory=list)
    faults: dict[tuple[int, int], Sentence] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0
    letters: int = 0

    def merged(self, merge: Merge) -> None:
        """Take in a block of merged cells."""
        self.merges.append(merge)
        self._bounded()

    def at_fault(self, row: int, column: int, sentence: Sentence) -> None:
        """Take in why a cell is not really empty."""
        self.faults[row, column] = sentence
        self._bounded()

    def filled(self, row: int, column: int, letters: int) -> None:
        """Take in that cells hold something, as far as a row and column; `letters` of them all."""
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)
        self.letters += letters

    def _bounded(self) -> None:
        if len(self.merges) + len(self.faults) > MOST_ODDITIES:
            raise TooLargeError

    def parts(self) -> Parts:
        """Return the parts; raise ParseError where they contradict each other."""
        merges = tuple(self.merges)
        found = Parts(merges, self.faults, self.last_row, self.last_column, self.letters)
        if found.overlapping:
            message = "merged cells do not overlap"
            raise ET.ParseError(message)
        return found


@dataclass(frozen=True, slots=True)
class Handlers:
    """Be what is done while XML goes by, given names without their prefixes."""

    start: Callable[[str, Mapping[str, str]], None]
    end: Callable[[str], None]
    text: Callable[[str], None]


def walk(xml: bytes, handlers: Handlers) -> None:
    """Go through XML without keeping it, the names of attributes with their prefixes.

    Raise ParseError where it is not well-formed, or declares a document type: what that may
    declare would never end to unpack, or be fetched from elsewhere. A reader of values forgives
    what is wrong, and may take a slip for a column of its own some thousand million columns away.
    """
    if b"\0" in xml:
        message = "a part is in UTF-8, where no letter holds a zero"
        raise ET.ParseError(message)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, named: handlers.start(local(name), named)
    parser.EndElementHandler = lambda name: handlers.end(local(name))
    parser.CharacterDataHandler = handlers.text
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - the parser takes no keywords
    except expat.ExpatError as error:
        raise ET.ParseError(str(error)) from error


def _refuse(*_: object) -> NoReturn:
    message = "a sheet declares no document type"
    raise ET.ParseError(message)


def small(xml: bytes) -> list[tuple[str, Mapping[str, str]]]:
    """Return the elements of a part that tells of the others, in order, with their attributes.

    Raise TooLargeError where it cannot be one, and ParseError where it is not well-formed.
    """
    if len(xml) > LARGEST_SMALL_PART:
        raise TooLargeError
    found: list[tuple[str, Mapping[str, str]]] = []
    walk(
        xml,
        Handlers(lambda name, named: found.append((name, named)), lambda _: None, lambda _: None),
    )
    return found


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def attribute(named: Mapping[str, str], name: str) -> str:
    """Return an attribute by its name without prefix, blank where there is none."""
    return next((text for key, text in named.items() if local(key) == name), "")
