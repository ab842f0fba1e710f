"""Read what comes back from the conference, table by table (1.4, 2.1 to 2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reviewpkg.domain.applications import conflicted_members
from reviewpkg.domain.conference import (
    DecidedBy,
    JointGrade,
    PlenaryDecision,
    PlenaryNote,
    SecondOpinion,
    UserGrade,
    UserJointGrade,
)
from reviewpkg.domain.steps import Step
from reviewpkg.intake.cells import shown
from reviewpkg.intake.names import Ids
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.intake.scope import Scope, kept
from reviewpkg.problems import Problem, Severity, enumerated


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
        if member and member not in known:
            sentence = (
                f"{shown(member)} står ikke i brukerrepresentanter.{ids.did_you_mean(member)}"
            )
            problems.append(Problem(table.at(row, "member"), sentence))
        elif member in conflicted.get(number, frozenset()):
            sentence = f"{shown(member)} er inhabil på {shown(number)} og skal ikke gi karakter."
            problems.append(Problem(table.at(row, "member"), sentence))
        elif member and isinstance(grade, Fraction):
            found.append(UserGrade(number, member, grade, row.text("comment")))
    return tuple(found), problems


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
    """Name the pairs that owe a joint grade in an area that has started (2.1)."""
    if table.missing or table.unread:
        return
    given = {row.text("project_number") for row in table.rows}
    present = scope.taking_part(Step.PLENARY_1)
    started = {one.area for one in present if one.project_number in given}
    owed: dict[str, list[str]] = {}
    for one in present:
        if one.area in started and one.project_number not in given:
            owed.setdefault(scope.pair_of(one.project_number), []).append(one.project_number)
    for pair, numbers in owed.items():
        yield Problem(table.place, f"{pair} mangler samlet karakter på {enumerated(numbers)}.")


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
        if pair and not asked:
            sentence = "ventet «ja», siden «Tilleggspar» er fylt ut."
            problems.append(Problem(table.at(row, "second_opinion"), sentence))
        elif pair:
            problems += _unfit_pair(table, row, "named_pair", scope, named=True)
        grade, user_grade = row.values["grade"], row.values["user_grade"]
        found.append(
            PlenaryNote(
                row.text("project_number"),
                grade if isinstance(grade, Fraction) else None,
                user_grade if isinstance(user_grade, Fraction) else None,
                asked,
                pair,
                row.text("reason"),
            )
        )
    return tuple(found), problems


def second_opinions(
    table: Rows, scope: Scope, asked: frozenset[str]
) -> tuple[tuple[SecondOpinion, ...], list[Problem]]:
    """Return the second opinions, from any pair that is neither the owner nor conflicted (2.3)."""
    rows = kept(table, scope, Step.SECOND_OPINION)
    problems, found = list(rows.problems), []
    for row in rows.rows:
        number = row.text("project_number")
        fault = _not_asked(table, row, asked)
        problems += fault or _unfit_pair(table, row, "pair", scope, named=False)
        grade, pair = row.values["grade"], row.text("pair")
        if isinstance(grade, Fraction) and pair:
            found.append(SecondOpinion(number, pair, grade, row.text("reason")))
    return tuple(found), problems


def _not_asked(table: Rows, row: Row, asked: frozenset[str]) -> list[Problem]:
    number = row.text("project_number")
    if number in asked:
        return []
    sentence = f"plenum1 ba ikke om tilleggsvurdering av {shown(number)}."
    return [Problem(table.at(row, "project_number"), sentence)]


def _unfit_pair(table: Rows, row: Row, field: str, scope: Scope, *, named: bool) -> list[Problem]:
    """Say why a pair may not give a second opinion (2.2, D10)."""
    number, pair = row.text("project_number"), row.text(field)
    place = table.at(row, field)
    if not pair:
        return []
    if pair not in scope.pairs:
        near = Ids(scope.pairs).did_you_mean(pair)
        return [Problem(place, f"ventet et par som står i fagutvalg, fant {shown(pair)}.{near}")]
    if pair == scope.by_number[number].pair:
        sentence = f"par {shown(pair)} eier søknaden og kan ikke gi tilleggsvurdering av den."
        return [Problem(place, sentence)]
    members = scope.pairs[pair]
    conflicted = conflicted_members(scope.review.conflicts, Step.SECOND_OPINION)
    unfit = sorted(members & conflicted.get(number, frozenset()))
    if unfit:
        sentence = f"{enumerated(unfit)} i par {shown(pair)} er inhabil på {shown(number)}."
        return [Problem(place, sentence)]
    graded = sorted(members.intersection(scope.acting[number]))
    if graded:
        sentence = (
            f"{enumerated(graded)} i par {shown(pair)} har selv vurdert {shown(number)} i 1.1."
        )
        return [Problem(place, sentence, Severity.ERROR if named else Severity.WARNING)]
    return []


def plenary_decisions(
    table: Rows, scope: Scope, asked: frozenset[str]
) -> tuple[tuple[PlenaryDecision, ...], list[Problem]]:
    """Return what plenary 2 settled: only applications with a second opinion (2.4)."""
    rows = kept(table, scope, Step.PLENARY_2)
    problems, found = list(rows.problems), []
    for row in rows.rows:
        problems += _not_asked(table, row, asked)
        decided_by = DecidedBy(row.text("decided_by") or DecidedBy.PAIR.value)
        reason = row.text("reason")
        if decided_by is DecidedBy.CHAIR and not reason:
            sentence = "lederen avgjorde, men begrunnelsen mangler; den skal stå i protokollen."
            problems.append(Problem(table.at(row, "reason"), sentence, Severity.WARNING))
        grade = row.values["grade"]
        value = grade if isinstance(grade, Fraction) else None
        found.append(PlenaryDecision(row.text("project_number"), value, decided_by, reason))
    return tuple(found), problems
