"""Step 2.1: the user representatives' agenda (D8)."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.conference import UserGrade
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.step_2_1_joint import agenda
from tests.procedure.build import THOROUGH, graded
from tests.procedure.build_conference import Number, conference


def own(**grades: tuple[Number, ...]) -> tuple[UserGrade, ...]:
    """Return the user representatives' own grades, by project number."""
    return conference(own=grades).user_grades


def test_d8_the_agenda_goes_by_mean_grade_then_own_difference_then_number() -> None:
    items = [
        graded("A", 4, 4),
        graded("B", 4, 4),
        graded("C", 5, 3),
        graded("D", 4, 4),
        graded("E", 5, 4),
    ]
    ordered = agenda(items, own(A=(3, 4), B=(6, 2), C=(4, 5), D=(2, 6), E=(4, 4)))
    assert [one.graded.project_number for one in ordered] == ["E", "B", "D", "A", "C"]
    assert [one.difference for one in ordered] == [0, 4, 4, 1, 1]


def test_d8_the_reviewers_own_difference_does_not_count() -> None:
    items = [graded("A", 4, 4), graded("B", 7, 1)]
    ordered = agenda(items, own(A=(3, 4), B=(4, 4)))
    assert [one.graded.project_number for one in ordered] == ["A", "B"]


@pytest.mark.parametrize(
    ("grades", "difference"),
    [((), 0), ((5,), 0), ((5, 5), 0), ((5, Fraction(9, 2)), Fraction(1, 2)), ((3, 7, 5), 4)],
)
def test_d8_whoever_graded_it_gives_the_difference_and_fewer_than_two_give_none(
    grades: tuple[Number, ...], difference: Fraction
) -> None:
    (one,) = agenda([graded("A", 4, 4)], own(A=grades))
    assert one.difference == difference
    assert [grade.grade for grade in one.user_grades] == [Fraction(grade) for grade in grades]


@pytest.mark.parametrize("step", [None, *Step])
def test_d24_only_what_is_withdrawn_by_2_1_is_off_the_agenda(step: Step | None) -> None:
    items = [graded("A", 4, 4, withdrawn_from=step), graded("B", 3, 3)]
    stays = step is None or step > Step.JOINT
    listed = [one.graded.project_number for one in agenda(items, ())]
    assert listed == (["A", "B"] if stays else ["B"])


@THOROUGH
@given(
    st.lists(st.tuples(st.integers(3, 5), st.integers(3, 5), st.integers(1, 3), st.integers(1, 3))),
    st.randoms(use_true_random=False),
)
def test_d8_the_order_of_what_is_delivered_changes_nothing(
    rows: list[tuple[int, int, int, int]], chance: Random
) -> None:
    items = [graded(f"{place:02}", high, low) for place, (high, low, *_) in enumerate(rows)]
    theirs = [
        UserGrade(f"{place:02}", f"u{user}", Fraction(grade))
        for place, row in enumerate(rows)
        for user, grade in enumerate(row[2:])
    ]
    expected = agenda(items, theirs)
    shuffled = agenda(chance.sample(items, len(items)), chance.sample(theirs, len(theirs)))
    assert shuffled == expected
    keys = [
        (-one.graded.mean_grade, -one.difference, one.graded.project_number) for one in expected
    ]
    assert keys == sorted(keys)
    assert len(keys) == len(rows)
