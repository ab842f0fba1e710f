"""Say who leaves the room when an application is taken up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from reviewpkg.domain.applications import Review, conflicted_members
from reviewpkg.domain.people import Reviewer, Role
from reviewpkg.domain.steps import Step


class Seat(Enum):
    """Tell in what capacity somebody is in the room."""

    COMMITTEE = "the review committee"
    CHAIR = "its chair"
    CONTROL_COMMITTEE = "the control committee"
    USER = "the user representatives"


_SEATS: Mapping[Role, Seat] = {
    Role.REVIEWER: Seat.COMMITTEE,
    Role.CHAIR: Seat.CHAIR,
    Role.CONTROL_COMMITTEE: Seat.CONTROL_COMMITTEE,
}


@dataclass(frozen=True, slots=True)
class Leaving:
    """Be somebody who leaves the room."""

    member: str
    name: str
    seat: Seat


@dataclass(frozen=True, slots=True)
class Room:
    """Be everybody who may have to leave at a step, by project number (2.2, D24)."""

    conflicted: Mapping[str, frozenset[str]]
    people: tuple[Leaving, ...]

    def leaving(self, number: str) -> tuple[Leaving, ...]:
        """Return who leaves for an application, the committee first, each by member id."""
        away = self.away(number)
        return tuple(person for person in self.people if person.member in away)

    def away(self, number: str) -> frozenset[str]:
        """Return the member ids of those who leave for an application."""
        return self.conflicted.get(number, frozenset())

    def only(self, seats: Iterable[Seat]) -> Room:
        """Return the same with only those who have one of these seats."""
        wanted = tuple(seats)
        return Room(self.conflicted, tuple(one for one in self.people if one.seat in wanted))


def room(review: Review, step: Step) -> Room:
    """Say who is conflicted on what when `step` is taken (D24)."""
    committee = review.committee
    users = tuple(
        Leaving(person.member, person.name, Seat.USER)
        for person in sorted(committee.user_representatives, key=lambda person: person.member)
    )
    return Room(conflicted_members(review.conflicts, step), (*seated(committee.reviewers), *users))


def seated(reviewers: Iterable[Reviewer]) -> tuple[Leaving, ...]:
    """Seat the members of a committee or panel, by member id, each in their own capacity."""
    return tuple(
        Leaving(person.member, person.name, _SEATS[person.role])
        for person in sorted(reviewers, key=lambda person: person.member)
    )


def said(leaving: Iterable[Leaving]) -> str:
    """Name those who leave, for a cell of a workbook."""
    return ", ".join(person.name for person in leaving)
