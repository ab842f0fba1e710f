"""Before 1.1: applications are held against the call's formal criteria, where it has any."""

from __future__ import annotations

from collections.abc import Iterable

from reviewpkg.domain.applications import Application, Review
from reviewpkg.domain.screening import Screening, Submission
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.screening import Screened, screened


def screening(rules: Screening, applications: Iterable[Application]) -> tuple[Screened, ...]:
    """Screen every application that is not withdrawn from 1.1, by project number (F1, F2, D24)."""
    submissions = (
        Submission(one.project_number, one.amount, one.submitted)
        for one in applications
        if not one.withdrawn_at(Step.GRADING)
    )
    return screened(submissions, rules, frozenset())


def failing(rules: Screening, applications: Iterable[Application]) -> frozenset[str]:
    """Return the project numbers of those that fail something and take no part from 1.1 on."""
    results = screening(rules, applications)
    return frozenset(one.project_number for one in results if not one.eligible)


def results(review: Review) -> tuple[Screened, ...]:
    """Return what the screening came to for everyone; nothing where the call asks nothing."""
    rules = review.call.screening
    if rules is None or not rules.criteria:
        return ()
    return screening(rules, (*review.applications, *review.formally_rejected))
