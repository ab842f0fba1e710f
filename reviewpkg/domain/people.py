"""Name the people who assess applications."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from types import MappingProxyType


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


@dataclass(frozen=True)
class Committee:
    """Hold everyone who assesses; member ids are unique over both groups.

    What is asked for once for every form or application is found once.
    """

    reviewers: tuple[Reviewer, ...]
    user_representatives: tuple[UserRepresentative, ...] = ()

    @cached_property
    def pairs(self) -> Mapping[str, tuple[Reviewer, ...]]:
        """Return each pair's members, pairs and members in order of their ids."""
        pairs: dict[str, list[Reviewer]] = {}
        for reviewer in sorted(self.reviewers, key=lambda person: (person.pair, person.member)):
            if reviewer.pair:
                pairs.setdefault(reviewer.pair, []).append(reviewer)
        return MappingProxyType({pair: tuple(members) for pair, members in pairs.items()})

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return every person's name by member id."""
        names = {reviewer.member: reviewer.name for reviewer in self.reviewers}
        names |= {person.member: person.name for person in self.user_representatives}
        return MappingProxyType(names)
