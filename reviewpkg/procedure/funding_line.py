"""Divide money: frames per area, running sums, and what any ranking could give at most and least.

All amounts are whole kroner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate


def frames(budget: int, shares: Sequence[Fraction]) -> tuple[int, ...]:
    """Divide a budget by shares that sum to 1: whole kroner, summing exactly to it (D12).

    By largest remainder: what rounding down leaves goes to the largest fractions, the first listed
    among equals.
    """
    exact = [budget * share for share in shares]
    whole = [amount.numerator // amount.denominator for amount in exact]
    left = budget - sum(whole)
    by_remainder = sorted(range(len(shares)), key=lambda at: (whole[at] - exact[at], at))
    for at in by_remainder[:left]:
        whole[at] += 1
    return tuple(whole)


def running_sums(amounts: Sequence[int]) -> tuple[int, ...]:
    """Return the sum of the amounts down to each one, itself included."""
    return tuple(accumulate(amounts))


def awarded(amounts: Sequence[int], frame: int) -> int:
    """Count the awards from the top, down to the last running sum within the frame (D22)."""
    return sum(1 for total in accumulate(amounts) if total <= frame)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Be the fewest and the most awards that any ranking of a pool could give (D15)."""

    fewest: int
    most: int


def bounds(amounts: Sequence[int], frame: int) -> Bounds:
    """Prove how many of a pool can be awarded before anyone has ranked it (D15).

    Under the prefix rule of 2.7 no order stops earlier than the largest amounts first, and none
    later than the smallest first.
    """
    return Bounds(awarded(sorted(amounts, reverse=True), frame), awarded(sorted(amounts), frame))
