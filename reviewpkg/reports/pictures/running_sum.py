"""Show how the running sum comes up to an area's frame (2.5, 2.7) or a panel's budget (K4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, groupby

from reviewpkg.domain.steps import Step
from reviewpkg.procedure.panel.step_k4_recommendation import Outcome, Recommendation
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis, Pool
from reviewpkg.procedure.two_round.step_2_5_windows import line_row
from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward

BEYOND = 5
"""How many rows are drawn below the last that the line or the ranking pool depends on."""


class Part(Enum):
    """Tell what becomes of a row; undecided where no ranking pool can be used."""

    AWARD_1 = "award-1"
    RANKING = "ranking"
    REJECTION_2 = "rejection-2"
    UNDECIDED = "undecided"
    AWARD_2 = "award-2"
    REJECTION_3 = "rejection-3"
    RECOMMENDED = "recommended"
    SUPPORT_WORTHY = "support-worthy"


@dataclass(frozen=True, slots=True)
class Rise:
    """Be one application's amount on top of those before it; sums in whole kroner."""

    row: int
    before: int
    after: int
    part: Part


@dataclass(frozen=True, slots=True)
class Group:
    """Be a run of rows with the same end, whole kroner.

    Its name stands beside the row `named_at`, below the sum `named_below`.
    """

    part: Part
    count: int
    kroner: int
    sum_after: int
    named_at: int
    named_below: int


class Why(Enum):
    """Tell what rows beside each other share."""

    THEME = "priority theme"
    EQUALS = "equals that the line falls among"


@dataclass(frozen=True, slots=True)
class Span:
    """Be the rows from `first` to `last`, marked over the sum `above`, in whole kroner."""

    why: Why
    first: int
    last: int
    above: int


@dataclass(frozen=True, slots=True)
class RunningSum:
    """Be a staircase of amounts against a frame, whole kroner; `spans` mark some of its rows.

    `within` counts the rows whose sum is within the frame, `spent` is that sum and `with_next` the
    one after it, None where all fit. `not_drawn` counts the rows below the last one drawn.
    """

    frame: int
    rises: tuple[Rise, ...]
    groups: tuple[Group, ...]
    spans: tuple[Span, ...]
    within: int
    spent: int
    with_next: int | None
    not_drawn: int


def at_the_line(pool: Pool) -> RunningSum:
    """Draw order O down past the budget line and the ranking pool (2.5)."""
    amounts = [one.application.amount for one in pool.standings]
    window = None if pool.refusals else pool.window
    parts = [_part(pool, row) for row in range(1, len(amounts) + 1)]
    within = line_row(pool.standings, pool.frame)
    last = max(within, window.last if window else 0) + BEYOND
    return _picture(pool.frame, amounts, parts, within, last)


def _part(pool: Pool, row: int) -> Part:
    """Say what 2.5 decides about a row of order O, counted from 1."""
    if pool.refusals:
        return Part.UNDECIDED
    if pool.basis is Basis.NOT_NEEDED or pool.window is None or row < pool.window.first:
        return Part.AWARD_1
    return Part.RANKING if row <= pool.window.last else Part.REJECTION_2


def at_the_award(pool: Pool, final: FinalAward) -> RunningSum:
    """Draw what was awarded, and below it the ranked that the frame did not reach (2.7)."""
    above = [
        one.application.amount
        for one in pool.award_1
        if not one.application.withdrawn_at(Step.FINAL_AWARD)
    ]
    parts = [Part.AWARD_1] * len(above)
    parts += [Part.AWARD_2 if one.awarded else Part.REJECTION_3 for one in final.funded]
    amounts = [*above, *(one.ranked.application.amount for one in final.funded)]
    within = sum(part is not Part.REJECTION_3 for part in parts)
    return _picture(final.frame, amounts, parts, within, len(parts))


def at_the_recommendation(found: Recommendation) -> RunningSum | None:
    """Draw the support-worthy down past the line; None where there are none (K4, D20).

    Marked are those within the priority theme, who stand first, and equals at the line.
    """
    if not found.ranked:
        return None
    themed = sum(one.priority for one in found.ranked)
    marked = [(Why.THEME, 1, themed)] if themed else []
    if found.tie:
        marked.append((Why.EQUALS, found.tie.members[0].first, found.tie.members[0].last))
    within = len(found.recommended)
    return _picture(
        found.budget,
        [one.application.amount for one in found.ranked],
        [
            Part.RECOMMENDED if one.outcome is Outcome.RECOMMENDED else Part.SUPPORT_WORTHY
            for one in found.ranked
        ],
        within,
        max([within, *(last for _, _, last in marked)]) + BEYOND,
        tuple(
            Span(why, first, last, found.ranked[last - 1].running_sum)
            for why, first, last in marked
        ),
    )


def _picture(  # noqa: PLR0913, PLR0917 - what each of the three knows of its own
    frame: int,
    amounts: Iterable[int],
    parts: Sequence[Part],
    within: int,
    last: int,
    spans: tuple[Span, ...] = (),
) -> RunningSum:
    sums = list(accumulate(amounts, initial=0))
    rises = tuple(
        Rise(row, sums[row - 1], sums[row], part) for row, part in enumerate(parts, start=1)
    )
    return RunningSum(
        frame,
        rises[:last],
        tuple(
            _group(part, tuple(run), within, last)
            for part, run in groupby(rises, key=lambda one: one.part)
        ),
        spans,
        within,
        sums[within],
        sums[within + 1] if within < len(parts) else None,
        len(rises[last:]),
    )


def _group(part: Part, run: tuple[Rise, ...], within: int, last: int) -> Group:
    """Describe a run; its name keeps clear of the frame's line, which only one row crosses."""
    drawn = [rise for rise in run if rise.row <= last] or [run[0]]
    named = drawn[len(drawn) // 2]
    if drawn[0].row > within:
        named = drawn[-1]
    elif drawn[-1].row > within:
        named = drawn[within - drawn[0].row]
    return Group(
        part, len(run), run[-1].after - run[0].before, run[-1].after, named.row, named.before
    )
