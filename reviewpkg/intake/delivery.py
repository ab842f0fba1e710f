"""Find out who still owes a grade (1.1), and say so where no other fault explains it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from reviewpkg.domain.applications import Grade
from reviewpkg.intake.applications import Applications
from reviewpkg.intake.grading import Assessors
from reviewpkg.intake.people import People
from reviewpkg.intake.rows import Rows
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import plural_sentence
from reviewpkg.problems import Problem


def undelivered(grades: tuple[Grade, ...], assessors: Assessors) -> dict[str, tuple[str, ...]]:
    """Return, by member, the applications that still wait for their grade (1.1), in order."""
    delivered = {(grade.project_number, grade.member) for grade in grades}
    waiting: dict[str, list[str]] = {}
    for number, members in sorted(assessors.acting.items()):
        for member in members:
            if (number, member) not in delivered:
                waiting.setdefault(member, []).append(number)
    return {member: tuple(numbers) for member, numbers in sorted(waiting.items())}


def undelivered_problems(
    table: Rows,
    waiting: Mapping[str, tuple[str, ...]],
    assessors: Assessors,
    applications: Applications,
    people: People,
) -> list[Problem]:
    """Say who has not delivered: every application has exactly two grades (1.1).

    A grade that stands in a row with a fault of its own is not missing: one cause, one message.
    """
    if table.missing or table.unread:
        return []
    excused = _Excused(table, assessors.acting, applications)
    total = Counter(member for members in assessors.acting.values() for member in members)
    problems = []
    for member, numbers in waiting.items():
        missing = excused.without(member, numbers)
        if not missing:
            continue
        named = f"{people.names.get(member, '')} ({member})".lstrip()
        if len(missing) == total[member]:
            told = plural_sentence(
                "{named} har ikke levert noen karakterer ({count} søknad: {numbers}).",
                "{named} har ikke levert noen karakterer ({count} søknader: {numbers}).",
                len(missing),
                named=named,
                numbers=enumerated(missing),
            )
        else:
            told = plural_sentence(
                "{named} har ikke gitt karakter på {count} søknad: {numbers}.",
                "{named} har ikke gitt karakter på {count} søknader: {numbers}.",
                len(missing),
                named=named,
                numbers=enumerated(missing),
            )
        problems.append(Problem(table.place, told))
    return problems


class _Excused:
    """Find the grades that are there but in a row whose fault is already reported."""

    def __init__(
        self, table: Rows, acting: Mapping[str, tuple[str, ...]], applications: Applications
    ) -> None:
        self._told = {(row.text("project_number"), row.text("member")) for row in table.rows}
        self._by_member: Counter[str] = Counter()
        self._by_number: Counter[str] = Counter()
        self._by_nobody = 0
        for row in table.rows:
            number, member = row.text("project_number"), row.text("member")
            if number in acting and member not in acting[number]:
                self._by_number[number] += 1
            elif number not in applications.by_number and member:
                self._by_member[member] += 1
            elif not number and not member:
                self._by_nobody += 1

    def without(self, member: str, numbers: tuple[str, ...]) -> list[str]:
        """Return the applications of which the member's grade is nowhere to be seen."""
        missing = [
            number
            for number in numbers
            if (number, member) not in self._told and not self._by_number[number]
        ]
        excused = self._by_member[member] + self._by_nobody
        return [] if len(missing) <= excused else missing
