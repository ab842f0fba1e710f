"""K2: who still owes the grade that was proposed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewpkg.domain.panel import ExpertGrade, PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel import panel
from reviewpkg.procedure.panel.step_k2_grading import owed_grades, proposed_experts
from tests.reports.panel.panel_call import before_grading

NUMBER = "2024/K102"


def owed(review: PanelReview) -> dict[str, tuple[str, ...]]:
    return owed_grades(review, panel.screen(review).taking_part(PanelStep.GRADING))


def proposed(review: PanelReview) -> tuple[str, ...]:
    everyone = panel.screen(review).taking_part(PanelStep.GRADING)
    return proposed_experts(review, everyone)[NUMBER]


def given(*members: str) -> PanelReview:
    grades = tuple(ExpertGrade(NUMBER, one, Fraction(4), Fraction(4)) for one in members)
    return replace(before_grading(), grades=grades)


def owing(review: PanelReview) -> list[str]:
    return [member for member, numbers in owed(review).items() if NUMBER in numbers]


def test_everyone_proposed_owes_until_they_have_delivered() -> None:
    first, *others = proposed(given())
    assert owing(given()) == [first, *others]
    assert owing(given(first)) == others


def test_nobody_owes_where_as_many_as_were_proposed_have_delivered_whoever_they_are() -> None:
    wanted = proposed(given())
    stand_in = next(one for one in ("e1", "e2", "e3", "e4") if one not in wanted)
    assert owing(given(*wanted[1:], stand_in)) == []


def test_the_owed_are_listed_by_member_and_project_number() -> None:
    found = owed(given())
    assert list(found) == sorted(found)
    assert all(list(numbers) == sorted(numbers) for numbers in found.values())
