"""Read the experts' grades and find out which are missing: `karakterer` (K2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from reviewpkg.domain.applications import Conflict, conflicted_members
from reviewpkg.domain.panel import ExpertGrade
from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.call_tables import call_problem
from reviewpkg.intake.cells import shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.panel.experts import unknown_member
from reviewpkg.intake.panel.scope import PanelScope
from reviewpkg.intake.people import People
from reviewpkg.intake.repeats import grade_repeated, grades_repeated, repeat_problems
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import plural_sentence, quoted, sentence
from reviewpkg.problems import Problem

_BLANK = sentence(
    "cellen er tom, men den andre karakteren er gitt; ventet begge eller ingen av dem."
)


def grades(
    table: Rows, scope: PanelScope, people: People, conflicts: Sequence[Conflict]
) -> tuple[tuple[ExpertGrade, ...], list[Problem]]:
    """Return the grades of applications in the panel, from experts who are not conflicted."""
    rows: dict[tuple[str, str], Row] = {}
    repeats: list[tuple[Row, Row]] = []
    problems: list[Problem] = []
    conflicted = conflicted_members(conflicts, PanelStep.GRADING)
    for row in table.rows:
        number, member = row.text("project_number"), row.text("member")
        if _says_nothing(row):
            continue
        fault = scope.row_fault(table, row, PanelStep.GRADING)
        barred = conflicted.get(number, frozenset())
        problems += [fault] if fault else _member_faults(table, row, people, barred)
        problems += _half_blank(table, row)
        if fault or not number or not member or member in barred:
            continue
        if (number, member) in rows:
            repeats.append((row, rows[number, member]))
        else:
            rows[number, member] = row
    problems += repeat_problems(
        repeats,
        lambda row: row.place,
        grade_repeated,
        grades_repeated,
    )
    found = [
        ExpertGrade(number, member, quality, benefit, row.text("comment"))
        for (number, member), row in sorted(rows.items(), key=lambda item: item[0])
        if isinstance(quality := row.values["quality"], Fraction)
        and isinstance(benefit := row.values["benefit"], Fraction)
    ]
    return tuple(found), problems


def too_few_grades(table: Rows, scope: PanelScope, least: int) -> dict[str, int]:
    """Return how many grades each application has that has fewer than the call asks for (K2).

    A grade that stands in a row with a fault of its own is not missing: one cause, one message.
    """
    if table.missing or table.unread or scope.passed is None:
        return {}
    there = Counter(scope.meant(row) for row in table.rows if not _says_nothing(row))
    if there[""]:
        return {}
    return {
        one.project_number: there[one.project_number]
        for one in scope.taking_part(PanelStep.GRADING)
        if there[one.project_number] < least
    }


def too_few_experts(people: People, least: int) -> list[Problem]:
    """Report a call that asks for more grades than there are experts to give them (K2)."""
    graders = [one for one in people.committee.reviewers if one.role is not Role.CONTROL_COMMITTEE]
    if not people.members_known or len(graders) >= least:
        return []
    wanted = sentence(
        "høyst {most}, som er antallet i fagutvalg som kan gi karakter", most=len(graders)
    )
    return [call_problem("panel.min_experts", mismatch(wanted, quoted(least)))]


def missing_grades(table: Rows, too_few: Mapping[str, int], least: int) -> Iterator[Problem]:
    """Name the applications with too few grades, if any."""
    short = [f"{number} ({given})" for number, given in too_few.items()]
    if short:
        told = plural_sentence(
            "ventet karakterer fra minst {least} habile eksperter på hver søknad; for få har "
            "søknaden {numbers}.",
            "ventet karakterer fra minst {least} habile eksperter på hver søknad; for få har "
            "{count} søknader: {numbers}.",
            len(short),
            least=least,
            numbers=enumerated(short),
        )
        yield Problem(table.place, told)


def _says_nothing(row: Row) -> bool:
    """Tell a row whose grades are left blank, as on a form for an application not graded."""
    blank = row.values["quality"] is None and row.values["benefit"] is None
    return blank and row.usable("quality", "benefit")


def _half_blank(table: Rows, row: Row) -> Iterator[Problem]:
    for field in ("quality", "benefit"):
        if row.values[field] is None and row.usable(field):
            yield Problem(table.at(row, field), _BLANK)


def _member_faults(
    table: Rows, row: Row, people: People, barred: frozenset[str]
) -> Iterator[Problem]:
    member = row.text("member")
    unknown = unknown_member(table, row, people)
    expert = people.reviewers.get(member)
    if unknown:
        yield unknown
    elif expert and expert.role is Role.CONTROL_COMMITTEE:
        told = sentence(
            "{member} sitter i kontrollutvalget og kan ikke gi karakter.", member=shown(member)
        )
        yield Problem(table.at(row, "member"), told)
    elif member in barred:
        told = sentence(
            "{member} er inhabil på {number} og skal ikke gi den karakter.",
            member=shown(member),
            number=shown(row.text("project_number")),
        )
        yield Problem(table.at(row, "member"), told)
