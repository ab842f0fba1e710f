"""Show how far apart the experts stand on each application, against what is support-worthy (K3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.call import Scale
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed
from reviewpkg.reports.pictures.axis import tick_step

MOST_ROWS = 36
"""How many applications fit on a landscape page."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Be an application's row, in the order of the meeting; grades are exact.

    `mean` is the experts', from `low` to `high`; `joint` is the panel's, None where it set none.
    """

    row: int
    project_number: str
    low: Fraction
    high: Fraction
    mean: Fraction
    joint: Fraction | None

    @property
    def spread(self) -> Fraction:
        """Return how far the highest of the experts' grades is from the lowest."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Given:
    """Be one expert's grade; `beside` tells those apart that several experts gave.

    It counts from the middle: −½ and ½ for two, −1, 0 and 1 for three.
    """

    row: int
    grade: Fraction
    beside: Fraction


@dataclass(frozen=True, slots=True)
class ExpertSpread:
    """Be a page's rows, from `low` to `high` on the scale, cut at the `threshold`.

    There is a figure for every `grade_step` of the scale. `reach` is the largest distance of a mark
    from the middle of its lane. `widest` are the lanes with the largest spread, none where the
    experts agree on all; `across` counts those with experts on both sides of the threshold. `first`
    and `last` count rows of the whole list.
    """

    lanes: tuple[Lane, ...]
    given: tuple[Given, ...]
    low: Fraction
    high: Fraction
    grade_step: int
    threshold: Fraction
    reach: Fraction
    widest: tuple[Lane, ...]
    across: int
    first: int
    last: int

    @property
    def joint(self) -> int:
        """Count the lanes with a joint grade."""
        return sum(one.joint is not None for one in self.lanes)


def expert_spreads(
    assessed: Sequence[Assessed], scale: Scale, threshold: Fraction
) -> tuple[ExpertSpread, ...]:
    """Draw what each expert gave, one picture for each page that it takes (K3)."""
    starts = range(0, len(assessed), MOST_ROWS)
    return tuple(
        _page(assessed[start : start + MOST_ROWS], start + 1, scale, threshold) for start in starts
    )


def _page(
    assessed: Sequence[Assessed], first: int, scale: Scale, threshold: Fraction
) -> ExpertSpread:
    lanes = tuple(_lane(row, one) for row, one in enumerate(assessed, start=first))
    given = tuple(
        mark for row, one in enumerate(assessed, start=first) for mark in _marks(row, one)
    )
    spread = max(lane.spread for lane in lanes)
    return ExpertSpread(
        lanes,
        given,
        scale.min,
        scale.max,
        tick_step(scale.min, scale.max),
        threshold,
        max(abs(mark.beside) for mark in given),
        tuple(lane for lane in lanes if lane.spread == spread > 0),
        sum(lane.low < threshold <= lane.high for lane in lanes),
        first,
        first + len(lanes) - 1,
    )


def _lane(row: int, one: Assessed) -> Lane:
    grades = [given.grade for given in one.graded.grades]
    joint = one.joint.grade if one.joint else None
    return Lane(row, one.project_number, min(grades), max(grades), one.graded.grade, joint)


def _marks(row: int, one: Assessed) -> Iterable[Given]:
    """Yield one application's marks, experts that gave the same beside each other."""
    grades = sorted(given.grade for given in one.graded.grades)
    many, seen = Counter(grades), Counter[Fraction]()
    for grade in grades:
        yield Given(row, grade, Fraction(2 * seen[grade] - many[grade] + 1, 2))
        seen[grade] += 1
