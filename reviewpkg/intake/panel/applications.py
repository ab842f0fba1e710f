"""Read what a panel is applied to for, with partners and CVs: `soknader`, `partnere`, `cv`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from reviewpkg.domain import panel_tables
from reviewpkg.domain.panel import PanelApplication
from reviewpkg.domain.screening import Cv, Markers, Submission
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.applications import NO_APPLICATIONS, NO_STATUS, unknown_application
from reviewpkg.intake.names import Ids
from reviewpkg.intake.panel.institutions import Institutions
from reviewpkg.intake.repeats import (
    application_repeated,
    applications_repeated,
    look_alikes,
    repeat_problems,
)
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.problems import Problem, Severity


@dataclass(frozen=True)
class PanelApplications:
    """Hold the applications by project number; `known` tells that no others exist."""

    by_number: dict[str, PanelApplication]
    known: bool

    @cached_property
    def ids(self) -> Ids:
        """Return every project number, for suggestions."""
        return Ids(self.by_number)

    @cached_property
    def in_order(self) -> tuple[PanelApplication, ...]:
        """Return the applications by project number."""
        return tuple(application for _, application in sorted(self.by_number.items()))

    def unknown(self, table: Rows, row: Row) -> Problem | None:
        """Report a row about an application that does not exist."""
        number = row.text("project_number")
        if not number or number in self.by_number or not self.known:
            return None
        return Problem(table.at(row, "project_number"), unknown_application(number, self.ids))


def applications(
    table: Rows, partner_rows: Rows, cv_rows: Rows, listed: Institutions
) -> tuple[PanelApplications, list[Problem]]:
    """Return the applications, each with its partners and CVs."""
    rows: dict[str, Row] = {}
    repeats: list[tuple[Row, Row]] = []
    problems: list[Problem] = []
    for row in table.rows:
        number = row.text("project_number")
        if number in rows:
            repeats.append((row, rows[number]))
            continue
        problems += _faults(table, row, listed)
        if number:
            rows[number] = row
    problems += repeat_problems(
        repeats,
        lambda row: table.at(row, "project_number"),
        application_repeated,
        applications_repeated,
    )
    problems += look_alikes(table)
    if not table.rows and not table.unread and not table.missing:
        problems.append(Problem(table.place, NO_APPLICATIONS, Severity.WARNING))
    partners = _by_number(partner_rows)
    cvs = _by_number(cv_rows)
    found = {
        number: _application(row, partners.get(number, []), cvs.get(number, []), listed)
        for number, row in rows.items()
    }
    # Without a single application the table itself is what is wrong
    everyone = PanelApplications(found, bool(found) and table.complete("project_number"))
    problems += _strangers(partner_rows, everyone)
    problems += _strangers(cv_rows, everyone)
    contradictions = (listed.region_fault(partner_rows, row) for row in partner_rows.rows)
    problems += (fault for fault in contradictions if fault)
    return everyone, problems


def first_step(row: Row) -> PanelStep:
    """Return the step from which a row is in force; from K1 where it names none (D24)."""
    step = row.values["from_step"]
    return step if isinstance(step, PanelStep) else PanelStep.SCREENING


def _faults(table: Rows, row: Row, listed: Institutions) -> Iterator[Problem]:
    if row.values["from_step"] and not row.text("status") and row.usable("status"):
        yield Problem(table.at(row, "status"), NO_STATUS)
    fault = listed.region_fault(table, row)
    if fault:
        yield fault


def _by_number(table: Rows) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in table.rows:
        rows.setdefault(row.text("project_number"), []).append(row)
    return rows


def _strangers(table: Rows, everyone: PanelApplications) -> Iterator[Problem]:
    return (fault for row in table.rows if (fault := everyone.unknown(table, row)))


def _application(
    row: Row, partners: list[Row], cvs: list[Row], listed: Institutions
) -> PanelApplication:
    submitted, markers = row.values.get("submitted"), row.text("markers")
    submission = Submission(
        project_number=row.text("project_number"),
        amount=_whole(row, "amount"),
        submitted=submitted if isinstance(submitted, datetime) else None,
        duration_months=_whole(row, "duration_months"),
        language=row.text("language"),
        applicant=listed.named(row),
        anchored=_yes(row, "anchored"),
        user_involvement=_yes(row, "user_involvement"),
        partners=tuple(listed.named(one) for one in partners),
        patients_from_all_regions=_yes(row, "patients_from_all_regions"),
        cvs=tuple(_cv(one) for one in cvs),
        markers=Markers(markers) if markers else Markers.MISSING,
        channel=row.text("channel"),
    )
    return PanelApplication(
        project_number=row.text("project_number"),
        title=row.text("title"),
        theme=row.text("theme"),
        submission=submission,
        withdrawn_from=first_step(row) if row.text("status") else None,
    )


def _cv(row: Row) -> Cv:
    return Cv(
        participant=row.text("participant"),
        region=row.text("region"),
        leader=row.text("role") == panel_tables.LEADER,
        pages=_whole(row, "pages"),
        publications=_yes(row, "publications"),
    )


def _yes(row: Row, field: str) -> bool:
    return row.text(field) == panel_tables.YES


def _whole(row: Row, field: str) -> int:
    value = row.values.get(field)
    return value if isinstance(value, int) else 0
