"""Write order O for programs: the columns that `decisions.csv` of 2.2 and of 2.5 share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.reports.csv_table import Cell

HEADER: Final = (
    "project_number",
    "area",
    "position",
    "joint_grade",
    "user_grade",
    "priority_areas",
    "mean_grade",
    "decision",
)


def standing_rows(
    area: AreaConference, standings: Iterable[Standing], decision: Callable[[int], str]
) -> Iterator[tuple[Cell, ...]]:
    """Give a line per application in order O; `decision` tells a row's, counted from 1."""
    means = {one.project_number: one.mean_grade for one in area.members}
    for row, one in enumerate(standings, start=1):
        yield (
            one.project_number,
            area.area.id,
            one.position,
            one.grade,
            one.user_grade,
            one.priority_areas,
            means[one.project_number],
            decision(row),
        )
