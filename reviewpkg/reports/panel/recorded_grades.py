"""Record what each expert gave, and what came of it: the mean, or what the panel agreed on (K2)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.panel import PanelReview
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k2_grading import Graded
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class ExpertRow:
    """Be what one expert gave an application; `grade` is the mean of the two."""

    name: str
    quality: Fraction
    benefit: Fraction
    grade: Fraction


@dataclass(frozen=True, slots=True)
class GradedRow:
    """Be an application's grades; `grade` is the experts' mean, `joint` what counts instead of it.

    All are exact. `joint` is None where the panel set none (K3).
    """

    project_number: str
    experts: tuple[ExpertRow, ...]
    quality: Fraction
    benefit: Fraction
    grade: Fraction
    joint: Fraction | None


def graded_rows(screened: Screening, found: Recommendation) -> tuple[GradedRow, ...]:
    """Return what every application of K4 was given, in the order of the list (K2, K3)."""
    assessed = (*(one.assessed for one in found.ranked), *found.below)
    names = _names(screened.review)
    return tuple(
        GradedRow(
            one.project_number,
            _experts(one.graded, names),
            one.graded.quality,
            one.graded.benefit,
            one.graded.grade,
            one.joint.grade if one.joint else None,
        )
        for one in assessed
    )


def _names(review: PanelReview) -> dict[str, str]:
    return {one.member: one.name for one in review.experts}


def _experts(graded: Graded, names: dict[str, str]) -> tuple[ExpertRow, ...]:
    return tuple(
        ExpertRow(names.get(one.member, one.member), one.quality, one.benefit, one.grade)
        for one in graded.grades
    )
