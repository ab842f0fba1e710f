"""Name the people who assess applications."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """Tell what a member of the committee's table is there for."""

    REVIEWER = "fagutvalgsmedlem"
    CHAIR = "leder"
    CONTROL_COMMITTEE = "kontrollutvalg"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Be a person in `fagutvalg`; only a reviewer belongs to a pair."""

    member: str
    name: str
    pair: str = ""
    email: str = ""
    role: Role = Role.REVIEWER


@dataclass(frozen=True, slots=True)
class UserRepresentative:
    """Be a lay reviewer."""

    member: str
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Committee:
    """Hold everyone who assesses; member ids are unique over both groups."""

    reviewers: tuple[Reviewer, ...]
    user_representatives: tuple[UserRepresentative, ...] = ()

    @property
    def pairs(self) -> dict[str, tuple[Reviewer, ...]]:
        """Return each pair's members, pairs and members in order of their ids."""
        pairs: dict[str, list[Reviewer]] = {}
        for reviewer in sorted(self.reviewers, key=lambda person: (person.pair, person.member)):
            if reviewer.pair:
                pairs.setdefault(reviewer.pair, []).append(reviewer)
        return {pair: tuple(members) for pair, members in pairs.items()}

    @property
    def names(self) -> dict[str, str]:
        """Return every person's name by member id."""
        names = {reviewer.member: reviewer.name for reviewer in self.reviewers}
        return names | {person.member: person.name for person in self.user_representatives}
