"""Describe a call for applications: its scale, its areas and the numbers of its routine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Scale:
    """Be a scale of grades or scores: `min`, `min + step`, … up to `max`, all exact."""

    min: Fraction
    max: Fraction
    step: Fraction

    def __contains__(self, value: object) -> bool:
        """Tell whether a number lies on the scale and on one of its steps."""
        if not isinstance(value, int | Fraction):
            return False
        return self.min <= value <= self.max and (value - self.min) % self.step == 0

    def __iter__(self) -> Iterator[Fraction]:
        """Give every value of the scale, lowest first."""
        value = self.min
        while value <= self.max:
            yield value
            value += self.step


@dataclass(frozen=True, slots=True)
class Criterion:
    """Be something a reviewer scores beside the total grade; it informs and decides nothing."""

    id: str
    label: str
    scale: Scale


@dataclass(frozen=True, slots=True)
class Grading:
    """Hold the scales in use: the total grade's, the joint and user grades', the criteria's."""

    total: Scale
    joint: Scale
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class SelectionNumbers:
    """Hold an area's numbers for 1.2 and 1.4: counts of applications and one grade."""

    top: int
    top_cap: int
    contested: int
    high_grade: Fraction
    minimum: int
    user_review: int


@dataclass(frozen=True, slots=True)
class SelectionClauses:
    """Name the four sub-steps of 1.2 in an area, e.g. 1.2.5 to 1.2.8."""

    top: str
    contested: str
    high_grade: str
    minimum: str


@dataclass(frozen=True, slots=True)
class PoolRange:
    """Hold the ranking pool that the secretariat set: first and last row of order O (2.5)."""

    first: int
    last: int
    deviation: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """Be one area: everything runs once per area. Exactly one of `share` and `frame` is given."""

    id: str
    share: Fraction | None
    frame: int | None
    numbers: SelectionNumbers
    clauses: SelectionClauses
    ranking_pool: PoolRange | None = None


@dataclass(frozen=True, slots=True)
class NumberAdjustment:
    """Change one of an area's numbers, for a reason that is printed (1.2.9)."""

    area: str
    field: str
    value: int | Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class MoveAdjustment:
    """Move one application in or out after the selection, for a reason that is printed (1.2.9)."""

    project_number: str
    selected: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Call:
    """Be a call: who gives the money, how much (whole kroner), by which routine and numbers."""

    id: str
    title: str
    funder: str
    date: date
    budget: int
    grading: Grading
    areas: tuple[Area, ...]
    number_adjustments: tuple[NumberAdjustment, ...] = ()
    moves: tuple[MoveAdjustment, ...] = ()
