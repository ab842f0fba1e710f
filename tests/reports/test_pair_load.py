"""1.2.9: each pair's load beside its area's share."""

from __future__ import annotations

from fractions import Fraction

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.reports.pair_load import pair_load_page
from tests.reports.small_call import furniture, review


def test_the_loads_and_totals_of_each_area() -> None:
    page = pair_load_page(run(review()), furniture())
    ks, annet = page.areas
    assert [(row.load.pair, row.load.applications, row.load.selected) for row in ks.rows] == [
        ("P1", 6, 3),
        ("P2", 5, 3),
    ]
    assert (ks.applications, ks.selected, ks.share) == (11, 6, Fraction(6, 11))
    assert ks.rows[0].members == ("Kari Nordmann", "Ola Hansen")
    assert (annet.selected, page.selected, page.applications) == (2, 8, 15)
    assert not page.too_many
