"""Draw the rankings of the pool and the chair's ruling on them (2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reviewpkg.domain.conference import BallotLine, Ruling, UserPlace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from reviewpkg.procedure.two_round.round_2 import AreaConference
    from reviewpkg.procedure.two_round.step_2_6_ballots import BallotDuty
    from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward
    from tools.demonstration.impressions import Impressions
    from tools.demonstration.words import Words

# What a row of order O is worth, what the plenary's talk did to all, what each pair thinks
SLOPE: Final = 0.13
TALK: Final = 0.35
OWN_VIEW: Final = 0.8
OWN_APPLICATION: Final = 0.4
USER_NOISE: Final = 0.5
# How far below the line the chair moves the last one above it
DOWN: Final = 2


def draw_ballots(random: Random, area: AreaConference) -> list[BallotLine]:
    """Return every pair's ballot of an area's pool, best first.

    Where one of the two is conflicted, the joint order of the others comes first, and the one who
    may places the rest in between.
    """
    pool = area.left_in_pool
    heard = {one.project_number: random.gauss(-SLOPE * row, TALK) for row, one in enumerate(pool)}
    owner = {one.project_number: one.pair for one in pool}
    lines: list[BallotLine] = []
    for duty in area.duties:
        view = {
            number: random.gauss(heard[number], OWN_VIEW)
            + OWN_APPLICATION * (owner[number] == duty.pair)
            for number in duty.ranked
        }
        lines += ballot(duty, sorted(view, key=lambda number: -view[number]))
    return lines


def ballot(duty: BallotDuty, order: Sequence[str]) -> list[BallotLine]:
    """Return the lines of a ballot in the order in which a pair ranks."""
    together = [number for number in order if number in duty.together] if duty.alone else []
    joint = {number: place for place, number in enumerate(together, start=1)}
    return [
        BallotLine(number, duty.pair, place, joint.get(number))
        for place, number in enumerate(order, start=1)
    ]


def draw_user_places(
    random: Random, area: AreaConference, impressions: Impressions
) -> list[UserPlace]:
    """Return the user representatives' one ranking of an area's pool, by user involvement."""
    view = {
        number: random.gauss(impressions.involvement[number], USER_NOISE)
        for number in area.user_duty
    }
    order = sorted(view, key=lambda number: -view[number])
    return [UserPlace(number, place) for place, number in enumerate(order, start=1)]


def rule(final: FinalAward, words: Words) -> Ruling:
    """Let the chair move the last application above the line below it, for a weighty objection."""
    last = max(one.final_place for one in final.funded if one.awarded)
    moved = final.funded[last - 1].ranked
    return Ruling(moved.project_number, last + DOWN, words.say("ruling"))
