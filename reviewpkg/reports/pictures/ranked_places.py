"""Show where every pair placed each application of a ranking pool, and the mean of it (2.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.procedure.two_round.step_2_6_ranking import Ranked


@dataclass(frozen=True, slots=True)
class Lane:
    """Be an application's row, best first; `mean_points` is None where no pair ranked it."""

    row: int
    project_number: str
    mean_points: Fraction | None


@dataclass(frozen=True, slots=True)
class Given:
    """Be the points one pair gave; `beside` tells those apart that several pairs gave.

    It counts from the middle: −½ and ½ for two, −1, 0 and 1 for three.
    """

    row: int
    pair: str
    points: Fraction
    beside: Fraction


@dataclass(frozen=True, slots=True)
class RankedPlaces:
    """Be a pool's places; `last` is the last place, `above` counts the lanes above the line.

    `reach` is the largest distance of a mark from the middle of its lane. `least` and `most` are
    the lanes whose pairs agree most and least, by the distance of the first place from the last.
    """

    lanes: tuple[Lane, ...]
    given: tuple[Given, ...]
    last: int
    above: int
    reach: Fraction
    agreed: Lane | None
    divided: Lane | None


def ranked_places(in_order: Sequence[Ranked], above: int) -> RankedPlaces:
    """Draw a ranking in the order given; `above` counts those above the funding line."""
    lanes = tuple(
        Lane(row, one.project_number, one.mean_points) for row, one in enumerate(in_order, start=1)
    )
    given = tuple(mark for row, one in enumerate(in_order, start=1) for mark in _marks(row, one))
    spans = {
        lane.row: max(one.points.values()) - min(one.points.values())
        for lane, one in zip(lanes, in_order, strict=True)
        if one.points
    }
    by_span = sorted((lane for lane in lanes if lane.row in spans), key=lambda it: spans[it.row])
    return RankedPlaces(
        lanes,
        given,
        len(lanes),
        above,
        max((abs(mark.beside) for mark in given), default=Fraction(0)),
        by_span[0] if by_span else None,
        max(by_span, key=lambda it: spans[it.row]) if by_span else None,
    )


def _marks(row: int, one: Ranked) -> tuple[Given, ...]:
    """Return one application's marks, pairs that gave the same beside each other."""
    many, seen = Counter(one.points.values()), Counter[Fraction]()
    marks = []
    for pair, points in sorted(one.points.items()):
        marks.append(Given(row, pair, points, Fraction(2 * seen[points] - many[points] + 1, 2)))
        seen[points] += 1
    return tuple(marks)
