"""Step 2.6: who ranks what, the points of a ballot, and orders that reverse another (D18)."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.conference import BallotLine, UserPlace
from reviewpkg.domain.people import Reviewer
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.step_2_6_ballots import (
    duties,
    duty,
    places,
    points,
    reversals,
    still_in,
    user_duty,
)
from tests.procedure.build import THOROUGH
from tests.procedure.build_conference import application

POOL = [application(number) for number in "CAB"]
BOTH = ("P1a", "P1b")


def lines(text: str) -> list[BallotLine]:
    """Return a ballot from words such as `A:3` or, with a joint place, `A:3:1`."""
    ballot = []
    for word in text.split():
        number, place, *joint = word.split(":")
        ballot.append(BallotLine(number, "P1", int(place), int(joint[0]) if joint else None))
    return ballot


def test_2_6_a_pair_without_conflicts_ranks_the_whole_pool_together() -> None:
    own = duty("KS", "P1", BOTH, POOL, {"A": frozenset({"P2a", "u1"})})
    assert (own.area, own.pair) == ("KS", "P1")
    assert own.ranked == own.together == ("C", "A", "B")
    assert (own.alone, own.left_out) == ({}, ())


@pytest.mark.parametrize("member", BOTH)
def test_2_6_what_one_member_is_conflicted_on_the_other_places_alone(member: str) -> None:
    own = duty("KS", "P1", BOTH, POOL, {"A": frozenset({member})})
    assert own.ranked == ("C", "A", "B")
    assert own.together == ("C", "B")
    assert own.alone == {"A": member}
    assert own.left_out == ()


def test_2_6_the_two_may_be_conflicted_on_different_applications() -> None:
    own = duty("KS", "P1", BOTH, POOL, {"A": frozenset({"P1a"}), "B": frozenset({"P1b"})})
    assert own.ranked == ("C", "A", "B")
    assert own.together == ("C",)
    assert own.alone == {"A": "P1a", "B": "P1b"}


def test_2_6_what_both_are_conflicted_on_is_not_ranked() -> None:
    own = duty("KS", "P1", BOTH, POOL, {"A": frozenset(BOTH), "C": frozenset({"P1a"})})
    assert own.ranked == ("C", "B")
    assert own.together == ("B",)
    assert own.alone == {"C": "P1a"}
    assert own.left_out == ("A",)


def test_2_6_a_pair_may_have_nothing_to_rank() -> None:
    own = duty("KS", "P1", BOTH, POOL, {number: frozenset(BOTH) for number in "ABC"})
    assert (own.ranked, own.left_out) == ((), ("C", "A", "B"))


def test_2_6_every_pair_ranks_what_its_own_members_may() -> None:
    pairs = {
        pair: tuple(Reviewer(f"{pair}{letter}", "Medlem", pair) for letter in "ab")
        for pair in ("P2", "P1")
    }
    conflicted = {"A": frozenset({"P1a", "P2a", "P2b"})}
    found = duties("KS", pairs, POOL, conflicted)
    assert [(one.area, one.pair, one.ranked) for one in found] == [
        ("KS", "P2", ("C", "B")),
        ("KS", "P1", ("C", "A", "B")),
    ]
    assert [dict(one.alone) for one in found] == [{}, {"A": "P1a"}]


@pytest.mark.parametrize(
    ("conflicted", "ranked"),
    [
        ((), ("C", "A", "B")),
        (("u1",), ("C", "A", "B")),
        (("u1", "u2"), ("C", "B")),
        (("u1", "u2", "P1a"), ("C", "B")),
        (("P1a", "P1b"), ("C", "A", "B")),
    ],
)
def test_d19_the_user_representatives_leave_out_what_all_of_them_are_conflicted_on(
    conflicted: tuple[str, ...], ranked: tuple[str, ...]
) -> None:
    assert user_duty(POOL, ("u1", "u2"), {"A": frozenset(conflicted)}) == ranked


def test_d19_without_user_representatives_nothing_is_ranked_by_them() -> None:
    assert user_duty(POOL, (), {}) == ()


@pytest.mark.parametrize("step", [None, *Step])
def test_d24_what_is_withdrawn_by_2_6_is_struck_from_the_pool(step: Step | None) -> None:
    left = still_in([application("A", withdrawn_from=step), application("B")])
    stays = step is None or step > Step.RANKING
    assert [one.project_number for one in left] == (["A", "B"] if stays else ["B"])


def test_2_6_the_routines_own_example_of_points() -> None:
    """Ten in the pool, both conflicted on two: place 8 gives 10 points, place 1 gives 1.25."""
    assert points(8, 8, 10) == 10
    assert points(1, 8, 10) == Fraction(5, 4)


@pytest.mark.parametrize(
    ("place", "ranked", "in_pool", "given_points"),
    [
        (1, 10, 10, Fraction(1)),
        (10, 10, 10, Fraction(10)),
        (1, 7, 13, Fraction(13, 7)),
        (7, 7, 13, Fraction(13)),
        (3, 6, 7, Fraction(7, 2)),
        (1, 1, 7, Fraction(7)),
        (1, 1, 1, Fraction(1)),
    ],
)
def test_2_6_place_r_of_m_of_n_gives_r_times_n_over_m(
    place: int, ranked: int, in_pool: int, given_points: Fraction
) -> None:
    assert points(place, ranked, in_pool) == given_points


@pytest.mark.parametrize(
    ("ballot", "ranked", "expected"),
    [
        ("A:1 B:2 C:3", "ABC", {"A": 1, "B": 2, "C": 3}),
        ("A:3 B:1 C:2", "CBA", {"A": 3, "B": 1, "C": 2}),
        ("A:1 B:2 C:3", "AC", {"A": 1, "C": 2}),
        ("A:1 B:2 C:3", "BC", {"B": 1, "C": 2}),
        ("A:1 B:2 C:3", "", {}),
        ("", "ABC", {}),
    ],
)
def test_d24_places_close_up_behind_what_was_struck(
    ballot: str, ranked: str, expected: dict[str, int]
) -> None:
    assert places(lines(ballot), ranked) == expected
    as_user = [UserPlace(line.project_number, line.place) for line in lines(ballot)]
    assert places(as_user, ranked) == expected


@THOROUGH
@given(st.sets(st.integers(0, 12), min_size=1), st.sets(st.integers(0, 12)), st.randoms())
def test_d24_places_go_from_one_without_gaps_in_the_ballots_order(
    ranked: set[int], struck: set[int], chance: Random
) -> None:
    order = chance.sample([f"{number:02}" for number in sorted(ranked)], len(ranked))
    ballot = [BallotLine(number, "P1", place) for place, number in enumerate(order, start=1)]
    left = [number for number in order if int(number) not in struck]
    found = places(chance.sample(ballot, len(ballot)), set(left))
    assert sorted(found, key=lambda number: found[number]) == left
    assert sorted(found.values()) == list(range(1, len(left) + 1))


@pytest.mark.parametrize(
    ("ballot", "reversed_ones"),
    [
        ("A:1:1 B:2:2 C:3", ()),
        ("A:1:1 B:3:2 C:2", ()),
        ("A:2:1 B:3:2 C:1", ()),
        ("A:2:1 B:1:2 C:3", (("A", "B"),)),
        ("A:1:3 B:2:1 C:3:2", (("B", "A"), ("C", "A"))),
        ("A:3:1 B:2:2 C:1:3", (("A", "B"), ("A", "C"), ("B", "C"))),
        ("A:3 B:2 C:1", ()),
        ("A:3:1 B:2 C:1", ()),
        ("A:2:1 B:1:1 C:3:2", ()),
        ("A:1:1 B:1:2 C:3:3", ()),
        ("", ()),
    ],
)
def test_d18_a_final_order_may_put_others_between_but_reverse_nothing(
    ballot: str, reversed_ones: tuple[tuple[str, str], ...]
) -> None:
    assert reversals(lines(ballot)) == reversed_ones
    assert reversals(lines(ballot)[::-1]) == reversed_ones


@pytest.mark.parametrize("final", list(permutations("ABCD")))
def test_d18_every_order_of_four_against_the_joint_order_of_three(final: tuple[str, ...]) -> None:
    joint = {"C": 1, "A": 2, "D": 3}
    ballot = [
        BallotLine(number, "P1", place, joint.get(number))
        for place, number in enumerate(final, start=1)
    ]
    kept = [number for number in final if number in joint]
    assert (not reversals(ballot)) == (kept == ["C", "A", "D"])
