"""Step 1.1: every application is graded by two members, each on their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.applications import Application, Grade, Review, acting_reviewers
from reviewpkg.domain.steps import Step


@dataclass(frozen=True, slots=True)
class Graded:
    """Be an application with its two grades, in the order of its acting pair."""

    application: Application
    grades: tuple[Grade, Grade]

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.application.project_number

    @property
    def high(self) -> Fraction:
        """Return the higher of the two total grades."""
        return max(grade.total for grade in self.grades)

    @property
    def low(self) -> Fraction:
        """Return the lower of the two total grades."""
        return min(grade.total for grade in self.grades)

    @property
    def mean_grade(self) -> Fraction:
        """Return the mean of the two total grades, exactly."""
        return (self.high + self.low) / len(self.grades)

    @property
    def grade_difference(self) -> Fraction:
        """Return how far apart the two total grades are."""
        return self.high - self.low


def graded_applications(review: Review) -> tuple[Graded, ...]:
    """Bring each application together with the grades of its acting pair (1.1).

    An application withdrawn before the selection takes no part (D24). The order is that of 1.2:
    mean grade, then grade difference, both highest first, then project number.
    """
    acting = acting_reviewers(review)
    grades = {(grade.project_number, grade.member): grade for grade in review.grades}
    graded = []
    for application in review.applications:
        if application.withdrawn_at(Step.SELECTION):
            continue
        number = application.project_number
        first, second = (grades[number, member] for member in acting[number])
        graded.append(Graded(application, (first, second)))
    return in_order(graded)


def in_order(graded: Iterable[Graded]) -> tuple[Graded, ...]:
    """Sort by mean grade, then grade difference, highest first, then project number."""
    return tuple(
        sorted(graded, key=lambda one: (-one.mean_grade, -one.grade_difference, one.project_number))
    )
