"""Step 2.6, first half: who ranks what, and the points that a ballot gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import BallotLine, UserPlace
from reviewpkg.domain.people import Reviewer
from reviewpkg.domain.steps import Step


@dataclass(frozen=True, slots=True)
class BallotDuty:
    """Be what one pair is to rank of an area's pool, project numbers in the pool's order (2.6).

    `ranked` are those to place, `together` those of them that neither member is conflicted on,
    `alone` maps the others to the member who is, `left_out` are those that both are conflicted on.
    """

    area: str
    pair: str
    ranked: tuple[str, ...]
    together: tuple[str, ...]
    alone: Mapping[str, str]
    left_out: tuple[str, ...]


def duty(
    area: str,
    pair: str,
    members: Sequence[str],
    pool: Sequence[Application],
    conflicted: Mapping[str, frozenset[str]],
) -> BallotDuty:
    """Say what a pair ranks: everything but what both members are conflicted on (2.6)."""
    ranked, together, left_out = [], [], []
    alone: dict[str, str] = {}
    for application in pool:
        number = application.project_number
        unfit = [member for member in members if member in conflicted.get(number, frozenset())]
        if len(unfit) == len(members):
            left_out.append(number)
            continue
        ranked.append(number)
        if unfit:
            alone[number] = unfit[0]
        else:
            together.append(number)
    return BallotDuty(area, pair, tuple(ranked), tuple(together), alone, tuple(left_out))


def duties(
    area: str,
    pairs: Mapping[str, Sequence[Reviewer]],
    pool: Sequence[Application],
    conflicted: Mapping[str, frozenset[str]],
) -> tuple[BallotDuty, ...]:
    """Say what every pair ranks of a pool (2.6); `pairs` maps a pair to its members."""
    return tuple(
        duty(area, pair, [person.member for person in people], pool, conflicted)
        for pair, people in pairs.items()
    )


def user_duty(
    pool: Sequence[Application], members: Iterable[str], conflicted: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """Return what the user representatives rank: all but what every one is conflicted on (D19)."""
    everyone = frozenset(members)
    return tuple(
        application.project_number
        for application in pool
        if not everyone <= conflicted.get(application.project_number, frozenset())
    )


def still_in(pool: Sequence[Application]) -> tuple[Application, ...]:
    """Strike from the pool of 2.5 what is withdrawn by 2.6 (D24)."""
    return tuple(one for one in pool if not one.withdrawn_at(Step.RANKING))


def places(
    lines: Iterable[BallotLine] | Iterable[UserPlace], ranked: Iterable[str]
) -> dict[str, int]:
    """Return the place of each ranked application; what was struck closes up (2.6, D24)."""
    wanted = set(ranked)
    ordered = sorted((line.place, line.project_number) for line in lines)
    kept = [number for _, number in ordered if number in wanted]
    return {number: place for place, number in enumerate(kept, start=1)}


def reversals(lines: Iterable[BallotLine]) -> tuple[tuple[str, str], ...]:
    """Return what one pair's final order reverses of its joint order (2.6, D18).

    Each is two project numbers, the one that stands first in the joint order first. A line without
    a joint place is not checked.
    """
    joint = sorted(
        (line.joint_place, line.place, line.project_number)
        for line in lines
        if line.joint_place is not None
    )
    return tuple(
        (one, other)
        for (_, place, one), (_, later_place, other) in combinations(joint, 2)
        if place > later_place
    )


def points(place: int, ranked: int, in_pool: int) -> Fraction:
    """Return the points of a place: the last place gives the same on a short ballot (2.6).

    Place r of m ranked applications, of n in the pool, gives r·n/m points.
    """
    return Fraction(place * in_pool, ranked)
