"""Say in cells what the tables of the conference show of an application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fractions import Fraction

    from reviewpkg.domain.applications import Application
    from reviewpkg.procedure.two_round.step_1_1_grading import Graded
    from tools.demonstration.sheets import Cell

NUMBER: Final = "Prosjektnummer"
TITLE: Final = "Prosjektnavn"
ABOUT: Final = (NUMBER, TITLE, "Søkerorganisasjon")
ROUND_1: Final = ("Karakter 1", "Karakter 2", "Gjennomsnitt", "Differanse")
REASON: Final = "Begrunnelse"
# What a form to rank on shows beside the number (2.6)
SHOWN: Final = (
    TITLE,
    "Samlet vurdering fra paret",
    "Brukerrepresentantenes siste karakter",
    "Antallet prioriterte områder (fra «Innstille samlet»)",
    "Gjennomsnittskarakteren fra første vurderingsrunde",
    "Brukerrepresentantens karakter fra første runde",
    "Inhabilitet",
)


def about(application: Application) -> tuple[Cell, ...]:
    """Return the cells that say what is applied for: number, title, applicant."""
    return (application.project_number, application.title, application.applicant)


def round_1(graded: Graded) -> tuple[Cell, ...]:
    """Return the cells of round 1: both grades by member id, their mean, their difference."""
    first, second = sorted(graded.grades, key=lambda grade: grade.member)
    return tuple(
        number(one)
        for one in (first.total, second.total, graded.mean_grade, graded.grade_difference)
    )


def number(grade: Fraction | None) -> Cell:
    """Return a grade as a cell; halves and quarters are exact in binary too."""
    if grade is None:
        return None
    return int(grade) if grade.denominator == 1 else float(grade)
