"""Step 2.5: what is proposed before what, and what leaves nothing to propose (D16)."""

from __future__ import annotations

import pytest

from reviewpkg.domain.two_round import PoolRange
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis, Refusal, pool
from reviewpkg.procedure.two_round.step_2_5_windows import Safety
from tests.procedure.build_conference import order_o, rows_of, untied


def test_d16_a_safe_window_of_seven_is_proposed_before_a_possible_one_of_ten() -> None:
    # Below row 10 lies one so large that a ranking could put it first and award nobody.
    amounts = [100] * 9 + [10_000] + [100] * 5
    chosen = pool("KS", untied(*amounts), 600, None)
    assert chosen.window is not None
    assert chosen.window.safety is Safety.SAFE
    assert chosen.window.last < 10
    assert {one.safety for one in chosen.others} >= {Safety.SAFE, Safety.POSSIBLE}


@pytest.mark.parametrize(
    ("standings", "frame", "basis", "refusals"),
    [
        (untied(*[100] * 14), 1400, Basis.NOT_NEEDED, ()),
        (untied(*[100] * 6), 300, Basis.ALL_OF_FEW, ()),
        (untied(*[100] * 14), 700, Basis.PROPOSED, ()),
        (untied(*[100] * 14), 99, Basis.PROPOSED, (Refusal.NONE_ADMISSIBLE,)),
    ],
)
def test_2_5_whatever_becomes_of_the_pool_it_keeps_its_area_its_frame_and_its_list(
    standings: tuple[Standing, ...], frame: int, basis: Basis, refusals: tuple[Refusal, ...]
) -> None:
    chosen = pool("Annet", standings, frame, None)
    assert (chosen.basis, chosen.refusals) == (basis, refusals)
    assert (chosen.area, chosen.frame, chosen.standings) == ("Annet", frame, standings)
    assert (chosen.reason, chosen.ignored_setting) == ("", False)


def standings_without_a_window() -> tuple[tuple[Standing, ...], int]:
    """Return fourteen equals around the line."""
    return order_o([3, 14, 3], [100] * 20), 1000


def test_d16_ties_too_large_leave_no_window_and_the_nearest_are_named() -> None:
    chosen = pool("KS", *standings_without_a_window(), None)
    assert chosen.refusals == (Refusal.NONE_ADMISSIBLE,)
    assert [rows_of(one) for one in chosen.nearest] == [(4, 17), (1, 17), (4, 20)]


def test_d16_no_window_holds_a_line_above_the_first_application() -> None:
    chosen = pool("KS", untied(*[100] * 12), 99, None)
    assert chosen.refusals == (Refusal.NONE_ADMISSIBLE,)
    assert chosen.nearest[0].first == 1
    assert not any(one.holds_line for one in chosen.nearest)


def test_d16_an_impossible_window_is_never_proposed() -> None:
    # Whoever is ranked first, the small one at the top or any other: at most one of seven fits.
    chosen = pool("KS", untied(100, *[1000] * 12), 100, None)
    assert chosen.refusals == (Refusal.NONE_ADMISSIBLE,)
    assert chosen.nearest[0].safety is Safety.IMPOSSIBLE
    assert chosen.nearest[0].holds_line


def test_d16_a_window_that_ends_at_the_line_is_not_among_the_nearest() -> None:
    chosen = pool("KS", order_o([14, 14], [100] * 28), 1400, None)
    assert [rows_of(one) for one in chosen.nearest] == [(1, 28), (15, 28)]


@pytest.mark.parametrize("reason", ["", "Rådet ba om det"])
def test_d16_a_pool_that_ends_below_the_list_leaves_the_list_and_the_others_as_they_are(
    reason: str,
) -> None:
    standings = untied(*[100] * 20)
    refused = pool("KS", standings, 1000, PoolRange(14, 21, reason))
    assert (refused.area, refused.frame, refused.basis) == ("KS", 1000, Basis.SET)
    assert refused.standings == standings
    assert (refused.window, refused.nearest) == (None, ())
    proposed = pool("KS", standings, 1000, None)
    assert refused.others == (proposed.window, *proposed.others)


def test_d16_where_nothing_can_be_proposed_a_pool_below_the_list_is_told_of_the_nearest() -> None:
    standings, frame = standings_without_a_window()
    refused = pool("KS", standings, frame, PoolRange(14, 21))
    assert refused.refusals == (Refusal.OUTSIDE_THE_LIST,)
    assert refused.others == ()
    assert [rows_of(one) for one in refused.nearest] == [(4, 17), (1, 17), (4, 20)]


@pytest.mark.parametrize(
    ("size", "refusals"),
    [(5, ()), (6, ()), (7, (Refusal.LINE_OUTSIDE, Refusal.IMPOSSIBLE))],
)
def test_d17_seven_are_not_so_few_that_they_may_all_be_set_without_a_reason(
    size: int, refusals: tuple[Refusal, ...]
) -> None:
    # Not even the first fits the frame, so that no window can hold the line.
    chosen = pool("KS", untied(*[100] * size), 99, PoolRange(1, size))
    assert chosen.refusals == refusals
