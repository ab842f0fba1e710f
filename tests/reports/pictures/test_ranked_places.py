"""2.6: every pair's points, the mean and the line."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from reviewpkg.reports.pictures.ranked_places import RankedPlaces, ranked_places
from tests.reports.ranking_call import awards


def drawn() -> RankedPlaces:
    ranking = awards()[0].ranking
    assert ranking
    return ranked_places(ranking.computed, 4)


def test_a_lane_for_each_application_in_the_order_of_the_list() -> None:
    ranking = awards()[0].ranking
    assert ranking
    assert [one.project_number for one in drawn().lanes] == [
        one.project_number for one in ranking.computed
    ]
    assert [one.mean_points for one in drawn().lanes] == [
        one.mean_points for one in ranking.computed
    ]


def test_a_mark_for_each_pair_that_ranked_it() -> None:
    ranking = awards()[0].ranking
    assert ranking
    for lane, one in zip(drawn().lanes, ranking.computed, strict=True):
        marks = {mark.pair: mark.points for mark in drawn().given if mark.row == lane.row}
        assert marks == one.points


def test_marks_with_the_same_points_stand_beside_each_other_about_the_middle() -> None:
    by_place: dict[tuple[int, Fraction], list[Fraction]] = {}
    for mark in drawn().given:
        by_place.setdefault((mark.row, mark.points), []).append(mark.beside)
    for found in by_place.values():
        assert sum(found) == 0
        assert all(after - before == 1 for before, after in pairwise(found))
    assert drawn().reach == max(max(found) for found in by_place.values())


def test_nothing_ranked_gives_nothing_to_compare() -> None:
    made = ranked_places((), 0)
    assert (made.lanes, made.given, made.agreed, made.divided) == ((), (), None, None)
