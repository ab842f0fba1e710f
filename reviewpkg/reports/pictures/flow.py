"""Lay out the way of applications through a procedure's steps, from received to the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

NAME: Final = Fraction(1, 9)
"""The height of a place's name, as a share of all that was received."""
BEND: Final = Fraction(1, 3)
"""How far into the way between two steps a stream runs straight."""
THICK: Final = Fraction(1, 30)
"""How thick a place is drawn, as a share of the way between two steps."""


class End(Enum):
    """Tell where applications stand after a step: further on, awarded or out."""

    RECEIVED = "received"
    ASSESSED = "assessed"
    SELECTED = "selected"
    REJECTION_1 = "rejection-1"
    AWARD_1 = "award-1"
    RANKING = "ranking"
    REJECTION_2 = "rejection-2"
    AWARDED = "awarded"
    REJECTION_3 = "rejection-3"
    RECOMMENDED = "recommended"
    SUPPORT_WORTHY = "support-worthy"
    NOT_SUPPORT_WORTHY = "not-support-worthy"
    FORMALLY_REJECTED = "formally-rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Stream:
    """Be applications that go from one place to another; `step` counts those between, from 0."""

    step: int
    source: End
    target: End
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """Be the applications at one place after a step: a block from `top` to `bottom`.

    `left` and `right` count steps, `top` and `bottom` applications, downwards.
    """

    end: End
    count: int
    left: Fraction
    right: Fraction
    top: Fraction
    bottom: Fraction


@dataclass(frozen=True, slots=True)
class Edge:
    """Be a point that a stream passes, `across` in steps, `top` and `bottom` in applications."""

    stream: int
    across: Fraction
    top: Fraction
    bottom: Fraction
    target: End


@dataclass(frozen=True, slots=True)
class Flow:
    """Be a flow so far; `steps` counts those taken, `depth` is its height.

    `decided` are the ends that an application can have come to, also where none has. `area` is
    blank where a call has none.
    """

    area: str
    places: tuple[Place, ...]
    edges: tuple[Edge, ...]
    steps: int
    depth: Fraction
    decided: tuple[End, ...]

    def knows(self, end: str) -> bool:
        """Tell whether the step is taken that leads to the end of that name."""
        return End[end] in self.decided

    def count(self, end: str) -> int:
        """Return how many came to the end of that name, over all steps."""
        return sum(place.count for place in self.places if place.end is End[end])


def laid_out(area: str, streams: Sequence[Stream]) -> Flow | None:
    """Lay out streams, step by step from 0; None where nothing was received."""
    kept = tuple(one for one in streams if one.count)
    if not kept:
        return None
    steps = max(one.step for one in kept) + 1
    received = sum(one.count for one in kept if one.step == 0)
    columns = [[(End.RECEIVED, received)]]
    for step in range(steps):
        mine = [one for one in kept if one.step == step]
        ends = [end for end in End if any(one.target is end for one in mine)]
        columns.append([(end, sum(one.count for one in mine if one.target is end)) for end in ends])
    name = received * NAME
    placed = [_column(number, column, name) for number, column in enumerate(columns)]
    places = tuple(place for column in placed for place in column)
    depth = max(max(place.bottom, place.top + name) for place in places)
    decided = {End.RECEIVED, *(one.target for one in streams)}
    ends_in_order = tuple(end for end in End if end in decided)
    return Flow(area, places, tuple(_edges(kept, placed)), steps, depth, ends_in_order)


def _column(number: int, ends: Iterable[tuple[End, int]], name: Fraction) -> list[Place]:
    """Stack a step's places, each with room for its name."""
    places, top = [], Fraction(0)
    for end, count in ends:
        left = Fraction(number)
        places.append(Place(end, count, left, left + THICK, top, top + count))
        top += max(Fraction(count), name) + name / 2
    return places


def _edges(streams: Sequence[Stream], placed: Sequence[Sequence[Place]]) -> Iterator[Edge]:
    """Return the points of every stream: straight out, across, straight in."""
    leaving = {(place.left, place.end): place.top for column in placed for place in column}
    arriving = dict(leaving)
    for number, one in enumerate(streams):
        source, target = Fraction(one.step), Fraction(one.step + 1)
        out, into = leaving[source, one.source], arriving[target, one.target]
        leaving[source, one.source] += one.count
        arriving[target, one.target] += one.count
        for across, top in (
            (source + THICK, out),
            (source + BEND, out),
            (target - BEND, into),
            (target, into),
        ):
            yield Edge(number, across, top, top + one.count, one.target)
