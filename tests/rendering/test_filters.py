from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.rendering.filters import (
    FILTERS,
    aligned,
    compound,
    date_long,
    date_short,
    date_time,
    decimals,
    fixed,
    grade,
    join_and,
    kroner,
    percent,
    signed,
    whole,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (0, "0"),
        (Fraction(11, 2), "5,5"),
        (Fraction(21, 4), "5,25"),
        (Fraction(1, 8), "0,125"),
        (Fraction(1, 16), "0,0625"),
        (Fraction(1, 32), "0,03"),
        (Fraction(1, 3), "0,33"),
        (Fraction(2, 3), "0,67"),
        (Fraction(17, 3), "5,67"),
        (Decimal("5.50"), "5,5"),
        (Fraction(-1, 2), "−0,5"),
    ],
)
def test_grade_is_as_short_as_it_is_exact(value: int | Fraction | Decimal, text: str) -> None:
    assert grade(value) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (5, 1, "5,0"),
        (5, 0, "5"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(49, 20), 1, "2,5"),
        (Fraction(2449, 1000), 1, "2,4"),
        (Fraction(999, 1000), 2, "1,00"),
        (Fraction(1, 100), 2, "0,01"),
        (Fraction(-5, 2), 0, "−3"),
        (Fraction(-1, 100), 1, "0,0"),
        (Decimal("0.005"), 2, "0,01"),
    ],
)
def test_fixed_rounds_halves_away_from_zero(
    value: int | Fraction | Decimal,
    places: int,
    text: str,
) -> None:
    assert fixed(value, places) == text


@given(st.fractions(min_value=-100, max_value=100), st.integers(min_value=0, max_value=4))
def test_fixed_is_never_further_off_than_half_a_unit(value: Fraction, places: int) -> None:
    shown = Fraction(fixed(value, places).replace("−", "-").replace(",", "."))
    assert abs(shown - value) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize("refused", [0.5, True, "5", None])
def test_no_float_gets_through(refused: Any) -> None:  # noqa: ANN401 - anything may be passed
    for write in (grade, percent, whole):
        with pytest.raises(TypeError):
            write(refused)


@pytest.mark.parametrize(
    ("value", "places", "text", "room"),
    [
        (5, 2, "5", ",00"),
        (Fraction(11, 2), 2, "5,5", "0"),
        (Fraction(21, 4), 2, "5,25", ""),
        (Fraction(21, 4), 1, "5,3", ""),
        (5, 0, "5", ""),
        (Fraction(-1, 2), 2, "−0,5", "0"),
        (None, 2, "–", ",00"),
        (None, 0, "–", ""),
    ],
)
def test_aligned_keeps_room_for_missing_decimals_outside_the_text(
    value: int | Fraction | None,
    places: int,
    text: str,
    room: str,
) -> None:
    written = aligned(value, places)
    assert written.striptags() == text
    assert str(written) == text + (f'<span class="pad" data-pad="{room}"></span>' if room else "")


def test_decimals_are_as_many_as_the_column_needs() -> None:
    rows = [
        SimpleNamespace(grade=5, means=SimpleNamespace(quality=Fraction(11, 2))),
        SimpleNamespace(grade=None, means=SimpleNamespace(quality=Fraction(1, 3))),
    ]
    assert decimals(rows, "grade") == 0
    assert decimals(rows, "means.quality") == 2
    assert decimals(iter(rows), "grade", "means.quality") == 2
    assert decimals([], "grade") == 0


def test_whole_numbers_and_amounts_are_grouped_without_line_breaks() -> None:
    assert kroner(2_343_000) == "2\u00a0343\u00a0000\u00a0kr"
    assert kroner(0) == "0\u00a0kr"
    assert whole(999) == "999"
    assert whole(-1000) == "−1\u00a0000"
    assert [signed(change) for change in (3, 0, -3)] == ["+3", "0", "−3"]


def test_percent() -> None:
    assert percent(Fraction(9, 20)) == "45\u00a0%"
    assert percent(Fraction(1, 3), 1) == "33,3\u00a0%"
    assert percent(1) == "100\u00a0%"


def test_dates() -> None:
    assert date_long(date(2019, 11, 20)) == "20.\u00a0november 2019"
    assert date_short(date(2019, 3, 5)) == "05.03.2019"
    moment = datetime(2024, 5, 15, 16, 0, tzinfo=UTC)
    assert date_time(moment) == "15.\u00a0mai 2024 kl.\u00a016.00"


@pytest.mark.parametrize(
    ("heading", "broken"),
    [
        (
            "Gjennomsnittskarakteren fra første runde",
            "Gjennomsnitts|karakteren fra første runde",
        ),
        ("Brukerrepresentantenes plass", "Bruker|representantenes plass"),
        ("Totalkarakter", "Totalkarakter"),
        ("Prosjektnummer", "Prosjektnummer"),
        ("karakterutviklingsprosjekt", "karakterutviklingsprosjekt"),
    ],
)
def test_a_long_compound_may_break_only_where_it_is_joined(heading: str, broken: str) -> None:
    assert compound(heading) == broken.replace("|", "\u00ad")


def test_join_and() -> None:
    assert join_and([]) == ""
    assert join_and(["a"]) == "a"
    assert join_and(["a", "b"]) == "a og b"
    assert join_and(iter("abc")) == "a, b og c"


def test_templates_find_every_filter_under_its_own_name() -> None:
    assert FILTERS["grade"] is grade
    assert all(name == function.__name__ for name, function in FILTERS.items())
