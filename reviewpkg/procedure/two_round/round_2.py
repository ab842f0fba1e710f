"""Run round 2, the allocation conference: the steps 2.1 to 2.7, every area on its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewpkg.domain.applications import Application, acting_reviewers, conflicted_members
from reviewpkg.domain.conference import BallotLine, Conference
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import Area, TwoRoundCall
from reviewpkg.procedure.funding_line import frames
from reviewpkg.procedure.standing import (
    Grades,
    Standing,
    grades_of,
    standing_after_joint,
    standing_after_plenary,
)
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_2_3_second_opinion import (
    Request,
    Supplement,
    assign,
    supplements,
)
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Pool, pool
from reviewpkg.procedure.two_round.step_2_6_ballots import (
    BallotDuty,
    duties,
    places,
    still_in,
    user_duty,
)
from reviewpkg.procedure.two_round.step_2_6_ranking import RankingList, ranking_list
from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward, final_award
from reviewpkg.procedure.two_round.waiting import Awaited, first_awaited, reached


@dataclass(frozen=True, slots=True)
class AreaConference:
    """Be how far an area has come in the conference; what it has not reached is empty or None.

    `members` are the applications selected in round 1. `awaited` is the first table it waits for
    on the way to its ballots, None where everything up to 2.5 is there.
    """

    area: Area
    frame: int
    members: tuple[Graded, ...]
    awaited: Awaited | None
    after_joint: tuple[Standing, ...]
    requests: tuple[Request, ...]
    supplements: tuple[Supplement, ...]
    after_plenary: tuple[Standing, ...]
    pool: Pool | None
    duties: tuple[BallotDuty, ...]
    user_duty: tuple[str, ...]

    def reached(self, step: Step) -> bool:
        """Tell whether everything that `step` needs is there."""
        return reached(self.awaited, step)

    @property
    def left_in_pool(self) -> tuple[Application, ...]:
        """Return the pool as it is ranked: without what is withdrawn by 2.6 (D24)."""
        ranking = self.pool.ranking if self.pool else ()
        return still_in([one.application for one in ranking])


@dataclass(frozen=True, slots=True)
class AreaAward:
    """Be an area's ranking and award.

    `ranking` and `final` are None while something is awaited, or while no pool can be used (D16).
    """

    conference: AreaConference
    awaited: Awaited | None
    ranking: RankingList | None
    final: FinalAward | None

    @property
    def open_ties(self) -> tuple[tuple[str, ...], ...]:
        """Return the tied project numbers that only rulings can order (D20).

        What is withdrawn from 2.7 needs no place.
        """
        if self.ranking is None:
            return ()
        ruled = {ruling.project_number for ruling in self.ranking.rulings}
        numbers = (
            tuple(
                one.project_number
                for one in tie
                if not one.application.withdrawn_at(Step.FINAL_AWARD)
            )
            for tie in self.ranking.open_ties
        )
        return tuple(tie for tie in numbers if len(set(tie) - ruled) > 1)


def area_frames(call: TwoRoundCall) -> tuple[int, ...]:
    """Return each area's frame in whole kroner: as stated, or its share of the budget (D12)."""
    shares = [area.share for area in call.areas if area.share is not None]
    if len(shares) == len(call.areas):
        return frames(call.budget, shares)
    return tuple(area.frame or 0 for area in call.areas)


def confer(round_1: Round1, conference: Conference) -> tuple[AreaConference, ...]:
    """Take every area as far towards its ranking pool as the tables reach (2.1 to 2.5).

    Areas run apart: one without a row in a table has not started that step.
    """
    review = round_1.review
    call, grades = review.call, grades_of(conference)
    members = {
        area.id: tuple(
            outcome.graded
            for outcome in round_1.to_round_2
            if outcome.graded and outcome.application.area == area.id
        )
        for area in call.areas
    }
    requests = _requests(round_1, conference)
    return tuple(
        _area(round_1, area, frame, members[area.id], conference, grades, requests)
        for area, frame in zip(call.areas, area_frames(call), strict=True)
    )


def _requests(round_1: Round1, conference: Conference) -> tuple[Request, ...]:
    review = round_1.review
    applications = [
        outcome.application
        for outcome in round_1.to_round_2
        if not outcome.application.withdrawn_at(Step.SECOND_OPINION)
    ]
    pairs = {
        pair: frozenset(reviewer.member for reviewer in reviewers)
        for pair, reviewers in review.committee.pairs.items()
    }
    conflicted = conflicted_members(review.conflicts, Step.SECOND_OPINION)
    return assign(applications, conference, pairs, conflicted, acting_reviewers(review))


def _area(  # noqa: PLR0913, PLR0917 - what one area's conference hangs on
    round_1: Round1,
    area: Area,
    frame: int,
    members: tuple[Graded, ...],
    conference: Conference,
    grades: Grades,
    all_requests: Sequence[Request],
) -> AreaConference:
    requests = tuple(one for one in all_requests if one.application.area == area.id)
    out = [one.application.project_number for one in requests if one.pair]
    awaited = first_awaited([one.application for one in members], conference, out)
    after_joint: tuple[Standing, ...] = ()
    after_plenary: tuple[Standing, ...] = ()
    extra: tuple[Supplement, ...] = ()
    found: Pool | None = None
    by_pairs: tuple[BallotDuty, ...] = ()
    by_users: tuple[str, ...] = ()
    if reached(awaited, Step.PLENARY_1):
        after_joint = standing_after_joint(_present(members, Step.PLENARY_1), grades)
    if reached(awaited, Step.SECOND_OPINION):
        present = [one for one in members if not one.application.withdrawn_at(Step.SECOND_OPINION)]
        extra = supplements(present, conference, grades)
    if reached(awaited, Step.AROUND_THE_LINE):
        present_now = _present(members, Step.AROUND_THE_LINE)
        after_plenary = standing_after_plenary(present_now, grades)
        found = pool(area.id, after_plenary, frame, area.ranking_pool)
        by_pairs, by_users = _duties(round_1, area, found)
    return AreaConference(
        area=area,
        frame=frame,
        members=members,
        awaited=awaited,
        after_joint=after_joint,
        requests=requests if reached(awaited, Step.SECOND_OPINION) else (),
        supplements=extra,
        after_plenary=after_plenary,
        pool=found,
        duties=by_pairs,
        user_duty=by_users,
    )


def _present(members: Sequence[Graded], step: Step) -> list[Application]:
    return [one.application for one in members if not one.application.withdrawn_at(step)]


def _duties(
    round_1: Round1, area: Area, found: Pool
) -> tuple[tuple[BallotDuty, ...], tuple[str, ...]]:
    """Say what each pair and the user representatives rank of the pool (2.6)."""
    review = round_1.review
    left = still_in([one.application for one in found.ranking])
    conflicted = conflicted_members(review.conflicts, Step.RANKING)
    users = [person.member for person in review.committee.user_representatives]
    return duties(area.id, review.committee.pairs, left, conflicted), user_duty(
        left, users, conflicted
    )


def finish(conference: Conference, area: AreaConference) -> AreaAward:
    """Rank an area's pool and award down to the line (2.6, 2.7), if its ballots are there.

    The ballots must have been checked against the area's duties.
    """
    if area.pool is None or area.pool.refusals:
        return AreaAward(area, area.awaited, None, None)
    left = area.left_in_pool
    numbers = {one.project_number for one in area.pool.ranking}
    ballots = [line for line in conference.ballots if line.project_number in numbers]
    user_places = [line for line in conference.user_places if line.project_number in numbers]
    if not ballots and any(one.ranked for one in area.duties):
        return AreaAward(area, Awaited(Step.RANKING, "rangering"), None, None)
    if not user_places and area.user_duty:
        return AreaAward(area, Awaited(Step.RANKING, "brukerrangering"), None, None)
    ranking = ranking_list(
        left,
        {one.pair: _pair_places(ballots, one) for one in area.duties},
        places(user_places, area.user_duty),
        conference.rulings,
    )
    final = final_award(area.frame, area.pool.award_1, ranking.final)
    return AreaAward(area, None, ranking, final)


def _pair_places(ballots: Sequence[BallotLine], one: BallotDuty) -> Mapping[str, int]:
    return places([line for line in ballots if line.pair == one.pair], one.ranked)
