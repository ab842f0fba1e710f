"""Say how an area's pool was ranked, as the list that is sent out at once (2.6, D19 to D21)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewpkg.domain.tables import APPLICANT, NUMBER, TITLE
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.step_2_6_ranking import RankingList
from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.ranked_pool import BallotSize, Divided, ballot_sizes, divided
from reviewpkg.reports.ranking_notices import pool_deviations

TABLE_HEADER = (
    "Plass",
    "Beregnet plass",
    NUMBER.heading,
    TITLE,
    APPLICANT,
    "Snitt av poeng",
    "Brukerrepresentantenes plass",
    "Beløp",
    "Løpende sum",
    "Over linjen",
)


@dataclass(frozen=True, slots=True)
class RankingListPage:
    """Be an area's ranking list as the chair left it; amounts in whole kroner.

    `ruled` tells that the chair has ruled on something in it, `open_ties` what they still must
    order before anything is awarded (D20).
    """

    frame: Frame
    area: str
    budget_frame: int
    spent_before: int
    remaining: int
    in_pool: int
    list: Divided
    ruled: bool
    open_ties: tuple[tuple[str, ...], ...]
    ballots: tuple[BallotSize, ...]
    deviations: tuple[str, ...]

    def items(self) -> tuple[Item, ...]:
        """Return the applications by place, equals together."""
        words = self.frame.words
        rows = (*self.list.above, *self.list.below)
        return tuple(Item(words.say("plass {place}", place=row.place), row.level) for row in rows)

    def portion(self, frame: PartFrame) -> RankingListPage:
        """Return the page with a part of the list; how the pairs ranked stands after it."""
        whole, part = self.list, frame.part
        above, below = part.of_each((whole.above, whole.below))
        line = whole.line if part.draws(len(whole.above)) else None
        return replace(
            self,
            frame=frame,
            list=Divided(above, line, below),
            open_ties=self.open_ties if frame.opens else (),
            ballots=self.ballots if frame.closes else (),
            deviations=self.deviations if frame.opens else (),
        )


def ranking_list_page(
    award: AreaAward, ranking: RankingList, final: FinalAward, furniture: Furniture
) -> RankingListPage:
    """Show an area's ranking in its final order, each ruling beside the computed place (D21)."""
    area, pool, words = award.conference.area.id, award.conference.pool, furniture.words
    frame = furniture.frame(
        step="2.6",
        step_name=words.say("Rangering"),
        title=words.say("Rangeringsliste – {area}", area=area),
        recipient=words.say("Fagutvalget og kontrollutvalget"),
        landscape=True,
    )
    return RankingListPage(
        frame=frame,
        area=area,
        budget_frame=final.frame,
        spent_before=final.spent_before,
        remaining=final.remaining,
        in_pool=len(ranking.final),
        list=divided(final, ranking.final, award, ruled=True),
        ruled=bool(ranking.rulings),
        open_ties=award.open_ties,
        ballots=ballot_sizes(award),
        deviations=tuple(map(words.retell, pool_deviations(pool))) if pool else (),
    )


def ranking_table(page: RankingListPage) -> CsvTable:
    """Return what the list shows as a table, row for row (2.6)."""
    rows = [(row, "ja") for row in page.list.above] + [(row, "nei") for row in page.list.below]
    return CsvTable(
        TABLE_HEADER,
        tuple(
            (
                row.place,
                row.ranked.place,
                row.ranked.project_number,
                row.ranked.application.title,
                row.ranked.application.applicant,
                row.ranked.mean_points,
                row.ranked.user_place,
                row.ranked.application.amount,
                row.running_sum,
                "trukket" if row.running_sum is None else above,
            )
            for row, above in rows
        ),
    )
