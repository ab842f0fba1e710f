"""A scale holds its bounds and its steps, exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewpkg.domain.call import Scale

WHOLE = Scale(Fraction(1), Fraction(7), Fraction(1))
HALVES = Scale(Fraction(1), Fraction(7), Fraction(1, 2))
TENTHS = Scale(Fraction(0), Fraction(1), Fraction(1, 10))


@pytest.mark.parametrize(
    ("scale", "value", "inside"),
    [
        (WHOLE, Fraction(0), False),
        (WHOLE, Fraction(1), True),
        (WHOLE, Fraction(2), True),
        (WHOLE, Fraction(7), True),
        (WHOLE, Fraction(8), False),
        (WHOLE, Fraction(13, 2), False),
        (WHOLE, Fraction(99, 100), False),
        (WHOLE, Fraction(701, 100), False),
        (WHOLE, 5, True),
        (WHOLE, 8, False),
        (WHOLE, 5.0, False),
        (WHOLE, "5", False),
        (WHOLE, None, False),
        (HALVES, Fraction(13, 2), True),
        (HALVES, Fraction(27, 4), False),
        (HALVES, Fraction(15, 2), False),
        (HALVES, Fraction(1, 2), False),
        (TENTHS, Fraction(3, 10), True),
        (TENTHS, 0.3, False),
    ],
)
def test_a_scale_holds_a_number_within_its_bounds_and_on_its_steps(
    scale: Scale, value: object, *, inside: bool
) -> None:
    assert (value in scale) == inside


def test_the_steps_of_a_scale_count_from_its_lowest_value() -> None:
    scale = Scale(Fraction(1, 2), Fraction(7, 2), Fraction(1))
    assert list(scale) == [Fraction(1, 2), Fraction(3, 2), Fraction(5, 2), Fraction(7, 2)]
    assert Fraction(1) not in scale


def test_a_scale_gives_its_values_lowest_first_and_both_bounds_among_them() -> None:
    assert list(WHOLE) == [1, 2, 3, 4, 5, 6, 7]
    assert len(list(HALVES)) == 13
    assert list(TENTHS)[3] == Fraction(3, 10)


@settings(derandomize=True, deadline=None)
@given(
    st.fractions(-9, 9, max_denominator=9),
    st.integers(1, 12),
    st.fractions(Fraction(1, 9), 3, max_denominator=9),
)
def test_every_value_that_a_scale_gives_lies_on_it(
    low: Fraction, steps: int, step: Fraction
) -> None:
    scale = Scale(low, low + steps * step, step)
    assert len(list(scale)) == steps + 1
    assert all(value in scale for value in scale)
    assert not any(value + step / 2 in scale for value in scale)
