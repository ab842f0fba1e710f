"""Show the equals that the funding line fell among, what each order gives, what was ruled (D20)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.procedure.panel.step_k4_orders import (
    MOST_PERMUTED,
    TieOrder,
    orders_left,
    tie_orders,
)
from reviewpkg.procedure.panel.step_k4_recommendation import Outcome, Recommendation, Recommended


@dataclass(frozen=True, slots=True)
class OrderShown:
    """Be one order of the tied: who is recommended by it, what is left of the budget in kroner.

    `chosen` tells that it gives what the recommendation gives.
    """

    order: tuple[str, ...]
    recommended: tuple[str, ...]
    left_over: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class RulingShown:
    """Be the chair's ruling on one of several equals, who share the places `first` to `last`."""

    project_number: str
    title: str
    place: int
    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True)
class LineTie:
    """Be the equals at the line, on places `first` to `last`, with all that they have in common.

    `remaining` is what is left of the budget above them, in whole kroner; `orders` has one for each
    outcome, for every outcome there is where `complete`.
    """

    numbers: tuple[str, ...]
    first: int
    last: int
    grade: Fraction
    quality: Fraction
    benefit: Fraction
    remaining: int
    orders: tuple[OrderShown, ...]
    complete: bool
    rulings: tuple[RulingShown, ...]


def line_tie(found: Recommendation) -> LineTie | None:
    """Return the equals that the line falls among, None where it falls between unequals (D20)."""
    tie = found.tie
    if tie is None:
        return None
    one = tie.members[0]
    grade, quality, benefit = one.assessed.key
    orders = orders_left(tie) if tie.open else tie_orders(tie)
    given = [each for each in tie.members if each.outcome is Outcome.RECOMMENDED]
    return LineTie(
        numbers=tuple(sorted(_numbers(tie.members))),
        first=one.first,
        last=one.last,
        grade=grade,
        quality=quality,
        benefit=benefit,
        remaining=tie.remaining,
        orders=tuple(_order(order, frozenset(_numbers(given))) for order in orders),
        complete=len(tie.members) <= MOST_PERMUTED,
        rulings=rulings_shown(found, tie.members),
    )


def rulings_shown(found: Recommendation, among: Iterable[Recommended]) -> tuple[RulingShown, ...]:
    """Return the chair's rulings on some of the ranked, by place (D20)."""
    ranked = {one.project_number: one for one in among}
    shown = (
        RulingShown(
            ruling.project_number,
            ranked[ruling.project_number].application.title,
            ruling.place,
            ranked[ruling.project_number].first,
            ranked[ruling.project_number].last,
            ruling.reason,
        )
        for ruling in found.rulings
        if ruling.project_number in ranked
    )
    return tuple(sorted(shown, key=lambda one: one.place))


def _order(order: TieOrder, given: frozenset[str]) -> OrderShown:
    numbers = tuple(_numbers(order.members))
    recommended = numbers[: order.recommended]
    return OrderShown(numbers, recommended, order.left_over, frozenset(recommended) == given)


def _numbers(members: Iterable[Recommended]) -> Iterable[str]:
    return (one.project_number for one in members)
