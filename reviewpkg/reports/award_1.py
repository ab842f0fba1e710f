"""List what 2.5 awards at once: award 1, with the sum down to each against the frame."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.procedure.funding_line import running_sums
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis, Pool
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.ranking_notices import pool_deviations


@dataclass(frozen=True, slots=True)
class AwardRow:
    """Be an application awarded in 2.5, with the sum down to it in whole kroner."""

    standing: Standing
    running_sum: int


@dataclass(frozen=True, slots=True)
class Award1:
    """Be an area's award 1 in order O; `left` is what it leaves of the frame, in whole kroner.

    `to_rank` counts the ranking pool; `all_fit` tells that none is needed (D17).
    """

    frame: Frame
    area: str
    budget_frame: int
    spent: int
    left: int
    to_rank: int
    all_fit: bool
    rows: tuple[AwardRow, ...]
    deviations: tuple[str, ...]


def award_1(pool: Pool, furniture: Furniture) -> Award1:
    """List what ranks above the pool (2.5, D14, D17)."""
    words = furniture.words
    frame = furniture.frame(
        step="2.5",
        step_name=words.say("Innvilgelse 1"),
        title=words.say("Innvilgelse 1 – {area}", area=pool.area),
        recipient=words.say("Sekretariatet"),
    )
    sums = running_sums([one.application.amount for one in pool.award_1])
    spent = sums[-1] if sums else 0
    return Award1(
        frame=frame,
        area=pool.area,
        budget_frame=pool.frame,
        spent=spent,
        left=pool.frame - spent,
        to_rank=len(pool.ranking),
        all_fit=pool.basis is Basis.NOT_NEEDED,
        rows=tuple(AwardRow(one, total) for one, total in zip(pool.award_1, sums, strict=True)),
        deviations=tuple(map(words.retell, pool_deviations(pool))),
    )
