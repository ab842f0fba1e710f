"""Hold who is proposed to grade what, as the forms and the secretariat's overview need it (K2)."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain.applications import conflicted_members
from reviewpkg.domain.panel import PanelApplication
from reviewpkg.domain.people import Reviewer, Role
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k2_grading import proposed_experts


@dataclass(frozen=True, slots=True)
class Proposed:
    """Be an application with the experts proposed for it, and those who are conflicted on it.

    `wanted` is how many should grade it, `least` how many must.
    """

    application: PanelApplication
    experts: tuple[Reviewer, ...]
    conflicted: tuple[Reviewer, ...]
    wanted: int
    least: int

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.application.project_number

    @property
    def few(self) -> bool:
        """Tell whether conflicts leave fewer experts than wanted."""
        return len(self.experts) < self.wanted

    @property
    def too_few(self) -> bool:
        """Tell whether conflicts leave fewer experts than the call demands."""
        return len(self.experts) < self.least


@dataclass(frozen=True, slots=True)
class ExpertWork:
    """Be an expert's applications, and those that a conflict keeps from them, by project number."""

    expert: Reviewer
    applications: tuple[PanelApplication, ...]
    barred: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Be the whole proposal: by application, and by expert; each in order of the ids."""

    applications: tuple[Proposed, ...]
    work: tuple[ExpertWork, ...]


def proposal(screened: Screening) -> Proposal:
    """Propose who grades what among those that passed K1 and take part in K2 (D24).

    The chair and the control committee do not grade by proposal, and are not in it.
    """
    review = screened.review
    taking_part = screened.taking_part(PanelStep.GRADING)
    named = proposed_experts(review, taking_part)
    conflicted = conflicted_members(review.conflicts, PanelStep.GRADING)
    experts = sorted(
        (one for one in review.experts if one.role is Role.REVIEWER), key=lambda one: one.member
    )
    applications = tuple(
        Proposed(
            application=one,
            experts=tuple(
                expert for expert in experts if expert.member in named[one.project_number]
            ),
            conflicted=tuple(
                expert
                for expert in experts
                if expert.member in conflicted.get(one.project_number, frozenset())
            ),
            wanted=review.call.experts_proposed,
            least=review.call.min_experts,
        )
        for one in taking_part
    )
    return Proposal(applications, tuple(_work(expert, applications) for expert in experts))


def _work(expert: Reviewer, applications: tuple[Proposed, ...]) -> ExpertWork:
    return ExpertWork(
        expert,
        tuple(one.application for one in applications if expert in one.experts),
        tuple(one.project_number for one in applications if expert in one.conflicted),
    )
