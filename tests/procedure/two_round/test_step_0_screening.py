"""Before 1.1: the deadline (F1) and the amount (F2), where the call asks for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from reviewpkg.domain.applications import Application
from reviewpkg.domain.screening import WITHOUT_BOUND, Screening
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.step_0_screening import failing, screening
from tests.procedure.build import graded, review

OSLO = ZoneInfo("Europe/Oslo")
DEADLINE = datetime(2019, 6, 3, 13, 0, tzinfo=OSLO)
RULES = Screening(
    deadline=DEADLINE,
    amount_min=500_000,
    amount_max=1_500_000,
    omitted=frozenset(WITHOUT_BOUND),
)


def application(
    number: str = "A",
    *,
    amount: int = 1_000_000,
    submitted: datetime = DEADLINE,
    withdrawn_from: Step | None = None,
) -> Application:
    return Application(
        number,
        "Tittel",
        "Søker",
        "KS",
        amount,
        "P1",
        withdrawn_from=withdrawn_from,
        submitted=submitted,
    )


def failed(one: Application) -> tuple[str, ...]:
    (result,) = screening(RULES, [one])
    return result.failed


@pytest.mark.parametrize(
    ("hour", "minute", "second", "expected"),
    [(12, 59, 59, ()), (13, 0, 0, ()), (13, 0, 59, ()), (13, 1, 0, ("F1",))],
)
def test_f1_the_deadlines_own_minute_is_in_time(
    hour: int, minute: int, second: int, expected: tuple[str, ...]
) -> None:
    moment = DEADLINE.replace(hour=hour, minute=minute, second=second)
    assert failed(application(submitted=moment)) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (499_999, ("F2",)),
        (500_000, ()),
        (500_001, ()),
        (1_499_999, ()),
        (1_500_000, ()),
        (1_500_001, ("F2",)),
    ],
)
def test_f2_both_bounds_are_within(amount: int, expected: tuple[str, ...]) -> None:
    assert failed(application(amount=amount)) == expected


def test_no_fault_hides_another() -> None:
    late = DEADLINE.replace(day=4)
    assert failed(application(amount=1, submitted=late)) == ("F1", "F2")


def test_nothing_else_is_asked_of_an_application_in_two_rounds() -> None:
    assert RULES.criteria == ("F1", "F2")


def test_d24_one_that_is_withdrawn_from_1_1_is_not_screened() -> None:
    gone = application("A", amount=1, withdrawn_from=Step.GRADING)
    later = application("B", amount=1, withdrawn_from=Step.SELECTION)
    assert [one.project_number for one in screening(RULES, [later, gone])] == ["B"]
    assert failing(RULES, [later, gone]) == {"B"}


def test_a_call_without_formal_criteria_rejects_nobody() -> None:
    assert round_1.run(review(graded("A", 5, 5))).screened == ()


def test_round_1_keeps_the_result_of_every_application_the_rejected_too() -> None:
    # The applications of these tests ask for a million.
    whole = review(graded("B", 5, 5), graded("C", 4, 4))
    rules = replace(RULES, deadline=None)
    call = replace(whole.call, screening=rules)
    small = application("A", amount=1)
    decided = round_1.run(replace(whole, call=call, formally_rejected=(small,)))
    assert [(one.project_number, one.failed) for one in decided.screened] == [
        ("A", ("F2",)),
        ("B", ()),
        ("C", ()),
    ]
    assert [one.application.project_number for one in decided.outcomes] == ["B", "C"]


def test_f1_neither_a_call_without_a_deadline_nor_an_application_without_a_time_is_late() -> None:
    (no_deadline,) = screening(replace(RULES, deadline=None), [application()])
    (no_time,) = screening(RULES, [replace(application(), submitted=None)])
    assert (no_deadline.faults, no_time.faults) == ((), ())
