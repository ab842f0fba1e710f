"""Step 2.6: the ranking list (D19, D20) and the chair's rulings (D21)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.procedure.two_round.step_2_6_ranking import RankingList, ranking_list
from tests.procedure.build import THOROUGH
from tests.procedure.build_conference import application
from tests.procedure.build_ranking import Case, cases, in_places, ranked_by, text


def means(found: RankingList) -> Mapping[str, Fraction | None]:
    """Return each application's mean points."""
    return {one.project_number: one.mean_points for one in found.computed}


def test_2_6_the_lowest_mean_points_come_first() -> None:
    found = ranked_by("ABCD", ["BACD", "BCAD", "CBDA"], "ABCD")
    assert text(found.computed) == text(found.final) == "BCAD"
    assert means(found) == {
        "A": Fraction(9, 3),
        "B": Fraction(4, 3),
        "C": Fraction(6, 3),
        "D": Fraction(11, 3),
    }
    assert [one.place for one in found.computed] == [1, 2, 3, 4]
    assert [one.final_place for one in found.computed] == [1, 2, 3, 4]
    assert not any(one.tied for one in found.computed)


def test_2_6_the_routines_own_example_out_of_a_ballot() -> None:
    """Ten in the pool, both conflicted on two: place 8 gives 10 points, place 1 gives 1.25."""
    found = ranked_by("ABCDEFGHIJ", ["ABCDEFGH"], "ABCDEFGHIJ")
    of = {one.project_number: one for one in found.computed}
    assert of["H"].points == {"P1": 10}
    assert of["A"].points == {"P1": Fraction(5, 4)}
    assert of["I"].points == {}


def test_2_6_a_pair_that_did_not_rank_it_does_not_count_in_its_mean() -> None:
    found = ranked_by("ABCD", ["ABCD", "DCB"], "ABCD")
    assert means(found) == {
        "A": 1,
        "B": (2 + Fraction(12, 3)) / 2,
        "C": (3 + Fraction(8, 3)) / 2,
        "D": (4 + Fraction(4, 3)) / 2,
    }
    assert text(found.computed) == "ADCB"
    a = next(one for one in found.computed if one.project_number == "A")
    assert a.pair_places == {"P1": 1}
    assert a.points == {"P1": 1}


def test_2_6_points_of_ballots_of_different_length_are_equal_when_they_are_exactly() -> None:
    # 7/3 from a ballot of three, 14/6 from a ballot of six.
    found = ranked_by("ABCDEFG", ["ABC", "DEFGBC"], "GFEDCBA")
    assert means(found)["A"] == means(found)["E"] == Fraction(7, 3)
    assert text(found.computed).index("E") < text(found.computed).index("A")


def test_2_6_equal_means_are_parted_by_the_user_representatives() -> None:
    found = ranked_by("ABC", ["ABC", "BAC"], "BAC")
    assert text(found.computed) == "BAC"
    assert [one.place for one in found.computed] == [1, 2, 3]
    assert found.open_ties == ()


def test_d19_one_that_they_left_out_sorts_last_among_equals_only() -> None:
    found = ranked_by("ABC", ["ABC", "BAC"], "CB")
    assert text(found.computed) == "BAC"
    assert [one.user_place for one in found.computed] == [2, None, 1]
    assert found.open_ties == ()


def test_2_6_what_no_pair_ranked_comes_last_by_the_user_representatives_place() -> None:
    found = ranked_by("ABCDE", ["DE", "ED"], "BACED")
    assert text(found.computed) == "EDBAC"
    assert [one.mean_points for one in found.computed] == [Fraction(15, 4)] * 2 + [None] * 3


def test_2_6_a_pool_of_none_and_of_one() -> None:
    assert ranked_by("", ["", ""]).final == ()
    (one,) = ranked_by("A", ["A", ""], "A").computed
    assert one.mean_points == 1
    assert (one.place, one.final_place, one.tied) == (1, 1, False)


def before(one: str, other: str, case: Case) -> bool:
    """Tell, straight from 2.6, whether one application ranks strictly before another."""
    pool, ballots, users, _ = case

    def key(number: str) -> tuple[Fraction, int]:
        own = [
            Fraction((ballot.index(number) + 1) * len(pool), len(ballot))
            for ballot in ballots
            if number in ballot
        ]
        mean = sum(own, Fraction(0)) / len(own) if own else Fraction(1000)
        return mean, users.index(number) if number in users else 1000

    return key(one) < key(other)


@THOROUGH
@given(cases(), st.randoms(use_true_random=False))
def test_2_6_a_place_is_one_more_than_there_are_better_ones_whatever_the_order_delivered(
    case: Case, chance: Random
) -> None:
    pool, ballots, users, rulings = case
    found = ranked_by(pool, ballots, users, rulings)
    for one in found.computed:
        better = [other for other in pool if before(other, one.project_number, case)]
        assert one.place == 1 + len(better)
        equals = [other for other in found.computed if other.place == one.place]
        assert one.tied == (len(equals) > 1)
        assert text(equals) == "".join(sorted(text(equals)))
    assert sorted(text(found.final)) == sorted(pool)
    shuffled = ranking_list(
        [application(number) for number in chance.sample(pool, len(pool))],
        {f"P{nth}": in_places(ballot) for nth, ballot in reversed(list(enumerate(ballots, 1)))},
        in_places(users),
        found.rulings,
    )
    assert (shuffled.computed, shuffled.final) == (found.computed, found.final)
