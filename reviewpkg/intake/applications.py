"""Read what is applied for: `soknader`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from reviewpkg.domain.applications import Application
from reviewpkg.domain.steps import Step
from reviewpkg.intake.call_tables import call_problem
from reviewpkg.intake.cells import kroner, shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.names import Ids, nearest, suggesting
from reviewpkg.intake.people import People, unknown_pair
from reviewpkg.intake.repeats import (
    application_repeated,
    applications_repeated,
    look_alikes,
    repeat_problems,
)
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.lists import either
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Problem, Severity

NO_APPLICATIONS = sentence("tabellen har ingen søknader.")
NO_STATUS = sentence("ventet «trukket», siden «Fra trinn» er fylt ut; cellen er tom.")


@dataclass(frozen=True)
class Applications:
    """Hold the applications by project number; `known` tells that no others exist.

    `rejected` fail the call's formal criteria; of those in `unsure` that cannot be told.
    """

    by_number: dict[str, Application]
    known: bool
    rejected: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()

    @cached_property
    def ids(self) -> Ids:
        """Return every project number, for suggestions."""
        return Ids(self.by_number)

    @cached_property
    def in_order(self) -> tuple[Application, ...]:
        """Return the applications by project number."""
        return tuple(application for _, application in sorted(self.by_number.items()))

    def kept(self, *, rejected: bool) -> tuple[Application, ...]:
        """Return the formally rejected applications or the others, by project number."""
        return tuple(
            one for one in self.in_order if (one.project_number in self.rejected) is rejected
        )


def applications(
    table: Rows, areas: Collection[str], people: People
) -> tuple[Applications, list[Problem]]:
    """Return the applications; `areas` is empty where the call file does not tell them."""
    found: dict[str, Application] = {}
    rows: dict[str, Row] = {}
    repeats: list[tuple[Row, Row]] = []
    problems: list[Problem] = []
    pairs = Ids(people.pairs)
    for row in table.rows:
        number = row.text("project_number")
        if number in rows:
            repeats.append((row, rows[number]))
            continue
        problems += _area_faults(table, row, areas)
        problems += _pair_faults(table, row, pairs if people.pairs_known else None)
        problems += _other_faults(table, row)
        if number:
            rows[number] = row
            found[number] = _application(row)
    problems += repeat_problems(
        repeats,
        lambda row: table.at(row, "project_number"),
        application_repeated,
        applications_repeated,
    )
    problems += look_alikes(table)
    if not table.rows and not table.unread and not table.missing:
        problems.append(Problem(table.place, NO_APPLICATIONS, Severity.WARNING))
    return Applications(found, table.complete("project_number")), problems


def empty_areas(areas: Collection[str], table: Rows) -> Iterator[Problem]:
    """Warn of areas without applications; nothing can be said where an area's name is in doubt."""
    used = {row.text("area") for row in table.rows}
    if not table.complete("area") or not used or not used.issubset(areas):
        return
    for place, area in enumerate(areas, start=1):
        if area not in used:
            told = sentence("området {area} har ingen søknader.", area=shown(area))
            yield call_problem(f"areas[{place}].id", told, Severity.WARNING)


def unknown_application(number: str, ids: Ids) -> Sentence:
    """Say that there is no such application, and which was probably meant."""
    told = sentence("søknaden {number} står ikke i soknader.", number=shown(number))
    return suggesting(told, ids.meant(number))


def first_step(row: Row) -> Step:
    """Return the step from which a row is in force; from 1.1 where it names none (D24)."""
    step = row.values["from_step"]
    return step if isinstance(step, Step) else Step.GRADING


def _area_faults(table: Rows, row: Row, areas: Collection[str]) -> Iterator[Problem]:
    area = row.text("area")
    if area and areas and area not in areas:
        told = mismatch(either(map(shown, areas)), shown(area))
        yield Problem(table.at(row, "area"), suggesting(told, nearest(area, areas)))


def _pair_faults(table: Rows, row: Row, pairs: Ids | None) -> Iterator[Problem]:
    pair = row.text("pair")
    if pair and pairs is not None and pair not in pairs:
        yield Problem(table.at(row, "pair"), unknown_pair(pair, pairs))


def _other_faults(table: Rows, row: Row) -> Iterator[Problem]:
    if row.values["from_step"] and not row.text("status") and row.usable("status"):
        yield Problem(table.at(row, "status"), NO_STATUS)
    if row.values["amount"] == 0:
        told = sentence("søknadssummen er {amount}.", amount=kroner(0))
        yield Problem(table.at(row, "amount"), told, Severity.WARNING)


def _application(row: Row) -> Application:
    amount, submitted = row.values["amount"], row.values.get("submitted")
    return Application(
        project_number=row.text("project_number"),
        title=row.text("title"),
        applicant=row.text("applicant"),
        area=row.text("area"),
        amount=amount if isinstance(amount, int) else 0,
        pair=row.text("pair"),
        summary=row.text("summary"),
        withdrawn_from=first_step(row) if row.text("status") else None,
        submitted=submitted if isinstance(submitted, datetime) else None,
    )
