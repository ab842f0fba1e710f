"""Write the call file and the secretariat's own tables."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

from tools.demonstration.sheets import Sheet, write_workbook
from tools.demonstration.stock import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from tools.demonstration.records import Application, Conflict, Member

WITHDRAWN: Final = "trukket"


def write_call(path: Path, created: date, example: str) -> None:
    """Write the call file; `example` is the application that its example of a move names."""
    text = Template((FOLDER / "call.toml").read_text(encoding="utf-8"))
    path.write_text(
        text.substitute(date=created.isoformat(), project=example), encoding="utf-8", newline="\n"
    )


def write_applications(path: Path, created: date, applications: Sequence[Application]) -> None:
    """Write `soknader`."""
    headings = (
        "Prosjektnummer",
        "Prosjektnavn",
        "Søkerorganisasjon",
        "Område",
        "Søknadssum",
        "Par",
        "Sammendrag",
        "Status",
        "Fra trinn",
    )
    rows = [
        (
            application.number,
            application.title,
            application.organisation,
            application.area,
            application.amount,
            application.pair,
            application.summary,
            WITHDRAWN if application.withdrawn else None,
            application.from_step,
        )
        for application in applications
    ]
    write_workbook(path, created, Sheet(headings, rows, "Søknader"))


def write_committee(path: Path, created: date, committee: Sequence[Member]) -> None:
    """Write `fagutvalg`."""
    rows = [
        (member.id, member.name, member.pair, member.email, member.role) for member in committee
    ]
    headings = ("Medlem", "Navn", "Par", "E-post", "Rolle")
    write_workbook(path, created, Sheet(headings, rows, "Fagutvalg"))


def write_user_representatives(path: Path, created: date, members: Sequence[Member]) -> None:
    """Write `brukerrepresentanter`."""
    rows = [(member.id, member.name, member.email) for member in members]
    write_workbook(path, created, Sheet(("Medlem", "Navn", "E-post"), rows, "Brukerrepresentanter"))


def write_conflicts(path: Path, created: date, conflicts: Sequence[Conflict]) -> None:
    """Write `inhabilitet`, by application; steps are text, or 2.10 would become 2.1."""
    rows = [
        (conflict.number, conflict.member, conflict.substitute, conflict.from_step)
        for conflict in sorted(conflicts, key=lambda conflict: (conflict.number, conflict.member))
    ]
    headings = ("Prosjektnummer", "Medlem", "Stedfortreder", "Fra trinn")
    write_workbook(path, created, Sheet(headings, rows, "Inhabilitet"))
