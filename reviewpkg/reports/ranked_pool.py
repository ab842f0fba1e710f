"""Gather what a ranking list shows: places, points, sums, and where the line falls (2.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.conference import Ruling
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.step_2_6_ballots import points
from reviewpkg.procedure.two_round.step_2_6_ranking import Ranked, RankingList
from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward


@dataclass(frozen=True, slots=True)
class Row:
    """Be an application on a ranking list; `place` is the one that this list goes by.

    `running_sum` is None for what is withdrawn by 2.7, `open_tie` tells that only the chair can
    order it, `level` that the row below is its equal. `rulings` are the chair's on it, in order.
    """

    ranked: Ranked
    place: int
    running_sum: int | None
    open_tie: bool
    level: bool
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class FundingLine:
    """Be the line of 2.7: how many are above it, what they cost, what one more would come to.

    `with_next` is None where all of them fit. Amounts in whole kroner.
    """

    awarded: int
    spent: int
    with_next: int | None


@dataclass(frozen=True, slots=True)
class Divided:
    """Be a ranking list cut at its funding line, None in a part of it that the line is not in."""

    above: tuple[Row, ...]
    line: FundingLine | None
    below: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class BallotSize:
    """Be how much of a pool a pair ranked; the last place gives `in_pool` points to every pair."""

    pair: str
    ranked: int
    in_pool: int

    @property
    def short(self) -> bool:
        """Tell whether the pair left something out."""
        return self.ranked < self.in_pool

    @property
    def first(self) -> Fraction:
        """Return the points of place 1; place r gives r times as many."""
        return points(1, self.ranked, self.in_pool)


def divided(
    final: FinalAward, in_order: Sequence[Ranked], award: AreaAward, *, ruled: bool
) -> Divided:
    """Cut a list, in the order given, where `final` draws the line.

    `ruled` tells that the list goes by the chair's places: the computed ones, shared by equals,
    until the first ruling.
    """
    ties = {number for tie in award.open_ties for number in tie}
    sums = {one.ranked.project_number: one.running_sum for one in final.funded}
    rulings = award.ranking.rulings if award.ranking and ruled else ()
    following = [*in_order[1:], None]
    rows = tuple(
        Row(
            one,
            one.final_place if rulings else one.place,
            sums.get(one.project_number),
            one.project_number in ties,
            after is not None and after.key == one.key,
            tuple(ruling for ruling in rulings if ruling.project_number == one.project_number),
        )
        for one, after in zip(in_order, following, strict=True)
    )
    above = [one.ranked.project_number for one in final.funded if one.awarded]
    cut = 0
    if above:
        numbers = [row.ranked.project_number for row in rows]
        cut = numbers.index(above[-1]) + 1
    return Divided(rows[:cut], _line(final), rows[cut:])


def _line(final: FinalAward) -> FundingLine:
    count = sum(one.awarded for one in final.funded)
    following = final.funded[count].running_sum if count < len(final.funded) else None
    return FundingLine(count, final.spent, following)


def ballot_sizes(award: AreaAward) -> tuple[BallotSize, ...]:
    """Return how much of the pool each pair ranked, those that ranked something (2.6)."""
    in_pool = len(award.conference.left_in_pool)
    return tuple(
        BallotSize(duty.pair, len(duty.ranked), in_pool)
        for duty in award.conference.duties
        if duty.ranked
    )


def has_list(award: AreaAward) -> bool:
    """Tell whether an area has a ranking list: not before its ballots, nor without a pool (D17)."""
    ranking: RankingList | None = award.ranking
    return ranking is not None and award.final is not None and bool(ranking.computed)
