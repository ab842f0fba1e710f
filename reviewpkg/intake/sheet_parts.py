"""Hold what a sheet's own XML tells and a reader of values does not.

Merged cells, formulas that were never calculated, and cells that show an error all come out as
blank cells; a blank cell that is not really empty must be told from an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.parsers import expat

from reviewpkg.intake.sheets import Merge
from reviewpkg.languages.sentence import Sentence, sentence

_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
NOT_CALCULATED = sentence(
    "cellen har en formel uten utregnet verdi; åpne filen i et regneark, lagre den og prøv igjen."
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold a sheet's merged cells, its faulty cells by row and column from 1, and how far it goes.

    `last_row` and `last_column` are 0 where the sheet is too small for them to matter.
    """

    merges: tuple[Merge, ...] = ()
    faults: Mapping[tuple[int, int], Sentence] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0

    @property
    def size(self) -> int:
        """Return the number of cells from the first to the last."""
        return self.last_row * self.last_column


def check(xml: bytes, absurd: re.Pattern[bytes]) -> None:
    """Raise ParseError where XML is not well-formed or has what would never end to unpack.

    A reader of values forgives what is wrong with it, and may then take a slip for a column of
    its own some thousand million columns away.
    """
    if _DECLARES.search(xml) or absurd.search(xml):
        message = "a sheet declares no document type and stays within its bounds"
        raise ET.ParseError(message)
    try:
        expat.ParserCreate().Parse(xml, True)  # noqa: FBT003 - the parser takes no keywords
    except expat.ExpatError as error:
        raise ET.ParseError(str(error)) from error


def parsed(xml: bytes) -> ET.Element:
    """Return the root of a small part; raise ParseError where it is not well-formed."""
    check(xml, _DECLARES)
    return ET.fromstring(xml)  # noqa: S314 - nothing is declared that could be expanded


def local(element: ET.Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str) -> str:
    """Return an attribute by its name without namespace, blank where there is none."""
    return next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")
