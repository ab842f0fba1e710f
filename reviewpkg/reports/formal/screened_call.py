"""Hold a call after its formal screening, as the papers of both routines need it."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain.screening import Screening
from reviewpkg.languages.sentence import Sentence
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
    """Be what a routine calls things: its step, its headings, what comes next.

    `applicant` and `place` head columns of the export, `about` heads titles with the applicant
    below. `criteria` are those that a call of the routine can ask for. `reading_in` says where the
    rejections are read in, `next_step` what makes the next forms, and whose.
    """

    step: str
    step_name: Sentence
    applicant: str
    place: str
    about: Sentence
    criteria: tuple[str, ...]
    reading_in: Sentence
    next_step: Sentence


@dataclass(frozen=True, slots=True)
class ScreenedCall:
    """Be a call's rules, its applications and the result of each that was screened, by number."""

    rules: Screening
    applications: tuple[FormalApplication, ...]
    results: tuple[Screened, ...]
    routine: FormalWords

    @property
    def passed(self) -> frozenset[str]:
        """Return the project numbers of those that fail nothing."""
        return frozenset(one.project_number for one in self.results if one.eligible)

    @property
    def by_number(self) -> dict[str, FormalApplication]:
        """Return every application by its project number."""
        return {one.project_number: one for one in self.applications}
