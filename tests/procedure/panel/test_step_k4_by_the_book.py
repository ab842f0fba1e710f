"""K4, D20: every small case, held to the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product

import pytest

from reviewpkg.domain.panel import ExpertGrade, PanelApplication
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation, recommendation
from tests.procedure.panel.build_panel import (
    CALL,
    application,
    given,
    left_to_panel,
    review,
    ruling,
)
from tests.procedure.panel.build_recommendation import NOT, PROTON, names
from tests.procedure.panel.panel_by_the_book import Fate, PanelBook


def of_book(found: Recommendation) -> dict[str, Fate]:
    """Return what the program says in the words of the book."""
    fates = {
        one.project_number: Fate(one.outcome.value, one.final_place, one.running_sum)
        for one in found.ranked
    }
    return fates | {one.project_number: Fate(NOT) for one in found.below}


def small_cases() -> Iterator[tuple[list[PanelApplication], list[ExpertGrade]]]:
    """Give every case of three applications with few grades, amounts and themes."""
    kinds: list[tuple[Fraction, int, str]] = [
        *product((Fraction(7, 2), Fraction(4)), (1, 2, 3), ("", PROTON)),
        *product((Fraction(3),), (1,), ("", PROTON)),
    ]
    for three in product(kinds, repeat=3):
        rows = list(zip("ABC", three, strict=True))
        yield (
            [application(number, amount, theme) for number, (_, amount, theme) in rows],
            [one for number, (mean, _, _) in rows for one in given(number, [(mean, mean)])],
        )


@pytest.mark.parametrize("budget", [3, 4])
def test_k4_every_small_case_goes_by_the_book(budget: int) -> None:
    call = replace(CALL, budget=budget)
    for applications, grades in small_cases():
        found = recommendation(call, left_to_panel(applications, grades))
        book = PanelBook(review(applications, grades, call=call))
        assert of_book(found) == book.fates()
        tied = {one.project_number for one in found.tie.members} if found.tie else set()
        assert tied == book.tied_at_the_line()
        assert tuple(map(set, names(found))) == book.theme_effect()


def test_d20_every_ruling_of_three_equals_goes_by_the_book() -> None:
    for amounts in product((1, 2, 3), repeat=3):
        applications = [application(*one) for one in zip("ABC", amounts, strict=True)]
        grades = [one for number in "ABC" for one in given(number, [(4, 4)])]
        call = replace(CALL, budget=3)
        for order in permutations("ABC"):
            for count in range(4):
                rulings = [ruling(one, order.index(one) + 1) for one in order[:count]]
                found = recommendation(call, left_to_panel(applications, grades), rulings)
                book = PanelBook(review(applications, grades, call=call, rulings=rulings))
                assert of_book(found) == book.fates()
                assert tuple(map(set, names(found))) == book.theme_effect()
