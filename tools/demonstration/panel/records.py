"""Hold what a panel's call is made of, before it becomes spreadsheets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from fractions import Fraction

    from tools.demonstration.records import Conflict, Member

LEADER: Final = "prosjektleder"
PARTNER: Final = "partner"


@dataclass(frozen=True, slots=True)
class Institution:
    """Be an institution or a firm in its region."""

    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Cv:
    """Be the CV of the project's leader or of a partner, with its pages."""

    participant: str
    region: str
    role: str
    pages: int
    publications: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """Be what is special about an application in the formal screening (K1).

    `fails` are the criteria that it does not meet; what is blank, 0 or None is as in any other.
    `firm`: the applicant is one. `without` are regions without partners, `firms` those with no
    other partner than a firm, and `firm_too` has one more partner that does not count. `cv` changes
    the leader's CV and that of one partner.
    """

    fails: str = ""
    submitted: datetime | None = None
    channel: str = ""
    amount: int = 0
    duration: int = 0
    language: str = ""
    anchored: bool = True
    users: bool = True
    inclusion: bool = True
    markers: str = ""
    region: str = ""
    firm: bool = False
    without: tuple[str, ...] = ()
    firms: tuple[str, ...] = ()
    firm_too: bool = False
    cv: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Application:
    """Be one application. `amount` is whole kroner; `from_step` belongs to a withdrawal."""

    number: str
    title: str
    theme: str
    applicant: Institution
    amount: int
    submitted: datetime
    duration: int
    markers: str
    partners: tuple[Institution, ...]
    cvs: tuple[Cv, ...]
    case: Case
    withdrawn: bool = False
    from_step: str = ""

    @property
    def graded(self) -> bool:
        """Tell whether the experts get it: formally in order, and not withdrawn before K2."""
        return not self.case.fails and (not self.withdrawn or bool(self.from_step))


@dataclass(frozen=True, slots=True)
class Grade:
    """Be what one expert gave one application (K2)."""

    number: str
    member: str
    quality: int
    benefit: int


@dataclass(frozen=True, slots=True)
class JointGrade:
    """Be what the panel agreed on, and why (K3)."""

    number: str
    grade: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """Be the place that the chair gave one of several equals at the funding line (K4)."""

    number: str
    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class PanelCall:
    """Be a call as it stands when everything has come back."""

    applications: list[Application]
    people: list[Member]
    conflicts: list[Conflict]
    grades: list[Grade]
    joint_grades: list[JointGrade]
    rulings: list[Ruling]
