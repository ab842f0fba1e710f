"""Write the ballots, the user representatives' ranking and the chair's rulings (2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reviewpkg.domain.applications import conflicted_members
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.standing import Standing, grades_of
from tools.demonstration.cells import NUMBER, REASON, SHOWN, TITLE, number
from tools.demonstration.deliveries import deliver
from tools.demonstration.sheets import Cell, Sheet, write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from reviewpkg.domain.conference import Conference
    from reviewpkg.procedure.two_round.round_1 import Round1
    from reviewpkg.procedure.two_round.round_2 import AreaConference
    from reviewpkg.procedure.two_round.step_1_1_grading import Graded

JOINT_PLACE: Final = "Felles plassering"
PLACE: Final = "Plassering"


def write_ballots(
    folder: Path,
    created: date,
    decided: Round1,
    areas: Sequence[AreaConference],
    held: Conference,
) -> None:
    """Write a file per pair with its ballots of all areas, each in the order of the form.

    What both are conflicted on has no place; the joint order has a column where one of them is.
    """
    for pair in decided.review.committee.pairs:
        asked = any(one.alone for area in areas for one in area.duties if one.pair == pair)
        rows = [row for area in areas for row in ballot_rows(pair, decided, area, held)]
        headings: tuple[str, ...] = (NUMBER, "Par", *SHOWN, JOINT_PLACE, PLACE)
        if not asked:
            headings = (*headings[:-2], PLACE)
            rows = [(*row[:-2], row[-1]) for row in rows]
        deliver(folder, created, pair, Sheet(headings, rows, "Rangering"))


def ballot_rows(
    pair: str, decided: Round1, area: AreaConference, held: Conference
) -> list[tuple[Cell, ...]]:
    """Return a pair's ballot of an area's pool, in order O."""
    lines = {one.project_number: one for one in held.ballots if one.pair == pair}
    standings = {one.project_number: one for one in area.after_plenary}
    graded = {one.project_number: one for one in area.members}
    rows: list[tuple[Cell, ...]] = []
    for application in area.left_in_pool:
        project = application.project_number
        line = lines.get(project)
        rows.append(
            (
                project,
                pair,
                *shown(standings[project], graded[project], held),
                away(pair, project, decided),
                line.joint_place if line else None,
                line.place if line else None,
            )
        )
    return rows


def shown(standing: Standing, graded: Graded, held: Conference) -> tuple[Cell, ...]:
    """Return the cells that a form shows, but for the last: it depends on the pair."""
    first = grades_of(held).user_individual
    return (
        standing.application.title,
        number(standing.grade),
        number(standing.user_grade),
        standing.priority_areas,
        number(graded.mean_grade),
        number(first.get(standing.project_number)),
    )


def away(pair: str, project: str, decided: Round1) -> str:
    """Return the names of those of a pair who are conflicted on an application."""
    conflicted = conflicted_members(decided.review.conflicts, Step.RANKING)
    members = decided.review.committee.pairs[pair]
    unfit = conflicted.get(project, frozenset())
    return ", ".join(person.name for person in members if person.member in unfit)


def write_user_places(
    path: Path, created: date, graded: Mapping[str, Graded], held: Conference
) -> None:
    """Write `brukerrangering`, best first, area by area."""
    rows = [
        (one.project_number, graded[one.project_number].application.title, one.place)
        for one in held.user_places
    ]
    write_workbook(path, created, Sheet((NUMBER, TITLE, PLACE), rows, "Brukerrangering"))


def write_rulings(path: Path, created: date, held: Conference) -> None:
    """Write `lederbeslutning`, in the order in which the chair ruled."""
    rows = [(one.project_number, one.place, one.reason) for one in held.rulings]
    write_workbook(path, created, Sheet((NUMBER, "Ny plassering", REASON), rows, "Lederbeslutning"))
