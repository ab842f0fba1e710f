"""Say how one application went through the panel's steps, on demand, as far as it has come."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain.panel import PanelApplication
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.formal.answers import FormalAnswer, formal_answers
from reviewpkg.reports.panel.endings import End, Ending, endings
from reviewpkg.reports.panel.explain_parts import (
    GradingPart,
    MeetingPart,
    RecommendationPart,
    grading_part,
    meeting_part,
    recommendation_part,
)


@dataclass(frozen=True, slots=True)
class PanelExplanation:
    """Be one application's whole way; a part it has not come to is None.

    `formal` is empty where it withdrew before K1, `ending` None while it is under way; then
    `waits_for` says for what.
    """

    frame: Frame
    application: PanelApplication
    formal: tuple[FormalAnswer, ...]
    screened: bool
    eligible: bool
    grading: GradingPart | None
    meeting: MeetingPart | None
    recommendation: RecommendationPart | None
    ending: Ending | None
    waits_for: str


def panel_explanation(
    screened: Screening,
    found: Recommendation | None,
    project_number: str,
    waits_for: str,
    furniture: Furniture,
) -> PanelExplanation | None:
    """Follow one application from K1 to its end; None where the call has no such number.

    `found` is None while grades are missing, and `waits_for` then says what is.
    """
    application = next(
        (one for one in screened.review.applications if one.project_number == project_number), None
    )
    if application is None:
        return None
    result = next((one for one in screened.results if one.project_number == project_number), None)
    ending = _ending(screened, found, application)
    rules, words = screened.review.call.screening, furniture.words
    frame = furniture.frame(
        step="K1–K4",
        step_name=words.say("Én søknads vei"),
        title=words.say("Søknad {number}", number=project_number),
        recipient=words.say("Sekretariatet"),
    )
    return PanelExplanation(
        frame=frame,
        application=application,
        formal=formal_answers(words, result, rules) if result else (),
        screened=result is not None,
        eligible=result is not None and result.eligible,
        grading=grading_part(screened, application),
        meeting=meeting_part(screened, application) if found else None,
        recommendation=recommendation_part(screened, found, project_number) if found else None,
        ending=ending,
        waits_for=words.retell(waits_for) if ending is None else "",
    )


def _ending(
    screened: Screening, found: Recommendation | None, application: PanelApplication
) -> Ending | None:
    """Return the end, None where grades are missing or the line's tie is open and it is in it."""
    number = application.project_number
    if found is None:
        rejected = number not in screened.passed
        if application.withdrawn_from is None and not rejected:
            return None
        gone = application.withdrawn_at(PanelStep.SCREENING)
        was_screened = rejected and not gone
        clause = PanelStep.SCREENING.value if was_screened else ""
        return Ending(application, End.REJECTED if was_screened else End.WITHDRAWN, clause)
    end = next(one for one in endings(screened, found) if one.project_number == number)
    is_open = found.tie is not None and found.tie.open
    return None if is_open and end.clause == PanelStep.RECOMMENDATION.value else end
