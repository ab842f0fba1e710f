"""Step 2.6: ties that only the chair can break (D20), and the chair's rulings (D21)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given

from reviewpkg.procedure.two_round.step_2_6_ranking import RankingList
from tests.procedure.build import THOROUGH
from tests.procedure.build_ranking import Case, cases, in_places, ranked_by, text


def three_tied(rulings: Sequence[tuple[str, int]] = ()) -> RankingList:
    """Rank five: A, B and C equal in points and left out by the user representatives."""
    return ranked_by("ABCDE", ["EABCD", "ECBAD"], "DE", rulings)


def test_d20_equals_share_a_place_and_are_listed_by_number() -> None:
    found = ranked_by("FECDBA", ["AB", "BA"], "")
    assert text(found.computed) == "ABCDEF"
    assert [one.place for one in found.computed] == [1, 1, 3, 3, 3, 3]
    assert [one.final_place for one in found.computed] == [1, 2, 3, 4, 5, 6]
    assert all(one.tied for one in found.computed)
    assert [text(tie) for tie in found.open_ties] == ["AB", "CDEF"]


@pytest.mark.parametrize(
    ("ruled", "open_ties"),
    [
        ("", ["ABC"]),
        ("A", ["ABC"]),
        ("B", ["ABC"]),
        ("AB", []),
        ("CB", []),
        ("CC", ["ABC"]),
        ("ABC", []),
        ("ED", ["ABC"]),
        ("EA", ["ABC"]),
    ],
)
def test_d20_a_tie_is_open_until_all_but_one_have_a_ruling(
    ruled: str, open_ties: list[str]
) -> None:
    found = three_tied([(number, 2 + nth) for nth, number in enumerate(ruled)])
    assert [text(tie) for tie in found.open_ties] == open_ties
    tied = [one for one in found.computed if one.tied]
    assert [(one.project_number, one.place) for one in tied] == [("A", 2), ("B", 2), ("C", 2)]


def test_d20_rulings_order_the_tied_and_the_computed_place_stands_beside() -> None:
    found = three_tied([("C", 2), ("B", 3)])
    assert text(found.final) == "ECBAD"
    assert text(found.computed) == "EABCD"
    assert [(one.place, one.final_place) for one in found.computed] == [
        (1, 1),
        (2, 4),
        (2, 3),
        (2, 2),
        (5, 5),
    ]


@pytest.mark.parametrize(
    ("rulings", "final"),
    [
        ([], "ABCDE"),
        ([("D", 2)], "ADBCE"),
        ([("A", 3)], "BCADE"),
        ([("A", 5)], "BCDEA"),
        ([("E", 1)], "EABCD"),
        ([("C", 3)], "ABCDE"),
        ([("D", 1), ("E", 1)], "EDABC"),
        ([("E", 1), ("D", 1)], "DEABC"),
        ([("A", 5), ("B", 5)], "CDEAB"),
        ([("B", 5), ("A", 5)], "CDEBA"),
        ([("A", 4), ("A", 1)], "ABCDE"),
        ([("A", 4), ("B", 1), ("A", 2)], "BACDE"),
    ],
)
def test_d21_the_named_one_moves_the_others_keep_their_order_in_the_order_given(
    rulings: list[tuple[str, int]], final: str
) -> None:
    found = ranked_by("EDCBA", ["ABCDE"], "ABCDE", rulings)
    assert text(found.final) == final
    assert text(found.computed) == "ABCDE"
    assert [one.final_place for one in found.final] == [1, 2, 3, 4, 5]
    assert {one.project_number: one.final_place for one in found.computed} == in_places(final)
    assert [one.place for one in found.computed] == [1, 2, 3, 4, 5]


def test_d21_rulings_on_other_areas_do_not_concern_this_one() -> None:
    found = ranked_by("AB", ["AB"], "AB", [("X", 1), ("B", 1), ("Y", 2)])
    assert text(found.final) == "BA"
    assert [one.project_number for one in found.rulings] == ["B"]


@THOROUGH
@given(cases())
def test_d21_every_ruling_takes_its_application_to_its_place(case: Case) -> None:
    pool, ballots, users, rulings = case
    last = ranked_by(pool, ballots, users, rulings[:0])
    for count, (number, place) in enumerate(rulings, start=1):
        moved = ranked_by(pool, ballots, users, rulings[:count])
        assert text(moved.final)[place - 1] == number
        assert text(moved.final).replace(number, "") == text(last.final).replace(number, "")
        last = moved


def test_d20_any_two_of_three_tied_can_be_ruled_into_any_order() -> None:
    for wanted in permutations("ABC"):
        found = three_tied([(wanted[0], 2), (wanted[1], 3)])
        assert text(found.final) == f"E{''.join(wanted)}D"
        assert found.open_ties == ()
