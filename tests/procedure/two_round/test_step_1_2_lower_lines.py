"""1.2.3, 1.2.4, 1.2.7 and 1.2.8, exactly at each number, one below and one above; running out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reviewpkg.procedure.two_round.step_1_2_selection import Stop
from tests.procedure.build import (
    AREAS,
    KS,
    blocks,
    brought_in_by,
    falling,
    graded,
    numbers,
    numbers_of,
    selection_of,
    sub_step_of,
    with_numbers,
)

Sizes = tuple[int, ...]


@pytest.mark.parametrize(
    ("area", "first", "second", "comes_in"),
    [
        ("KS", 5, 5, False),
        ("KS", 5, 1, False),
        ("KS", 6, 1, True),
        ("KS", 1, 6, True),
        ("KS", 7, 1, True),
        ("KS", 1, 7, True),
        ("KS", 6, 6, True),
        ("Annet", 6, 6, False),
        ("Annet", 6, 1, False),
        ("Annet", 7, 1, True),
        ("Annet", 1, 7, True),
        ("Annet", 7, 7, True),
    ],
)
def test_1_2_3_and_1_2_7_take_every_other_with_one_high_grade(
    area: str, first: int, second: int, *, comes_in: bool
) -> None:
    of = AREAS[area]
    own = with_numbers(of, numbers(high_grade=of.numbers.high_grade))
    selection = selection_of(own, graded("A", first, second, area=area))
    assert selection.clause_of == ({"A": of.clauses.high_grade} if comes_in else {})
    assert selection.sub_steps[2].stop is Stop.EVERY_ONE


@pytest.mark.parametrize(
    ("grade", "comes_in"),
    [(Fraction(59, 10), False), (Fraction(6), True), (Fraction(61, 10), True)],
)
def test_1_2_3_is_exact_just_around_the_high_grade(grade: Fraction, *, comes_in: bool) -> None:
    own = with_numbers(KS, numbers(high_grade=Fraction(6)))
    assert ("A" in selection_of(own, graded("A", 1, grade)).clause_of) == comes_in


def test_1_2_3_knows_no_number_and_reaches_below_the_lines() -> None:
    ranked = blocks((35, 7, 7), (20, 7, 6), (3, 5, 5), (50, 6, 1), (1, 5, 1))
    selection = selection_of(KS, *ranked)
    assert brought_in_by(selection, "1.2.3") == numbers_of(ranked[58:108])
    assert [done.total for done in selection.sub_steps] == [35, 55, 105, 105]


def test_1_2_3_leaves_those_already_in_with_their_clause() -> None:
    own = with_numbers(KS, numbers(top=1, contested=2, high_grade=Fraction(6)))
    selection = selection_of(own, graded("A", 7, 7), graded("B", 7, 6), graded("C", 6, 6))
    assert selection.clause_of == {"A": "1.2.1", "B": "1.2.2", "C": "1.2.3"}


@pytest.mark.parametrize(
    ("area", "high", "sizes", "total", "stop"),
    [
        ("KS", 8, (1,), 64, Stop.EXHAUSTED),
        ("KS", 8, (1, 1, 1), 65, Stop.REACHED),
        ("KS", 8, (1, 4, 1), 68, Stop.REACHED),
        ("KS", 9, (1, 1), 65, Stop.REACHED),
        ("KS", 9, (2, 1), 66, Stop.REACHED),
        ("KS", 9, (9, 1), 73, Stop.REACHED),
        ("KS", 10, (1, 1), 65, Stop.NOT_NEEDED),
        ("KS", 11, (1, 1), 66, Stop.NOT_NEEDED),
        ("KS", 9, (), 64, Stop.EXHAUSTED),
        ("KS", 10, (), 65, Stop.NOT_NEEDED),
        ("Annet", 3, (1,), 29, Stop.EXHAUSTED),
        ("Annet", 3, (1, 1, 1), 30, Stop.REACHED),
        ("Annet", 4, (1, 1), 30, Stop.REACHED),
        ("Annet", 4, (2, 1), 31, Stop.REACHED),
        ("Annet", 5, (1, 1), 30, Stop.NOT_NEEDED),
        ("Annet", 6, (1, 1), 31, Stop.NOT_NEEDED),
    ],
)
def test_1_2_4_and_1_2_8_fill_up_to_the_minimum_the_last_group_whole_d4(
    area: str, high: int, sizes: Sizes, total: int, stop: Stop
) -> None:
    of = AREAS[area].numbers
    lower = falling(sizes, ((4, 4), (5, 2), (4, 3)))
    disputed = tuple(
        graded(f"high {place}", int(of.high_grade), 1, area=area) for place in range(high)
    )
    before = of.contested + high
    ranked = blocks((of.top, 5, 5), (of.contested - of.top, 5, 4), *lower, area=area)
    selection = selection_of(AREAS[area], *ranked, *disputed)
    done = sub_step_of(selection, AREAS[area].clauses.minimum)
    assert selection.sub_steps[2].total == before
    assert (done.total, done.stop) == (total, stop)
    assert done.members == ranked[of.contested : of.contested + total - before]


def test_1_2_4_puts_disagreement_before_agreement_at_the_same_mean() -> None:
    own = with_numbers(KS, numbers(minimum=1))
    assert selection_of(own, graded("A", 4, 4), graded("B", 5, 3)).clause_of == {"B": "1.2.4"}


def test_1_2_4_takes_a_group_that_every_other_sub_step_left_out() -> None:
    selection = selection_of(KS, *blocks((56, 5, 5)))
    assert [done.total for done in selection.sub_steps] == [0, 0, 0, 56]
    assert selection.sub_steps[3].stop is Stop.EXHAUSTED


@pytest.mark.parametrize("area", AREAS)
def test_1_2_an_area_with_few_applications_simply_runs_out(area: str) -> None:
    ranked = blocks((2, 5, 5), (1, 4, 4), area=area)
    selection = selection_of(AREAS[area], *ranked)
    assert set(selection.clause_of.values()) == {AREAS[area].clauses.top}
    assert len(selection.clause_of) == 3


def test_1_2_an_area_without_applications_selects_none() -> None:
    selection = selection_of(KS)
    assert [done.total for done in selection.sub_steps] == [0, 0, 0, 0]
    assert selection.clause_of == {}


def test_1_2_each_sub_step_says_its_number_and_the_group_below_its_line() -> None:
    ranked = blocks((34, 5, 5), (7, 5, 4), (20, 4, 4), (9, 4, 3), (3, 1, 1))
    top, contested, high, minimum = selection_of(KS, *ranked).sub_steps
    assert (top.wanted, top.cap, numbers_of(top.left_out)) == (35, 40, numbers_of(ranked[34:41]))
    assert (contested.wanted, numbers_of(contested.left_out)) == (55, numbers_of(ranked[41:61]))
    assert (high.wanted, high.left_out) == (6, ())
    assert (minimum.wanted, numbers_of(minimum.left_out)) == (65, numbers_of(ranked[70:]))
    assert [done.total for done in (top, contested, high, minimum)] == [34, 41, 41, 70]


def test_1_2_3_equals_that_a_high_grade_brings_in_are_one_group() -> None:
    area = with_numbers(KS, numbers(high_grade=Fraction(6)))
    found = selection_of(area, graded("A", 6, 1), graded("B", 1, 6), graded("C", 6, 2))
    taken = sub_step_of(found, "1.2.3").taken
    assert [numbers_of(group) for group in taken] == [["C"], ["A", "B"]]
