"""K2: exact means over the experts, quality and benefit weighing the same."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product

import pytest

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.step_k2_grading import Graded, graded, proposed_experts
from tests.procedure.panel.build_panel import application, experts, given, review

THIRD = Fraction(1, 3)


def only(*grades: tuple[float | Fraction, float | Fraction]) -> Graded:
    (found,) = graded([application("K/1")], given("K/1", grades))
    return found


@pytest.mark.parametrize(
    ("grades", "quality", "benefit", "grade"),
    [
        ([(3, 3), (3, 3)], 3, 3, 3),
        ([(5, 4), (4, 4)], Fraction(9, 2), 4, Fraction(17, 4)),
        ([(5, 5), (4, 4), (4, 4)], 4 + THIRD, 4 + THIRD, 4 + THIRD),
        ([(4, 3), (4, 4), (4, 4)], 4, 3 + 2 * THIRD, 4 - THIRD / 2),
        ([(1, 5)], 1, 5, 3),
    ],
)
def test_k2_means_are_exact(
    grades: list[tuple[float, float]], quality: Fraction, benefit: Fraction, grade: Fraction
) -> None:
    found = only(*grades)
    assert (found.quality, found.benefit, found.grade) == (quality, benefit, grade)


def test_k2_three_thirds_are_a_whole() -> None:
    # In floating point a mean of thirds may fall a hair short of the threshold.
    tenth = Fraction(1, 10)
    assert only((34 * tenth, 36 * tenth), (35 * tenth, 35 * tenth), (3, 4)).grade == Fraction(7, 2)


def test_k2_every_pair_of_grades_weighs_the_same_both_ways() -> None:
    for first, second, third in product(range(1, 6), repeat=3):
        there = only((first, second), (third, first))
        back = only((second, first), (first, third))
        assert there.grade == back.grade == Fraction(2 * first + second + third, 4)
        assert (there.quality, there.benefit) == (back.benefit, back.quality)


def test_k2_the_spread_is_between_the_experts_own_grades() -> None:
    assert only((5, 1), (3, 3)).spread == 0
    assert only((5, 4), (3, 3), (4, 4)).spread == Fraction(3, 2)
    assert only((2, 3)).spread == 0


def test_k2_each_application_gets_its_own_grades_whatever_the_order() -> None:
    applications = [application("K/2"), application("K/1")]
    rows = [*given("K/1", [(5, 4), (3, 3)]), *given("K/2", [(1, 2), (2, 2)])]
    expected = graded(applications, rows)
    assert [one.project_number for one in expected] == ["K/2", "K/1"]
    assert [[grade.member for grade in one.grades] for one in expected] == [["e1", "e2"]] * 2
    for order in permutations(rows):
        assert graded(applications, order) == expected


def test_k2_grades_of_an_application_that_is_gone_are_left_aside() -> None:
    rows = [*given("K/1", [(5, 4)]), *given("K/2", [(1, 2)])]
    (found,) = graded([application("K/1")], rows)
    assert found.grades == given("K/1", [(5, 4)])


def test_k2_experts_are_proposed_evenly_and_never_where_conflicted() -> None:
    applications = [application(f"K/{at}") for at in range(6)]
    conflicts = [Conflict("K/0", "e1", from_step=PanelStep.SCREENING)]
    everyone = review(applications, conflicts=conflicts, members=experts("e1", "e2", "e3", "e4"))
    proposed = proposed_experts(everyone, applications)
    assert all(len(set(members)) == 2 for members in proposed.values())
    assert "e1" not in proposed["K/0"]
    loads = [sum(one in members for members in proposed.values()) for one in ("e1", "e2", "e3")]
    assert loads == [3, 3, 3]


@pytest.mark.parametrize(
    ("step", "may"),
    [
        (PanelStep.SCREENING, False),
        (PanelStep.GRADING, False),
        (PanelStep.MEETING, True),
        (PanelStep.RECOMMENDATION, True),
    ],
)
def test_d24_a_conflict_bars_an_expert_from_its_step_on(step: PanelStep, *, may: bool) -> None:
    applications = [application("K/1")]
    conflicts = [Conflict("K/1", "e1", from_step=step)]
    everyone = review(applications, conflicts=conflicts, members=experts("e1", "e2"))
    assert ("e1" in proposed_experts(everyone, applications)["K/1"]) is may


def test_k2_neither_the_chair_nor_the_control_committee_is_proposed() -> None:
    members = experts("e1", "e2", "l1", chair="l1")
    applications = [application("K/1")]
    proposed = proposed_experts(review(applications, members=members), applications)
    assert members[2].role is Role.CHAIR
    assert set(proposed["K/1"]) == {"e1", "e2"}


def test_k2_fewer_are_proposed_only_where_conflicts_leave_fewer() -> None:
    applications = [application("K/1")]
    conflicts = [Conflict("K/1", "e1", from_step=PanelStep.SCREENING)]
    everyone = review(applications, conflicts=conflicts, members=experts("e1", "e2"))
    assert proposed_experts(everyone, applications) == {"K/1": ("e2",)}
