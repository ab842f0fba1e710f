"""D20: equals at the line, and the rulings that order them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.procedure.panel.build_panel import outcomes, ruling
from tests.procedure.panel.build_recommendation import IN, PROTON, UNDER, Row, decided


def equals(*amounts: int, above: int = 0, below: int = 0) -> list[Row]:
    """Return equals A, B, … with these amounts; with Y above them and Z below, if they cost."""
    rows: list[Row] = [(chr(ord("A") + at), 4, amount, "") for at, amount in enumerate(amounts)]
    rows += [("Y", 5, above, "")] if above else []
    rows += [("Z", Fraction(7, 2), below, "")] if below else []
    return rows


@pytest.mark.parametrize(
    ("rows", "tied"),
    [
        (equals(50, 50), ""),
        (equals(50, 51), "AB"),
        (equals(50, 50, above=1), "AB"),
        # The line below them, above them, and among those who stand alone
        (equals(30, 30, above=40, below=1), ""),
        (equals(30, 30, above=101), ""),
        (equals(30, 30, below=60), ""),
        # None of them fits, so that no order lets anyone in
        (equals(60, 60, above=41), ""),
        (equals(60, 70, above=41), ""),
        # Only the smallest fits; then the order decides, though the listed one lets nobody in
        (equals(60, 50, above=50), "AB"),
        (equals(60, 51, above=50), ""),
        (equals(101, 1), "AB"),
    ],
)
def test_d20_a_tie_is_at_the_line_where_the_order_decides_who_comes_in(
    rows: list[Row], tied: str
) -> None:
    found = decided(*rows)
    members = found.tie.members if found.tie else ()
    assert "".join(one.project_number for one in members) == tied
    assert found.tie is None or found.tie.open


def test_d20_the_tie_knows_what_is_left_above_it() -> None:
    found = decided(*equals(60, 50, above=50))
    assert found.tie is not None
    assert (found.tie.remaining, found.tie.ruled) == (50, 0)
    assert {(one.first, one.last) for one in found.tie.members} == {(2, 3)}


@pytest.mark.parametrize(
    ("rulings", "order", "still_open"),
    [
        ((), "ABC", True),
        ((("C", 1),), "CAB", True),
        ((("A", 3),), "BCA", True),
        ((("B", 2),), "ABC", True),
        ((("C", 1), ("A", 3)), "CBA", False),
        ((("C", 2), ("B", 1)), "BCA", False),
        ((("C", 1), ("A", 2), ("B", 3)), "CAB", False),
    ],
)
def test_d20_rulings_order_the_tied_among_themselves(
    rulings: tuple[tuple[str, int], ...], order: str, *, still_open: bool
) -> None:
    found = decided(*equals(60, 50, 50), rulings=tuple(ruling(*one) for one in rulings))
    assert "".join(outcomes(found)) == order
    assert found.tie is not None
    assert found.tie.open is still_open
    assert found.tie.ruled == len(rulings)
    assert {one.project_number for one in found.ranked if one.ruled} == {one for one, _ in rulings}


def test_d20_a_ruling_gives_the_money_to_the_one_put_first() -> None:
    rows = equals(60, 50)
    assert outcomes(decided(*rows, rulings=(ruling("A", 1),))) == {"A": IN, "B": UNDER}
    assert outcomes(decided(*rows, rulings=(ruling("B", 1),))) == {"B": IN, "A": UNDER}


def test_d20_a_ruling_on_equals_away_from_the_line_orders_them_and_moves_no_line() -> None:
    rows = equals(30, 30, above=40, below=1)
    found = decided(*rows, rulings=(ruling("B", 2),))
    assert list(outcomes(found)) == ["Y", "B", "A", "Z"]
    assert set(outcomes(found).items()) == set(outcomes(decided(*rows)).items())
    assert found.tie is None


def test_d20_the_theme_parts_those_that_are_equal_otherwise() -> None:
    rows: list[Row] = [("A", 4, 60, ""), ("B", 4, 60, PROTON)]
    found = decided(*rows)
    assert outcomes(found) == {"B": IN, "A": UNDER}
    assert found.tie is None
