"""Say what became of each application in the end, and which step decided it (K1, K4, D24)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reviewpkg.domain.panel import PanelApplication
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed
from reviewpkg.procedure.panel.step_k4_recommendation import Outcome, Recommendation, Recommended
from reviewpkg.procedure.screening import Screened


class End(Enum):
    """Be how an application ends, in the secretariat's own word."""

    RECOMMENDED = "innstilt"
    SUPPORT_WORTHY = "støtteverdig"
    NOT_SUPPORT_WORTHY = "ikke-støtteverdig"
    REJECTED = "avvist"
    WITHDRAWN = "trukket"


_RANKED: Final = {
    Outcome.RECOMMENDED: End.RECOMMENDED,
    Outcome.SUPPORT_WORTHY: End.SUPPORT_WORTHY,
}


@dataclass(frozen=True, slots=True)
class Ending:
    """Be an application's end; `clause` is the step that decided, blank for a withdrawn one.

    `ranked` is its place in the final order, `assessed` what the panel made of it, `screened` what
    K1 found: None where it did not come so far, or is withdrawn.
    """

    application: PanelApplication
    end: End
    clause: str
    screened: Screened | None = None
    assessed: Assessed | None = None
    ranked: Recommended | None = None

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.application.project_number


def endings(screened: Screening, found: Recommendation) -> tuple[Ending, ...]:
    """Return the end of every application of the call (K4, D24).

    The support-worthy in their final order, the others that were graded in descending order, then
    what K1 rejected and what was withdrawn, each by project number. What K1 rejected stays rejected
    though it was withdrawn later.
    """
    step, results = PanelStep.RECOMMENDATION.value, _results(screened)
    ranked = [
        Ending(one.application, _RANKED[one.outcome], step, None, one.assessed, one)
        for one in found.ranked
    ]
    below = [
        Ending(one.application, End.NOT_SUPPORT_WORTHY, step, None, one) for one in found.below
    ]
    settled = {one.project_number for one in (*ranked, *below)}
    rest = [
        _out(one, results.get(one.project_number))
        for one in sorted(screened.review.applications, key=lambda one: one.project_number)
        if one.project_number not in settled
    ]
    rejected = [one for one in rest if one.end is End.REJECTED]
    return (*ranked, *below, *rejected, *(one for one in rest if one.end is End.WITHDRAWN))


def _results(screened: Screening) -> dict[str, Screened]:
    return {one.project_number: one for one in screened.results}


def _out(one: PanelApplication, result: Screened | None) -> Ending:
    """End an application that never came to K4: what was rejected before it withdrew stays so."""
    if result and not result.eligible:
        return Ending(one, End.REJECTED, PanelStep.SCREENING.value, result)
    return Ending(one, End.WITHDRAWN, "")
