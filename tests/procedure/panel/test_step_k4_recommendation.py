"""K4, D20, D22: the recommendation on its lines, one below and one above."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewpkg.procedure.panel.step_k4_recommendation import is_priority, recommendation
from tests.procedure.panel.build_panel import (
    CALL,
    application,
    given,
    joint,
    left_to_panel,
    outcomes,
)
from tests.procedure.panel.build_recommendation import IN, NOT, PROTON, UNDER, Row, decided


def plain(*amounts: int, first: float = 5) -> list[Row]:
    """Return applications A, B, … in falling order, a tenth of a grade apart."""
    steps = (first - Fraction(at, 10) for at in range(len(amounts)))
    return [
        (chr(ord("A") + at), Fraction(mean), amount, "")
        for at, (mean, amount) in enumerate(zip(steps, amounts, strict=True))
    ]


@pytest.mark.parametrize(
    ("grade", "outcome"),
    [
        (Fraction(7, 2), IN),
        (Fraction(7, 2) + Fraction(1, 10**9), IN),
        (Fraction(7, 2) - Fraction(1, 10**9), NOT),
        (Fraction(10, 3), NOT),
        (Fraction(11, 3), IN),
    ],
)
def test_k4_a_grade_equal_to_the_threshold_is_support_worthy(grade: Fraction, outcome: str) -> None:
    assert outcomes(decided(("A", grade, 1, ""))) == {"A": outcome}


def test_k4_thirds_meet_a_threshold_of_thirds_exactly() -> None:
    call = replace(CALL, support_worthy_min=Fraction(11, 3))
    grades = given("A", [(4, 4), (4, 3), (4, 3)])
    assert sum((one.grade for one in grades), Fraction(0)) / 3 == Fraction(11, 3)
    found = recommendation(call, left_to_panel([application("A")], grades))
    assert outcomes(found) == {"A": IN}


def test_k4_a_joint_grade_decides_what_is_support_worthy() -> None:
    rows: list[Row] = [("A", 2, 1, ""), ("B", 5, 1, "")]
    agreed = (joint("A", Fraction(7, 2)), joint("B", Fraction(34, 10)))
    assert outcomes(decided(*rows, joint_grades=agreed)) == {"A": IN, "B": NOT}


def test_k4_the_theme_comes_first_among_the_support_worthy() -> None:
    rows: list[Row] = [("A", 5, 60, ""), ("B", 4, 60, ""), ("C", Fraction(7, 2), 60, PROTON)]
    found = decided(*rows)
    assert outcomes(found) == {"C": IN, "A": UNDER, "B": UNDER}
    assert [one.priority for one in found.ranked] == [True, False, False]


def test_k4_the_theme_never_lifts_one_that_is_not_support_worthy() -> None:
    low = Fraction(34, 10)
    rows: list[Row] = [("A", Fraction(7, 2), 60, ""), ("B", low, 1, PROTON), ("C", 3, 1, "")]
    found = decided(*rows)
    assert outcomes(found) == {"A": IN, "B": NOT, "C": NOT}
    assert [one.project_number for one in found.below] == ["B", "C"]


def test_k4_within_the_theme_the_same_order_holds() -> None:
    rows: list[Row] = [("A", 4, 1, PROTON), ("B", 5, 1, PROTON), ("C", 5, 1, ""), ("D", 4, 1, "")]
    assert list(outcomes(decided(*rows))) == ["B", "A", "C", "D"]


@pytest.mark.parametrize("theme", ["protonterapi", "Protonterapi", " PROTONTERAPI  "])
def test_k4_a_theme_is_read_without_regard_to_case_and_spaces(theme: str) -> None:
    assert is_priority(application("A", 1, theme), CALL)


@pytest.mark.parametrize("theme", ["", "proton", "protonterapi og annet"])
def test_k4_another_theme_is_no_priority(theme: str) -> None:
    assert not is_priority(application("A", 1, theme), CALL)


def test_k4_a_call_without_a_theme_has_no_priority() -> None:
    rows: list[Row] = [("A", 4, 1, PROTON), ("B", 5, 1, "")]
    found = decided(*rows, theme="")
    assert list(outcomes(found)) == ["B", "A"]
    assert found.theme is None
    assert not any(one.priority for one in found.ranked)


def test_k4_grade_then_quality_then_benefit_then_number() -> None:
    grades = [
        *given("E", [(4, 4)]),
        *given("A", [(5, 3)]),
        *given("C", [(4, 4)]),
        *given("B", [(5, 5)]),
        # The panel raised D to 4: quality, then benefit, is still the experts'.
        *given("D", [(4, 3)]),
    ]
    applications = [application(number) for number in "EDCBA"]
    panel = left_to_panel(applications, grades, [joint("D", 4)])
    assert list(outcomes(recommendation(CALL, panel))) == ["B", "A", "C", "E", "D"]


@pytest.mark.parametrize(
    ("amounts", "budget", "inside"),
    [
        ((50, 50), 99, 1),
        ((50, 50), 100, 2),
        ((50, 50), 101, 2),
        ((50, 51), 100, 1),
        ((100,), 100, 1),
        ((101,), 100, 0),
        # Nothing below the line, however small
        ((60, 60, 1), 100, 1),
        ((101, 1, 1), 100, 0),
    ],
)
def test_d22_a_sum_equal_to_the_budget_is_within(
    amounts: tuple[int, ...], budget: int, inside: int
) -> None:
    found = decided(*plain(*amounts), budget=budget)
    assert [one.outcome.value for one in found.ranked] == [
        IN if at < inside else UNDER for at in range(len(amounts))
    ]
    assert found.spent == sum(amounts[:inside])
    assert found.left_over == budget - found.spent


def test_k4_running_sums_and_places_go_on_below_the_line() -> None:
    found = decided(*plain(60, 60, 1))
    assert [(one.final_place, one.running_sum) for one in found.ranked] == [
        (1, 60),
        (2, 120),
        (3, 121),
    ]


def test_k4_without_anyone_support_worthy_nothing_is_recommended() -> None:
    found = decided(("A", 3, 1, PROTON))
    assert (found.ranked, found.tie, found.spent, found.left_over) == ((), None, 0, 100)
    nobody = decided()
    assert (nobody.ranked, nobody.below, nobody.recommended) == ((), (), ())
