"""Write the records of the two plenaries, and the second opinions between them (2.2 to 2.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.demonstration.cells import ABOUT, NUMBER, REASON, TITLE, about, number
from tools.demonstration.deliveries import deliver
from tools.demonstration.sheets import Cell, Sheet, write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from reviewpkg.domain.conference import Conference
    from reviewpkg.procedure.two_round.round_2 import AreaConference
    from reviewpkg.procedure.two_round.step_1_1_grading import Graded


def write_plenary_1(
    path: Path, created: date, areas: Sequence[AreaConference], held: Conference
) -> None:
    """Write `plenum1`: every application in order O, most without a change."""
    headings = (
        NUMBER,
        "Plass",
        TITLE,
        "Par",
        "Parets karakter",
        "Brukerkarakter",
        "Ny karakter",
        "Ny brukerkarakter",
        "Tilleggsvurdering",
        "Tilleggspar",
        REASON,
    )
    notes = {note.project_number: note for note in held.plenary_notes}
    rows: list[tuple[Cell, ...]] = []
    for area in areas:
        for one in area.after_joint:
            note, application = notes[one.project_number], one.application
            rows.append(
                (
                    one.project_number,
                    one.position,
                    application.title,
                    application.pair,
                    number(one.grade),
                    number(one.user_grade),
                    number(note.grade),
                    number(note.user_grade),
                    "ja" if note.second_opinion else None,
                    note.named_pair,
                    note.reason,
                )
            )
    write_workbook(path, created, Sheet(headings, rows, "Plenum 1"))


def write_opinions(
    folder: Path, created: date, graded: Mapping[str, Graded], held: Conference
) -> None:
    """Write a file per pair that gave a second opinion."""
    headings = (NUMBER, "Par", *ABOUT[1:], "Karakter", REASON)
    for pair in sorted({one.pair for one in held.second_opinions}):
        rows: list[tuple[Cell, ...]] = []
        for one in held.second_opinions:
            if one.pair == pair:
                project, *shown = about(graded[one.project_number].application)
                rows.append((project, pair, *shown, number(one.grade), one.reason))
        deliver(folder, created, pair, Sheet(headings, rows, "Tilleggsvurdering"))


def write_plenary_2(
    path: Path, created: date, graded: Mapping[str, Graded], held: Conference
) -> None:
    """Write `plenum2`: every application with a second opinion, changed or not."""
    headings = (
        NUMBER,
        TITLE,
        "Par",
        "Parets karakter",
        "Tilleggspar",
        "Tilleggskarakter",
        "Ny karakter",
        "Besluttet av",
        REASON,
    )
    joint = {one.project_number: one.grade for one in held.joint_grades}
    opinions = {one.project_number: one for one in held.second_opinions}
    rows: list[tuple[Cell, ...]] = []
    for one in held.plenary_decisions:
        opinion = opinions[one.project_number]
        application = graded[one.project_number].application
        rows.append(
            (
                one.project_number,
                application.title,
                application.pair,
                number(joint[one.project_number]),
                opinion.pair,
                number(opinion.grade),
                number(one.grade),
                one.decided_by.value,
                one.reason,
            )
        )
    write_workbook(path, created, Sheet(headings, rows, "Plenum 2"))
