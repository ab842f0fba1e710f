"""Describe what an expert panel decides on: applications, grades, and the call's own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.call import Call
from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.people import Reviewer
from reviewpkg.domain.screening import Institution, Screening, Submission
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.language import Language


@dataclass(frozen=True, slots=True)
class PanelCall(Call):
    """Be a call that an expert panel decides.

    `support_worthy_min` is the lowest grade that is support-worthy, `priority_theme` blank where no
    theme goes first, `min_experts` how many grades an application needs, `experts_proposed` how
    many experts the program proposes for each. `expert_language` is what the experts' forms are in.
    """

    screening: Screening
    support_worthy_min: Fraction
    priority_theme: str
    min_experts: int
    experts_proposed: int
    expert_language: Language = Language.BOKMAL


@dataclass(frozen=True, slots=True)
class PanelApplication:
    """Be an application to a panel; `withdrawn_from` is its first step away."""

    project_number: str
    title: str
    theme: str
    submission: Submission
    withdrawn_from: PanelStep | None = None

    @property
    def amount(self) -> int:
        """Return what is applied for, in whole kroner."""
        return self.submission.amount

    @property
    def institution(self) -> str:
        """Return the applicant's institution."""
        return self.submission.applicant.name

    @property
    def region(self) -> str:
        """Return the applicant's own region."""
        return self.submission.applicant.region

    def withdrawn_at(self, step: PanelStep) -> bool:
        """Tell whether the application takes no part in `step` (D24)."""
        return self.withdrawn_from is not None and self.withdrawn_from <= step


@dataclass(frozen=True, slots=True)
class ExpertGrade:
    """Be one expert's two grades of an application: quality and expected benefit (K2)."""

    project_number: str
    member: str
    quality: Fraction
    benefit: Fraction
    comment: str = ""

    @property
    def grade(self) -> Fraction:
        """Return the mean of the two, which weigh the same."""
        return (self.quality + self.benefit) / 2


@dataclass(frozen=True, slots=True)
class JointGrade:
    """Be the grade that the panel agreed on; it counts instead of the experts' mean (K3)."""

    project_number: str
    grade: Fraction
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PanelReview:
    """Hold everything that a panel decides from, as the secretariat delivered it.

    `eligible` are the institutions that may apply; what a step does not need is left empty.
    """

    call: PanelCall
    applications: tuple[PanelApplication, ...]
    eligible: frozenset[Institution] = frozenset()
    experts: tuple[Reviewer, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    grades: tuple[ExpertGrade, ...] = ()
    joint_grades: tuple[JointGrade, ...] = ()
    rulings: tuple[Ruling, ...] = ()
