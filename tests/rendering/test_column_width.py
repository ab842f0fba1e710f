"""A column is wide enough for its heading, whatever the language."""

from __future__ import annotations

import string
from math import ceil

import pytest
from fontTools.ttLib import TTFont

from reviewpkg.languages.language import Language
from reviewpkg.rendering.column_width import column_width
from reviewpkg.rendering.page_fonts import FONTS

POINT = 25.4 / 72
HEADING_SIZE = 7.5
ENGLISH = column_width(Language.ENGLISH)


def set_in_semibold(text: str) -> float:
    """Return how many millimetres a text takes as a heading."""
    font = TTFont(FONTS / "ReviewpkgSans-Semibold.ttf")
    letters, widths = font.getBestCmap(), font["hmtx"]
    units = sum(widths[letters[ord(one)]][0] for one in text)
    return float(units / font["head"].unitsPerEm * HEADING_SIZE * POINT)


@pytest.mark.parametrize("letter", string.ascii_letters + "æøåÆØÅéòó.,()%=")
def test_a_letter_is_given_the_room_it_takes(letter: str) -> None:
    assert ENGLISH(0, letter * 15, "") >= ceil(set_in_semibold(letter * 15)) + 2


def test_the_longest_word_decides() -> None:
    assert ENGLISH(12, "Position", "num") == ENGLISH(12, "In Position on", "num") > 12
    assert ENGLISH(12, "Position", "num") == ENGLISH(12, "Position", "") + 2


def test_a_column_is_never_narrower_than_it_was_made() -> None:
    assert ENGLISH(30, "Pair", "") == 30


def test_what_may_be_divided_needs_room_for_its_parts_only() -> None:
    assert ENGLISH(5, "Brukar\u00adkarakter", "") == ENGLISH(5, "karakter", "")
    assert ENGLISH(5, "Gjennomsnittskarakteren", "") == 5


def test_widths_are_set_for_bokmal() -> None:
    assert column_width(Language.BOKMAL)(3, "Prosjektnummer", "num") == 3
