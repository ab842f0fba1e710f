"""Show each pair's selected beside its applications, and what its area's share would give (D5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.procedure.two_round.step_1_2_9_adjustments import PairLoad


@dataclass(frozen=True, slots=True)
class Bar:
    """Be a pair's applications; `expected` is how many the area's share would have selected."""

    pair: str
    applications: int
    selected: int
    expected: Fraction
    too_low: bool
    too_high: bool


@dataclass(frozen=True, slots=True)
class PairBars:
    """Be an area's pairs; `fewest` and `most` are the smallest and largest share selected."""

    bars: tuple[Bar, ...]
    fewest: Fraction
    most: Fraction


def pair_bars(loads: Sequence[PairLoad]) -> PairBars | None:
    """Draw an area's loads, one bar a pair; None in an area without applications."""
    if not loads:
        return None
    bars = tuple(
        Bar(
            load.pair,
            load.applications,
            load.selected,
            load.applications * load.area_share,
            load.too_low,
            load.too_high,
        )
        for load in loads
    )
    shares = [load.share for load in loads]
    return PairBars(bars, min(shares), max(shares))
