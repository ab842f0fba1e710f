"""Read `karakterer` (1.1) and find out whose grades are wrong or too many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.applications import Grade, Review, acting_reviewers, conflicted_members
from reviewpkg.domain.steps import Step
from reviewpkg.intake.applications import Applications, unknown_application
from reviewpkg.intake.cells import shown
from reviewpkg.intake.conflicts import Conflicts
from reviewpkg.intake.formal import not_used
from reviewpkg.intake.people import People, unknown_reviewer
from reviewpkg.intake.repeats import grade_repeated, grades_repeated, repeat_problems
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Assessors:
    """Tell who is to grade each application (1.1) and who is conflicted on it, by project number.

    An application that `acting` does not have is one of which it is not sure who grades it.
    """

    acting: Mapping[str, tuple[str, ...]]
    conflicted: Mapping[str, frozenset[str]]


def assessors(
    review: Review, applications: Applications, people: People, conflicts: Conflicts
) -> Assessors:
    """Find out who is to grade what, from as much as is sure."""
    conflicted = conflicted_members(review.conflicts, Step.GRADING)
    # A substitute who may not grade is reported already, the grade need not be
    for conflict in review.conflicts:
        number = conflict.project_number
        if number in conflicts.doubtful and number in conflicted:
            conflicted[number] -= {conflict.substitute}
    if not (people.pairs_known and applications.known and conflicts.known):
        return Assessors({}, conflicted)
    sure = {
        number: members
        for number, members in acting_reviewers(review).items()
        if number not in conflicts.doubtful
        and number not in applications.unsure
        and people.is_pair(applications.by_number[number].pair)
        and not applications.by_number[number].withdrawn_at(Step.SELECTION)
    }
    return Assessors(sure, conflicted)


def grades(
    table: Rows, applications: Applications, people: People, assessors: Assessors
) -> tuple[tuple[Grade, ...], list[Problem]]:
    """Return the grades of applications still in the call, each by one who is to grade it."""
    problems: list[Problem] = []
    rows: dict[tuple[str, str], Row] = {}
    repeats: list[tuple[Row, Row]] = []
    scores = [column.field for column in table.table.columns if column.field.startswith("score_")]
    for row in table.rows:
        number, member = row.text("project_number"), row.text("member")
        faults = list(_application_faults(table, row, applications))
        noticed = any(fault.severity is Severity.NOTICE for fault in faults)
        if not noticed and number not in applications.unsure:
            faults += _member_faults(table, row, people, assessors)
        problems += faults
        if faults or number not in applications.by_number or not member:
            continue
        if (number, member) in rows:
            repeats.append((row, rows[number, member]))
            continue
        rows[number, member] = row
    problems += repeat_problems(
        repeats,
        lambda row: row.place,
        grade_repeated,
        grades_repeated,
    )
    found = [
        Grade(number, member, total, _scores(row, scores), row.text("comment"))
        for (number, member), row in sorted(rows.items(), key=lambda item: item[0])
        if isinstance(total := row.values["total"], Fraction)
    ]
    return tuple(found), problems


def _scores(row: Row, fields: list[str]) -> tuple[Fraction | None, ...]:
    values = [row.values[field] for field in fields]
    return tuple(value if isinstance(value, Fraction) else None for value in values)


def _application_faults(table: Rows, row: Row, applications: Applications) -> Iterator[Problem]:
    number = row.text("project_number")
    application = applications.by_number.get(number)
    if application is None:
        says_nothing = not row.text("member") and row.values["total"] is None
        if number and applications.known and not says_nothing:
            told = unknown_application(number, applications.ids)
            yield Problem(table.at(row, "project_number"), told)
    elif number in applications.rejected:
        yield not_used(table, row)
    elif application.withdrawn_at(Step.SELECTION):
        told = sentence(
            "søknaden {number} er trukket; karakteren er ikke brukt.", number=shown(number)
        )
        yield Problem(row.place, told, Severity.NOTICE)


def _member_faults(
    table: Rows, row: Row, people: People, assessors: Assessors
) -> Iterator[Problem]:
    number, member = row.text("project_number"), row.text("member")
    acting = assessors.acting.get(number, ())
    if member in acting and member in people.reviewers:
        return
    fault = _member_fault(number, member, acting, people, assessors)
    if fault:
        yield Problem(table.at(row, "member"), fault)


def _member_fault(
    number: str, member: str, acting: tuple[str, ...], people: People, assessors: Assessors
) -> Sentence | None:
    if member in people.users and people.members_known:
        return sentence(
            "{member} er brukerrepresentant og gir ikke karakter i 1.1.", member=shown(member)
        )
    if member not in people.reviewers:
        known = member and people.members_known
        return unknown_reviewer(member, people.ids) if known else None
    if member in assessors.conflicted.get(number, ()):
        return _conflicted(number, member, acting)
    if not acting:
        return None
    return sentence(
        "{member} skal ikke vurdere {number}; det skal {acting}.",
        member=shown(member),
        number=shown(number),
        acting=enumerated(map(shown, acting)),
    )


def _conflicted(number: str, member: str, acting: tuple[str, ...]) -> Sentence:
    if not acting:
        return sentence(
            "{member} er inhabil på {number} og skal ikke vurdere den.",
            member=shown(member),
            number=shown(number),
        )
    return sentence(
        "{member} er inhabil på {number} og skal ikke vurdere den; det skal {acting}.",
        member=shown(member),
        number=shown(number),
        acting=enumerated(map(shown, acting)),
    )
