"""Tell which rows concern an application that is still before the panel."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain.panel import PanelApplication
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.cells import shown
from reviewpkg.intake.panel.applications import PanelApplications
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class PanelScope:
    """Hold the applications, and which of them passed the screening (K1).

    `passed` is None where that is not known because the tables of K1 have faults.
    """

    applications: PanelApplications
    passed: frozenset[str] | None

    def taking_part(self, step: PanelStep) -> list[PanelApplication]:
        """Return the applications that take part in a step, by project number (D24)."""
        return [
            one
            for one in self.applications.in_order
            if self.passed is not None
            and one.project_number in self.passed
            and not one.withdrawn_at(step)
        ]

    def meant(self, row: Row) -> str:
        """Return the application that a row is surely about; blank where that is not sure."""
        number = row.text("project_number")
        if number in self.applications.by_number:
            return number
        return self.applications.ids.meant(number)

    def row_fault(self, table: Rows, row: Row, step: PanelStep) -> Problem | None:
        """Say why a row that names an application says nothing to `step`."""
        number = row.text("project_number")
        unknown = self.applications.unknown(table, row)
        application = self.applications.by_number.get(number)
        if unknown or application is None:
            return unknown
        if application.withdrawn_at(step):
            told = sentence(
                "søknaden {number} er trukket; raden er ikke brukt.", number=shown(number)
            )
        elif self.passed is not None and number not in self.passed:
            told = sentence(
                "søknaden {number} er avvist i trinn K1; raden er ikke brukt.",
                number=shown(number),
            )
        else:
            return None
        return Problem(table.at(row, "project_number"), told, Severity.NOTICE)
