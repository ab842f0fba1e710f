"""1.2.9: each pair's bar, and how many the area's share would have selected."""

from __future__ import annotations

from fractions import Fraction

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import PairLoad, pair_loads
from reviewpkg.reports.pictures.pair_bars import pair_bars
from tests.reports.small_call import review


def test_a_bar_for_each_pair() -> None:
    made = pair_bars(pair_loads(run(review()).selections[0]))
    assert made
    assert [(one.pair, one.applications, one.selected) for one in made.bars] == [
        ("P1", 6, 3),
        ("P2", 5, 3),
    ]
    assert [one.expected for one in made.bars] == [Fraction(36, 11), Fraction(30, 11)]
    assert (made.fewest, made.most) == (Fraction(1, 2), Fraction(3, 5))


def test_a_share_under_half_the_area_s_is_marked() -> None:
    made = pair_bars([PairLoad("KS", "P1", 10, 1, Fraction(1, 2))])
    assert made
    assert (made.bars[0].too_low, made.bars[0].too_high) == (True, False)


def test_an_area_without_applications_has_no_bars() -> None:
    assert pair_bars([]) is None
