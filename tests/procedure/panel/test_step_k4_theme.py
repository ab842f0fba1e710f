"""K4: what the priority theme changed, and what hangs on a tie that nobody had to break."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.procedure.panel.build_panel import outcomes, ruling
from tests.procedure.panel.build_recommendation import IN, PROTON, UNDER, Row, decided, names


def test_k4_the_theme_brings_one_in_and_pushes_another_out() -> None:
    rows: list[Row] = [("A", 5, 60, ""), ("B", 4, 60, PROTON)]
    assert names(decided(*rows)) == ("B", "A", "")


def test_k4_a_theme_that_changes_nothing_says_so() -> None:
    rows: list[Row] = [("A", 5, 60, PROTON), ("B", 4, 60, "")]
    assert names(decided(*rows)) == ("", "", "")


def test_k4_a_theme_may_push_out_more_than_it_brings_in() -> None:
    rows: list[Row] = [("A", 5, 50, ""), ("B", Fraction(9, 2), 50, ""), ("C", 4, 60, PROTON)]
    assert names(decided(*rows)) == ("C", "AB", "")


def test_k4_a_fate_that_hangs_on_a_tie_nobody_had_to_break_is_left_open() -> None:
    # Without the theme A and B are equal at the line; with it B goes first and A is out.
    rows: list[Row] = [("A", 4, 60, ""), ("B", 4, 60, PROTON)]
    assert names(decided(*rows)) == ("", "", "BA")


def test_k4_one_too_large_for_any_order_hangs_on_nothing() -> None:
    # Without the theme 50 are left for A, B and C: whoever is first, C never fits.
    rows: list[Row] = [
        ("Y", 5, 50, ""),
        ("A", 4, 50, ""),
        ("B", 4, 40, ""),
        ("C", 4, 90, PROTON),
    ]
    found = decided(*rows)
    assert outcomes(found) == {"C": IN, "Y": UNDER, "A": UNDER, "B": UNDER}
    assert names(found) == ("C", "Y", "AB")


def test_k4_a_tie_that_was_ruled_leaves_nothing_open() -> None:
    rows: list[Row] = [("A", 4, 60, ""), ("B", 4, 60, ""), ("C", 5, 40, PROTON)]
    assert names(decided(*rows)) == ("", "", "AB")
    assert names(decided(*rows, rulings=(ruling("B", 2),))) == ("", "", "")


def test_k4_rulings_among_some_of_the_tied_leave_the_others_open() -> None:
    # With the theme A goes first, and B and C are ordered behind it; without, all three are equal.
    rows: list[Row] = [("A", 4, 60, PROTON), ("B", 4, 60, ""), ("C", 4, 60, "")]
    found = decided(*rows, rulings=(ruling("B", 3), ruling("C", 2)))
    assert outcomes(found) == {"A": IN, "C": UNDER, "B": UNDER}
    assert names(found) == ("", "", "ACB")


@pytest.mark.parametrize("theme", ["Kreft hos barn", "  kreft  hos BARN "])
def test_k4_a_theme_of_several_words_is_the_same_however_it_is_spaced_and_cased(theme: str) -> None:
    rows: list[Row] = [("A", 5, 60, "Kreft"), ("B", 4, 60, theme)]
    assert outcomes(decided(*rows, theme="kreft hos barn")) == {"B": IN, "A": UNDER}
