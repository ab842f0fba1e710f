"""Step K3: the panel meets, and may agree on a grade that counts instead of the experts' mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from reviewpkg.domain.panel import JointGrade, PanelApplication
from reviewpkg.procedure.cut_line import groups_of_equals
from reviewpkg.procedure.panel.step_k2_grading import Graded


@dataclass(frozen=True, slots=True)
class Assessed:
    """Be an application as the panel left it; `position` is shared by equals (1, 2, 2, 4)."""

    graded: Graded
    joint: JointGrade | None
    position: int = 0
    tied: bool = False

    @property
    def application(self) -> PanelApplication:
        """Return the application."""
        return self.graded.application

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.graded.project_number

    @property
    def grade(self) -> Fraction:
        """Return the joint grade, or the experts' mean where the panel set none (K3)."""
        return self.joint.grade if self.joint else self.graded.grade

    @property
    def key(self) -> tuple[Fraction, Fraction, Fraction]:
        """Return what is sorted on, each highest first: grade, quality, benefit (K4)."""
        return (self.grade, self.graded.quality, self.graded.benefit)


def assessed(graded: Iterable[Graded], joint_grades: Iterable[JointGrade]) -> tuple[Assessed, ...]:
    """Put applications in descending order of grade, quality and benefit (K3, K4).

    Equals share a position and are listed by project number.
    """
    joint = {one.project_number: one for one in joint_grades}
    by_number = sorted(
        (Assessed(one, joint.get(one.project_number)) for one in graded),
        key=lambda one: one.project_number,
    )
    # Sorting in reverse keeps equals in their order: by number.
    ranked = sorted(by_number, key=lambda one: one.key, reverse=True)
    placed: list[Assessed] = []
    for group in groups_of_equals(ranked, lambda one: one.key):
        position, tied = len(placed) + 1, len(group) > 1
        placed += [replace(one, position=position, tied=tied) for one in group]
    return tuple(placed)
