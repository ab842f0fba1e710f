"""Prove to a reader what any ranking of a pool can give (D15): the sums behind the two ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewpkg.procedure.funding_line import awarded, running_sums
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Pool
from reviewpkg.procedure.two_round.step_2_5_windows import (
    LEAST_AWARDED,
    MOST_AWARDED,
    Safety,
)


@dataclass(frozen=True, slots=True)
class End:
    """Be one end of the proof: how many fit, what they cost, what one more would come to.

    `with_next` is None where all of them fit. Amounts in whole kroner.
    """

    count: int
    spent: int
    with_next: int | None


@dataclass(frozen=True, slots=True)
class Proof:
    """Be what any ranking of a pool awards at least and at most, against 20 to 80 % of its size.

    `least_wanted` and `most_wanted` are those shares in whole applications.
    """

    size: int
    remaining: int
    spent_above: int
    largest_first: End
    smallest_first: End
    least_wanted: int
    most_wanted: int
    safety: Safety


def proof(pool: Pool) -> Proof | None:
    """Return the proof of a pool, None where it has no window (2.5, D15)."""
    window = pool.window
    if window is None:
        return None
    amounts = sorted(one.application.amount for one in pool.ranking)
    size = window.size
    return Proof(
        size=size,
        remaining=window.remaining,
        spent_above=pool.frame - window.remaining,
        largest_first=_end(amounts[::-1], window.remaining),
        smallest_first=_end(amounts, window.remaining),
        least_wanted=-(-size * LEAST_AWARDED.numerator // LEAST_AWARDED.denominator),
        most_wanted=size * MOST_AWARDED.numerator // MOST_AWARDED.denominator,
        safety=window.safety,
    )


def _end(amounts: Sequence[int], frame: int) -> End:
    sums = running_sums(amounts)
    count = awarded(amounts, frame)
    spent = sums[count - 1] if count else 0
    return End(count, spent, sums[count] if count < len(sums) else None)
