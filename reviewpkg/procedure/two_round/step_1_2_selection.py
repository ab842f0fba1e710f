"""Step 1.2: the selection to round 2, area by area, in four sub-steps that each add to the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import partial

from reviewpkg.domain.two_round import SelectionClauses, SelectionNumbers
from reviewpkg.procedure.cut_line import (
    at_least,
    at_least_unless_over,
    at_most,
    groups_of_equals,
)
from reviewpkg.procedure.two_round.step_1_1_grading import Graded

Group = tuple[Graded, ...]
Key = tuple[Fraction, ...]


class Stop(Enum):
    """Say why a sub-step drew its line where it did."""

    REACHED = "the number is reached"
    OVER_CAP = "the next group would pass the cap"
    OVER_NUMBER = "the next group would pass the number"
    EXHAUSTED = "no application is left"
    NOT_NEEDED = "enough are in already"
    EVERY_ONE = "every application that meets the bound is in"


@dataclass(frozen=True, slots=True)
class SubStep:
    """Be what one sub-step did: the groups it took, where it stopped and why.

    `wanted` is the sub-step's number (of applications; for a high grade, the grade), `total` what
    the area has selected after it. `left_out` is the group just below the line, empty if none is.
    """

    clause: str
    wanted: int | Fraction
    taken: tuple[Group, ...]
    left_out: Group
    stop: Stop
    total: int
    cap: int | None = None

    @property
    def members(self) -> Group:
        """Return the applications that the sub-step brought in, in order."""
        return tuple(graded for group in self.taken for graded in group)


@dataclass(frozen=True, slots=True)
class Selection:
    """Be an area's selection: its applications in order, and the four sub-steps that cut it."""

    ranked: Group
    numbers: SelectionNumbers
    sub_steps: tuple[SubStep, SubStep, SubStep, SubStep]

    @property
    def clause_of(self) -> dict[str, str]:
        """Return, by project number, the clause that brought each selected application in."""
        return {
            graded.project_number: sub_step.clause
            for sub_step in self.sub_steps
            for graded in sub_step.members
        }


def by_mean(graded: Graded) -> Key:
    """Return the key that 1.2.1 and 1.2.5 rank on: the mean grade."""
    return (graded.mean_grade,)


def by_mean_and_difference(graded: Graded) -> Key:
    """Return the key that 1.2.2, 1.2.4, 1.2.6 and 1.2.8 rank on: large differences come first."""
    return (graded.mean_grade, graded.grade_difference)


def select(ranked: Group, numbers: SelectionNumbers, clauses: SelectionClauses) -> Selection:
    """Select an area's applications for round 2 (1.2).

    `ranked` holds them all, sorted as in 1.2. Each sub-step adds to what stands; nothing it took is
    seen by the next.
    """
    top = _top(ranked, numbers, clauses.top)
    rest = _without(ranked, top)
    contested = _contested(rest, numbers.contested, top.total, clauses.contested)
    rest = _without(rest, contested)
    high = _high_grade(rest, numbers.high_grade, contested.total, clauses.high_grade)
    rest = _without(rest, high)
    minimum = _minimum(rest, numbers.minimum, high.total, clauses.minimum)
    return Selection(ranked, numbers, (top, contested, high, minimum))


@dataclass(frozen=True, slots=True)
class _Cut:
    """Be groups of equals, how many of them lie above the line, and the total in above it."""

    groups: tuple[Group, ...]
    count: int
    total: int

    @property
    def ran_out(self) -> bool:
        """Tell whether every group lies above the line."""
        return self.count == len(self.groups)


def _cut(
    ranked: Group,
    key: Callable[[Graded], Key],
    policy: Callable[[Sequence[int]], int],
    already: int,
) -> _Cut:
    groups = groups_of_equals(ranked, key)
    sizes = [len(group) for group in groups]
    count = policy(sizes)
    return _Cut(groups, count, already + sum(sizes[:count]))


def _top(ranked: Group, numbers: SelectionNumbers, clause: str) -> SubStep:
    """1.2.1, 1.2.5: take by mean grade until `top` are in, no last group past `top_cap` (D2)."""
    cut = _cut(ranked, by_mean, partial(at_least_unless_over, numbers.top, numbers.top_cap), 0)
    if cut.total >= numbers.top:
        stop = Stop.REACHED
    else:
        stop = Stop.EXHAUSTED if cut.ran_out else Stop.OVER_CAP
    return _sub_step(clause, numbers.top, cut, stop, numbers.top_cap)


def _contested(rest: Group, wanted: int, already: int, clause: str) -> SubStep:
    """1.2.2, 1.2.6: take by mean grade and difference while at most `contested` are in (D3)."""
    policy = partial(at_most, wanted, already=already)
    cut = _cut(rest, by_mean_and_difference, policy, already)
    if cut.ran_out:
        stop = Stop.EXHAUSTED
    elif already >= wanted:
        stop = Stop.NOT_NEEDED
    else:
        stop = Stop.REACHED if cut.total == wanted else Stop.OVER_NUMBER
    return _sub_step(clause, wanted, cut, stop)


def _high_grade(rest: Group, wanted: Fraction, already: int, clause: str) -> SubStep:
    """1.2.3, 1.2.7: take every other application that one of its two gave `high_grade` or more."""
    members = tuple(graded for graded in rest if graded.high >= wanted)
    groups = groups_of_equals(members, by_mean_and_difference)
    return SubStep(clause, wanted, groups, (), Stop.EVERY_ONE, already + len(members))


def _minimum(rest: Group, wanted: int, already: int, clause: str) -> SubStep:
    """1.2.4, 1.2.8: if under `minimum` are in, take groups until it is met, the last whole (D4)."""
    cut = _cut(rest, by_mean_and_difference, partial(at_least, wanted, already=already), already)
    if already >= wanted:
        stop = Stop.NOT_NEEDED
    else:
        stop = Stop.REACHED if cut.total >= wanted else Stop.EXHAUSTED
    return _sub_step(clause, wanted, cut, stop)


def _sub_step(clause: str, wanted: int, cut: _Cut, stop: Stop, cap: int | None = None) -> SubStep:
    below = () if cut.ran_out else cut.groups[cut.count]
    return SubStep(clause, wanted, cut.groups[: cut.count], below, stop, cut.total, cap)


def _without(rest: Group, sub_step: SubStep) -> Group:
    taken = {graded.project_number for graded in sub_step.members}
    return tuple(graded for graded in rest if graded.project_number not in taken)
