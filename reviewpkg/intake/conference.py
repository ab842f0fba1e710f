"""Read the grades that come back from the conference (1.4, 2.1, 2.3) and plenary 1 (2.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from reviewpkg.domain.applications import conflicted_members
from reviewpkg.domain.conference import JointGrade, PlenaryNote, UserGrade, UserJointGrade
from reviewpkg.domain.steps import Step
from reviewpkg.intake.cells import shown
from reviewpkg.intake.names import Ids, suggesting
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.intake.scope import Scope, kept
from reviewpkg.intake.second_opinions import unfit_pair
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Problem


def user_grades(table: Rows, scope: Scope) -> tuple[tuple[UserGrade, ...], list[Problem]]:
    """Return the user representatives' own grades (1.4), from anyone who is not conflicted."""
    known = {person.member for person in scope.review.committee.user_representatives}
    ids = Ids(known)
    conflicted = conflicted_members(scope.review.conflicts, Step.USER_REVIEW)
    rows = kept(table, scope, Step.USER_REVIEW, "member")
    problems, found = list(rows.problems), []
    for row in rows.rows:
        number, member = row.text("project_number"), row.text("member")
        grade = row.values["grade"]
        if member not in known:
            told = _no_user(scope, ids, member)
            problems.append(Problem(table.at(row, "member"), told))
        elif member in conflicted.get(number, frozenset()):
            told = sentence(
                "{member} er inhabil på {number} og skal ikke gi karakter.",
                member=shown(member),
                number=shown(number),
            )
            problems.append(Problem(table.at(row, "member"), told))
        elif isinstance(grade, Fraction):
            found.append(UserGrade(number, member, grade, row.text("comment")))
    return tuple(found), problems


def _no_user(scope: Scope, ids: Ids, member: str) -> Sentence:
    if member in scope.names:
        return sentence(
            "{member} står i fagutvalg; i 1.4 gir bare brukerrepresentanter karakter.",
            member=shown(member),
        )
    told = sentence("{member} står ikke i brukerrepresentanter.", member=shown(member))
    return suggesting(told, ids.meant(member))


def joint_grades(table: Rows, scope: Scope) -> tuple[tuple[JointGrade, ...], list[Problem]]:
    """Return what the pairs agreed on (2.1); a started area has one for every application."""
    rows = kept(table, scope, Step.JOINT)
    found = [
        JointGrade(row.text("project_number"), grade, areas, row.text("reason"))
        for row in rows.rows
        if isinstance(grade := row.values["grade"], Fraction)
        and isinstance(areas := row.values["priority_areas"], int)
    ]
    return tuple(found), [*rows.problems, *_missing_joint(table, scope)]


def _missing_joint(table: Rows, scope: Scope) -> Iterator[Problem]:
    """Name the pairs that owe a joint grade in an area that has started (2.1).

    A grade that stands in a row with a fault of its own is not missing: one cause, one message.
    """
    if table.missing or table.unread:
        return
    there = {scope.meant(row) for row in table.rows}
    started = {one.area for one in scope.taking_part(Step.JOINT) if one.project_number in there}
    owing = [
        one
        for one in scope.taking_part(Step.PLENARY_1)
        if one.area in started and one.project_number not in there
    ]
    excused = _excused(table, scope, Counter(one.pair for one in owing))
    owed: dict[Sentence, list[str]] = {}
    for one in owing:
        if one.pair not in excused:
            owed.setdefault(scope.acting_pair(one.project_number), []).append(one.project_number)
    for pair, numbers in owed.items():
        told = sentence(
            "{pair} mangler samlet karakter på {numbers}.", pair=pair, numbers=enumerated(numbers)
        )
        yield Problem(table.place, told)


def _excused(table: Rows, scope: Scope, owing: Counter[str]) -> set[str]:
    """Return the pairs whose files have as many rows about nobody knows what as they owe."""
    files: dict[str, set[str]] = {}
    nameless: Counter[str] = Counter()
    for row in table.rows:
        number = scope.meant(row)
        if number:
            files.setdefault(scope.by_number[number].pair, set()).add(row.place.file)
        else:
            nameless[row.place.file] += 1
    named = set[str]().union(*files.values())
    of_strangers = {file for file in nameless if file not in named}
    homes = {pair: frozenset(files.get(pair, of_strangers)) for pair in owing}
    owed_in: Counter[frozenset[str]] = Counter()
    for pair, count in owing.items():
        owed_in[homes[pair]] += count
    return {
        pair
        for pair, home in homes.items()
        if owed_in[home] <= sum(nameless[file] for file in home)
    }


def user_joint_grades(
    table: Rows, scope: Scope, step: Step
) -> tuple[tuple[UserJointGrade, ...], list[Problem]]:
    """Return what the user representatives agreed on, jointly (2.1) or as a supplement (2.3)."""
    rows = kept(table, scope, step)
    found = [
        UserJointGrade(row.text("project_number"), grade, row.text("reason"))
        for row in rows.rows
        if isinstance(grade := row.values["grade"], Fraction)
    ]
    return tuple(found), list(rows.problems)


def plenary_notes(table: Rows, scope: Scope) -> tuple[tuple[PlenaryNote, ...], list[Problem]]:
    """Return what plenary 1 changed and asked for (2.2)."""
    rows = kept(table, scope, Step.PLENARY_1)
    problems, found = list(rows.problems), []
    for row in rows.rows:
        asked, pair = row.text("second_opinion") == "ja", row.text("named_pair")
        if pair and not asked and row.usable("second_opinion"):
            told = sentence(
                "ventet «ja», siden «Tilleggspar» er fylt ut med {pair}.", pair=shown(pair)
            )
            problems.append(Problem(table.at(row, "second_opinion"), told))
        problems += unfit_pair(table, row, "named_pair", scope)
        found.append(
            PlenaryNote(
                row.text("project_number"),
                _grade(row, "grade"),
                _grade(row, "user_grade"),
                asked,
                pair,
                row.text("reason"),
            )
        )
    return tuple(found), problems


def _grade(row: Row, field: str) -> Fraction | None:
    value = row.values[field]
    return value if isinstance(value, Fraction) else None
