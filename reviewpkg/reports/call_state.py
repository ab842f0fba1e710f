"""Say how far a call has come in the same words for every routine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reviewpkg.domain.call import Call
from reviewpkg.languages.words import Words
from reviewpkg.reports.panel.status import PanelStatus
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.status import State, Status


@dataclass(frozen=True, slots=True)
class StepState:
    """Be how a step stands: what runs it, what it is for, what it waits for and from whom."""

    command: str
    purpose: str
    state: State
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owed:
    """Be how many grades somebody has not yet given (1.1, K2)."""

    name: str
    applications: int


@dataclass(frozen=True, slots=True)
class CallState:
    """Be how far a call has come: steps in order, who owes grades, what is wrong in the tables.

    `flows` show the applications' way as far as they have come, in each area if there are any.
    """

    call: Call
    came_to: tuple[str, ...]
    steps: tuple[StepState, ...]
    owed: tuple[Owed, ...]
    problems: tuple[str, ...]
    flows: tuple[Flow, ...] = ()

    def retold(self, words: Words) -> CallState:
        """Return the same in the language of whoever reads it."""
        steps = tuple(
            replace(
                one,
                purpose=words.retell(one.purpose),
                waits_for=tuple(map(words.retell, one.waits_for)),
            )
            for one in self.steps
        )
        came_to, problems = (
            tuple(map(words.retell, told)) for told in (self.came_to, self.problems)
        )
        return replace(self, came_to=came_to, steps=steps, problems=problems)


def two_round_state(status: Status) -> CallState:
    """Return the state of a call in two rounds."""
    review = status.review
    steps = tuple(
        StepState(one.needs.step, one.needs.purpose, one.state, one.waits_for)
        for one in status.standings
    )
    owed = _owed(status.undelivered, review.committee.names)
    return CallState(review.call, (), steps, owed, status.problems, status.flows)


def panel_state(status: PanelStatus) -> CallState:
    """Return the state of a call that a panel decides."""
    review = status.review
    steps = tuple(
        StepState(one.command, one.purpose, one.state, one.waits_for) for one in status.standings
    )
    owed = _owed(status.owed, {expert.member: expert.name for expert in review.experts})
    return CallState(review.call, status.came_to, steps, owed, status.problems, status.flows)


def _owed(missing: Mapping[str, tuple[str, ...]], names: Mapping[str, str]) -> tuple[Owed, ...]:
    return tuple(
        Owed(names.get(member, member), len(numbers)) for member, numbers in missing.items()
    )
