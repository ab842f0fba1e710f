"""Build a recommendation from rows of a number, a grade, an amount and a theme."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import JointGrade
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation, recommendation
from tests.procedure.panel.build_panel import CALL, application, given, left_to_panel

PROTON = "protonterapi"
IN, UNDER, NOT = "recommended", "support-worthy", "not-support-worthy"

Row = tuple[str, float | Fraction, int, str]
"""A number, a grade (of quality and of benefit alike), an amount, a theme."""


def decided(
    *rows: Row,
    budget: int = 100,
    rulings: tuple[Ruling, ...] = (),
    joint_grades: tuple[JointGrade, ...] = (),
    theme: str = PROTON,
) -> Recommendation:
    """Return the recommendation of applications that one expert graded."""
    applications = [application(number, amount, of) for number, _, amount, of in rows]
    grades = [grade for number, mean, _, _ in rows for grade in given(number, [(mean, mean)])]
    call = replace(CALL, budget=budget, priority_theme=theme)
    return recommendation(call, left_to_panel(applications, grades, joint_grades), rulings)


def names(found: Recommendation) -> tuple[str, str, str]:
    """Return who came in, who fell out and whose fate is open, by what the theme changed."""
    assert found.theme is not None
    came, fell, undecided = (
        "".join(one.project_number for one in group)
        for group in (found.theme.came_in, found.theme.fell_out, found.theme.undecided)
    )
    return came, fell, undecided
