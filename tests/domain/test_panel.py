"""What a panel decides on: steps in order, withdrawals, an expert's two grades."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from reviewpkg.domain.panel import ExpertGrade, PanelApplication
from reviewpkg.domain.screening import Institution, Submission
from reviewpkg.domain.steps import PanelStep

SUBMISSION = Submission("K/1", 7_000_000, applicant=Institution("Oslo", "Sør-Øst"))


def test_panel_steps_compare_in_the_order_they_are_taken() -> None:
    assert [step.value for step in PanelStep] == ["K1", "K2", "K3", "K4"]
    assert all(earlier < later for earlier, later in pairwise(PanelStep))


@pytest.mark.parametrize("withdrawn_from", PanelStep)
@pytest.mark.parametrize("step", PanelStep)
def test_d24_an_application_is_away_from_its_step_on(
    withdrawn_from: PanelStep, step: PanelStep
) -> None:
    application = PanelApplication("K/1", "Tittel", "", SUBMISSION, withdrawn_from)
    assert application.withdrawn_at(step) is (withdrawn_from <= step)
    stays = PanelApplication("K/1", "Tittel", "", SUBMISSION)
    assert not stays.withdrawn_at(step)


def test_an_application_is_what_was_submitted() -> None:
    application = PanelApplication("K/1", "Tittel", "", SUBMISSION)
    told = (application.amount, application.institution, application.region)
    assert told == (7_000_000, "Oslo", "Sør-Øst")


@pytest.mark.parametrize(
    ("quality", "benefit", "mean"), [(4, 4, 4), (4, 5, Fraction(9, 2)), (1, 4, Fraction(5, 2))]
)
def test_k2_an_experts_grade_is_the_exact_mean_of_the_two(
    quality: int, benefit: int, mean: Fraction
) -> None:
    assert ExpertGrade("K/1", "e1", Fraction(quality), Fraction(benefit)).grade == mean
