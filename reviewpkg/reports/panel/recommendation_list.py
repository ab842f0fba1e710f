"""Say what the panel recommends, as the list that the programme board takes further (K4)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.panel import PanelApplication, PanelReview
from reviewpkg.domain.people import Role
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.panel.endings import End, endings
from reviewpkg.reports.panel.line_tie import LineTie, line_tie
from reviewpkg.reports.panel.recommendation_rows import RecommendationRows, recommendation_rows
from reviewpkg.reports.panel.recommendation_sums import Sums, sums
from reviewpkg.reports.panel.theme_effect import ThemeShown, theme_shown
from reviewpkg.reports.pictures.running_sum import RunningSum, at_the_recommendation


@dataclass(frozen=True, slots=True)
class JointGradeShown:
    """Be a grade that the panel agreed on, beside the experts' mean that it counts instead of.

    `reason` is blank where none is stated.
    """

    project_number: str
    title: str
    experts_grade: Fraction
    grade: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class RecommendationList:
    """Be the panel's recommendation to the programme board; `chairs` are names, none if unknown.

    `picture` is None where nothing is support-worthy, `tie` where the line falls between unequals,
    `theme` where the call has none; `rejected` counts what K1 turned down.
    """

    frame: Frame
    sums: Sums
    list: RecommendationRows
    picture: RunningSum | None
    tie: LineTie | None
    theme: ThemeShown | None
    joint_grades: tuple[JointGradeShown, ...]
    withdrawn: tuple[PanelApplication, ...]
    rejected: int
    chairs: tuple[str, ...]


def recommendation_list(
    screened: Screening, found: Recommendation, furniture: Furniture
) -> RecommendationList:
    """List the graded applications down to both lines, with all that decided where they fall (K4).

    Withdrawn ones are named, those that K1 turned down only counted (D24).
    """
    words = furniture.words
    frame = furniture.frame(
        step="K4",
        step_name=words.say("Innstilling"),
        title=words.say("Ekspertpanelets innstilling"),
        recipient=words.say("Programstyret"),
        landscape=True,
    )
    ends = endings(screened, found)
    return RecommendationList(
        frame=frame,
        sums=sums(found),
        list=recommendation_rows(screened.review.call, found),
        picture=at_the_recommendation(found),
        tie=line_tie(found),
        theme=theme_shown(screened.review.call, found),
        joint_grades=joint_grades_shown(found),
        withdrawn=tuple(one.application for one in ends if one.end is End.WITHDRAWN),
        rejected=sum(one.end is End.REJECTED for one in ends),
        chairs=chairs(screened.review),
    )


def joint_grades_shown(found: Recommendation) -> tuple[JointGradeShown, ...]:
    """Return the grades that the panel agreed on, in the order of the list (K3)."""
    assessed = (*(one.assessed for one in found.ranked), *found.below)
    return tuple(
        JointGradeShown(
            one.project_number,
            one.application.title,
            one.graded.grade,
            one.joint.grade,
            one.joint.reason,
        )
        for one in assessed
        if one.joint
    )


def chairs(review: PanelReview) -> tuple[str, ...]:
    """Return the names of those who lead the panel."""
    return tuple(one.name for one in review.experts if one.role is Role.CHAIR)
