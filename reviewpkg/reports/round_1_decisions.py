"""Say for programs what round 1 decided: the files `decisions.csv` and `user_assignment.csv`."""

from __future__ import annotations

from types import MappingProxyType

from reviewpkg.procedure.two_round.round_1 import Outcome, Round1
from reviewpkg.reports.csv_table import Cell, CsvTable

HEADER = (
    "project_number",
    "area",
    "pair",
    "grade_1",
    "grade_2",
    "mean_grade",
    "grade_difference",
    "decision",
    "rule",
    "user_review",
)


def decisions(round_1: Round1) -> CsvTable:
    """List every application with what was decided and by which clause."""
    rows = tuple(_row(outcome) for outcome in round_1.outcomes)
    return CsvTable(HEADER, rows, MappingProxyType({"mean_grade": 1}))


def _row(outcome: Outcome) -> tuple[Cell, ...]:
    application, graded = outcome.application, outcome.graded
    grades: tuple[Cell, ...] = (None,) * 4
    if graded:
        grades = (graded.high, graded.low, graded.mean_grade, graded.grade_difference)
    return (
        application.project_number,
        application.area,
        application.pair,
        *grades,
        outcome.decision.value,
        outcome.rule,
        outcome.user_review,
    )


def user_assignment(round_1: Round1) -> CsvTable:
    """List who of the user representatives assesses what (1.4), sorted."""
    rows = sorted(
        (number, member)
        for number, members in round_1.user_review.assigned.items()
        for member in members
    )
    return CsvTable(("project_number", "user_representative"), tuple(rows))
