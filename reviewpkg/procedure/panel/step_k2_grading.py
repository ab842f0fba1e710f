"""Step K2: experts grade quality and expected benefit, each on their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.applications import conflicted_members
from reviewpkg.domain.panel import ExpertGrade, PanelApplication, PanelReview
from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.assignment import even_assignment


@dataclass(frozen=True, slots=True)
class Graded:
    """Be an application with its experts' grades, by member id; there is at least one."""

    application: PanelApplication
    grades: tuple[ExpertGrade, ...]

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.application.project_number

    @property
    def grade(self) -> Fraction:
        """Return the mean over the experts, exactly."""
        return _mean(one.grade for one in self.grades)

    @property
    def quality(self) -> Fraction:
        """Return the experts' mean of scientific quality, exactly."""
        return _mean(one.quality for one in self.grades)

    @property
    def benefit(self) -> Fraction:
        """Return the experts' mean of expected benefit, exactly."""
        return _mean(one.benefit for one in self.grades)

    @property
    def spread(self) -> Fraction:
        """Return how far the highest of the experts' grades is from the lowest."""
        grades = [one.grade for one in self.grades]
        return max(grades) - min(grades)


def _mean(values: Iterable[Fraction]) -> Fraction:
    listed = tuple(values)
    return sum(listed, Fraction(0)) / len(listed)


def graded(
    applications: Iterable[PanelApplication], grades: Iterable[ExpertGrade]
) -> tuple[Graded, ...]:
    """Bring each application together with its grades; each has at least one (K2)."""
    given: dict[str, list[ExpertGrade]] = {}
    for grade in sorted(grades, key=lambda one: (one.project_number, one.member)):
        given.setdefault(grade.project_number, []).append(grade)
    return tuple(Graded(one, tuple(given[one.project_number])) for one in applications)


def proposed_experts(
    review: PanelReview, applications: Iterable[PanelApplication]
) -> Mapping[str, tuple[str, ...]]:
    """Propose who grades each application: as many as the call says, loads as even as can be.

    Nobody is proposed who is conflicted, chairs the panel or sits in the control committee. The
    proposal binds nobody: a grade counts from every expert who is not conflicted (K2).
    """
    experts = sorted(one.member for one in review.experts if one.role is Role.REVIEWER)
    conflicted = conflicted_members(review.conflicts, PanelStep.GRADING)
    may = {
        one.project_number: [
            expert
            for expert in experts
            if expert not in conflicted.get(one.project_number, frozenset())
        ]
        for one in applications
    }
    return even_assignment(may, experts, review.call.experts_proposed)


def owed_grades(
    review: PanelReview, applications: Iterable[PanelApplication]
) -> dict[str, tuple[str, ...]]:
    """Return, by member, the applications that still wait for the grade proposed, in order (K2).

    An application that has as many grades as were proposed waits for none, whoever gave them.
    """
    everyone = tuple(applications)
    given, came = _given(review), {(one.project_number, one.member) for one in review.grades}
    owed: dict[str, list[str]] = {}
    for number, members in sorted(proposed_experts(review, everyone).items()):
        if given[number] < review.call.experts_proposed:
            for member in members:
                if (number, member) not in came:
                    owed.setdefault(member, []).append(number)
    return {member: tuple(numbers) for member, numbers in sorted(owed.items())}


def _given(review: PanelReview) -> Counter[str]:
    return Counter(one.project_number for one in review.grades)
