"""Step K1: every application is held against every formal criterion."""

from __future__ import annotations

from reviewpkg.domain.panel import PanelApplication, PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.screening import Screened, screened


def screening(review: PanelReview) -> tuple[Screened, ...]:
    """Screen every application that is not withdrawn beforehand, by project number (K1, D24)."""
    submissions = (
        one.submission for one in review.applications if not one.withdrawn_at(PanelStep.SCREENING)
    )
    return screened(submissions, review.call.screening, review.eligible)


def taking_part(
    review: PanelReview, results: tuple[Screened, ...], step: PanelStep
) -> tuple[PanelApplication, ...]:
    """Return the applications that passed and take part in `step`, by project number (D24)."""
    passed = {one.project_number for one in results if one.eligible}
    return tuple(
        one
        for one in sorted(review.applications, key=lambda one: one.project_number)
        if one.project_number in passed and not one.withdrawn_at(step)
    )
