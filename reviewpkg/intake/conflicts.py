"""Read who may not assess what, and who stands in: `inhabilitet`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reviewpkg.domain.applications import Application, Conflict
from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import Step
from reviewpkg.intake.applications import Applications, first_step, unknown_application
from reviewpkg.intake.cells import shown
from reviewpkg.intake.formal import not_used
from reviewpkg.intake.names import suggesting
from reviewpkg.intake.people import People
from reviewpkg.intake.repeats import conflict_repeated, conflicts_repeated, repeat_problems
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.sentence import Sentence, sentence
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
        conflict_repeated,
        conflicts_repeated,
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
        told = unknown_application(number, applications.ids)
        problems.append(Problem(table.at(row, "project_number"), told))
    if member and people.members_known and member not in people.names:
        told = sentence(
            "{member} står verken i fagutvalg eller brukerrepresentanter.", member=shown(member)
        )
        told = suggesting(told, people.ids.meant(member))
        problems.append(Problem(table.at(row, "member"), told))
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
                    told = sentence(
                        "{member} skulle ikke gitt {number} karakter i 1.1; stedfortrederen "
                        "{substitute} er ikke brukt.",
                        member=shown(member),
                        number=shown(number),
                        substitute=shown(substitute),
                    )
                    yield Problem(place, told, Severity.NOTICE)
            elif application.withdrawn_at(Step.SELECTION) or not row.usable("substitute"):
                continue
            elif not substitute:
                told = sentence(
                    "cellen er tom, men {member} er inhabil på {number} og skulle gitt karakter; "
                    "ventet id-en til en stedfortreder.",
                    member=shown(member),
                    number=shown(number),
                )
                yield Problem(place, told)
            else:
                fault = self._unfit(application, substitute)
                self._taken.add((number, substitute))
                if fault:
                    yield Problem(place, fault)

    def _should_grade(self, number: str, member: str) -> bool:
        """Tell whether the member would have graded, so that someone must stand in."""
        own = member in self._people.pairs.get(self._applications[number].pair, ())
        return own and first_step(self._rows[number, member]) <= Step.GRADING

    def _unfit(self, application: Application, substitute: str) -> Sentence | None:
        """Say why the substitute may not grade the application; None where they may."""
        number, pair, people = application.project_number, application.pair, self._people
        own = self._rows.get((number, substitute))
        who, what = shown(substitute), shown(number)
        told: Sentence | None = None
        if people.members_known and substitute not in people.names:
            told = sentence("stedfortrederen {who} står ikke i fagutvalg.", who=who)
            told = suggesting(told, people.ids.meant(substitute))
        elif substitute in people.users:
            told = sentence(
                "stedfortrederen {who} er brukerrepresentant og kan ikke gi karakter.", who=who
            )
        elif substitute in self._control:
            told = sentence(
                "stedfortrederen {who} sitter i kontrollutvalget og kan ikke gi karakter.", who=who
            )
        elif own is not None and first_step(own) <= Step.GRADING:
            told = sentence("stedfortrederen {who} er selv inhabil på {what}.", who=who, what=what)
        elif substitute in people.pairs.get(pair, ()):
            told = sentence(
                "stedfortrederen {who} vurderer allerede {what}, i paret {pair}.",
                who=who,
                what=what,
                pair=shown(pair),
            )
        elif (number, substitute) in self._taken:
            told = sentence(
                "stedfortrederen {who} vurderer allerede {what}, for den andre i paret.",
                who=who,
                what=what,
            )
        return told
