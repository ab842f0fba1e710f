"""Describe what a call asks formally of every application, and what an application answers (K1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

CRITERIA: Final = ("F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11")
WITHOUT_BOUND: Final = ("F5", "F6", "F8", "F10")
"""The criteria that have no bound in the call file: they apply unless it omits them by name."""


@dataclass(frozen=True, slots=True)
class Screening:
    """Be the bounds of a call's formal criteria; what is None or empty is not asked.

    `deadline` has its time zone, amounts are whole kroner; `omitted` names criteria left out.
    """

    deadline: datetime | None = None
    amount_min: int | None = None
    amount_max: int | None = None
    duration_max_months: int | None = None
    language: str = ""
    regions: tuple[str, ...] = ()
    cv_max_pages: int | None = None
    channel: str = ""
    omitted: frozenset[str] = frozenset()

    @property
    def criteria(self) -> tuple[str, ...]:
        """Return the ids of the criteria in force, in order."""
        asked = {
            "F1": self.deadline is not None,
            "F2": self.amount_min is not None or self.amount_max is not None,
            "F3": self.duration_max_months is not None,
            "F4": bool(self.language),
            "F7": bool(self.regions),
            "F9": self.cv_max_pages is not None,
            "F11": bool(self.channel),
        }
        return tuple(one for one in CRITERIA if asked.get(one, True) and one not in self.omitted)


class Markers(Enum):
    """Say whether exploratory markers are accounted for (F10)."""

    ACCOUNTED_FOR = "ja"
    MISSING = "nei"
    NOT_RELEVANT = "ikke relevant"


@dataclass(frozen=True, slots=True)
class Institution:
    """Be an institution in its region: the applicant's, a partner's, or one that may apply."""

    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Cv:
    """Be a participant's CV: `leader` of the project or a partner, `pages` long."""

    participant: str
    region: str
    leader: bool
    pages: int
    publications: bool


@dataclass(frozen=True, slots=True)
class Submission:
    """Be an application as it came in; what no criterion in force asks for is left as it is.

    `applicant` and `partners` hold the institutions, `anchored` the research management's word.
    """

    project_number: str
    amount: int
    submitted: datetime | None = None
    duration_months: int = 0
    language: str = ""
    applicant: Institution = Institution("", "")
    anchored: bool = False
    user_involvement: bool = False
    partners: tuple[Institution, ...] = ()
    patients_from_all_regions: bool = False
    cvs: tuple[Cv, ...] = ()
    markers: Markers = Markers.MISSING
    channel: str = ""
