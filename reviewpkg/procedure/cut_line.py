"""Cut a ranking of groups of equals: each way returns how many groups lie above the line.

Counting groups, not applications, means that no way of cutting can split equals (D1). Sizes are
counts of applications, best group first; `already` counts applications that are in beforehand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate, groupby
from typing import TypeVar

T = TypeVar("T")


def groups_of_equals(items: Iterable[T], key: Callable[[T], Hashable]) -> tuple[tuple[T, ...], ...]:
    """Split items, already in order, into runs that tie on `key` (D1)."""
    return tuple(tuple(members) for _, members in groupby(items, key=key))


def at_least(wanted: int, group_sizes: Sequence[int], already: int = 0) -> int:
    """Count the groups needed to reach `wanted`; the last comes in whole (1.2.4, 1.4; D4, D6)."""
    totals = list(accumulate(group_sizes, initial=already))
    return min(bisect_left(totals, wanted), len(group_sizes))


def at_least_unless_over(wanted: int, cap: int, group_sizes: Sequence[int]) -> int:
    """Count the groups needed to reach `wanted`, less the last if it passes `cap` (1.2.1, D2)."""
    count = at_least(wanted, group_sizes)
    return count - 1 if sum(group_sizes[:count]) > cap else count


def at_most(wanted: int, group_sizes: Sequence[int], already: int) -> int:
    """Count the groups that fit within `wanted`; equals at the line all stay out (1.2.2, D3)."""
    totals = list(accumulate(group_sizes, initial=already))
    return max(0, bisect_right(totals, wanted) - 1)
