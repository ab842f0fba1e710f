"""Hold what a sheet's own XML tells and a reader of values does not.

Merged cells, formulas that were never calculated, and cells that show an error all come out as
blank cells; a blank cell that is not really empty must be told from an empty one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from reviewpkg.intake.sheets import Merge

NOT_CALCULATED = (
    "cellen har en formel uten utregnet verdi; åpne filen i et regneark, lagre den og prøv igjen."
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold a sheet's merged cells, its faulty cells by row and column from 1, and how far it goes.

    `last_row` and `last_column` are 0 where the sheet is too small for them to matter.
    """

    merges: tuple[Merge, ...] = ()
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0

    @property
    def size(self) -> int:
        """Return the number of cells from the first to the last."""
        return self.last_row * self.last_column


def local(element: ET.Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str) -> str:
    """Return an attribute by its name without namespace, blank where there is none."""
    return next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")
