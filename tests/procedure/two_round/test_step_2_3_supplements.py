"""Step 2.3: what the user representatives take up beside the second opinions (D11)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.step_2_3_second_opinion import Why
from tests.procedure.build_conference import ask, conference, entry, held, note, settled

RAISED, OUT = Why.RAISED, Why.SECOND_OPINION


def listed(tables: Conference, *, withdrawn_from: Step | None = None) -> tuple[Why, ...] | None:
    """Return why A, whose mean grade is 4, is on the list; None where it is not."""
    items = [entry("A", withdrawn_from=withdrawn_from), entry("B", mean=7)]
    found = {
        one.graded.project_number: one.why for one in held(settled(*items), tables).supplements
    }
    assert "B" not in found
    return found.get("A")


@pytest.mark.parametrize(
    ("joint", "asked", "why"),
    [
        (Fraction(7, 2), False, None),
        (4, False, None),
        (Fraction(9, 2), False, (RAISED,)),
        (Fraction(7, 2), True, (OUT,)),
        (4, True, (OUT,)),
        (Fraction(9, 2), True, (RAISED, OUT)),
    ],
)
def test_d11_a_grade_above_the_mean_or_a_second_opinion_puts_it_on_the_list(
    joint: Fraction, why: tuple[Why, ...] | None, *, asked: bool
) -> None:
    notes = [ask("A") if asked else note("A")]
    assert listed(conference(joint={"A": joint, "B": 5}, notes=notes)) == why


@pytest.mark.parametrize(("own", "jointly", "plenary"), list(product((False, True), repeat=3)))
def test_d11_whatever_they_assessed_before_in_any_way_is_not_on_it(
    *, own: bool, jointly: bool, plenary: bool
) -> None:
    tables = conference(
        own={"A": (5,)} if own else {},
        user_joint={"A": 5} if jointly else {},
        joint={"A": 7, "B": 5},
        notes=[replace(ask("A"), user_grade=Fraction(5) if plenary else None)],
    )
    assert listed(tables) == (None if own or jointly or plenary else (RAISED, OUT))


def test_d11_a_grade_raised_in_plenary_1_is_no_grade_raised_in_2_1() -> None:
    assert listed(conference(joint={"A": 4, "B": 5}, notes=[note("A", 7)])) is None
    assert listed(conference(joint={"A": 5, "B": 5}, notes=[note("A", 3)])) == (RAISED,)


def test_d11_it_stays_on_the_list_when_the_supplement_has_come_back() -> None:
    tables = conference(joint={"A": 5, "B": 5}, notes=[note("A")], supplements={"A": 5})
    assert listed(tables) == (RAISED,)


@pytest.mark.parametrize("step", list(Step)[4:])
def test_d24_what_is_withdrawn_by_2_3_is_not_on_it(step: Step) -> None:
    tables = conference(joint={"A": 5, "B": 5}, notes=[note("B"), ask("A")])
    expected = None if step <= Step.SECOND_OPINION else (RAISED, OUT)
    assert listed(tables, withdrawn_from=step) == expected


def test_2_3_the_list_goes_by_project_number() -> None:
    items = [entry("C", mean=3), entry("A", mean=1), entry("B", mean=2)]
    tables = conference(joint={"A": 5, "B": 5, "C": 5}, notes=[note("A")])
    found = held(settled(*items), tables).supplements
    assert [one.graded.project_number for one in found] == ["A", "B", "C"]


def test_d11_one_that_they_assessed_before_takes_none_after_it_off_the_list() -> None:
    tables = conference(own={"A": (5,)}, joint={"A": 7, "B": 7}, notes=[note("A")])
    found = held(settled(entry("A"), entry("B")), tables).supplements
    assert [one.graded.project_number for one in found] == ["B"]
