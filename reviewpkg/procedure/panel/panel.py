"""Run the panel's steps from the screening to the recommendation (K1–K4)."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain.panel import PanelApplication, PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.step_k1_screening import screening, taking_part
from reviewpkg.procedure.panel.step_k2_grading import graded
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed, assessed
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation, recommendation
from reviewpkg.procedure.screening import Screened


@dataclass(frozen=True, slots=True)
class Screening:
    """Be the panel's call after K1: the result for every application screened."""

    review: PanelReview
    results: tuple[Screened, ...]

    @property
    def passed(self) -> frozenset[str]:
        """Return the project numbers of those that fail nothing."""
        return frozenset(one.project_number for one in self.results if one.eligible)

    def taking_part(self, step: PanelStep) -> tuple[PanelApplication, ...]:
        """Return those that passed and are not withdrawn at `step`, by project number (D24)."""
        return taking_part(self.review, self.results, step)


def screen(review: PanelReview) -> Screening:
    """Take K1."""
    return Screening(review, screening(review))


def meet(screened: Screening, step: PanelStep = PanelStep.MEETING) -> tuple[Assessed, ...]:
    """Take K2 and K3 for those that take part in `step`, in descending order."""
    review = screened.review
    return assessed(graded(screened.taking_part(step), review.grades), review.joint_grades)


def recommend(screened: Screening) -> Recommendation:
    """Take K4: recommend among those not withdrawn at it."""
    review = screened.review
    everyone = meet(screened, PanelStep.RECOMMENDATION)
    return recommendation(review.call, everyone, review.rulings)
