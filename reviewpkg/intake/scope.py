"""Tell which rows of a conference table concern an application that takes part in its step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from reviewpkg.domain.applications import (
    Application,
    Review,
    acting_reviewers,
    conflicted_members,
)
from reviewpkg.domain.steps import Step
from reviewpkg.intake.applications import unknown_application
from reviewpkg.intake.cells import shown
from reviewpkg.intake.formal import not_used
from reviewpkg.intake.names import Ids
from reviewpkg.intake.repeats import application_repeated, keep_one, repeat_problems
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Problem, Severity


@dataclass(frozen=True)
class Scope:
    """Hold what a conference is about: the review, and which applications round 1 selected."""

    review: Review
    selected: frozenset[str]

    @cached_property
    def by_number(self) -> Mapping[str, Application]:
        """Return every application of the call."""
        everyone = (*self.review.applications, *self.review.formally_rejected)
        return {one.project_number: one for one in everyone}

    @cached_property
    def rejected(self) -> frozenset[str]:
        """Return those that failed the call's formal criteria."""
        return frozenset(one.project_number for one in self.review.formally_rejected)

    @cached_property
    def ids(self) -> Ids:
        """Return every project number, for suggestions."""
        return Ids(self.by_number)

    @cached_property
    def acting(self) -> Mapping[str, tuple[str, ...]]:
        """Return who graded each application (1.1)."""
        return acting_reviewers(self.review)

    @cached_property
    def pairs(self) -> Mapping[str, frozenset[str]]:
        """Return each pair's members."""
        return {
            pair: frozenset(person.member for person in people)
            for pair, people in self.review.committee.pairs.items()
        }

    @cached_property
    def pair_ids(self) -> Ids:
        """Return every pair, for suggestions."""
        return Ids(self.pairs)

    @cached_property
    def conflicted_with_opinion(self) -> Mapping[str, frozenset[str]]:
        """Return who is conflicted on each application when second opinions are given (2.3)."""
        return conflicted_members(self.review.conflicts, Step.SECOND_OPINION)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return every person's name by member id."""
        return self.review.committee.names

    def taking_part(self, step: Step) -> list[Application]:
        """Return the selected applications that take part in a step, by project number (D24)."""
        return [
            application
            for number, application in sorted(self.by_number.items())
            if number in self.selected and not application.withdrawn_at(step)
        ]

    def meant(self, row: Row) -> str:
        """Return the application that a row is surely about, a slip of the pen forgiven."""
        number = row.text("project_number")
        return number if number in self.by_number else self.ids.meant(number)

    def acting_pair(self, number: str) -> Sentence:
        """Name the pair that an application belongs to, with those who graded it."""
        return self._named(self.by_number[number].pair, self.acting[number])

    def named_pair(self, pair: str) -> Sentence:
        """Name a pair with its members."""
        return self._named(pair, sorted(self.pairs[pair]))

    def _named(self, pair: str, members: Iterable[str]) -> Sentence:
        people = enumerated(self.names.get(member, member) for member in members)
        return sentence("par {pair} ({people})", pair=shown(pair), people=people)


@dataclass(frozen=True, slots=True)
class Kept:
    """Be the rows that count, and what is wrong with the others."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def kept(table: Rows, scope: Scope, step: Step, also: str = "") -> Kept:
    """Keep the rows about applications that take part in `step`, each once.

    `also` names a second field, of whom a grade is from, that tells rows of one application apart.
    A row about one that has been withdrawn is only noticed: nothing that is decided moves (D24).
    """
    rows: dict[tuple[str, str], Row] = {}
    repeats: list[tuple[Row, Row]] = []
    problems: list[Problem] = []
    for row in table.rows:
        number = row.text("project_number")
        if not number:
            continue
        fault = row_fault(table, row, scope, step)
        if fault:
            problems.append(fault)
            continue
        key = (number, row.text(also))
        if also and not key[1]:
            continue
        if key in rows:
            repeats.append((row, rows[key]))
        else:
            rows[key] = row
    problems += _repeated(table, repeats, also)
    return Kept(tuple(rows.values()), tuple(problems))


def _repeated(table: Rows, repeats: list[tuple[Row, Row]], also: str) -> list[Problem]:
    def one(row: Row, where: Sentence) -> Sentence:
        if not also:
            return application_repeated(row, where)
        return sentence(
            "karakteren fra {member} på søknaden {number} står allerede {where}.",
            member=shown(row.text(also)),
            number=shown(row.text("project_number")),
            where=where,
        )

    return repeat_problems(repeats, lambda row: table.at(row, "project_number"), one, keep_one)


def row_fault(table: Rows, row: Row, scope: Scope, step: Step) -> Problem | None:
    """Say why a row that names an application says nothing to `step`."""
    number = row.text("project_number")
    application = scope.by_number.get(number)
    if application is None:
        told = unknown_application(number, scope.ids)
    elif number in scope.rejected:
        return not_used(table, row)
    elif application.withdrawn_at(step):
        told = sentence("søknaden {number} er trukket; raden er ikke brukt.", number=shown(number))
        return Problem(table.at(row, "project_number"), told, Severity.NOTICE)
    elif number not in scope.selected:
        told = sentence("søknaden {number} er ikke valgt ut til runde 2.", number=shown(number))
    else:
        return None
    return Problem(table.at(row, "project_number"), told)
