"""Order O: what it sorts on, what counts at 2.2 and at 2.5 (D9), and how equals stand."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.conference import Conference
from reviewpkg.procedure.standing import (
    Origin,
    Standing,
    grades_of,
    order,
    standing_after_joint,
    standing_after_plenary,
)
from tests.procedure.build import THOROUGH
from tests.procedure.build_conference import application, conference, note, numbers_in, standing


def test_2_2_order_o_is_grade_then_user_grade_then_priority_areas_each_highest_first() -> None:
    best_first = [
        standing("G", 6, 1, 0),
        standing("F", 5.5, 7, 9),
        standing("E", 5, 4, 2),
        standing("D", 5, 4, 1),
        standing("C", 5, 3.5, 9),
        standing("B", 5, None, 9),
        standing("A", 4.5, 7, 9),
    ]
    ordered = order(best_first[::-1])
    assert numbers_in(ordered) == list("GFEDCBA")
    assert [one.position for one in ordered] == [1, 2, 3, 4, 5, 6, 7]
    assert not any(one.tied for one in ordered)


@pytest.mark.parametrize("lowest", [-3, 0, 1])
def test_2_2_a_missing_user_grade_stands_below_every_grade_there_is(lowest: int) -> None:
    ordered = order([standing("A", 5, None, 9), standing("B", 5, lowest, 0)])
    assert numbers_in(ordered) == ["B", "A"]
    assert [one.tied for one in ordered] == [False, False]


def test_2_2_two_without_a_user_grade_are_equal_and_priority_areas_part_them() -> None:
    ordered = order(
        [standing("A", 5, None, 1), standing("B", 5, None, 2), standing("C", 5, None, 1)]
    )
    assert numbers_in(ordered) == ["B", "A", "C"]
    assert [one.position for one in ordered] == [1, 2, 2]


def test_2_2_equals_share_a_position_and_are_listed_by_project_number() -> None:
    ordered = order(
        [
            standing("2019/FO9", 4),
            standing("2019/FO10", 5, 5, 1),
            standing("2019/FO1", 3),
            standing("2019/FO2", 5, 5, 1),
            standing("2019/FO0", 6),
        ]
    )
    assert [(one.position, one.tied, one.project_number) for one in ordered] == [
        (1, False, "2019/FO0"),
        (2, True, "2019/FO10"),
        (2, True, "2019/FO2"),
        (4, False, "2019/FO9"),
        (5, False, "2019/FO1"),
    ]


def test_2_2_a_mean_that_only_looks_equal_is_no_tie() -> None:
    third = Fraction(14, 3)
    ordered = order([standing("A", 5, Fraction("4.666667")), standing("B", 5, third)])
    assert numbers_in(ordered) == ["A", "B"]
    assert [one.position for one in ordered] == [1, 2]


def better(one: Standing, other: Standing) -> bool:
    """Compare two applications as 2.2 says it, key by key."""
    if one.grade != other.grade:
        return one.grade > other.grade
    if one.user_grade != other.user_grade:
        if one.user_grade is None or other.user_grade is None:
            return other.user_grade is None
        return one.user_grade > other.user_grade
    return one.priority_areas > other.priority_areas


@st.composite
def lists(draw: st.DrawFn) -> list[Standing]:
    """Draw up to ten applications, many of them equal."""
    halves = st.sampled_from([Fraction(9, 2), Fraction(5)])
    rows = draw(st.lists(st.tuples(halves, st.none() | halves, st.integers(0, 2)), max_size=10))
    return [standing(f"{place:02}", *row) for place, row in enumerate(rows)]


@THOROUGH
@given(lists(), st.randoms(use_true_random=False))
def test_2_2_a_position_is_one_more_than_there_are_better_ones(
    items: list[Standing], chance: Random
) -> None:
    ordered = order(chance.sample(items, len(items)))
    assert ordered == order(items)
    for one in ordered:
        assert one.position == 1 + sum(better(other, one) for other in items)
        equals = [other for other in ordered if other.position == one.position]
        assert one.tied == (len(equals) > 1)
        assert numbers_in(equals) == sorted(numbers_in(equals))
    assert [one.position for one in ordered] == sorted(one.position for one in ordered)


SOURCES = list(product((False, True), repeat=6))


def everything_of(given_sources: tuple[bool, ...]) -> Conference:
    """Return a conference that graded A by some of: own, joint, 2.2, 2.3; pair: 2.2, 2.4."""
    own, joint, plenary, supplement, pair_plenary, decided = given_sources
    notes = [note("A", 5 if pair_plenary else None, 3 if plenary else None)]
    return conference(
        own={"A": (1, 2)} if own else {},
        user_joint={"A": 2} if joint else {},
        notes=notes if plenary or pair_plenary else (),
        supplements={"A": 4} if supplement else {},
        joint={"A": (4.5, 3)},
        decisions={"A": 6 if decided else None},
    )


@pytest.mark.parametrize("sources", SOURCES)
def test_d9_at_2_2_only_what_stands_from_2_1_and_1_4_counts(sources: tuple[bool, ...]) -> None:
    own, joint, *_ = sources
    (one,) = standing_after_joint([application("A")], grades_of(everything_of(sources)))
    assert (one.grade, one.grade_origin) == (Fraction(9, 2), Origin.JOINT)
    if joint:
        assert (one.user_grade, one.user_grade_origin) == (Fraction(2), Origin.JOINT)
    elif own:
        assert (one.user_grade, one.user_grade_origin) == (Fraction(3, 2), Origin.INDIVIDUAL)
    else:
        assert (one.user_grade, one.user_grade_origin) == (None, None)
    assert one.priority_areas == 3


@pytest.mark.parametrize("sources", SOURCES)
def test_d9_at_2_5_the_latest_of_each_kind_counts(sources: tuple[bool, ...]) -> None:
    own, joint, plenary, supplement, pair_plenary, decided = sources
    (one,) = standing_after_plenary([application("A")], grades_of(everything_of(sources)))
    latest_first = [
        (supplement, 4, Origin.SUPPLEMENT),
        (plenary, 3, Origin.PLENARY_1),
        (joint, 2, Origin.JOINT),
        (own, Fraction(3, 2), Origin.INDIVIDUAL),
        (True, None, None),
    ]
    assert (one.user_grade, one.user_grade_origin) == next(
        (grade, origin) for there, grade, origin in latest_first if there
    )
    pair = (Fraction(6), Origin.PLENARY_2) if decided else (Fraction(5), Origin.PLENARY_1)
    if not (decided or pair_plenary):
        pair = (Fraction(9, 2), Origin.JOINT)
    assert (one.grade, one.grade_origin) == pair


def test_d9_the_user_representatives_own_grades_count_as_their_exact_mean() -> None:
    tables = conference(own={"A": (4, 5, 5), "B": (3,)}, joint={"A": 5, "B": 5})
    one, other = standing_after_joint([application("B"), application("A")], grades_of(tables))
    assert (one.user_grade, other.user_grade) == (Fraction(14, 3), Fraction(3))


def test_d9_one_that_plenary_1_lowered_is_lower_at_2_5_only() -> None:
    tables = conference(joint={"A": 6, "B": 5}, notes=[note("A", 4)])
    both, grades = [application("A"), application("B")], grades_of(tables)
    assert numbers_in(standing_after_joint(both, grades)) == ["A", "B"]
    assert numbers_in(standing_after_plenary(both, grades)) == ["B", "A"]


def test_d9_a_grades_origin_is_named_by_its_step_latest_first() -> None:
    assert [one.value for one in Origin] == ["2.3", "2.4", "2.2", "2.1", "1.4"]
