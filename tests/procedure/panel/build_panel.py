"""Build panel reviews from compact input: an application that fails nothing, changed by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.call import Grading, Scale
from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import (
    ExpertGrade,
    JointGrade,
    PanelApplication,
    PanelCall,
    PanelReview,
)
from reviewpkg.domain.people import Reviewer, Role
from reviewpkg.domain.screening import Cv, Institution, Markers, Screening, Submission
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.panel import recommend, screen
from reviewpkg.procedure.panel.step_k2_grading import graded
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed, assessed
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation

OSLO = ZoneInfo("Europe/Oslo")
DEADLINE = datetime(2024, 5, 15, 16, tzinfo=OSLO)
REGIONS = ("Sør-Øst", "Vest", "Midt-Norge", "Nord")
SOUTH_EAST, WEST, MIDDLE, NORTH = (
    Institution(name, region)
    for name, region in zip(("Oslo", "Bergen", "Trondheim", "Tromsø"), REGIONS, strict=True)
)
ELIGIBLE = frozenset({SOUTH_EAST, WEST, MIDDLE, NORTH})
RULES = Screening(
    deadline=DEADLINE,
    amount_min=7_000_000,
    amount_max=25_000_000,
    duration_max_months=60,
    language="engelsk",
    regions=REGIONS,
    cv_max_pages=5,
    channel="eSøknad",
)
LEADER = Cv("Leder", "Sør-Øst", leader=True, pages=5, publications=True)
CVS = (
    LEADER,
    *(Cv(f"Partner i {region}", region, False, 5, True) for region in REGIONS[1:]),  # noqa: FBT003 - a partner, with a list
)
FLAWLESS = Submission(
    project_number="K/1",
    amount=10_000_000,
    submitted=DEADLINE,
    duration_months=60,
    language="engelsk",
    applicant=SOUTH_EAST,
    anchored=True,
    user_involvement=True,
    partners=(WEST, MIDDLE, NORTH),
    patients_from_all_regions=True,
    cvs=CVS,
    markers=Markers.ACCOUNTED_FOR,
    channel="eSøknad",
)
SCALE = Scale(Fraction(1), Fraction(5), Fraction(1))
CALL = PanelCall(
    id="prove",
    title="Prøve",
    funder="Stiftelsen",
    date=date(2024, 9, 18),
    budget=100,
    grading=Grading(SCALE, replace(SCALE, step=Fraction(1, 10)), ()),
    screening=Screening(omitted=frozenset({"F5", "F6", "F8", "F10"})),
    support_worthy_min=Fraction(7, 2),
    priority_theme="protonterapi",
    min_experts=2,
    experts_proposed=2,
)
"""A call that asks nothing formal, for the steps after K1."""

Grades = Iterable[tuple[float | Fraction, float | Fraction]]


def application(
    number: str, amount: int = 1, theme: str = "", withdrawn_from: PanelStep | None = None
) -> PanelApplication:
    """Return an application for an amount."""
    return PanelApplication(
        number, f"Tittel {number}", theme, Submission(number, amount), withdrawn_from
    )


def given(number: str, grades: Grades) -> tuple[ExpertGrade, ...]:
    """Return the grades that e1, e2, … gave, each (quality, benefit)."""
    return tuple(
        ExpertGrade(number, f"e{at}", Fraction(quality), Fraction(benefit))
        for at, (quality, benefit) in enumerate(grades, start=1)
    )


def joint(number: str, grade: float | Fraction) -> JointGrade:
    """Return what the panel agreed on."""
    return JointGrade(number, Fraction(grade))


def ruling(number: str, place: int) -> Ruling:
    """Return the chair's ruling."""
    return Ruling(number, place, "Etter råd")


def experts(*members: str, chair: str = "") -> tuple[Reviewer, ...]:
    """Return the panel's experts."""
    return tuple(
        Reviewer(one, f"Navn {one}", "", "", Role.CHAIR if one == chair else Role.REVIEWER)
        for one in members
    )


def left_to_panel(
    applications: Iterable[PanelApplication],
    grades: Iterable[ExpertGrade],
    joint_grades: Iterable[JointGrade] = (),
) -> tuple[Assessed, ...]:
    """Return the applications as the panel left them (K2, K3)."""
    return assessed(graded(applications, grades), joint_grades)


def review(  # noqa: PLR0913 - each table by its name
    applications: Iterable[PanelApplication],
    grades: Iterable[ExpertGrade] = (),
    *,
    call: PanelCall = CALL,
    joint_grades: Iterable[JointGrade] = (),
    rulings: Iterable[Ruling] = (),
    conflicts: Iterable[Conflict] = (),
    members: Iterable[Reviewer] = (),
) -> PanelReview:
    """Return what a panel decides from."""
    return PanelReview(
        call,
        tuple(applications),
        ELIGIBLE,
        tuple(members),
        tuple(conflicts),
        tuple(grades),
        tuple(joint_grades),
        tuple(rulings),
    )


def recommended(of: PanelReview) -> Recommendation:
    """Return the recommendation that a whole review comes to (K1–K4)."""
    return recommend(screen(of))


def outcomes(found: Recommendation) -> dict[str, str]:
    """Return each graded application's outcome, in the order listed."""
    above = {one.project_number: one.outcome.value for one in found.ranked}
    return above | {one.project_number: "not-support-worthy" for one in found.below}
