"""Write what came back from the conference, from 1.4 to the chair's ruling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewpkg.domain.applications import acting_reviewers
from reviewpkg.procedure.two_round.round_2 import confer
from tools.demonstration.cells import ABOUT, NUMBER, REASON, ROUND_1, TITLE, about, number, round_1
from tools.demonstration.deliveries import deliver, emptied
from tools.demonstration.plenary_files import write_opinions, write_plenary_1, write_plenary_2
from tools.demonstration.ranking_files import write_ballots, write_rulings, write_user_places
from tools.demonstration.sheets import Cell, Sheet, write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from reviewpkg.domain.applications import Application
    from reviewpkg.domain.conference import Conference, UserJointGrade
    from reviewpkg.procedure.two_round.round_1 import Round1
    from reviewpkg.procedure.two_round.step_1_1_grading import Graded


def write_conference(folder: Path, created: date, decided: Round1, held: Conference) -> None:
    """Write all tables of the conference into the call folder."""
    areas = confer(decided, held)
    graded = {one.project_number: one for area in areas for one in area.members}
    write_user_grades(emptied(folder / "brukerkarakterer"), created, graded, held)
    write_joint_grades(emptied(folder / "samlet"), created, decided, graded, held)
    write_workbook(
        folder / "brukersamlet.xlsx",
        created,
        user_sheet("Samlet karakter", "Brukersamlet", held.user_joint_grades, graded),
    )
    write_plenary_1(folder / "plenum1.xlsx", created, areas, held)
    write_opinions(emptied(folder / "tilleggsvurdering"), created, graded, held)
    write_workbook(
        folder / "brukertillegg.xlsx",
        created,
        user_sheet("Karakter", "Brukertillegg", held.user_supplements, graded),
    )
    write_plenary_2(folder / "plenum2.xlsx", created, graded, held)
    write_ballots(emptied(folder / "rangering"), created, decided, areas, held)
    write_user_places(folder / "brukerrangering.xlsx", created, graded, held)
    write_rulings(folder / "lederbeslutning.xlsx", created, held)


def write_user_grades(
    folder: Path, created: date, graded: Mapping[str, Graded], held: Conference
) -> None:
    """Write a file per user representative (1.4)."""
    headings = (NUMBER, "Medlem", *ABOUT[1:], "Karakter", "Kommentar")
    for member in sorted({one.member for one in held.user_grades}):
        rows: list[tuple[Cell, ...]] = []
        for one in held.user_grades:
            if one.member == member:
                project, *shown = about(graded[one.project_number].application)
                rows.append((project, member, *shown, number(one.grade), one.comment))
        deliver(folder, created, member, Sheet(headings, rows, "Brukerkarakterer"))


def user_sheet(
    heading: str, name: str, grades: Iterable[UserJointGrade], graded: Mapping[str, Graded]
) -> Sheet:
    """Return the grades that the user representatives agreed on (2.1, 2.3)."""
    rows = [
        (
            one.project_number,
            graded[one.project_number].application.title,
            number(one.grade),
            one.reason,
        )
        for one in grades
    ]
    return Sheet((NUMBER, TITLE, heading, REASON), rows, name)


def write_joint_grades(
    folder: Path,
    created: date,
    decided: Round1,
    graded: Mapping[str, Graded],
    held: Conference,
) -> None:
    """Write a file per acting pair: a pair's, or that of two who are no pair otherwise (2.1)."""
    headings = (*ABOUT, *ROUND_1, "Samlet karakter", "Prioriterte områder", REASON)
    rows: dict[str, list[tuple[Cell, ...]]] = {}
    for one in held.joint_grades:
        application = graded[one.project_number].application
        row = (
            *about(application),
            *round_1(graded[one.project_number]),
            number(one.grade),
            one.priority_areas,
            one.reason,
        )
        rows.setdefault(sender(decided, application), []).append(row)
    for pair in sorted(rows):
        deliver(folder, created, pair, Sheet(headings, rows[pair], "Samlet vurdering"))


def sender(decided: Round1, application: Application) -> str:
    """Return the id of an application's acting pair, or the members' ids where they are no pair."""
    acting = sorted(acting_reviewers(decided.review)[application.project_number])
    pairs = decided.review.committee.pairs
    regular = (pair for pair in pairs if [one.member for one in pairs[pair]] == acting)
    return next(regular, "-".join(acting))
