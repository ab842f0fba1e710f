"""Read who the experts are and what they may not assess: `fagutvalg`, `inhabilitet`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.people import Committee, Reviewer
from reviewpkg.intake.panel.applications import PanelApplications, first_step
from reviewpkg.intake.people import (
    NO_MEMBERS,
    ROLES,
    People,
    repeated_members,
    told_apart,
    unknown_reviewer,
)
from reviewpkg.intake.repeats import conflict_repeated, conflicts_repeated, repeat_problems
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.problems import Problem


def experts(table: Rows) -> tuple[People, list[Problem]]:
    """Return the experts by member id; a panel has no pairs."""
    found = {
        row.text("member"): Reviewer(
            row.text("member"), row.text("name"), "", row.text("email"), ROLES[row.text("role")]
        )
        for row in reversed(table.rows)
        if row.text("member")
    }
    problems = repeated_members(table)
    if not table.rows and not table.unread and not table.missing:
        problems.append(Problem(table.place, NO_MEMBERS))
    shared = Counter(person.name for person in found.values())
    in_order = tuple(
        replace(person, name=told_apart(person.name, member, shared))
        for member, person in sorted(found.items())
    )
    known = bool(found) and not problems and table.complete("member")
    return People(Committee(in_order), members_known=known, pairs_known=False), problems


def conflicts(
    table: Rows, applications: PanelApplications, people: People
) -> tuple[tuple[Conflict, ...], list[Problem]]:
    """Return the conflicts of interest, by application and member."""
    rows: dict[tuple[str, str], Row] = {}
    repeats: list[tuple[Row, Row]] = []
    problems: list[Problem] = []
    for row in table.rows:
        number, member = row.text("project_number"), row.text("member")
        unknown = applications.unknown(table, row)
        stranger = unknown_member(table, row, people)
        problems += [fault for fault in (unknown, stranger) if fault]
        if number not in applications.by_number or member not in people.names:
            continue
        if (number, member) in rows:
            repeats.append((row, rows[number, member]))
        else:
            rows[number, member] = row
    problems += repeat_problems(
        repeats,
        lambda row: table.at(row, "member"),
        conflict_repeated,
        conflicts_repeated,
    )
    found = (
        Conflict(number, member, from_step=first_step(row))
        for (number, member), row in sorted(rows.items(), key=lambda item: item[0])
    )
    return tuple(found), problems


def unknown_member(table: Rows, row: Row, people: People) -> Problem | None:
    """Report a row about somebody who is not in the panel."""
    member = row.text("member")
    if not member or member in people.names or not people.members_known:
        return None
    return Problem(table.at(row, "member"), unknown_reviewer(member, people.ids))
