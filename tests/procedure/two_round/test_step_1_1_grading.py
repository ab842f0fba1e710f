"""1.1: two grades each, brought together with exact means."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.step_1_1_grading import graded_applications, in_order
from tests.procedure.build import graded, numbers_of, review


@pytest.mark.parametrize(
    ("first", "second", "mean", "difference"),
    [(7, 5, 6, 2), (5, 7, 6, 2), (4, 4, 4, 0), (7, 6, Fraction(13, 2), 1), (1, 7, 4, 6)],
)
def test_1_1_the_mean_and_the_difference_of_two_grades(
    first: int, second: int, mean: Fraction, difference: int
) -> None:
    one = graded("A", first, second)
    assert one.mean_grade == mean
    assert one.grade_difference == difference
    assert one.high == max(first, second)
    assert one.low == min(first, second)


def test_1_1_means_are_exact_where_floating_point_is_not() -> None:
    tenth = Fraction(1, 10)
    one, other = graded("A", tenth, 2 * tenth), graded("B", 3 * tenth, 0)
    assert one.mean_grade == other.mean_grade == Fraction(3, 20)
    assert (0.1 + 0.2) / 2 != (0.3 + 0.0) / 2


def test_1_2_the_order_is_mean_then_difference_then_project_number() -> None:
    expected = ["E", "C", "D", "A", "B"]
    items = [
        graded("A", 5, 5),
        graded("B", 5, 5),
        graded("C", 7, 3),
        graded("D", 4, 6),
        graded("E", 6, 5),
    ]
    for shuffled in permutations(items):
        assert numbers_of(in_order(shuffled)) == expected


def test_1_2_project_numbers_are_compared_character_by_character() -> None:
    items = [graded(number, 4, 4) for number in ("a1", "2019/FO10", "2019/FO9", "B1")]
    assert numbers_of(in_order(items)) == ["2019/FO10", "2019/FO9", "B1", "a1"]


def test_1_1_a_substitute_grades_in_the_place_of_a_conflicted_member() -> None:
    item = graded("A", 7, 3, members=("P2a", "P1b"))
    conflict = Conflict("A", "P1a", substitute="P2a")
    (one,) = graded_applications(review(item, conflicts=(conflict,)))
    assert [grade.member for grade in one.grades] == ["P2a", "P1b"]
    assert [int(grade.total) for grade in one.grades] == [7, 3]


@pytest.mark.parametrize("step", [step for step in Step if step > Step.GRADING])
def test_d24_a_conflict_after_the_grading_leaves_the_grades_as_they_are(step: Step) -> None:
    item = graded("A", 7, 3)
    conflict = Conflict("A", "P1a", substitute="P2a", from_step=step)
    assert graded_applications(review(item, conflicts=(conflict,))) == (item,)


@pytest.mark.parametrize("step", Step)
def test_d24_an_application_withdrawn_before_the_selection_is_not_ranked(step: Step) -> None:
    away, other = graded("A", 7, 3, withdrawn_from=step), graded("B", 4, 4)
    ranked = numbers_of(graded_applications(review(away, other)))
    assert ranked == (["B"] if step in {Step.GRADING, Step.SELECTION} else ["A", "B"])


def test_d24_an_application_withdrawn_before_the_selection_needs_no_grades() -> None:
    away = graded("A", 7, 3, withdrawn_from=Step.GRADING)
    assert graded_applications(replace(review(away), grades=())) == ()
