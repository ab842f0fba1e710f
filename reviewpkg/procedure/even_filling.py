"""Spread much work evenly: fill up from the least loaded, then move what can still be evened out.

A spread is most even as soon as no load can be moved, over however many people, from one to another
who has at least two less: loads cost by their squares, so any better spread would leave such a way
open (Harvey, Ladner, Lovász and Tamir, "Semi-matchings for bipartite graphs and load balancing",
Journal of Algorithms, 2006).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heapreplace
from typing import TypeAlias

Kind: TypeAlias = tuple[tuple[str, ...], int]
"""People, in order, and how many jobs are open to just these."""
UNEVEN = 2
"""By how much two loads differ when moving one job evens them out."""


def filled(
    kinds: Sequence[Kind], people: Sequence[str], wanted: int, already: Mapping[str, int]
) -> list[Counter[str]]:
    """Return how many jobs of each kind a person takes, as even as any spread.

    Each job is for `wanted` of its people, or all where they are fewer; `already` is each person's
    load beforehand. The order of `kinds` has no effect, that of `people` settles equals.
    """
    spread = _Spread(kinds, people, already)
    rank = {person: place for place, person in enumerate(people)}

    def choice(kind: int) -> tuple[int, list[int]]:
        allowed, _ = kinds[kind]
        return len(allowed), [rank[person] for person in allowed]

    # Those with the fewest people to choose from first: the others even out what that leaves.
    for kind in sorted(range(len(kinds)), key=choice):
        allowed, jobs = kinds[kind]
        spread.fill(kind, min(wanted, len(allowed)) * jobs)
    spread.even_out()
    return spread.counts


class _Spread:
    """Be a spread in the making: how many jobs of each kind a person takes, and what they have."""

    def __init__(
        self, kinds: Sequence[Kind], people: Sequence[str], already: Mapping[str, int]
    ) -> None:
        self._kinds = kinds
        self._rank = {person: place for place, person in enumerate(people)}
        self._loads = {person: already.get(person, 0) for person in people}
        self.counts: list[Counter[str]] = [Counter() for _ in kinds]

    def fill(self, kind: int, shifts: int) -> None:
        """Give a kind's shifts to those who have least; nobody has more of them than its jobs."""
        allowed, jobs = self._kinds[kind]
        counts = self.counts[kind]
        least = [(self._loads[person], self._rank[person], person) for person in allowed]
        heapify(least)
        for _ in range(shifts):
            load, rank, person = least[0]
            counts[person] += 1
            self._loads[person] += 1
            if counts[person] < jobs:
                heapreplace(least, (load + 1, rank, person))
            else:
                heappop(least)

    def even_out(self) -> None:
        """Move jobs until no move makes the loads more even."""
        loads = self._loads.values()
        while loads and max(loads) - min(loads) >= UNEVEN:
            by_load = sorted(self._loads, key=lambda one: -self._loads[one])
            if not any(self._relieved(person) for person in by_load):
                return

    def _relieved(self, start: str) -> bool:
        """Move one job from a person, if there is a way to someone who has at least two less."""
        came: dict[str, tuple[str, int]] = {}
        tried: set[int] = set()
        line = [start]
        for giver in line:
            for kind, (allowed, jobs) in enumerate(self._kinds):
                counts = self.counts[kind]
                if kind in tried or not counts[giver]:
                    continue
                tried.add(kind)
                for taker in allowed:
                    if taker == start or taker in came or counts[taker] == jobs:
                        continue
                    came[taker] = giver, kind
                    if self._loads[start] - self._loads[taker] >= UNEVEN:
                        self._move(start, taker, came)
                        return True
                    line.append(taker)
        return False

    def _move(self, start: str, end: str, came: Mapping[str, tuple[str, int]]) -> None:
        """Let everyone on the way to `end` take a job from the one before."""
        self._loads[start] -= 1
        self._loads[end] += 1
        while end != start:
            giver, kind = came[end]
            self.counts[kind][giver] -= 1
            self.counts[kind][end] += 1
            end = giver
