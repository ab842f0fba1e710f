"""Step K4: what the different orders of a tie at the line would give, before anyone rules (D20)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from reviewpkg.procedure.funding_line import awarded
from reviewpkg.procedure.panel.step_k4_recommendation import Recommended, Tie

MOST_PERMUTED = 6


@dataclass(frozen=True, slots=True)
class TieOrder:
    """Be an order of the tied, `recommended` of them above the line; `left_over` in kroner."""

    members: tuple[Recommended, ...]
    recommended: int
    left_over: int


def tie_orders(tie: Tie) -> tuple[TieOrder, ...]:
    """Return one order for every outcome that the tie can have, the listed order's first.

    Of more than a few equals, only the orders with each of them in front are tried.
    """
    return _outcomes(tie, _orders(tie.members))


def orders_left(tie: Tie) -> tuple[TieOrder, ...]:
    """Return them for the orders in which everyone who was ruled a place has it."""
    free = [one for one in tie.members if not one.ruled]
    return _outcomes(tie, (_among_the_ruled(tie, order) for order in _orders(free)))


def _among_the_ruled(tie: Tie, order: Sequence[Recommended]) -> tuple[Recommended, ...]:
    rest = iter(order)
    return tuple(one if one.ruled else next(rest) for one in tie.members)


def _outcomes(tie: Tie, orders: Iterable[Sequence[Recommended]]) -> tuple[TieOrder, ...]:
    outcomes: dict[frozenset[str], TieOrder] = {}
    for members in orders:
        amounts = [one.application.amount for one in members]
        count = awarded(amounts, tie.remaining)
        inside = frozenset(one.project_number for one in members[:count])
        left_over = tie.remaining - sum(amounts[:count])
        outcomes.setdefault(inside, TieOrder(tuple(members), count, left_over))
    return tuple(outcomes.values())


def _orders(members: Sequence[Recommended]) -> Iterator[Sequence[Recommended]]:
    if len(members) <= MOST_PERMUTED:
        yield from permutations(members)
        return
    for first in members:
        yield (first, *(one for one in members if one is not first))
