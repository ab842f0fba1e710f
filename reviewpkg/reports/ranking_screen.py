"""Show the plenary what the ballots came to, before the chair rules (2.6)."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.step_2_6_ranking import RankingList
from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward, final_award
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.pictures.ranked_places import RankedPlaces, ranked_places
from reviewpkg.reports.ranked_pool import BallotSize, Divided, ballot_sizes, divided


@dataclass(frozen=True, slots=True)
class RankingScreen:
    """Be an area's ranking as computed, with every pair's place; amounts in whole kroner.

    `ties` are the groups of equals that only the chair can order, ruled on or not (D20).
    """

    frame: Frame
    area: str
    remaining: int
    in_pool: int
    list: Divided
    places: RankedPlaces
    ballots: tuple[BallotSize, ...]
    ties: tuple[tuple[str, ...], ...]


def ranking_screen(
    award: AreaAward, ranking: RankingList, final: FinalAward, furniture: Furniture
) -> RankingScreen:
    """Show an area's ranking without any ruling, and where the funding line would then fall."""
    area, pool, words = award.conference.area.id, award.conference.pool, furniture.words
    frame = furniture.frame(
        step="2.6",
        step_name=words.say("Rangering"),
        title=words.say("Parenes rangering – {area}", area=area),
        recipient=words.say("Plenum"),
        landscape=True,
    )
    above = pool.award_1 if pool else ()
    computed = final_award(final.frame, above, ranking.computed)
    shown = divided(computed, ranking.computed, award, ruled=False)
    return RankingScreen(
        frame=frame,
        area=area,
        remaining=final.remaining,
        in_pool=len(ranking.computed),
        list=shown,
        places=ranked_places(ranking.computed, len(shown.above)),
        ballots=ballot_sizes(award),
        ties=_ties(ranking),
    )


def _ties(ranking: RankingList) -> tuple[tuple[str, ...], ...]:
    groups: dict[int, tuple[str, ...]] = {}
    for one in ranking.computed:
        if one.tied:
            groups[one.place] = (*groups.get(one.place, ()), one.project_number)
    return tuple(groups.values())
