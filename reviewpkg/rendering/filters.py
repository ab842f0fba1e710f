"""Give templates the figures and dates of their page's language, as filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from markupsafe import Markup

from reviewpkg.domain.headings import word_in
from reviewpkg.languages.figures import Exact, Figures
from reviewpkg.languages.language import Language

SOFT_HYPHEN: Final = "\u00ad"
NOTHING: Final = "–"
"""What stands in a cell without a figure."""

_LONG_WORD: Final = re.compile(r"\w{18,}")
_JOINT: Final = re.compile(r"(?<=\w{5})(?=karakter|representant)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Line figures up in the columns of a page."""

    figures: Figures

    def decimals(self, rows: Iterable[object], *attributes: str) -> int:
        """Return how many decimals `grade` writes at most, of the rows' attributes of figures.

        An attribute may be a path, as in `standing.grade`.
        """
        values = (attrgetter(path)(row) for path, row in product(attributes, list(rows)))
        return max((self._decimals(value) for value in values if value is not None), default=0)

    def aligned(self, value: Exact | None, places: int) -> Markup:
        """Write a grade for a column of figures that line up at the decimal mark.

        What the others have and this one lacks is left open, exactly as wide: 5, 2 → `5` and room
        for `,00`. The stylesheet makes the room; the text stays `5`, to copy, search and read
        aloud. A value with more than `places` decimals is rounded to them; None, no figure, is a
        dash.
        """
        mark = self.figures.decimal_mark
        if value is None:
            return _with_room(NOTHING, f"{mark}{'0' * places}" if places else "")
        has = self._decimals(value)
        if has > places:
            return _with_room(self.figures.fixed(value, places), "")
        lacks = "" if has or not places else mark
        return _with_room(self.figures.grade(value), f"{lacks}{'0' * (places - has)}")

    def _decimals(self, value: Exact) -> int:
        return len(self.figures.grade(value).partition(self.figures.decimal_mark)[2])


def compound(text: str) -> str:
    """Let a long compound break where it is joined, as `Gjennomsnitts-karakter`.

    A soft hyphen does it, invisible where the word is whole. Other words are left to the
    dictionary of the program that lays the page out.
    """
    return _LONG_WORD.sub(lambda word: _JOINT.sub(SOFT_HYPHEN, word[0]), text)


def filters(language: Language) -> Mapping[str, Callable[..., str | int]]:
    """Return the filters of a language, by name; `word` is for a word of the tables' cells."""
    figures = Figures(language)
    columns = Columns(figures)

    def word(text: str) -> str:
        return word_in(language, text)

    functions: tuple[Callable[..., str | int], ...] = (
        figures.grade,
        figures.fixed,
        columns.decimals,
        columns.aligned,
        figures.whole,
        figures.signed,
        figures.kroner,
        figures.percent,
        figures.date_long,
        figures.date_short,
        figures.date_time,
        compound,
        figures.join_and,
        word,
    )
    return MappingProxyType({function.__name__: function for function in functions})


def _with_room(text: str, room: str) -> Markup:
    """Return a figure followed by the room of what it lacks."""
    return Markup(f'{text}<span class="pad" data-pad="{room}"></span>' if room else text)  # noqa: S704 - figures, a mark and a dash
