"""Give the column of a table room for the longest word of its heading."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import ceil
from typing import Final

from reviewpkg.languages.language import Language

# Millimetres, of the semibold letters that headings are set in; enough for the widest of each kind.
_LETTERS: Final = (("ijlI", 0.76), ("frt", 1.0), ("mwæMWÆ%", 2.25))
_CAPITAL: Final = 1.8
_OTHER: Final = 1.5
_AIR: Final = 2
_AIR_BESIDE_FIGURES: Final = 4
_LONG: Final = 16
"""A word of so many letters is divided by the stylesheet."""
_PARTS: Final = re.compile("(?<=[-–/\u00ad])|\\s+")


def column_width(language: Language) -> Callable[[int, str, str], int]:
    """Return the filter `fitting`: a column's width for its heading in a language.

    Widths are given in whole millimetres for bokmål, and are the least in other languages; the
    class of the column's cells tells how much of it is air.
    """

    def fitting(width: int, heading: str, kind: str) -> int:
        if language is Language.BOKMAL:
            return width
        air = _AIR_BESIDE_FIGURES if "num" in kind.split() else _AIR
        return max(width, ceil(_longest(heading) + air))

    return fitting


def _longest(heading: str) -> float:
    words = (part for part in _PARTS.split(heading) if len(part) < _LONG)
    return max((sum(map(_width, word)) for word in words), default=0)


def _width(letter: str) -> float:
    for letters, width in _LETTERS:
        if letter in letters:
            return width
    return _CAPITAL if letter.isupper() else _OTHER
