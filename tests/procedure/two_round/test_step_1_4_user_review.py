"""1.4: which applications the user representatives assess (D6), and who assesses which (D7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.people import UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import MoveAdjustment, NumberAdjustment
from reviewpkg.procedure.two_round.step_1_1_grading import Graded, in_order
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import adjust
from reviewpkg.procedure.two_round.step_1_4_user_review import assign, for_user_review
from tests.procedure.build import (
    AREAS,
    KS,
    THOROUGH,
    blocks,
    graded,
    numbers,
    numbers_of,
    with_numbers,
)

USERS = tuple(UserRepresentative(f"u{place}", f"Bruker {place}") for place in range(1, 5))


def chosen(
    *items: Graded,
    minimum: int,
    user_review: int,
    changes: Sequence[NumberAdjustment] = (),
    moves: Sequence[MoveAdjustment] = (),
) -> list[str]:
    """Return the project numbers of 1.4, of the `minimum` best applications."""
    area = with_numbers(KS, numbers(minimum=minimum, user_review=user_review))
    return numbers_of(for_user_review(adjust(area, in_order(items), changes, moves)))


@pytest.mark.parametrize(
    ("area", "sizes", "count"),
    [
        ("KS", (39,), 39),
        ("KS", (40, 1), 40),
        ("KS", (41, 1), 41),
        ("KS", (39, 1, 1), 40),
        ("KS", (38, 1, 1), 40),
        ("KS", (39, 2, 1), 41),
        ("KS", (39, 21, 1), 60),
        ("KS", (), 0),
        ("Annet", (19,), 19),
        ("Annet", (20, 1), 20),
        ("Annet", (21, 1), 21),
        ("Annet", (19, 1, 1), 20),
        ("Annet", (19, 2, 1), 21),
    ],
)
def test_1_4_takes_the_best_selected_to_the_number_the_last_group_whole_d6(
    area: str, sizes: tuple[int, ...], count: int
) -> None:
    grades = ((7, 7), (7, 6), (6, 6))
    ranked = blocks(*((size, *pair) for size, pair in zip(sizes, grades, strict=False)), area=area)
    selection = adjust(AREAS[area], ranked, (), ())
    assert for_user_review(selection) == ranked[:count]


def test_1_4_the_difference_does_not_part_equals_in_mean_d6() -> None:
    items = [graded("A", 7, 3), graded("B", 6, 4), graded("C", 5, 5), graded("D", 5, 4)]
    assert chosen(*items, minimum=4, user_review=1) == ["A", "B", "C"]


def test_1_4_takes_only_of_the_selected() -> None:
    items = [graded("A", 5, 5), graded("B", 4, 4), graded("C", 3, 3)]
    assert chosen(*items, minimum=2, user_review=3) == ["A", "B"]


def test_1_4_ranks_one_moved_in_by_name_with_the_others() -> None:
    items = [graded("A", 5, 5), graded("B", 4, 4), graded("C", 4, 4), graded("D", 3, 3)]
    moves = [
        MoveAdjustment("B", selected=False, reason="Feil"),
        MoveAdjustment("D", selected=True, reason="Feil"),
    ]
    assert chosen(*items, minimum=2, user_review=2, moves=moves) == ["A", "C"]
    assert chosen(*items, minimum=2, user_review=3, moves=moves) == ["A", "C", "D"]


def test_1_4_counts_by_the_adjusted_number() -> None:
    items = [graded("A", 5, 5), graded("B", 4, 4), graded("C", 3, 3)]
    change = NumberAdjustment("KS", "user_review", 2, "Kapasitet")
    assert chosen(*items, minimum=3, user_review=1, changes=[change]) == ["A", "B"]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Step.REJECTION_1, ["B"]),
        (Step.USER_REVIEW, ["B"]),
        (Step.JOINT, ["A"]),
        (Step.RANKING, ["A"]),
    ],
)
def test_d24_one_withdrawn_by_then_leaves_its_place_to_the_next(
    step: Step, expected: list[str]
) -> None:
    items = [graded("A", 5, 5, withdrawn_from=step), graded("B", 4, 4), graded("C", 3, 3)]
    assert chosen(*items, minimum=2, user_review=1) == expected


GRADES = st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), max_size=20)


@THOROUGH
@given(GRADES, st.integers(0, 20), st.integers(0, 20))
def test_1_4_no_better_selected_application_is_left_out_while_a_worse_is_in(
    pairs: list[tuple[int, int]], minimum: int, user_review: int
) -> None:
    items = in_order([graded(f"{place:02}", *pair) for place, pair in enumerate(pairs)])
    area = with_numbers(KS, numbers(minimum=minimum, user_review=user_review))
    selection = adjust(area, items, (), ())
    inside = for_user_review(selection)
    outside = [one for one in selection.selected if one not in inside]
    assert set(inside) <= set(selection.selected)
    assert len(inside) >= min(user_review, len(selection.selected))
    assert all(out.mean_grade < one.mean_grade for out in outside for one in inside)
    if inside:
        last = min(one.mean_grade for one in inside)
        assert sum(one.mean_grade > last for one in inside) < user_review


def test_1_4_each_application_goes_to_two_who_are_not_conflicted_evenly_d7() -> None:
    items = [graded("A", 5, 5), graded("B", 4, 4), graded("X", 5, 5, area="Annet")]
    conflicted = {"A": frozenset({"u1", "u2"}), "X": frozenset({"u3", "P1a"})}
    review = assign(items, USERS, conflicted)
    assert review.assigned["A"] == ("u3", "u4")
    loads = Counter(member for members in review.assigned.values() for member in members)
    assert sorted(loads.values()) == [1, 1, 2, 2]
    assert "u3" not in review.assigned["X"]
    assert review.fewer == ()


def test_1_4_only_conflicts_leave_fewer_than_two_and_those_are_named_d7() -> None:
    items = [graded("A", 5, 5), graded("B", 4, 4), graded("C", 3, 3)]
    everyone = frozenset(user.member for user in USERS)
    review = assign(items, USERS, {"A": everyone - {"u2"}, "B": everyone})
    assert (review.assigned["A"], review.assigned["B"]) == (("u2",), ())
    assert len(review.assigned["C"]) == 2
    assert numbers_of(review.fewer) == ["A", "B"]


def test_1_4_without_user_representatives_every_application_has_too_few() -> None:
    review = assign([graded("A", 5, 5)], (), {})
    assert review.assigned == {"A": ()}
    assert numbers_of(review.fewer) == ["A"]


def test_1_4_a_representatives_own_list_is_by_number_and_hides_the_ranking() -> None:
    items = [graded("B", 5, 5), graded("C", 4, 4), graded("A", 3, 3)]
    review = assign(items, USERS[:2], {"C": frozenset({"u1"})})
    assert numbers_of(review.of("u1")) == ["A", "B"]
    assert numbers_of(review.of("u2")) == ["A", "B", "C"]
    assert review.of("u9") == ()


@THOROUGH
@given(
    st.lists(st.sets(st.sampled_from([user.member for user in USERS])), max_size=12),
    st.randoms(use_true_random=False),
)
def test_1_4_the_order_of_applications_and_representatives_changes_nothing_d7(
    conflicts: list[set[str]], chance: Random
) -> None:
    items = [graded(f"{place:02}", 4, 4) for place in range(len(conflicts))]
    by_number = {f"{place:02}": frozenset(members) for place, members in enumerate(conflicts)}
    shuffled = assign(chance.sample(items, len(items)), chance.sample(USERS, len(USERS)), by_number)
    assert shuffled.assigned == assign(items, USERS, by_number).assigned
