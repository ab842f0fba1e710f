"""Show the way of an area's applications through the steps, from received to awarded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from reviewpkg.procedure.two_round.round_1 import Decision, Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.reports.verdicts import Verdict, fates, finished, returned_awards

NAME: Final = Fraction(1, 9)
"""The height of a place's name, as a share of all that was received."""
BEND: Final = Fraction(1, 3)
"""How far into the way between two steps a stream runs straight."""
THICK: Final = Fraction(1, 30)
"""How thick a place is drawn, as a share of the way between two steps."""


class End(Enum):
    """Tell where applications stand after a step: further on, awarded or out."""

    RECEIVED = "received"
    SELECTED = "selected"
    REJECTION_1 = "rejection-1"
    AWARD_1 = "award-1"
    RANKING = "ranking"
    REJECTION_2 = "rejection-2"
    AWARDED = "awarded"
    REJECTION_3 = "rejection-3"
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
    """Be an area's flow so far; `steps` counts those taken, `depth` is its height."""

    area: str
    places: tuple[Place, ...]
    edges: tuple[Edge, ...]
    steps: int
    depth: Fraction

    def count(self, end: str) -> int:
        """Return how many came to the end of that name, over all steps."""
        return sum(place.count for place in self.places if place.end is End[end])


def flow(
    round_1: Round1,
    area: str,
    conference: AreaConference | None = None,
    award: AreaAward | None = None,
) -> Flow | None:
    """Draw an area's flow as far as it has come; None where nothing was received."""
    streams = [*_round_1(round_1, area)]
    if conference:
        streams += _around_the_line(
            conference, sum(one.count for one in streams if one.target is End.SELECTED)
        )
    if award and len({one.step for one in streams}) > 1:
        streams += _award(round_1, award)
    kept = tuple(one for one in streams if one.count)
    return _laid_out(area, kept) if kept else None


def flows(
    round_1: Round1,
    conferences: Iterable[AreaConference] = (),
    awards: Iterable[AreaAward] = (),
) -> tuple[Flow, ...]:
    """Draw the flow of every area that received something, each as far as it has come."""
    by_area = {one.area.id: one for one in conferences}
    ends = {one.conference.area.id: one for one in awards}
    found = (
        flow(round_1, area.id, by_area.get(area.id), ends.get(area.id))
        for area in round_1.review.call.areas
    )
    return tuple(one for one in found if one)


def _round_1(round_1: Round1, area: str) -> Iterator[Stream]:
    decisions = [one.decision for one in round_1.outcomes if one.application.area == area]
    for decision, end in (
        (Decision.SELECTED, End.SELECTED),
        (Decision.REJECTION_1, End.REJECTION_1),
        (Decision.WITHDRAWN, End.WITHDRAWN),
    ):
        yield Stream(0, End.RECEIVED, end, decisions.count(decision))


def _around_the_line(conference: AreaConference, selected: int) -> Iterator[Stream]:
    pool = conference.pool
    if pool is None or pool.refusals:
        return
    yield Stream(1, End.SELECTED, End.AWARD_1, len(pool.award_1))
    yield Stream(1, End.SELECTED, End.RANKING, len(pool.ranking))
    yield Stream(1, End.SELECTED, End.REJECTION_2, len(pool.rejection_2))
    yield Stream(1, End.SELECTED, End.WITHDRAWN, selected - len(pool.standings))


def _award(round_1: Round1, award: AreaAward) -> Iterator[Stream]:
    pool = award.conference.pool
    if pool is None or not finished(award):
        return
    verdicts = [one.verdict for one in fates(round_1, award)]
    returned = len(returned_awards(pool))
    second, third = verdicts.count(Verdict.AWARD_2), verdicts.count(Verdict.REJECTION_3)
    yield Stream(2, End.AWARD_1, End.AWARDED, len(pool.award_1) - returned)
    yield Stream(2, End.RANKING, End.AWARDED, second)
    yield Stream(2, End.RANKING, End.REJECTION_3, third)
    yield Stream(2, End.AWARD_1, End.WITHDRAWN, returned)
    yield Stream(2, End.RANKING, End.WITHDRAWN, len(pool.ranking) - second - third)


def _laid_out(area: str, streams: Sequence[Stream]) -> Flow:
    steps = max(one.step for one in streams) + 1
    received = sum(one.count for one in streams if one.step == 0)
    columns = [[(End.RECEIVED, received)]]
    for step in range(steps):
        mine = [one for one in streams if one.step == step]
        ends = [end for end in End if any(one.target is end for one in mine)]
        columns.append([(end, sum(one.count for one in mine if one.target is end)) for end in ends])
    name = received * NAME
    placed = [_column(number, column, name) for number, column in enumerate(columns)]
    places = tuple(place for column in placed for place in column)
    depth = max(max(place.bottom, place.top + name) for place in places)
    return Flow(area, places, tuple(_edges(streams, placed)), steps, depth)


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
