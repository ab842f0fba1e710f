"""Say for programs what stands after 2.1 and what 2.2 asked for: two files `decisions.csv`."""

from __future__ import annotations

from collections.abc import Iterable

from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.reports.csv_table import Cell, CsvTable
from reviewpkg.reports.standing_rows import HEADER, standing_rows

SECOND_OPINION_HEADER = (
    "project_number",
    "area",
    "owner_pair",
    "assigned_pair",
    "user_supplement",
    "decision",
)


def plenary_1_decisions(areas: Iterable[AreaConference]) -> CsvTable:
    """List every application of plenary 1 in order O (2.2), areas in the call file's order."""
    rows = (
        row
        for area in areas
        for row in standing_rows(area, area.after_joint, lambda _row: "discuss")
    )
    return CsvTable(HEADER, tuple(rows))


def second_opinion_decisions(areas: Iterable[AreaConference]) -> CsvTable:
    """List every application of the conference by number: is there a second opinion, whose (2.3).

    The pair is empty where nobody can give it.
    """
    rows: list[tuple[Cell, ...]] = []
    for area in areas:
        pairs = {one.application.project_number: one.pair for one in area.requests}
        supplements = {one.graded.project_number for one in area.supplements}
        members = [
            one.application
            for one in area.members
            if not one.application.withdrawn_at(Step.SECOND_OPINION)
        ]
        rows += [
            (
                one.project_number,
                area.area.id,
                one.pair,
                pairs.get(one.project_number) or None,
                one.project_number in supplements,
                "second-opinion" if one.project_number in pairs else None,
            )
            for one in sorted(members, key=lambda one: one.project_number)
        ]
    return CsvTable(SECOND_OPINION_HEADER, tuple(rows))
