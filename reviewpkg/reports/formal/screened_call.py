"""Hold a call after its formal screening, as the papers of both routines need it."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain.screening import Screening
from reviewpkg.procedure.screening import Screened


@dataclass(frozen=True, slots=True)
class FormalApplication:
    """Be an application as the formal papers name it; `place` is its region or its area.

    `withdrawn_from` is the step that it is withdrawn from, blank for most; `withdrawn_before` tells
    that this was before the screening.
    """

    project_number: str
    title: str
    applicant: str
    place: str
    withdrawn_from: str
    withdrawn_before: bool


@dataclass(frozen=True, slots=True)
class FormalWords:
    """Be what a routine calls things: its step, its headings, who assesses what is eligible.

    `criteria` are those that a call of the routine can ask for, `system` is where the applications
    are handled, `forms` whose forms come next.
    """

    step: str
    step_name: str
    applicant: str
    place: str
    criteria: tuple[str, ...]
    system: str
    forms: str

    @property
    def about(self) -> str:
        """Return the heading over a title with the applicant below."""
        return f"Prosjektnavn og {self.applicant.lower()}"


@dataclass(frozen=True, slots=True)
class ScreenedCall:
    """Be a call's rules, its applications and the result of each that was screened, by number."""

    rules: Screening
    applications: tuple[FormalApplication, ...]
    results: tuple[Screened, ...]
    words: FormalWords

    @property
    def passed(self) -> frozenset[str]:
        """Return the project numbers of those that fail nothing."""
        return frozenset(one.project_number for one in self.results if one.eligible)

    @property
    def by_number(self) -> dict[str, FormalApplication]:
        """Return every application by its project number."""
        return {one.project_number: one for one in self.applications}
