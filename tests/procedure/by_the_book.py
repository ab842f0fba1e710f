"""Take 2.5 to 2.7 the slow way, one sentence of the routine at a time, to hold the program to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.applications import Application, Conflict
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step

LAST, MISSING = Fraction(10**6), Fraction(-(10**6))
Key = tuple[Fraction, Fraction, int]


def prefix(amounts: Sequence[int], frame: int) -> int:
    """Count down an order until the first that does not fit (2.7)."""
    count = total = 0
    for amount in amounts:
        total += amount
        if total > frame:
            break
        count += 1
    return count


def admissible(keys: Sequence[object], amounts: Sequence[int], frame: int) -> list[tuple[int, int]]:
    """Try every run of rows against D13–D16; return first and last row, the preferred run first.

    `keys` and `amounts` are those of order O from the top; whoever has the same key is tied.
    """
    rows = range(1, len(amounts) + 1)
    line = max((row for row in rows if sum(amounts[:row]) <= frame), default=0)
    found = []
    for first in rows:
        for last in range(first, len(amounts) + 1):
            size = last - first + 1
            in_upper = sum(1 for row in range(first, last + 1) if row <= line)
            in_lower = size - in_upper
            left = frame - sum(amounts[: first - 1])
            if (
                size not in range(7, 14)
                or keys[first - 1] in keys[: first - 1]
                or keys[last - 1] in keys[last:]
                or left < 0
                or not in_upper
                or not in_lower
            ):
                continue
            inside = sorted(amounts[first - 1 : last])
            fewest, most = prefix(inside[::-1], left), prefix(inside, left)
            within = [20 * size <= 100 * count <= 80 * size for count in range(fewest, most + 1)]
            if any(within):
                unsafe = not (within[0] and within[-1])
                rank = (unsafe, abs(size - 10), abs(in_upper - in_lower), size, first)
                found.append((rank, (first, last)))
    return [rows for _, rows in sorted(found)]


@dataclass(frozen=True)
class Fate:
    """Be how one application ends: the decision and what the award list says of it."""

    decision: str
    position: int | None = None
    mean_points: Fraction | None = None
    user_place: int | None = None
    final_place: int | None = None
    running_sum: int | None = None


WITHDRAWN = Fate("withdrawn")


@dataclass(frozen=True)
class Book:
    """Hold one area of a conference, as it was delivered."""

    applications: Sequence[Application]
    frame: int
    pairs: Sequence[str]
    users: Sequence[str]
    conflicts: Sequence[Conflict]
    tables: Conference

    def fates(self) -> dict[str, Fate] | None:
        """Return how every application ends, None where 2.5 has no pool to propose."""
        amounts = {one.project_number: one.amount for one in self.applications}
        keys = {number: self._key(number) for number in self._still_in(Step.AROUND_THE_LINE)}
        order = sorted(keys, key=lambda number: ([-part for part in keys[number]], number))
        position = {
            number: 1 + sum(keys[other] > keys[number] for other in order) for number in order
        }
        costs = [amounts[number] for number in order]
        first, last = self._pool([keys[number] for number in order], costs)
        if (first, last) == (0, 0):
            return None
        above, pool, below = order[: first - 1], order[first - 1 : last], order[last:]
        fates = dict.fromkeys(amounts, WITHDRAWN)
        at_the_end = self._still_in(Step.FINAL_AWARD)
        fates |= {number: Fate("rejection-2", position[number]) for number in below}
        fates |= {
            number: Fate("award-1", position[number]) for number in above if number in at_the_end
        }
        left = self.frame - sum(amounts[number] for number in above if number in at_the_end)
        ranked = self._ranking(
            [number for number in pool if number in self._still_in(Step.RANKING)]
        )
        kept = [number for number, *_ in ranked if number in at_the_end]
        line = prefix([amounts[number] for number in kept], left)
        total = 0
        for place, (number, mean, user) in enumerate(ranked, start=1):
            if number not in kept:
                continue
            total += amounts[number]
            decision = "award-2" if number in kept[:line] else "rejection-3"
            fates[number] = Fate(decision, position[number], mean, user, place, total)
        return fates

    def _still_in(self, step: Step) -> list[str]:
        return [
            one.project_number
            for one in self.applications
            if one.withdrawn_from is None or one.withdrawn_from > step
        ]

    def _key(self, number: str) -> Key:
        """Return what order O sorts on at 2.5, a missing user grade below every other (D9)."""
        tables = self.tables
        own = [one.grade for one in tables.user_grades if one.project_number == number]
        mean = sum(own, Fraction(0)) / len(own) if own else MISSING
        grades = [(one.project_number, one.grade) for one in tables.joint_grades]
        grades += [(one.project_number, one.grade) for one in tables.plenary_notes if one.grade]
        grades += [(one.project_number, one.grade) for one in tables.plenary_decisions if one.grade]
        by_users = [(one.project_number, one.grade) for one in tables.user_joint_grades]
        by_users += [
            (one.project_number, one.user_grade) for one in tables.plenary_notes if one.user_grade
        ]
        by_users += [(one.project_number, one.grade) for one in tables.user_supplements]
        areas = {one.project_number: one.priority_areas for one in tables.joint_grades}
        # The later table overwrites the earlier.
        return dict(grades)[number], dict(by_users).get(number, mean), areas[number]

    def _pool(self, keys: Sequence[Key], costs: Sequence[int]) -> tuple[int, int]:
        """Return the first and last row of the pool; (0, 0) where there can be none (D16, D17)."""
        if sum(costs) <= self.frame:
            return len(costs) + 1, len(costs)
        if len(costs) < 7:
            return 1, len(costs)
        return next(iter(admissible(keys, costs, self.frame)), (0, 0))

    def _ranking(self, pool: Sequence[str]) -> list[tuple[str, Fraction | None, int | None]]:
        """Return the pool in final order with mean points and the user representatives' place."""
        points: dict[str, list[Fraction]] = {number: [] for number in pool}
        for pair in self.pairs:
            both = [f"{pair}a", f"{pair}b"]
            ballot = [line for line in self.tables.ballots if line.pair == pair]
            order = [line.project_number for line in sorted(ballot, key=lambda one: one.place)]
            own = [one for one in order if one in pool and not self._all_conflicted(both, one)]
            for place, number in enumerate(own, start=1):
                points[number].append(Fraction(place * len(pool), len(own)))
        lines = sorted(self.tables.user_places, key=lambda one: one.place)
        by_users = [
            line.project_number
            for line in lines
            if line.project_number in pool
            and not self._all_conflicted(self.users, line.project_number)
        ]
        user = {number: place for place, number in enumerate(by_users, start=1)}
        mean = {number: sum(own, Fraction(0)) / len(own) for number, own in points.items() if own}
        order = sorted(pool, key=lambda one: (mean.get(one, LAST), user.get(one, LAST), one))
        for ruling in self.tables.rulings:
            if ruling.project_number in order:
                order.remove(ruling.project_number)
                order.insert(ruling.place - 1, ruling.project_number)
        return [(number, mean.get(number), user.get(number)) for number in order]

    def _all_conflicted(self, people: Sequence[str], number: str) -> bool:
        conflicted = {
            one.member
            for one in self.conflicts
            if one.project_number == number and one.from_step <= Step.RANKING
        }
        return set(people) <= conflicted
