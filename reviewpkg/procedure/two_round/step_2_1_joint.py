"""Step 2.1: what the user representatives take up together, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.conference import UserGrade
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.step_1_1_grading import Graded


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Be one application on the agenda; `difference` is 0 where fewer than two have graded it."""

    graded: Graded
    user_grades: tuple[UserGrade, ...]
    difference: Fraction


def agenda(
    applications: Sequence[Graded], user_grades: Sequence[UserGrade]
) -> tuple[AgendaItem, ...]:
    """Order an area's applications of 1.4 for the user representatives (2.1, D8).

    By mean grade, then by how far their own grades differ, both highest first, then by number.
    One withdrawn by then is left out (D24).
    """
    theirs: dict[str, list[UserGrade]] = {}
    for grade in sorted(user_grades, key=lambda one: one.member):
        theirs.setdefault(grade.project_number, []).append(grade)
    items = []
    for graded in applications:
        if graded.application.withdrawn_at(Step.JOINT):
            continue
        own = tuple(theirs.get(graded.project_number, ()))
        totals = [one.grade for one in own]
        difference = max(totals) - min(totals) if totals else Fraction(0)
        items.append(AgendaItem(graded, own, difference))
    return tuple(
        sorted(
            items,
            key=lambda one: (-one.graded.mean_grade, -one.difference, one.graded.project_number),
        )
    )
