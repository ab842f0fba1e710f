"""Show how the running sum comes up to an area's frame (2.5, 2.7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, groupby

from reviewpkg.domain.applications import Application
from reviewpkg.domain.steps import Step
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


@dataclass(frozen=True, slots=True)
class RunningSum:
    """Be a staircase of amounts against a frame, whole kroner.

    `within` counts the rows whose sum is within the frame, `spent` is that sum and `with_next` the
    one after it, None where all fit. `not_drawn` counts the rows below the last one drawn.
    """

    frame: int
    rises: tuple[Rise, ...]
    groups: tuple[Group, ...]
    within: int
    spent: int
    with_next: int | None
    not_drawn: int


def at_the_line(pool: Pool) -> RunningSum:
    """Draw order O down past the budget line and the ranking pool (2.5)."""
    applications = [one.application for one in pool.standings]
    window = None if pool.refusals else pool.window
    parts = [_part(pool, row) for row in range(1, len(applications) + 1)]
    within = line_row(pool.standings, pool.frame)
    last = max(within, window.last if window else 0) + BEYOND
    return _picture(pool.frame, applications, parts, within, last)


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
        one.application
        for one in pool.award_1
        if not one.application.withdrawn_at(Step.FINAL_AWARD)
    ]
    parts = [Part.AWARD_1] * len(above)
    parts += [Part.AWARD_2 if one.awarded else Part.REJECTION_3 for one in final.funded]
    applications = [*above, *(one.ranked.application for one in final.funded)]
    within = sum(part is not Part.REJECTION_3 for part in parts)
    return _picture(final.frame, applications, parts, within, len(parts))


def _picture(
    frame: int, applications: Iterable[Application], parts: Sequence[Part], within: int, last: int
) -> RunningSum:
    sums = list(accumulate((one.amount for one in applications), initial=0))
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
