"""Hold what comes back from the allocation conference: one value per row of its tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class UserGrade:
    """Be one user representative's own grade of an application (1.4)."""

    project_number: str
    member: str
    grade: Fraction
    comment: str = ""


@dataclass(frozen=True, slots=True)
class JointGrade:
    """Be what a pair agreed on: a joint grade and a number of priority areas (2.1)."""

    project_number: str
    grade: Fraction
    priority_areas: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UserJointGrade:
    """Be what the user representatives agreed on: jointly (2.1) or as a supplement (2.3)."""

    project_number: str
    grade: Fraction
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlenaryNote:
    """Be what plenary 1 changed or asked for (2.2); None and blank mean nothing."""

    project_number: str
    grade: Fraction | None = None
    user_grade: Fraction | None = None
    second_opinion: bool = False
    named_pair: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """Be a second opinion as it came back (2.3)."""

    project_number: str
    pair: str
    grade: Fraction
    reason: str = ""


class DecidedBy(Enum):
    """Say who settled a grade in plenary 2 (2.4)."""

    PAIR = "par"
    CHAIR = "leder"


@dataclass(frozen=True, slots=True)
class PlenaryDecision:
    """Be what plenary 2 settled about an application with a second opinion (2.4)."""

    project_number: str
    grade: Fraction | None = None
    decided_by: DecidedBy = DecidedBy.PAIR
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BallotLine:
    """Be one line of a pair's ballot: its place, and that in the joint order if given (2.6)."""

    project_number: str
    pair: str
    place: int
    joint_place: int | None = None


@dataclass(frozen=True, slots=True)
class UserPlace:
    """Be the user representatives' place for an application (2.6)."""

    project_number: str
    place: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """Be the chair's ruling: an application moves to a new place, for a reason (D21)."""

    project_number: str
    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class Conference:
    """Hold everything that round 2 decides from beside round 1, each kind in the order given."""

    user_grades: tuple[UserGrade, ...] = ()
    joint_grades: tuple[JointGrade, ...] = ()
    user_joint_grades: tuple[UserJointGrade, ...] = ()
    plenary_notes: tuple[PlenaryNote, ...] = ()
    second_opinions: tuple[SecondOpinion, ...] = ()
    user_supplements: tuple[UserJointGrade, ...] = ()
    plenary_decisions: tuple[PlenaryDecision, ...] = ()
    ballots: tuple[BallotLine, ...] = ()
    user_places: tuple[UserPlace, ...] = ()
    rulings: tuple[Ruling, ...] = ()
