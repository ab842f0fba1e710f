"""K1–K4 in one: who takes part in what, and when a withdrawal takes effect (D24)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewpkg.domain.panel import PanelApplication, PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.panel import meet, screen
from tests.procedure.panel.build_panel import (
    CALL,
    FLAWLESS,
    RULES,
    application,
    given,
    outcomes,
    recommended,
    review,
    ruling,
)

FULL = replace(CALL, screening=RULES, budget=25_000_000)


def applied(
    number: str, withdrawn_from: PanelStep | None = None, *, months: int = 60
) -> PanelApplication:
    submission = replace(FLAWLESS, project_number=number, duration_months=months)
    return PanelApplication(number, f"Tittel {number}", "", submission, withdrawn_from)


def panel_of(*applications: PanelApplication) -> PanelReview:
    grades = [one for a in applications for one in given(a.project_number, [(4, 4), (5, 5)])]
    return review(applications, grades, call=FULL)


def numbers(step: PanelStep, *applications: PanelApplication) -> list[str]:
    taking_part = screen(panel_of(*applications)).taking_part(step)
    return [one.project_number for one in taking_part]


def test_k1_one_that_fails_takes_part_in_nothing_more() -> None:
    rejected = applied("K/2", months=61)
    screened = screen(panel_of(rejected, applied("K/1")))
    assert [(one.project_number, one.failed) for one in screened.results] == [
        ("K/1", ()),
        ("K/2", ("F3",)),
    ]
    assert screened.passed == {"K/1"}
    for step in PanelStep:
        assert numbers(step, rejected, applied("K/1")) == ["K/1"]
    assert outcomes(recommended(panel_of(rejected, applied("K/1")))) == {"K/1": "recommended"}


@pytest.mark.parametrize("withdrawn_from", PanelStep)
def test_d24_a_withdrawn_application_takes_part_until_its_step(withdrawn_from: PanelStep) -> None:
    gone, stays = applied("K/1", withdrawn_from), applied("K/2")
    screened = screen(panel_of(gone, stays))
    was_screened = withdrawn_from > PanelStep.SCREENING
    assert [one.project_number for one in screened.results] == (
        ["K/1", "K/2"] if was_screened else ["K/2"]
    )
    for step in PanelStep:
        both = ["K/1", "K/2"] if step < withdrawn_from else ["K/2"]
        assert numbers(step, gone, stays) == both
    at_the_meeting = [one.project_number for one in meet(screened)]
    assert ("K/1" in at_the_meeting) is (withdrawn_from > PanelStep.MEETING)
    assert list(outcomes(recommended(panel_of(gone, stays)))) == ["K/2"]


def test_d24_what_a_withdrawn_application_asked_for_goes_back_to_the_budget() -> None:
    first, second, third = (applied(f"K/{at}") for at in (1, 2, 3))
    grades = [
        *given("K/1", [(5, 5)]),
        *given("K/2", [(4, 4)]),
        *given("K/3", [(4, 4), (4, 3)]),
    ]
    everyone = review([first, second, third], grades, call=FULL)
    assert list(outcomes(recommended(everyone)).values()) == [
        "recommended",
        "recommended",
        "support-worthy",
    ]
    gone = replace(first, withdrawn_from=PanelStep.RECOMMENDATION)
    found = recommended(review([gone, second, third], grades, call=FULL))
    assert outcomes(found) == {"K/2": "recommended", "K/3": "recommended"}


def test_k2_the_grades_of_the_withdrawn_are_not_missed() -> None:
    gone = application("K/1", withdrawn_from=PanelStep.GRADING)
    stays = application("K/2")
    found = recommended(review([gone, stays], given("K/2", [(4, 4)])))
    assert outcomes(found) == {"K/2": "recommended"}


def test_d20_the_chairs_rulings_count_in_the_whole_panels_recommendation() -> None:
    everyone = review(
        [application("A", 60), application("B", 60)],
        [*given("A", [(4, 4)]), *given("B", [(4, 4)])],
        rulings=[ruling("B", 1)],
    )
    found = recommended(everyone)
    assert outcomes(found) == {"B": "recommended", "A": "support-worthy"}
    assert found.rulings == (ruling("B", 1),)
