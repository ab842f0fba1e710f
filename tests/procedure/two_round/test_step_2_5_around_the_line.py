"""Step 2.5: the ranking pool that the secretariat sets (D16), and areas that need none (D17)."""

from __future__ import annotations

import pytest

from reviewpkg.domain.two_round import PoolRange
from reviewpkg.procedure.two_round.step_2_5_around_the_line import (
    Basis,
    Deviation,
    Pool,
    Refusal,
    pool,
)
from tests.procedure.build_conference import numbers_in, order_o, untied

TWENTY = untied(*[100] * 20)
REASON = "Rådet ba om det"


def set_pool(first: int, last: int, frame: int = 1000, reason: str = "") -> Pool:
    """Set the pool among twenty untied applications for 100 each."""
    return pool("KS", TWENTY, frame, PoolRange(first, last, reason))


def sizes_of(one: Pool) -> tuple[int, int, int]:
    """Count what is above the pool, in it and below it."""
    return len(one.award_1), len(one.ranking), len(one.rejection_2)


def test_d16_a_set_window_is_used_and_the_others_are_listed() -> None:
    chosen = set_pool(7, 13)
    assert (chosen.area, chosen.frame, chosen.basis) == ("KS", 1000, Basis.SET)
    assert (chosen.refusals, chosen.deviations) == ((), ())
    assert numbers_in(chosen.award_1) == [f"{row:02}" for row in range(1, 7)]
    assert numbers_in(chosen.ranking) == [f"{row:02}" for row in range(7, 14)]
    assert numbers_in(chosen.rejection_2) == [f"{row:02}" for row in range(14, 21)]
    proposed = pool("KS", TWENTY, 1000, None)
    assert proposed.window in chosen.others
    assert chosen.window not in chosen.others
    assert len(chosen.others) == len(proposed.others)


@pytest.mark.parametrize(
    ("first", "last", "refusals"),
    [
        (8, 13, (Refusal.UNUSUAL_SIZE,)),
        (7, 13, ()),
        (5, 17, ()),
        (5, 18, (Refusal.UNUSUAL_SIZE,)),
        (10, 16, (Refusal.IMPOSSIBLE,)),
        (11, 17, (Refusal.LINE_OUTSIDE, Refusal.IMPOSSIBLE)),
        (4, 10, (Refusal.LINE_OUTSIDE, Refusal.IMPOSSIBLE)),
        (5, 11, (Refusal.IMPOSSIBLE,)),
        (6, 12, ()),
        (12, 18, (Refusal.OVER_FRAME, Refusal.LINE_OUTSIDE, Refusal.IMPOSSIBLE)),
        (14, 20, (Refusal.OVER_FRAME, Refusal.LINE_OUTSIDE, Refusal.IMPOSSIBLE)),
        (14, 21, (Refusal.OUTSIDE_THE_LIST,)),
        (21, 27, (Refusal.OUTSIDE_THE_LIST,)),
    ],
)
def test_d16_a_set_window_that_breaks_a_rule_is_refused_with_what_it_breaks(
    first: int, last: int, refusals: tuple[Refusal, ...]
) -> None:
    chosen = set_pool(first, last)
    assert chosen.refusals == refusals
    assert (chosen.window is None) == bool(refusals)
    if refusals:
        assert sizes_of(chosen) == (0, 0, 0)
        assert chosen.others


@pytest.mark.parametrize(
    ("first", "last", "refusals", "deviations"),
    [
        (8, 13, (), (Deviation.UNUSUAL_SIZE,)),
        (5, 18, (), (Deviation.UNUSUAL_SIZE,)),
        (10, 16, (), (Deviation.IMPOSSIBLE,)),
        (11, 17, (), (Deviation.LINE_OUTSIDE, Deviation.IMPOSSIBLE)),
        (4, 9, (), (Deviation.LINE_OUTSIDE, Deviation.UNUSUAL_SIZE, Deviation.IMPOSSIBLE)),
        (7, 13, (), ()),
        (12, 18, (Refusal.OVER_FRAME,), (Deviation.LINE_OUTSIDE, Deviation.IMPOSSIBLE)),
        (14, 21, (Refusal.OUTSIDE_THE_LIST,), ()),
    ],
)
def test_d16_with_a_reason_only_ties_and_the_frame_are_hard(
    first: int, last: int, refusals: tuple[Refusal, ...], deviations: tuple[Deviation, ...]
) -> None:
    chosen = set_pool(first, last, reason=REASON)
    assert (chosen.refusals, chosen.deviations) == (refusals, deviations)
    assert (chosen.window is None) == bool(refusals)
    assert refusals == (Refusal.OUTSIDE_THE_LIST,) or chosen.reason == REASON


@pytest.mark.parametrize("reason", ["", REASON])
@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [(4, 11, False), (4, 12, True), (4, 13, False), (3, 11, True), (5, 11, True), (1, 13, False)],
)
def test_d13_a_set_window_that_splits_a_tie_is_refused_whatever_the_reason(
    first: int, last: int, reason: str, *, refused: bool
) -> None:
    standings = order_o([1, 2, 3, 5, 2, 7], [100] * 20)
    chosen = pool("KS", standings, 700, PoolRange(first, last, reason))
    assert chosen.refusals == ((Refusal.TIE_AT_EDGE,) if refused else ())


@pytest.mark.parametrize(
    ("frame", "refused"), [(299, True), (300, False), (301, False), (399, False), (400, False)]
)
def test_d14_award_1_must_fit_within_the_frame_to_the_krone(frame: int, *, refused: bool) -> None:
    chosen = pool("KS", TWENTY, frame, PoolRange(4, 10, REASON))
    assert chosen.refusals == ((Refusal.OVER_FRAME,) if refused else ())


def test_d15_a_set_window_that_is_not_safe_is_warned_about_and_needs_no_reason() -> None:
    amounts = [100] * 9 + [10_000] + [100] * 10
    chosen = pool("KS", untied(*amounts), 600, PoolRange(2, 11))
    assert (chosen.refusals, chosen.deviations) == ((), (Deviation.NOT_SAFE,))


def test_d15_a_proposed_window_that_is_not_safe_is_warned_about_too() -> None:
    chosen = pool("KS", untied(*[100] * 5, 10_000, *[100] * 2), 500, None)
    assert chosen.window is not None
    assert chosen.deviations == (Deviation.NOT_SAFE,)


def test_d16_where_no_window_can_be_proposed_one_with_a_reason_is_accepted() -> None:
    standings = order_o([3, 14, 3], [100] * 20)
    refused = pool("KS", standings, 1000, PoolRange(4, 17))
    assert refused.refusals == (Refusal.UNUSUAL_SIZE,)
    assert refused.nearest == pool("KS", standings, 1000, None).nearest
    accepted = pool("KS", standings, 1000, PoolRange(4, 17, REASON))
    assert (accepted.refusals, accepted.nearest) == ((), ())
    assert accepted.deviations == (Deviation.UNUSUAL_SIZE,)
    assert len(accepted.ranking) == 14


@pytest.mark.parametrize(("frame", "needed"), [(1999, True), (2000, False), (2001, False)])
def test_d17_an_area_whose_every_application_fits_needs_no_pool(
    frame: int, *, needed: bool
) -> None:
    chosen = pool("KS", TWENTY, frame, None)
    assert (chosen.basis is Basis.NOT_NEEDED) == (not needed)
    if not needed:
        assert chosen.award_1 == TWENTY
        assert sizes_of(chosen) == (20, 0, 0)
        assert (chosen.refusals, chosen.deviations) == ((), ())
        assert not chosen.ignored_setting


def test_d17_a_setting_is_ignored_where_everything_fits_and_that_is_told() -> None:
    chosen = set_pool(14, 99, frame=2000)
    assert chosen.ignored_setting
    assert (chosen.award_1, chosen.refusals) == (TWENTY, ())


@pytest.mark.parametrize("frame", [0, 1000])
def test_d17_an_area_with_no_application_at_all_needs_no_pool(frame: int) -> None:
    chosen = pool("KS", (), frame, None)
    assert chosen.basis is Basis.NOT_NEEDED
    assert sizes_of(chosen) == (0, 0, 0)


@pytest.mark.parametrize(
    ("size", "basis"),
    [(1, Basis.ALL_OF_FEW), (6, Basis.ALL_OF_FEW), (7, Basis.PROPOSED), (8, Basis.PROPOSED)],
)
def test_d17_fewer_than_seven_are_all_ranked(size: int, basis: Basis) -> None:
    chosen = pool("KS", untied(*[100] * size), 300 if size > 3 else 99, None)
    assert chosen.basis is basis
    assert chosen.refusals == ()
    assert len(chosen.ranking) == min(size, 7) or size == 8
    assert (Deviation.UNUSUAL_SIZE in chosen.deviations) == (basis is Basis.ALL_OF_FEW)


@pytest.mark.parametrize(
    ("amounts", "frame", "deviations"),
    [
        ((100,) * 6, 300, (Deviation.UNUSUAL_SIZE,)),
        ((100,) * 6, 500, (Deviation.UNUSUAL_SIZE, Deviation.IMPOSSIBLE)),
        ((100,) * 5, 400, (Deviation.UNUSUAL_SIZE,)),
        ((100, 100, 100, 900), 300, (Deviation.UNUSUAL_SIZE, Deviation.NOT_SAFE)),
        (
            (100,) * 6,
            99,
            (Deviation.LINE_OUTSIDE, Deviation.UNUSUAL_SIZE, Deviation.IMPOSSIBLE),
        ),
        (
            (900, 100, 100, 100),
            300,
            (Deviation.LINE_OUTSIDE, Deviation.UNUSUAL_SIZE, Deviation.NOT_SAFE),
        ),
    ],
)
@pytest.mark.parametrize("is_set", [False, True])
def test_d17_no_reason_is_needed_for_all_of_few_but_the_deviation_is_reported(
    amounts: tuple[int, ...], frame: int, deviations: tuple[Deviation, ...], *, is_set: bool
) -> None:
    setting = PoolRange(1, len(amounts)) if is_set else None
    chosen = pool("KS", untied(*amounts), frame, setting)
    assert (chosen.refusals, chosen.deviations) == ((), deviations)
    assert len(chosen.ranking) == len(amounts)


def test_d17_equals_are_no_hindrance_to_ranking_all_of_few() -> None:
    chosen = pool("KS", order_o([6], [100] * 6), 300, None)
    assert len(chosen.ranking) == 6


@pytest.mark.parametrize("reason", ["", REASON])
def test_d16_a_part_of_few_is_accepted_only_with_a_reason(reason: str) -> None:
    chosen = pool("KS", untied(*[100] * 6), 300, PoolRange(2, 5, reason))
    assert chosen.refusals == (() if reason else (Refusal.UNUSUAL_SIZE,))
