"""Describe a call of the two-round routine: its areas, their numbers and its adjustments."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.call import Call
from reviewpkg.domain.screening import Screening


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
class TwoRoundCall(Call):
    """Be a call decided in two rounds; `screening` is None where nothing formal is asked."""

    areas: tuple[Area, ...]
    number_adjustments: tuple[NumberAdjustment, ...] = ()
    moves: tuple[MoveAdjustment, ...] = ()
    screening: Screening | None = None
