"""Step 2.7: award 2 down to the line, rejection 3 below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.steps import Step
from reviewpkg.procedure.funding_line import awarded, running_sums
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.step_2_5_windows import LEAST_AWARDED, MOST_AWARDED
from reviewpkg.procedure.two_round.step_2_6_ranking import Ranked

RULE = "2.7"


@dataclass(frozen=True, slots=True)
class Funded:
    """Be a ranked application at 2.7, and the pool's amounts summed down to it."""

    ranked: Ranked
    running_sum: int
    awarded: bool

    @property
    def final_place(self) -> int:
        """Return its place in the ranking, which stands: one that is struck leaves a gap (D24)."""
        return self.ranked.final_place


@dataclass(frozen=True, slots=True)
class FinalAward:
    """Be an area's final award, whole kroner.

    `spent_before` is what award 1 costs, `remaining` what it leaves of the frame for the pool.
    """

    frame: int
    spent_before: int
    funded: tuple[Funded, ...]

    @property
    def remaining(self) -> int:
        """Return what award 1 left of the frame."""
        return self.frame - self.spent_before

    @property
    def spent(self) -> int:
        """Return what award 2 costs."""
        return max((one.running_sum for one in self.funded if one.awarded), default=0)

    @property
    def left_over(self) -> int:
        """Return what is left in the end; it is never moved to another area by itself (D23)."""
        return self.remaining - self.spent

    @property
    def share(self) -> Fraction | None:
        """Return the share of the pool that is awarded, None where there is no pool."""
        if not self.funded:
            return None
        return Fraction(sum(1 for one in self.funded if one.awarded), len(self.funded))

    @property
    def deviates(self) -> bool:
        """Tell whether the share awarded lies outside 20 to 80 % (2.7)."""
        return self.share is not None and not LEAST_AWARDED <= self.share <= MOST_AWARDED


def final_award(frame: int, award_1: Sequence[Standing], final: Sequence[Ranked]) -> FinalAward:
    """Award from the top of the ranking while the running sum is within what is left (2.7, D22).

    Withdrawn applications are struck from the final order before the sums, and the amount of an
    award 1 that was withdrawn goes back to the frame (D24).
    """
    spent = sum(
        one.application.amount
        for one in award_1
        if not one.application.withdrawn_at(Step.FINAL_AWARD)
    )
    kept = [one for one in final if not one.application.withdrawn_at(Step.FINAL_AWARD)]
    sums = running_sums([one.application.amount for one in kept])
    line = awarded([one.application.amount for one in kept], frame - spent)
    funded = tuple(
        Funded(one, total, number <= line)
        for number, (one, total) in enumerate(zip(kept, sums, strict=True), start=1)
    )
    return FinalAward(frame, spent, funded)
