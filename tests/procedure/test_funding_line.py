"""D12, D15, D22: money divided, added up and cut, to the krone."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.procedure.funding_line import Bounds, awarded, bounds, frames, running_sums
from tests.procedure.build import THOROUGH

THIRD = Fraction(1, 3)


@pytest.mark.parametrize(
    ("budget", "shares", "expected"),
    [
        (66_000_000, (2 * THIRD, THIRD), (44_000_000, 22_000_000)),
        (100, (2 * THIRD, THIRD), (67, 33)),
        (101, (2 * THIRD, THIRD), (67, 34)),
        (102, (2 * THIRD, THIRD), (68, 34)),
        (100, (THIRD, 2 * THIRD), (33, 67)),
        (99, (THIRD, THIRD, THIRD), (33, 33, 33)),
        (100, (THIRD, THIRD, THIRD), (34, 33, 33)),
        (101, (THIRD, THIRD, THIRD), (34, 34, 33)),
        (1, (Fraction(1, 2), Fraction(1, 2)), (1, 0)),
        (7, (Fraction(1, 2), Fraction(1, 2)), (4, 3)),
        (10, (Fraction(1, 10), Fraction(9, 20), Fraction(9, 20)), (1, 5, 4)),
        (0, (2 * THIRD, THIRD), (0, 0)),
        (66, (Fraction(1),), (66,)),
        (66, (Fraction(1), Fraction(0)), (66, 0)),
        (10**15 + 1, (2 * THIRD, THIRD), (666_666_666_666_667, 333_333_333_333_334)),
    ],
)
def test_d12_what_rounding_leaves_goes_to_the_largest_remainders(
    budget: int, shares: tuple[Fraction, ...], expected: tuple[int, ...]
) -> None:
    assert frames(budget, shares) == expected


@THOROUGH
@given(st.integers(0, 10**9), st.lists(st.integers(1, 50), min_size=1, max_size=7))
def test_d12_frames_sum_to_the_budget_and_lie_less_than_a_krone_off(
    budget: int, weights: list[int]
) -> None:
    shares = [Fraction(weight, sum(weights)) for weight in weights]
    divided = frames(budget, shares)
    assert sum(divided) == budget
    off = [frame - budget * share for frame, share in zip(divided, shares, strict=True)]
    assert all(-1 < difference < 1 for difference in off)
    # Nobody rounded down lost a larger fraction than one rounded up had.
    lost = [-difference for difference in off if difference < 0]
    had = [1 - difference for difference in off if difference > 0]
    assert max(lost, default=Fraction(0)) <= min(had, default=Fraction(1))


def test_2_7_running_sums_include_the_application_itself() -> None:
    assert running_sums((3, 1, 2)) == (3, 4, 6)
    assert running_sums(()) == ()


@pytest.mark.parametrize(
    ("amounts", "frame", "above"),
    [
        ((5, 5, 5), 9, 1),
        ((5, 5, 5), 10, 2),
        ((5, 5, 5), 11, 2),
        ((5, 5, 5), 14, 2),
        ((5, 5, 5), 15, 3),
        ((5, 5, 5), 4, 0),
        ((5, 5, 5), 5, 1),
        ((5, 6, 1), 10, 1),
        ((11, 1, 1), 10, 0),
        ((5,), 0, 0),
        ((), 10, 0),
        ((1, 1), 10, 2),
    ],
)
def test_d22_a_sum_that_equals_the_frame_is_awarded_and_nothing_below_the_line(
    amounts: tuple[int, ...], frame: int, above: int
) -> None:
    assert awarded(amounts, frame) == above


def counted(amounts: Sequence[int], frame: int) -> int:
    """Go down an order, application by application, and stop at the first that does not fit."""
    total = count = 0
    for amount in amounts:
        total += amount
        if total > frame:
            break
        count += 1
    return count


@pytest.mark.parametrize("size", range(7))
def test_d15_no_order_of_up_to_six_gives_fewer_or_more_and_some_order_gives_each(
    size: int,
) -> None:
    for amounts in combinations_with_replacement((1, 2, 5), size):
        orders = set(permutations(amounts))
        for frame in range(sum(amounts) + 2):
            found = {counted(one, frame) for one in orders}
            assert bounds(amounts, frame) == Bounds(min(found), max(found))


@st.composite
def pools(draw: st.DrawFn) -> tuple[list[int], int]:
    """Draw up to 13 amounts and a frame that some of them may fit."""
    amounts = draw(st.lists(st.integers(1, 10**7), max_size=13))
    return amounts, draw(st.integers(0, sum(amounts) + 1))


@THOROUGH
@given(pools(), st.randoms(use_true_random=False))
def test_d15_any_order_of_up_to_thirteen_lies_within_the_bounds(
    case: tuple[list[int], int], chance: Random
) -> None:
    amounts, frame = case
    ends = bounds(amounts, frame)
    shuffled = chance.sample(amounts, len(amounts))
    assert bounds(shuffled, frame) == ends
    assert ends.fewest <= counted(shuffled, frame) <= ends.most
    assert awarded(shuffled, frame) == counted(shuffled, frame)
    more = bounds(amounts, frame + 1)
    assert ends.fewest <= more.fewest
    assert ends.most <= more.most
