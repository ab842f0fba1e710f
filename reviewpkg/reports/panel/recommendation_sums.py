"""Sum up a recommendation: the budget, what it recommends, what is left, what the next lacks."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.procedure.panel.step_k4_recommendation import Outcome, Recommendation


@dataclass(frozen=True, slots=True)
class NextInLine:
    """Be the first application below the funding line: what it asks for, what it lacks."""

    project_number: str
    amount: int
    running_sum: int
    lacking: int


@dataclass(frozen=True, slots=True)
class Sums:
    """Be what a recommendation comes to, in whole kroner; `count` is how many it recommends.

    `support_worthy` counts these and those below the funding line, `assessed` everyone that was
    graded, `next_in_line` is None where all support-worthy ones are recommended.
    """

    budget: int
    count: int
    support_worthy: int
    assessed: int
    spent: int
    left_over: int
    next_in_line: NextInLine | None


def sums(found: Recommendation) -> Sums:
    """Sum up a recommendation (K4, D22)."""
    return Sums(
        budget=found.budget,
        count=len(found.recommended),
        support_worthy=len(found.ranked),
        assessed=len(found.ranked) + len(found.below),
        spent=found.spent,
        left_over=found.left_over,
        next_in_line=_next(found),
    )


def _next(found: Recommendation) -> NextInLine | None:
    following = (one for one in found.ranked if one.outcome is not Outcome.RECOMMENDED)
    one = next(following, None)
    if one is None:
        return None
    lacking = one.running_sum - found.budget
    return NextInLine(one.project_number, one.application.amount, one.running_sum, lacking)
