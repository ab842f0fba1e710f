"""Follow one application through the conference, each step as a value (2.1 to 2.7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from reviewpkg.domain.conference import Conference, PlenaryNote, Ruling
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.funding_line import running_sums
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_2_3_second_opinion import Why
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis
from reviewpkg.procedure.two_round.step_2_5_windows import Window, line_row
from reviewpkg.procedure.two_round.step_2_6_ranking import Ranked
from reviewpkg.procedure.two_round.step_2_7_final_award import Funded


@dataclass(frozen=True, slots=True)
class JointPart:
    """Be what 2.1 set: the pair's grade, and the user representatives', None if they set none."""

    grade: Fraction
    priority_areas: int
    reason: str
    user_grade: Fraction | None
    user_reason: str


@dataclass(frozen=True, slots=True)
class Position:
    """Be a place in order O among `of` applications of the area (2.2, 2.5)."""

    standing: Standing
    of: int


@dataclass(frozen=True, slots=True)
class SupplementPart:
    """Be why the user representatives took it up in 2.3, and their grade; None if none has come."""

    why: tuple[Why, ...]
    grade: Fraction | None
    reason: str


class Side(Enum):
    """Tell where an application stood when the ranking pool was set (2.5)."""

    NO_POOL = "all fitted the frame"
    ABOVE = "above the pool"
    INSIDE = "in the pool"
    BELOW = "below the pool"


@dataclass(frozen=True, slots=True)
class PoolPart:
    """Be what 2.5 did: whole kroner; `running_sum` counts order O down to this application.

    `row` is its row in order O and `line_row` the one that the budget line lies after; `window` is
    None where no pool was needed (D17).
    """

    side: Side
    row: int
    line_row: int
    running_sum: int
    frame: int
    window: Window | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Ballot:
    """Be one pair's place for the application, of how many it ranked, and the points it gives.

    Place and points are None where both of the pair were conflicted.
    """

    pair: str
    place: int | None
    of: int
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class RankingPart:
    """Be what 2.6 came to: `in_pool` were ranked, `rulings` are those on this application.

    `others_ruled` tells that a ruling on another application may have moved this one.
    """

    ranked: Ranked
    in_pool: int
    ballots: tuple[Ballot, ...]
    rulings: tuple[Ruling, ...]
    others_ruled: bool
    tied_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FinalPart:
    """Be the line of 2.7 that the application met: whole kroner."""

    funded: Funded
    frame: int
    spent_before: int
    remaining: int


def joint_part(conference: Conference, number: str) -> JointPart | None:
    """Return what was set in 2.1, None while the pair's grade has not come."""
    own = next((one for one in conference.joint_grades if one.project_number == number), None)
    users = next(
        (one for one in conference.user_joint_grades if one.project_number == number), None
    )
    if own is None:
        return None
    return JointPart(
        own.grade,
        own.priority_areas,
        own.reason,
        users.grade if users else None,
        users.reason if users else "",
    )


def position_in(standings: tuple[Standing, ...], number: str) -> Position | None:
    """Return the place in order O, None where the application is not in it."""
    found = next((one for one in standings if one.project_number == number), None)
    return Position(found, len(standings)) if found else None


def note_on(conference: Conference, number: str) -> PlenaryNote | None:
    """Return what plenary 1 said of the application (2.2)."""
    return next((one for one in conference.plenary_notes if one.project_number == number), None)


def supplement_part(
    area: AreaConference, conference: Conference, number: str
) -> SupplementPart | None:
    """Return the supplementary assessment of 2.3, None where there is none."""
    listed = next((one.why for one in area.supplements if one.graded.project_number == number), ())
    came = next((one for one in conference.user_supplements if one.project_number == number), None)
    if not listed and came is None:
        return None
    return SupplementPart(listed, came.grade if came else None, came.reason if came else "")


def pool_part(area: AreaConference, number: str) -> PoolPart | None:
    """Return where the application stood around the ranking pool, None before 2.5."""
    pool = area.pool
    numbers = [one.project_number for one in pool.standings] if pool else []
    if pool is None or pool.refusals or number not in numbers:
        return None
    row = numbers.index(number) + 1
    sums = running_sums([one.application.amount for one in pool.standings])
    if pool.window is None:
        side = Side.NO_POOL
    elif row < pool.window.first:
        side = Side.ABOVE
    else:
        side = Side.INSIDE if row <= pool.window.last else Side.BELOW
    return PoolPart(
        side,
        row,
        line_row(pool.standings, pool.frame),
        sums[row - 1],
        pool.frame,
        pool.window,
        pool.basis,
    )


def ranking_part(award: AreaAward, number: str) -> RankingPart | None:
    """Return how the application was ranked, None where it was not (2.6)."""
    ranking = award.ranking
    computed = ranking.computed if ranking else ()
    ranked = next((one for one in computed if one.project_number == number), None)
    if ranking is None or ranked is None:
        return None
    ballots = tuple(
        Ballot(
            duty.pair,
            ranked.pair_places.get(duty.pair),
            len(duty.ranked),
            ranked.points.get(duty.pair),
        )
        for duty in award.conference.duties
    )
    return RankingPart(
        ranked,
        len(computed),
        ballots,
        tuple(one for one in ranking.rulings if one.project_number == number),
        any(one.project_number != number for one in ranking.rulings),
        tuple(
            one.project_number
            for one in computed
            if one.key == ranked.key and one.project_number != number
        ),
    )


def final_part(award: AreaAward, number: str) -> FinalPart | None:
    """Return the line of 2.7 the application met; None outside the ranking, or withdrawn."""
    if award.final is None or award.open_ties:
        return None
    final = award.final
    funded = next((one for one in final.funded if one.ranked.project_number == number), None)
    if funded is None or funded.ranked.application.withdrawn_at(Step.FINAL_AWARD):
        return None
    return FinalPart(funded, final.frame, final.spent_before, final.remaining)
