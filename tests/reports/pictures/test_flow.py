"""1.2 to 2.7: nobody is lost on the way from received to awarded."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.reports.pictures.flow import End, Flow, flow, flows
from reviewpkg.reports.verdicts import Verdict, fates
from tests.reports.award_call import awards, decided
from tests.reports.small_call import review


def award_flow() -> Flow:
    award = awards()[0]
    made = flow(decided(), "KS", award.conference, award)
    assert made
    return made


def test_round_1_ends_in_selected_rejected_and_withdrawn() -> None:
    made = flow(run(review()), "KS")
    assert made
    names = ("RECEIVED", "SELECTED", "REJECTION_1", "WITHDRAWN")
    assert [made.count(name) for name in names] == [12, 5, 5, 2]
    assert made.steps == 1


def test_the_ends_are_the_verdicts() -> None:
    made, verdicts = award_flow(), Counter(one.verdict for one in fates(decided(), awards()[0]))
    assert made.steps == 3
    assert made.count("AWARDED") == verdicts[Verdict.AWARD_1] + verdicts[Verdict.AWARD_2]
    for verdict in (Verdict.REJECTION_1, Verdict.REJECTION_2, Verdict.REJECTION_3):
        assert made.count(verdict.name) == verdicts[verdict]
    assert made.count("WITHDRAWN") == verdicts[Verdict.WITHDRAWN]


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


def test_an_area_that_waits_shows_only_what_is_decided() -> None:
    made = flows(decided(), [award.conference for award in awards()], awards())
    assert [(one.area, one.steps) for one in made] == [("KS", 3), ("Annet", 1)]


def test_an_area_that_received_nothing_has_no_flow() -> None:
    assert flow(run(review()), "Finnes ikke") is None
