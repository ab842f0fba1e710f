"""Step 2.5: which windows may be proposed and in which order (D13–D16), by trying every run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from reviewpkg.procedure.funding_line import Bounds
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis, Pool, Refusal, pool
from reviewpkg.procedure.two_round.step_2_5_windows import (
    Safety,
    Window,
    line_row,
    nearest,
    window,
    windows,
)
from tests.procedure.build import THOROUGH
from tests.procedure.build_conference import order_o, rows_of, untied
from tests.procedure.by_the_book import admissible


def by_hand(groups: Sequence[int], amounts: Sequence[int], frame: int) -> list[tuple[int, int]]:
    """Return the admissible runs among groups of equals, the preferred run first."""
    keys = [group for group, size in enumerate(groups) for _ in range(size)]
    return admissible(keys[: len(amounts)], amounts, frame)


def parts_of(one: Pool) -> list[tuple[Standing, ...]]:
    """Return what is above the pool, in it and below it."""
    return [one.award_1, one.ranking, one.rejection_2]


Case = tuple[list[int], list[int], int]


@st.composite
def lists(draw: st.DrawFn) -> Case:
    """Draw 7 to 26 applications in groups of equals, amounts alike or not, and a frame."""
    groups = draw(st.lists(st.sampled_from([1, 1, 1, 1, 2, 2, 3, 8]), min_size=5, max_size=20))
    rows = min(sum(groups), 26)
    assume(rows >= 7)
    largest = draw(st.sampled_from([1, 2, 9]))
    amounts = draw(st.lists(st.integers(1, largest), min_size=rows, max_size=rows))
    sums = list(accumulate(amounts, initial=0))
    frame = draw(st.sampled_from(sums)) + draw(st.sampled_from([0, 0, -1, 1]))
    return groups, amounts, min(max(frame, 0), sum(amounts) - 1)


@THOROUGH
@given(lists())
def test_d16_exactly_the_admissible_windows_are_found_and_chosen_among_in_its_order(
    case: Case,
) -> None:
    groups, amounts, frame = case
    standings = order_o(groups, amounts)
    expected = by_hand(groups, amounts, frame)
    chosen = pool("KS", standings, frame, None)
    assert chosen.basis is Basis.PROPOSED
    event(f"{min(len(expected), 3)} windows or more")
    if expected:
        assert chosen.window is not None
        assert [rows_of(one) for one in (chosen.window, *chosen.others)] == expected
        assert chosen.refusals == ()
        assert chosen.nearest == ()
    else:
        assert (chosen.window, chosen.others) == (None, ())
        assert chosen.refusals == (Refusal.NONE_ADMISSIBLE,)
        assert 1 <= len(chosen.nearest) <= 3
    assert [rows_of(one) for one in windows(standings, frame)] == expected


@THOROUGH
@given(lists())
def test_2_5_award_1_pool_and_rejection_2_are_the_list_cut_where_no_tie_lies(case: Case) -> None:
    groups, amounts, frame = case
    standings = order_o(groups, amounts)
    chosen = pool("KS", standings, frame, None)
    if chosen.window is None:
        assert parts_of(chosen) == [(), (), ()]
        return
    assert chosen.award_1 + chosen.ranking + chosen.rejection_2 == standings
    parts = [part for part in parts_of(chosen) if part]
    assert all(one[-1].position < other[0].position for one, other in pairwise(parts))
    assert sum(one.application.amount for one in chosen.award_1) <= frame


@THOROUGH
@given(lists())
def test_d16_the_nearest_keep_every_tie_and_the_frame(case: Case) -> None:
    groups, amounts, frame = case
    standings = order_o(groups, amounts)
    near = nearest(standings, frame)
    assert 1 <= len(near) <= 3
    assert len({rows_of(one) for one in near}) == len(near)
    assert all(one.ties_closed and one.within_frame for one in near)
    found = by_hand(groups, amounts, frame)
    if found:
        assert rows_of(near[0]) == found[0]


@pytest.mark.parametrize(
    ("size", "fewest", "most", "safety"),
    [
        (10, 2, 8, Safety.SAFE),
        (10, 1, 8, Safety.POSSIBLE),
        (10, 2, 9, Safety.POSSIBLE),
        (10, 1, 9, Safety.POSSIBLE),
        (10, 0, 2, Safety.POSSIBLE),
        (10, 0, 1, Safety.IMPOSSIBLE),
        (10, 8, 10, Safety.POSSIBLE),
        (10, 9, 10, Safety.IMPOSSIBLE),
        (10, 2, 2, Safety.SAFE),
        (10, 8, 8, Safety.SAFE),
        (7, 2, 5, Safety.SAFE),
        (7, 1, 5, Safety.POSSIBLE),
        (7, 2, 6, Safety.POSSIBLE),
        (7, 6, 7, Safety.IMPOSSIBLE),
        (7, 0, 1, Safety.IMPOSSIBLE),
        (13, 3, 10, Safety.SAFE),
        (13, 2, 10, Safety.POSSIBLE),
        (13, 3, 11, Safety.POSSIBLE),
        (5, 1, 4, Safety.SAFE),
        (5, 0, 5, Safety.POSSIBLE),
        (1, 0, 1, Safety.IMPOSSIBLE),
        (2, 0, 2, Safety.POSSIBLE),
        (2, 1, 1, Safety.SAFE),
        (3, 0, 0, Safety.IMPOSSIBLE),
        (1000, 200, 800, Safety.SAFE),
        (1000, 199, 800, Safety.POSSIBLE),
        (1000, 200, 801, Safety.POSSIBLE),
    ],
)
def test_d15_twenty_and_eighty_per_cent_are_within_and_a_whole_number_between_is_possible(
    size: int, fewest: int, most: int, safety: Safety
) -> None:
    one = Window(1, size, 1, 1, 0, Bounds(fewest, most), ties_closed=True)
    assert one.safety is safety


def test_d15_the_bounds_come_from_what_the_awards_above_the_window_leave() -> None:
    standings = untied(500, 100, 300, 200, 100, 300, 100, 100, 300)
    one = window(standings, 1100, 2, 8)
    assert one.remaining == 600
    # 300 and 300 fit, the next does not; 100, 100, 100 and 100 and then 200 do.
    assert one.bounds == Bounds(2, 5)
    assert (one.above, one.below, one.size) == (3, 4, 7)


@pytest.mark.parametrize(
    ("frame", "row"), [(0, 0), (99, 0), (100, 1), (101, 1), (199, 1), (200, 2), (300, 3), (999, 3)]
)
def test_d16_the_budget_line_lies_after_the_last_running_sum_within_the_frame(
    frame: int, row: int
) -> None:
    assert line_row(untied(100, 100, 100), frame) == row


@pytest.mark.parametrize(
    ("first", "last", "above", "below", "holds"),
    [
        (1, 10, 5, 5, True),
        (5, 11, 1, 6, True),
        (6, 12, 0, 7, False),
        (1, 6, 5, 1, True),
        (1, 5, 5, 0, False),
        (7, 13, 0, 7, False),
        (1, 3, 3, 0, False),
    ],
)
def test_d16_the_line_is_inside_with_an_application_on_each_side(
    first: int, last: int, above: int, below: int, *, holds: bool
) -> None:
    one = window(untied(*[100] * 14), 500, first, last)
    assert (one.above, one.below, one.holds_line) == (above, below, holds)


@pytest.mark.parametrize(("size", "usual"), [(6, False), (7, True), (13, True), (14, False)])
def test_2_5_seven_and_thirteen_are_usual_sizes(size: int, *, usual: bool) -> None:
    one = window(untied(*[100] * 20), 500, 1, size)
    assert one.usual_size == usual
    assert one.admissible == usual


@pytest.mark.parametrize(
    ("groups", "first", "last", "closed"),
    [
        ([4, 3, 4, 4], 5, 11, True),
        ([4, 3, 4, 4], 5, 12, False),
        ([4, 3, 4, 4], 4, 11, False),
        ([4, 3, 4, 4], 6, 11, False),
        ([4, 3, 4, 4], 1, 11, True),
        ([4, 3, 4, 4], 5, 15, True),
        ([4, 3, 4, 4], 1, 15, True),
        ([15], 1, 15, True),
        ([15], 1, 14, False),
    ],
)
def test_d13_no_tie_lies_across_an_edge(
    groups: list[int], first: int, last: int, *, closed: bool
) -> None:
    assert window(order_o(groups, [100] * 15), 500, first, last).ties_closed == closed


@pytest.mark.parametrize(
    ("groups", "amounts", "frame", "expected"),
    [
        # The size nearest 10, the line in the middle.
        ([1] * 30, [100] * 30, 1500, (11, 20)),
        # The size nearest 10 before a line nearer the middle.
        ([1] * 30, [100] * 30, 200, (1, 10)),
        # Ten cannot be had: nine and eleven lie as near, the line as even; the smaller size.
        ([5, 9, 2, 5], [100] * 21, 1000, (6, 14)),
        # Two of ten, equally uneven: the one that starts nearer the top.
        ([4, 2, 8, 2, 5], [100] * 21, 1000, (5, 14)),
    ],
)
def test_d16_prefers_size_then_evenness_then_the_smaller_then_the_top(
    groups: list[int], amounts: list[int], frame: int, expected: tuple[int, int]
) -> None:
    chosen = pool("KS", order_o(groups, amounts), frame, None)
    assert by_hand(groups, amounts, frame)[0] == expected
    assert chosen.window is not None
    assert rows_of(chosen.window) == expected
