"""Put applications in order O, equals sharing a position (2.2, 2.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Conference
from reviewpkg.procedure.cut_line import groups_of_equals


class Origin(Enum):
    """Say in which step a grade was set, latest first (D9)."""

    SUPPLEMENT = "2.3"
    PLENARY_2 = "2.4"
    PLENARY_1 = "2.2"
    JOINT = "2.1"
    INDIVIDUAL = "1.4"


@dataclass(frozen=True, slots=True)
class Standing:
    """Be an application's place in order O; equals share a position (1, 2, 2, 4).

    `user_grade` is None where the user representatives have not graded it.
    """

    application: Application
    position: int
    tied: bool
    grade: Fraction
    grade_origin: Origin
    user_grade: Fraction | None
    user_grade_origin: Origin | None
    priority_areas: int

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.application.project_number

    @property
    def key(self) -> tuple[Fraction, bool, Fraction, int]:
        """Return what order O sorts on, best last: a missing user grade is below every other."""
        return (
            self.grade,
            self.user_grade is not None,
            self.user_grade or Fraction(0),
            self.priority_areas,
        )


def order(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Sort by joint grade, user grade and priority areas, each highest first (order O).

    Equal on all three share a position and are listed by project number.
    """
    by_number = sorted(standings, key=lambda one: one.project_number)
    ranked = sorted(by_number, key=lambda one: one.key, reverse=True)
    placed: list[Standing] = []
    for group in groups_of_equals(ranked, lambda one: one.key):
        position, tied = len(placed) + 1, len(group) > 1
        # Sorting in reverse keeps equals in their order: by number.
        placed += [replace(one, position=position, tied=tied) for one in group]
    return tuple(placed)


@dataclass(frozen=True, slots=True)
class Grades:
    """Hold the grades of the conference by project number, each kind apart."""

    joint: Mapping[str, Fraction]
    priority_areas: Mapping[str, int]
    plenary_1: Mapping[str, Fraction]
    plenary_2: Mapping[str, Fraction]
    user_individual: Mapping[str, Fraction]
    user_joint: Mapping[str, Fraction]
    user_plenary_1: Mapping[str, Fraction]
    user_supplement: Mapping[str, Fraction]


def grades_of(conference: Conference) -> Grades:
    """Gather the grades of a conference; the user representatives' own become their mean (D9)."""
    own: dict[str, list[Fraction]] = {}
    for grade in conference.user_grades:
        own.setdefault(grade.project_number, []).append(grade.grade)
    notes, decisions = conference.plenary_notes, conference.plenary_decisions
    return Grades(
        joint={one.project_number: one.grade for one in conference.joint_grades},
        priority_areas={one.project_number: one.priority_areas for one in conference.joint_grades},
        plenary_1={one.project_number: one.grade for one in notes if one.grade is not None},
        plenary_2={one.project_number: one.grade for one in decisions if one.grade is not None},
        user_individual={
            number: sum(own[number], Fraction(0)) / len(own[number]) for number in own
        },
        user_joint={one.project_number: one.grade for one in conference.user_joint_grades},
        user_plenary_1={
            one.project_number: one.user_grade for one in notes if one.user_grade is not None
        },
        user_supplement={one.project_number: one.grade for one in conference.user_supplements},
    )


def standing_after_joint(
    applications: Iterable[Application], grades: Grades
) -> tuple[Standing, ...]:
    """Return order O for plenary 1: only what stands from 2.1 and 1.4 counts (2.2, D9)."""
    user = ((Origin.JOINT, grades.user_joint), (Origin.INDIVIDUAL, grades.user_individual))
    return order(
        _standing(one, grades, ((Origin.JOINT, grades.joint),), user) for one in applications
    )


def standing_after_plenary(
    applications: Iterable[Application], grades: Grades
) -> tuple[Standing, ...]:
    """Return order O for the awards: the latest grade of each kind counts (2.5, D9)."""
    pair = (
        (Origin.PLENARY_2, grades.plenary_2),
        (Origin.PLENARY_1, grades.plenary_1),
        (Origin.JOINT, grades.joint),
    )
    user = (
        (Origin.SUPPLEMENT, grades.user_supplement),
        (Origin.PLENARY_1, grades.user_plenary_1),
        (Origin.JOINT, grades.user_joint),
        (Origin.INDIVIDUAL, grades.user_individual),
    )
    return order(_standing(one, grades, pair, user) for one in applications)


_Kinds = tuple[tuple[Origin, Mapping[str, Fraction]], ...]


def _standing(application: Application, grades: Grades, pair: _Kinds, user: _Kinds) -> Standing:
    number = application.project_number
    grade, origin = next((kind[number], name) for name, kind in pair if number in kind)
    user_grade, user_origin = next(
        ((kind[number], name) for name, kind in user if number in kind), (None, None)
    )
    return Standing(
        application=application,
        position=0,
        tied=False,
        grade=grade,
        grade_origin=origin,
        user_grade=user_grade,
        user_grade_origin=user_origin,
        priority_areas=grades.priority_areas[number],
    )
