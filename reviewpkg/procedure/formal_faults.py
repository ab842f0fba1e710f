"""Name what an application can fail formally, each with the value found and the bound it met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Late:
    """F1: it came in after the deadline; both times are in the call's zone."""

    criterion: ClassVar = "F1"
    submitted: datetime
    deadline: datetime


@dataclass(frozen=True, slots=True)
class AmountTooSmall:
    """F2: it asks for less than the call gives, in whole kroner."""

    criterion: ClassVar = "F2"
    amount: int
    least: int


@dataclass(frozen=True, slots=True)
class AmountTooLarge:
    """F2: it asks for more than the call gives, in whole kroner."""

    criterion: ClassVar = "F2"
    amount: int
    most: int


@dataclass(frozen=True, slots=True)
class TooLong:
    """F3: the project lasts too long, in months."""

    criterion: ClassVar = "F3"
    months: int
    most: int


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """F4: description and attachments are not in the call's language."""

    criterion: ClassVar = "F4"
    language: str
    wanted: str


@dataclass(frozen=True, slots=True)
class ApplicantNotEligible:
    """F5: the institution that leads the project may not apply."""

    criterion: ClassVar = "F5"
    institution: str


@dataclass(frozen=True, slots=True)
class NotAnchored:
    """F5: the institution's research management does not stand behind the project."""

    criterion: ClassVar = "F5"
    institution: str


@dataclass(frozen=True, slots=True)
class NoUserInvolvement:
    """F6: users are not involved."""

    criterion: ClassVar = "F6"


@dataclass(frozen=True, slots=True)
class RegionWithoutPartner:
    """F7: no partner in a region may apply; `others` are the partners there that may not."""

    criterion: ClassVar = "F7"
    region: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PatientsFromSomeRegions:
    """F8: patients of some region cannot take part."""

    criterion: ClassVar = "F8"


@dataclass(frozen=True, slots=True)
class LeaderWithoutCv:
    """F9: no CV with a list of publications for the leader; `without_list` have one without."""

    criterion: ClassVar = "F9"
    without_list: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionWithoutCv:
    """F9: none for a partner from a region other than the applicant's."""

    criterion: ClassVar = "F9"
    region: str
    without_list: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CvTooLong:
    """F9: a participant's CV has too many pages."""

    criterion: ClassVar = "F9"
    participant: str
    pages: int
    most: int


@dataclass(frozen=True, slots=True)
class MarkersMissing:
    """F10: exploratory markers are relevant and not accounted for."""

    criterion: ClassVar = "F10"


@dataclass(frozen=True, slots=True)
class OtherChannel:
    """F11: it came in some other way than the call asks for."""

    criterion: ClassVar = "F11"
    channel: str
    wanted: str


Fault: TypeAlias = (
    Late
    | AmountTooSmall
    | AmountTooLarge
    | TooLong
    | OtherLanguage
    | ApplicantNotEligible
    | NotAnchored
    | NoUserInvolvement
    | RegionWithoutPartner
    | PatientsFromSomeRegions
    | LeaderWithoutCv
    | RegionWithoutCv
    | CvTooLong
    | MarkersMissing
    | OtherChannel
)
