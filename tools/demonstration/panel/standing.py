"""Put a panel's applications in the order of K4, so that the chair knows what to rule on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.demonstration.panel.records import Application, Grade, JointGrade
    from tools.demonstration.panel.stock import Rules


@dataclass(frozen=True, slots=True)
class Standing:
    """Be what an application is ordered by; equal where all four are."""

    application: Application
    priority: bool
    grade: Fraction
    quality: Fraction
    benefit: Fraction

    @property
    def number(self) -> str:
        """Return the application's number."""
        return self.application.number

    @property
    def key(self) -> tuple[bool, Fraction, Fraction, Fraction]:
        """Return the sort key, the first in order being the smallest."""
        return (not self.priority, -self.grade, -self.quality, -self.benefit)


def standings(
    applications: Sequence[Application],
    grades: Sequence[Grade],
    joint_grades: Sequence[JointGrade],
    rules: Rules,
) -> list[Standing]:
    """Return the graded applications by theme, grade, quality, benefit and number.

    A joint grade counts instead of the experts' mean. The theme lifts nothing that is not
    support-worthy, so what is not comes last.
    """
    joint = {one.number: one.grade for one in joint_grades}
    found: list[Standing] = []
    for application in applications:
        own = [grade for grade in grades if grade.number == application.number]
        if not own:
            continue
        quality = Fraction(sum(grade.quality for grade in own), len(own))
        benefit = Fraction(sum(grade.benefit for grade in own), len(own))
        grade = joint.get(application.number, (quality + benefit) / 2)
        priority = application.theme == rules.theme and grade >= rules.support_worthy_min
        found.append(Standing(application, priority, grade, quality, benefit))
    return sorted(found, key=lambda one: (one.key, one.number))


def tied_at_line(order: Sequence[Standing], rules: Rules) -> list[tuple[int, Standing]]:
    """Return the equals that the funding line runs between, with their places; none if it does not.

    The line is after the last support-worthy one whose running sum is within the budget.
    """
    worthy = [one for one in order if one.grade >= rules.support_worthy_min]
    sums = accumulate(one.application.amount for one in worthy)
    line = sum(running <= rules.budget for running in sums)
    if not 0 < line < len(worthy) or worthy[line - 1].key != worthy[line].key:
        return []
    return [
        (place, one) for place, one in enumerate(worthy, start=1) if one.key == worthy[line].key
    ]
