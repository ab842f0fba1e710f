"""Gather what a ranking form shows of the applications in a pool (2.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.applications import Application, conflicted_members
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.standing import grades_of
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference


@dataclass(frozen=True, slots=True)
class RankingRow:
    """Be an application of the pool as those who rank it see it.

    `grade`, `user_grade` and `priority_areas` are the latest; `mean_grade` and `first_user_grade`
    are the means of round 1. User grades are None where the user representatives gave none.
    """

    application: Application
    grade: Fraction
    user_grade: Fraction | None
    priority_areas: int
    mean_grade: Fraction
    first_user_grade: Fraction | None

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.application.project_number


@dataclass(frozen=True, slots=True)
class ToRank:
    """Be an area's pool as it is ranked, in order O, and who is conflicted on what by then."""

    area: str
    rows: tuple[RankingRow, ...]
    conflicted: Mapping[str, frozenset[str]]
    names: Mapping[str, str]

    def away(self, number: str, members: tuple[str, ...]) -> tuple[str, ...]:
        """Return which of these members are conflicted on an application, by name."""
        unfit = self.conflicted.get(number, frozenset())
        return tuple(self.names[member] for member in members if member in unfit)


def to_rank(round_1: Round1, conference: Conference, area: AreaConference) -> ToRank:
    """Gather an area's pool, without what is withdrawn by 2.6 (D24)."""
    review = round_1.review
    first = grades_of(conference).user_individual
    means = {one.project_number: one.mean_grade for one in area.members}
    standings = {one.project_number: one for one in area.after_plenary}
    rows = tuple(
        RankingRow(
            one,
            standings[one.project_number].grade,
            standings[one.project_number].user_grade,
            standings[one.project_number].priority_areas,
            means[one.project_number],
            first.get(one.project_number),
        )
        for one in area.left_in_pool
    )
    conflicted = conflicted_members(review.conflicts, Step.RANKING)
    return ToRank(area.area.id, rows, conflicted, review.committee.names)
