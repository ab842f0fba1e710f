"""Read who may not assess what, and who stands in: `inhabilitet`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reviewpkg.domain.applications import Application, Conflict
from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import Step
from reviewpkg.intake.applications import Applications, first_step
from reviewpkg.intake.cells import shown
from reviewpkg.intake.formal import not_used
from reviewpkg.intake.people import People
from reviewpkg.intake.repeats import repeat_problems
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Hold the conflicts of interest.

    `doubtful` are the applications of which it is not sure who grades them (1.1); where the table
    itself is in doubt, `known` is false and that goes for all.
    """

    conflicts: tuple[Conflict, ...]
    doubtful: frozenset[str]
    known: bool


def conflicts(
    table: Rows, applications: Applications, people: People
) -> tuple[Conflicts, list[Problem]]:
    """Return the conflicts of interest, each with the substitute that 1.1 asks for."""
    rows: dict[tuple[str, str], Row] = {}
    repeats: list[tuple[Row, Row]] = []
    problems: list[Problem] = []
    doubtful: set[str] = set()
    known = table.missing or table.complete("project_number", "member")
    for row in table.rows:
        number, member = row.text("project_number"), row.text("member")
        faults = _unknown(table, row, applications, people)
        problems += faults
        if faults or not row.usable("substitute", "from_step"):
            doubtful.add(number)
            known = known and number in applications.by_number
        if number not in applications.by_number or member not in people.names:
            continue
        if number in applications.rejected:
            problems.append(not_used(table, row))
            continue
        if (number, member) in rows:
            repeats.append((row, rows[number, member]))
            continue
        rows[number, member] = row
    problems += repeat_problems(
        repeats,
        lambda row: table.at(row, "member"),
        lambda row, where: (
            f"{shown(row.text('member'))} er allerede ført som inhabil på "
            f"{shown(row.text('project_number'))} {where}."
        ),
        "samme medlem er allerede ført som inhabil på søknaden {}.",
    )
    doubtful |= {row.text("project_number") for row, _ in repeats}
    checked = _Substitutes(table, rows, applications, people)
    faults = list(checked.faults()) if people.pairs_known else []
    numbers = {row.place: number for (number, _), row in rows.items()}
    for problem in faults:
        if problem.severity is Severity.ERROR:
            doubtful.add(numbers[problem.place.at("")])
    return Conflicts(checked.conflicts(), frozenset(doubtful), known), problems + faults


def _unknown(table: Rows, row: Row, applications: Applications, people: People) -> list[Problem]:
    number, member = row.text("project_number"), row.text("member")
    problems = []
    if number and applications.known and number not in applications.by_number:
        near = applications.ids.did_you_mean(number)
        sentence = f"søknaden {shown(number)} står ikke i soknader.{near}"
        problems.append(Problem(table.at(row, "project_number"), sentence))
    if member and people.members_known and member not in people.names:
        near = people.ids.did_you_mean(member)
        sentence = f"{shown(member)} står verken i fagutvalg eller brukerrepresentanter.{near}"
        problems.append(Problem(table.at(row, "member"), sentence))
    return problems


class _Substitutes:
    """Check that everyone who may not grade in 1.1 has someone who may."""

    def __init__(
        self,
        table: Rows,
        rows: Mapping[tuple[str, str], Row],
        applications: Applications,
        people: People,
    ) -> None:
        self._table = table
        self._rows = rows
        self._applications = applications.by_number
        self._unsure = applications.unsure
        self._people = people
        self._control = {
            person.member
            for person in people.committee.reviewers
            if person.role is Role.CONTROL_COMMITTEE
        }
        self._taken: set[tuple[str, str]] = set()

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the conflicts in order, a substitute kept only where the routine asks for one."""
        found = [
            Conflict(number, member, row.text("substitute"), first_step(row))
            for (number, member), row in sorted(self._rows.items(), key=lambda item: item[0])
        ]
        return tuple(
            conflict
            if self._should_grade(conflict.project_number, conflict.member)
            else replace(conflict, substitute="")
            for conflict in found
        )

    def faults(self) -> Iterable[Problem]:
        """Report who has no substitute, or one who may not grade; notice one that is not used."""
        for (number, member), row in sorted(self._rows.items(), key=lambda item: item[0]):
            substitute = row.text("substitute")
            place = self._table.at(row, "substitute")
            application = self._applications[number]
            if not self._people.is_pair(application.pair) or number in self._unsure:
                continue
            if not self._should_grade(number, member):
                if substitute:
                    sentence = (
                        f"{shown(member)} skulle ikke gitt {shown(number)} karakter i 1.1; "
                        f"stedfortrederen {shown(substitute)} er ikke brukt."
                    )
                    yield Problem(place, sentence, Severity.NOTICE)
            elif application.withdrawn_at(Step.SELECTION) or not row.usable("substitute"):
                continue
            elif not substitute:
                sentence = (
                    f"cellen er tom, men {shown(member)} er inhabil på {shown(number)} og skulle "
                    "gitt karakter; ventet id-en til en stedfortreder."
                )
                yield Problem(place, sentence)
            else:
                fault = self._unfit(application, substitute)
                self._taken.add((number, substitute))
                if fault:
                    yield Problem(place, fault)

    def _should_grade(self, number: str, member: str) -> bool:
        """Tell whether the member would have graded, so that someone must stand in."""
        own = member in self._people.pairs.get(self._applications[number].pair, ())
        return own and first_step(self._rows[number, member]) <= Step.GRADING

    def _unfit(self, application: Application, substitute: str) -> str:
        """Say why the substitute may not grade the application; empty where they may."""
        number, people = application.project_number, self._people
        own = self._rows.get((number, substitute))
        unknown = people.members_known and substitute not in people.names
        near = people.ids.did_you_mean(substitute) if unknown else ""
        reasons = (
            (unknown, f"står ikke i fagutvalg.{near}"),
            (substitute in people.users, "er brukerrepresentant og kan ikke gi karakter."),
            (substitute in self._control, "sitter i kontrollutvalget og kan ikke gi karakter."),
            (
                own is not None and first_step(own) <= Step.GRADING,
                f"er selv inhabil på {shown(number)}.",
            ),
            (
                substitute in people.pairs.get(application.pair, ()),
                f"vurderer allerede {shown(number)}, i paret {shown(application.pair)}.",
            ),
            (
                (number, substitute) in self._taken,
                f"vurderer allerede {shown(number)}, for den andre i paret.",
            ),
        )
        reason = next((text for holds, text in reasons if holds), "")
        return f"stedfortrederen {shown(substitute)} {reason}" if reason else ""
