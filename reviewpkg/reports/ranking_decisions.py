"""Say for programs what 2.5 decided and how 2.6 ranked: `decisions.csv` of the two steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.reports.around_the_line import outcome
from reviewpkg.reports.csv_table import Cell, CsvTable
from reviewpkg.reports.standing_rows import HEADER, standing_rows

RANKED_HEADER = (
    "project_number",
    "area",
    "mean_points",
    "user_place",
    "place",
    "final_place",
    "running_sum",
)
POINTS_HEADER = ("project_number", "pair", "place", "points")


def decisions(areas: Iterable[AreaConference]) -> CsvTable:
    """List order O of every area whose ranking pool stands, with what 2.5 decides."""
    return CsvTable(HEADER, tuple(row for area in areas for row in _rows(area)))


def _rows(area: AreaConference) -> Iterator[tuple[Cell, ...]]:
    pool = area.pool
    if pool is None or pool.refusals:
        return
    yield from standing_rows(area, pool.standings, lambda row: outcome(pool, row).value)


def ranked(awards: Iterable[AreaAward]) -> CsvTable:
    """List the ranking pools in final order; points are exact, sums as at the award (2.6)."""
    return CsvTable(RANKED_HEADER, tuple(row for award in awards for row in _ranked(award)))


def _ranked(award: AreaAward) -> Iterator[tuple[Cell, ...]]:
    if award.ranking is None or award.final is None:
        return
    sums = {one.ranked.project_number: one.running_sum for one in award.final.funded}
    for one in award.ranking.final:
        yield (
            one.project_number,
            award.conference.area.id,
            None if one.mean_points is None else str(one.mean_points),
            one.user_place,
            one.place,
            one.final_place,
            sums.get(one.project_number),
        )


def points(awards: Iterable[AreaAward]) -> CsvTable:
    """List every pair's place and points for what it ranked, points exact (2.6)."""
    rows = (
        (one.project_number, pair, place, str(one.points[pair]))
        for award in awards
        if award.ranking
        for one in award.ranking.computed
        for pair, place in sorted(one.pair_places.items())
    )
    return CsvTable(POINTS_HEADER, tuple(rows))
