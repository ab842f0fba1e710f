"""Show the way of an area's applications through both rounds, from received to awarded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Decision, Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Pool
from reviewpkg.reports.pictures.flow import End, Flow, Stream, laid_out
from reviewpkg.reports.verdicts import Verdict, fates, finished, returned_awards


def flow(
    round_1: Round1,
    area: str,
    conference: AreaConference | None = None,
    award: AreaAward | None = None,
) -> Flow | None:
    """Draw an area's flow as far as it has come; None where nothing was received.

    What fails the call's formal criteria leaves first, before 1.1 (F1, F2).
    """
    streams = [*_screening(round_1, area)]
    streams += _round_1(round_1, area, len({one.step for one in streams}))
    step = streams[-1].step + 1
    pool = conference.pool if conference else None
    if pool and not pool.refusals:
        selected = sum(one.count for one in streams if one.target is End.SELECTED)
        streams += _around_the_line(pool, selected, step)
        if award and finished(award):
            streams += _award(round_1, award, pool, step + 1)
    return laid_out(area, streams)


def flows(
    round_1: Round1,
    conferences: Iterable[AreaConference] = (),
    awards: Iterable[AreaAward] = (),
) -> tuple[Flow, ...]:
    """Draw the flow of every area that received something, each as far as it has come."""
    by_area = {one.area.id: one for one in conferences}
    ends = {one.conference.area.id: one for one in awards}
    found = (
        flow(round_1, area.id, by_area.get(area.id), ends.get(area.id))
        for area in round_1.review.call.areas
    )
    return tuple(one for one in found if one)


def _screening(round_1: Round1, area: str) -> Iterator[Stream]:
    """Take a step before 1.1, in a call that has formal criteria."""
    if not round_1.screened:
        return
    mine = [one for one in round_1.review.applications if one.area == area]
    rejected = sum(one.area == area for one in round_1.review.formally_rejected)
    withdrawn = sum(one.withdrawn_at(Step.GRADING) for one in mine)
    yield Stream(0, End.RECEIVED, End.ASSESSED, len(mine) - withdrawn)
    yield Stream(0, End.RECEIVED, End.FORMALLY_REJECTED, rejected)
    yield Stream(0, End.RECEIVED, End.WITHDRAWN, withdrawn)


def _round_1(round_1: Round1, area: str, step: int) -> Iterator[Stream]:
    source = End.ASSESSED if step else End.RECEIVED
    decisions = [
        one.decision
        for one in round_1.outcomes
        if one.application.area == area
        and not (step and one.application.withdrawn_at(Step.GRADING))
    ]
    for decision, end in (
        (Decision.SELECTED, End.SELECTED),
        (Decision.REJECTION_1, End.REJECTION_1),
        (Decision.WITHDRAWN, End.WITHDRAWN),
    ):
        yield Stream(step, source, end, decisions.count(decision))


def _around_the_line(pool: Pool, selected: int, step: int) -> Iterator[Stream]:
    yield Stream(step, End.SELECTED, End.AWARD_1, len(pool.award_1))
    yield Stream(step, End.SELECTED, End.RANKING, len(pool.ranking))
    yield Stream(step, End.SELECTED, End.REJECTION_2, len(pool.rejection_2))
    yield Stream(step, End.SELECTED, End.WITHDRAWN, selected - len(pool.standings))


def _award(round_1: Round1, award: AreaAward, pool: Pool, step: int) -> Iterator[Stream]:
    verdicts = [one.verdict for one in fates(round_1, award)]
    returned = len(returned_awards(pool))
    second, third = verdicts.count(Verdict.AWARD_2), verdicts.count(Verdict.REJECTION_3)
    yield Stream(step, End.AWARD_1, End.AWARDED, len(pool.award_1) - returned)
    yield Stream(step, End.RANKING, End.AWARDED, second)
    yield Stream(step, End.RANKING, End.REJECTION_3, third)
    yield Stream(step, End.AWARD_1, End.WITHDRAWN, returned)
    yield Stream(step, End.RANKING, End.WITHDRAWN, len(pool.ranking) - second - third)
