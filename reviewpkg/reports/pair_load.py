"""Say how many of each pair's applications were selected, and whose share stands out (1.2.9)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import (
    MOST_SELECTED,
    AdjustedSelection,
    PairLoad,
    pair_loads,
)
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.pictures.pair_bars import PairBars, pair_bars


@dataclass(frozen=True, slots=True)
class PairRow:
    """Be a pair's load in one area, with the names of its members."""

    load: PairLoad
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaLoad:
    """Be an area's loads and their totals.

    `share` and `bars` are None in an area without applications.
    """

    area: str
    rows: tuple[PairRow, ...]
    applications: int
    selected: int
    share: Fraction | None
    flagged: int
    bars: PairBars | None


@dataclass(frozen=True, slots=True)
class PairLoadPage:
    """Be the loads of all pairs; `too_many` tells that more than `most` are selected in all."""

    frame: Frame
    areas: tuple[AreaLoad, ...]
    applications: int
    selected: int
    most: int
    too_many: bool
    flagged: int


def pair_load_page(round_1: Round1, furniture: Furniture) -> PairLoadPage:
    """Show the selected per pair beside the pair's applications (1.2.9, D5)."""
    people = {
        pair: tuple(member.name for member in members)
        for pair, members in round_1.review.committee.pairs.items()
    }
    areas = tuple(_area(selection, people) for selection in round_1.selections)
    words = furniture.words
    frame = furniture.frame(
        step="1.2.9",
        step_name=words.say("Belastning per par"),
        title=words.say("Belastning per par"),
        recipient=words.say("Sekretariatet"),
    )
    return PairLoadPage(
        frame,
        areas,
        sum(area.applications for area in areas),
        round_1.selected_in_all,
        MOST_SELECTED,
        round_1.too_many_selected,
        sum(area.flagged for area in areas),
    )


def _area(selection: AdjustedSelection, people: dict[str, tuple[str, ...]]) -> AreaLoad:
    loads = pair_loads(selection)
    return AreaLoad(
        selection.area.id,
        tuple(PairRow(load, people.get(load.pair, ())) for load in loads),
        sum(load.applications for load in loads),
        sum(load.selected for load in loads),
        loads[0].area_share if loads else None,
        sum(load.too_low or load.too_high for load in loads),
        pair_bars(loads),
    )
