"""Say for programs what the procedure came to: the file `decisions.csv` of the award."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.reports.csv_table import Cell, CsvTable
from reviewpkg.reports.verdicts import Fate, fates

HEADER = (
    "project_number",
    "area",
    "amount",
    "decision",
    "rule",
    "position",
    "mean_points",
    "user_place",
    "final_place",
    "running_sum",
)


def award_decisions(round_1: Round1, awards: Iterable[AreaAward]) -> CsvTable:
    """List every application of the finished areas with its end and what decided (2.7)."""
    found = chain.from_iterable(fates(round_1, award) for award in awards)
    return CsvTable(HEADER, tuple(_row(one) for one in found))


def _row(fate: Fate) -> tuple[Cell, ...]:
    application, funded = fate.application, fate.funded
    ranked: tuple[Cell, ...] = (None,) * 4
    if funded:
        # Exact, as text: a number would be written with decimals.
        points = None if funded.ranked.mean_points is None else str(funded.ranked.mean_points)
        ranked = (points, funded.ranked.user_place, funded.final_place, funded.running_sum)
    return (
        application.project_number,
        application.area,
        application.amount,
        fate.verdict.value,
        fate.rule or None,
        fate.standing.position if fate.standing else None,
        *ranked,
    )
