"""1.2.9: the load of each pair, flagged strictly under half and over one and a half (D5)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reviewpkg.domain.two_round import MoveAdjustment
from reviewpkg.procedure.two_round.step_1_1_grading import in_order
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import PairLoad, adjust, pair_loads
from tests.procedure.build import KS, graded, numbers, with_numbers


def loads(*pairs: tuple[str, int, int], minimum: int) -> dict[str, tuple[bool, bool]]:
    """Return, by pair, whether its load is too low and too high.

    Each pair is its name, how many of its applications are good, and how many are not; `minimum` of
    the good ones are wanted.
    """
    items = [
        graded(f"{pair}-{place}", *((5, 5) if place < good else (1, 1)), pair=pair)
        for pair, good, bad in pairs
        for place in range(good + bad)
    ]
    one = adjust(with_numbers(KS, numbers(minimum=minimum)), in_order(items), (), ())
    return {load.pair: (load.too_low, load.too_high) for load in pair_loads(one)}


@pytest.mark.parametrize(
    ("pairs", "flags"),
    [
        # Half of the area's applications are selected: 1/4 and 3/4 are exactly on the bounds.
        ((("P1", 1, 3), ("P2", 3, 1)), {"P1": (False, False), "P2": (False, False)}),
        ((("P1", 1, 4), ("P2", 3, 0)), {"P1": (True, False), "P2": (False, True)}),
        ((("P1", 0, 4), ("P2", 4, 0)), {"P1": (True, False), "P2": (False, True)}),
        ((("P1", 2, 5), ("P2", 5, 2)), {"P1": (False, False), "P2": (False, False)}),
        ((("P1", 24, 76), ("P2", 76, 24)), {"P1": (True, False), "P2": (False, True)}),
        ((("P1", 26, 74), ("P2", 74, 26)), {"P1": (False, False), "P2": (False, False)}),
    ],
)
def test_1_2_9_a_pair_is_flagged_under_half_and_over_one_and_a_half_times_the_share_d5(
    pairs: tuple[tuple[str, int, int], ...], flags: dict[str, tuple[bool, bool]]
) -> None:
    assert loads(*pairs, minimum=sum(good for _, good, _ in pairs)) == flags


@pytest.mark.parametrize(
    ("selected", "too_low", "too_high"),
    [
        (249, True, False),
        (250, False, False),
        (251, False, False),
        (749, False, False),
        (750, False, False),
        (751, False, True),
    ],
)
def test_1_2_9_one_application_of_a_thousand_decides_whether_a_pair_is_flagged_d5(
    selected: int, *, too_low: bool, too_high: bool
) -> None:
    load = PairLoad("KS", "P1", 1000, selected, area_share=Fraction(1, 2))
    assert (load.too_low, load.too_high) == (too_low, too_high)


def test_1_2_9_no_pair_is_flagged_where_none_or_all_are_selected_d5() -> None:
    quiet = {"P1": (False, False), "P2": (False, False)}
    assert loads(("P1", 1, 3), ("P2", 3, 1), minimum=0) == quiet
    assert loads(("P1", 4, 0), ("P2", 2, 0), minimum=6) == quiet


def test_1_2_9_the_load_counts_what_stands_after_moves_by_name_d5() -> None:
    items = [graded("A", 5, 5, pair="P2"), graded("B", 4, 4, pair="P1"), graded("C", 3, 3)]
    area = with_numbers(KS, numbers(minimum=1))
    moves = [
        MoveAdjustment(number, selected=inn, reason="Feil")
        for number, inn in (("A", False), ("C", True), ("B", True))
    ]
    one = adjust(area, in_order(items), (), moves)
    counts = [(load.area, load.pair, load.applications, load.selected) for load in pair_loads(one)]
    assert counts == [("KS", "P1", 2, 2), ("KS", "P2", 1, 0)]
    assert {load.area_share for load in pair_loads(one)} == {Fraction(2, 3)}


def test_1_2_9_the_load_is_the_owners_whoever_graded_d5() -> None:
    items = [graded("A", 5, 5, members=("P2a", "P1b"))]
    area = with_numbers(KS, numbers(minimum=1))
    (load,) = pair_loads(adjust(area, tuple(items), (), ()))
    assert (load.pair, load.applications, load.selected) == ("P1", 1, 1)


def test_1_2_9_an_area_without_applications_has_no_loads() -> None:
    assert pair_loads(adjust(KS, (), (), ())) == ()
