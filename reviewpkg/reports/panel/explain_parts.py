"""Follow one application through the panel's steps, each step as a value (K2 to K4)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import ExpertGrade, JointGrade, PanelApplication
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel import panel
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k2_grading import Graded
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation, is_priority
from reviewpkg.reports.panel.line_tie import LineTie, line_tie
from reviewpkg.reports.panel.panel_reasons import Standing, panel_reasons

_EXACT = 10**4


@dataclass(frozen=True, slots=True)
class Figure:
    """Be a mean grade; `exact` tells that four decimals write it without rounding."""

    value: Fraction

    @property
    def exact(self) -> bool:
        """Tell whether the decimals on paper are all there is."""
        return (self.value * _EXACT).denominator == 1


@dataclass(frozen=True, slots=True)
class Means:
    """Be the experts' means of an application: grade, quality, benefit; `spread` of the grades."""

    grade: Figure
    quality: Figure
    benefit: Figure
    spread: Fraction


@dataclass(frozen=True, slots=True)
class Given:
    """Be what one expert gave (K2)."""

    name: str
    grade: ExpertGrade


@dataclass(frozen=True, slots=True)
class Barred:
    """Be an expert who is conflicted on the application, from a step on."""

    name: str
    from_step: str


@dataclass(frozen=True, slots=True)
class GradingPart:
    """Be K2: who gave what; `means` is None while fewer than `least` have."""

    given: tuple[Given, ...]
    barred: tuple[Barred, ...]
    least: int
    means: Means | None


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """Be K3: the application on the panel's sheet among `of`, with the joint grade if any."""

    assessed: Assessed
    joint: JointGrade | None
    grade: Figure
    of: int


@dataclass(frozen=True, slots=True)
class RecommendationPart:
    """Be K4: what the application was sorted on, its place and the line it met; whole kroner.

    `standing` is None below the threshold. `theme` is blank where none goes first. `tie` holds the
    equals at the line where the application is one of them, `ruling` the chair's on it, `open_tie`
    the equals at the line while their order is open, whoever they are.
    `last_place` and `spent` are those of the last one recommended, `above` what is summed up to the
    application without it.
    """

    threshold: Fraction
    worthy: bool
    theme: str
    priority: bool
    budget: int
    standing: Standing | None
    above: int
    last_place: int
    spent: int
    tie: LineTie | None
    open_tie: LineTie | None
    ruling: Ruling | None


def grading_part(screened: Screening, application: PanelApplication) -> GradingPart | None:
    """Return K2 for one that takes part in it and whose experts are known."""
    review, number = screened.review, application.project_number
    takes_part = application in screened.taking_part(PanelStep.GRADING)
    if not takes_part or not review.experts:
        return None
    names = {expert.member: expert.name for expert in review.experts}
    given = tuple(one for one in review.grades if one.project_number == number)
    barred = sorted(
        (one for one in review.conflicts if one.project_number == number),
        key=lambda one: (one.from_step, one.member),
    )
    enough = len(given) >= review.call.min_experts
    return GradingPart(
        tuple(Given(names.get(one.member, one.member), one) for one in given),
        tuple(Barred(names.get(one.member, one.member), one.from_step.value) for one in barred),
        review.call.min_experts,
        _means(Graded(application, given)) if enough else None,
    )


def _means(graded: Graded) -> Means:
    return Means(
        Figure(graded.grade), Figure(graded.quality), Figure(graded.benefit), graded.spread
    )


def meeting_part(screened: Screening, application: PanelApplication) -> MeetingPart | None:
    """Return K3 for one that takes part in it; every application must have its grades."""
    everyone = panel.meet(screened)
    number = application.project_number
    one = next((one for one in everyone if one.project_number == number), None)
    return MeetingPart(one, one.joint, Figure(one.grade), len(everyone)) if one else None


def recommendation_part(
    screened: Screening, found: Recommendation, number: str
) -> RecommendationPart | None:
    """Return K4 for one that takes part in it."""
    reasons = panel_reasons(screened, found)
    reason = next(one for one in reasons if one.ending.project_number == number)
    if reason.ending.assessed is None:
        return None
    call, standing, tie = screened.review.call, reason.standing, line_tie(found)
    amount = reason.ending.application.amount
    return RecommendationPart(
        threshold=call.support_worthy_min,
        worthy=standing is not None,
        theme=call.priority_theme,
        priority=is_priority(reason.ending.application, call),
        budget=found.budget,
        standing=standing,
        above=standing.running_sum - amount if standing else 0,
        last_place=len(found.recommended),
        spent=found.spent,
        tie=tie if tie and number in tie.numbers else None,
        open_tie=tie if found.tie and found.tie.open else None,
        ruling=next((one for one in found.rulings if one.project_number == number), None),
    )
