"""Describe what is applied for, who may not assess it, and what was said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from reviewpkg.domain.people import Committee
from reviewpkg.domain.steps import AnyStep, Step
from reviewpkg.domain.two_round import TwoRoundCall


@dataclass(frozen=True, slots=True)
class Application:
    """Be an application for `amount` whole kroner; `withdrawn_from` is its first step away.

    `submitted` is None where the call has no deadline.
    """

    project_number: str
    title: str
    applicant: str
    area: str
    amount: int
    pair: str
    summary: str = ""
    withdrawn_from: Step | None = None
    submitted: datetime | None = None

    def withdrawn_at(self, step: Step) -> bool:
        """Tell whether the application takes no part in `step` (D24)."""
        return self.withdrawn_from is not None and self.withdrawn_from <= step


@dataclass(frozen=True, slots=True)
class Conflict:
    """Be one person's conflict of interest on one application, in force from a step on."""

    project_number: str
    member: str
    substitute: str = ""
    from_step: AnyStep = Step.GRADING


@dataclass(frozen=True, slots=True)
class Grade:
    """Be one reviewer's grade of one application; `scores` follow the call's criteria."""

    project_number: str
    member: str
    total: Fraction
    scores: tuple[Fraction | None, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """Hold everything that round 1 decides from, as the secretariat delivered it.

    `formally_rejected` failed the call's formal criteria and take no part; they stand nowhere else.
    """

    call: TwoRoundCall
    committee: Committee
    applications: tuple[Application, ...]
    conflicts: tuple[Conflict, ...] = ()
    grades: tuple[Grade, ...] = ()
    formally_rejected: tuple[Application, ...] = ()


def conflicted_members(conflicts: Iterable[Conflict], step: AnyStep) -> dict[str, frozenset[str]]:
    """Return who is conflicted on each application when `step` is taken (D24)."""
    members: dict[str, set[str]] = {}
    for conflict in conflicts:
        if conflict.from_step <= step:
            members.setdefault(conflict.project_number, set()).add(conflict.member)
    return {number: frozenset(people) for number, people in members.items()}


def acting_reviewers(review: Review) -> dict[str, tuple[str, ...]]:
    """Return who grades each application (1.1): its pair, a substitute for a conflicted member.

    Keys are project numbers. The order is the pair's; a substitute stands in the place of the one
    they replace, and where nobody stands in there are fewer than two.
    """
    substitutes = {
        (conflict.project_number, conflict.member): conflict.substitute
        for conflict in review.conflicts
        if conflict.from_step <= Step.GRADING
    }
    pairs = review.committee.pairs
    acting = {}
    for application in review.applications:
        number = application.project_number
        members = (
            substitutes.get((number, reviewer.member), reviewer.member)
            for reviewer in pairs.get(application.pair, ())
        )
        acting[number] = tuple(member for member in members if member)
    return acting
