"""D20: what the orders of a tie would give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from reviewpkg.procedure.panel.step_k4_orders import (
    MOST_PERMUTED,
    TieOrder,
    orders_left,
    tie_orders,
)
from reviewpkg.procedure.panel.step_k4_recommendation import Tie, recommendation
from tests.procedure.panel.build_panel import CALL, application, given, left_to_panel, ruling
from tests.procedure.panel.build_recommendation import decided


def tie(amounts: Sequence[int], budget: int) -> Tie:
    numbers = [chr(ord("A") + at) for at in range(len(amounts))]
    applications = [application(one, of) for one, of in zip(numbers, amounts, strict=True)]
    grades = [grade for one in numbers for grade in given(one, [(4, 4)])]
    found = recommendation(replace(CALL, budget=budget), left_to_panel(applications, grades))
    assert found.tie is not None
    return found.tie


def said(order: TieOrder) -> tuple[str, int, int]:
    return "".join(one.project_number for one in order.members), order.recommended, order.left_over


@pytest.mark.parametrize(
    ("amounts", "budget", "expected"),
    [
        ((60, 60), 100, [("AB", 1, 40), ("BA", 1, 40)]),
        ((60, 50), 50, [("AB", 0, 50), ("BA", 1, 0)]),
        ((60, 40, 50), 100, [("ABC", 2, 0), ("ACB", 1, 40), ("BCA", 2, 10), ("CAB", 1, 50)]),
    ],
)
def test_d20_every_outcome_is_told_once_the_listed_orders_first(
    amounts: tuple[int, ...], budget: int, expected: list[tuple[str, int, int]]
) -> None:
    assert [said(order) for order in tie_orders(tie(amounts, budget))] == expected


@pytest.mark.parametrize("amounts", [(1, 2, 3, 4), (2, 2, 2, 3), (5, 1, 1, 5)])
def test_d20_no_outcome_of_any_order_is_left_out(amounts: tuple[int, ...]) -> None:
    budget = 6
    named = dict(zip("ABCD", amounts, strict=True))
    ends = set()
    for order in permutations("ABCD"):
        inside = ""
        for one in order:
            if sum(named[other] for other in inside) + named[one] > budget:
                break
            inside += one
        ends.add(frozenset(inside))
    told = [
        frozenset(one.project_number for one in order.members[: order.recommended])
        for order in tie_orders(tie(amounts, budget))
    ]
    assert set(told) == ends
    assert len(told) == len(ends)


def test_d20_orders_that_a_ruling_excludes_are_not_left() -> None:
    found = decided(("A", 4, 60, ""), ("B", 4, 60, ""), ("C", 4, 60, ""), rulings=(ruling("B", 2),))
    assert found.tie is not None
    assert [said(order)[0] for order in orders_left(found.tie)] == ["ABC", "CBA"]
    assert [said(order)[0] for order in tie_orders(found.tie)] == ["ABC", "BAC", "CAB"]


def test_d20_of_many_equals_each_is_tried_in_front() -> None:
    found = tie_orders(tie([1] * (MOST_PERMUTED + 1), 1))
    assert [said(order)[0] for order in found] == [
        "ABCDEFG",
        "BACDEFG",
        "CABDEFG",
        "DABCEFG",
        "EABCDFG",
        "FABCDEG",
        "GABCDEF",
    ]
    assert {order.recommended for order in found} == {1}


def test_d20_every_order_of_six_equals_is_tried() -> None:
    # Three small ones fit, or a small one and the large; or two small ones, with the large next.
    found = tie_orders(tie([1, 1, 1, 1, 1, 2], 3))
    assert len(found) == 10 + 5 + 10
    assert {order.recommended for order in found} == {2, 3}
