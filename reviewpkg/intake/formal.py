"""Find out which applications a two-round call's formal criteria keep from taking part."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from reviewpkg.domain.applications import Application
from reviewpkg.domain.screening import Screening
from reviewpkg.intake.applications import Applications
from reviewpkg.intake.cells import shown
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Problem, Severity

Screen = Callable[[Screening, Iterable[Application]], frozenset[str]]
"""Tell which applications fail the criteria; the rules are known to the caller, not here."""
_SCREENED_BY = ("amount", "submitted", "status", "from_step")


def screened(
    found: Applications, table: Rows, rules: Screening | None, screen: Screen
) -> Applications:
    """Return the applications with those that fail marked, and those of which that is not sure."""
    if rules is None:
        return found
    unsure = frozenset(
        row.text("project_number") for row in table.rows if not row.usable(*_SCREENED_BY)
    )
    sure = (one for one in found.in_order if one.project_number not in unsure)
    return replace(found, rejected=screen(rules, sure), unsure=unsure)


def not_used(table: Rows, row: Row) -> Problem:
    """Notice a row about an application that takes no part."""
    told = sentence(
        "søknaden {number} er avvist på formelle krav; raden er ikke brukt.",
        number=shown(row.text("project_number")),
    )
    return Problem(table.at(row, "project_number"), told, Severity.NOTICE)
