"""A flow's places and streams: as high as what they count, and nothing over anything else."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.reports.pictures.flow import End, Flow, laid_out
from reviewpkg.reports.pictures.two_round_flow import flow
from tests.reports.award_call import awards, decided
from tests.reports.small_call import review


def award_flow() -> Flow:
    award = awards()[0]
    made = flow(decided(), "KS", award.conference, award)
    assert made
    return made


def test_a_place_is_as_high_as_its_applications_and_none_lie_over_each_other() -> None:
    for made in (award_flow(), flow(run(review()), "Annet")):
        assert made
        for place in made.places:
            assert place.bottom - place.top == place.count > 0
        for left in {place.left for place in made.places}:
            column = [place for place in made.places if place.left == left]
            tops = [place.top for place in column]
            assert tops == sorted(tops)
            assert all(above.bottom < below.top for above, below in pairwise(column))
        assert made.depth >= max(place.bottom for place in made.places)


def test_what_flows_into_a_place_fills_it() -> None:
    made = award_flow()
    for place in made.places:
        if place.end is End.RECEIVED:
            continue
        arriving = [
            (one.top, one.bottom)
            for one in made.edges
            if one.across == place.left and one.target is place.end
        ]
        assert min(top for top, _ in arriving) == place.top
        assert max(bottom for _, bottom in arriving) == place.bottom
        assert sum((bottom - top for top, bottom in arriving), Fraction(0)) == place.count


def test_nothing_received_is_no_flow() -> None:
    assert laid_out("KS", []) is None
