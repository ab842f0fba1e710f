"""1.2.1, 1.2.2, 1.2.5 and 1.2.6, exactly at each number, one below it and one above it."""

from __future__ import annotations

import pytest

from reviewpkg.procedure.two_round.step_1_2_selection import Stop
from tests.procedure.build import (
    AREAS,
    KS,
    blocks,
    brought_in_by,
    falling,
    graded,
    numbers,
    numbers_of,
    selection_of,
    sub_step_of,
    with_numbers,
)

# Grades below each high grade: with falling means, and falling by mean and difference
FALLING_MEANS = ((5, 5), (5, 4), (4, 4), (4, 3), (3, 3))
FALLING_KEYS = ((5, 3), (4, 4), (5, 2), (4, 3), (4, 2), (3, 3))
Sizes = tuple[int, ...]


@pytest.mark.parametrize(
    ("area", "sizes", "total", "stop"),
    [
        ("KS", (34,), 34, Stop.EXHAUSTED),
        ("KS", (35, 1), 35, Stop.REACHED),
        ("KS", (36, 1), 36, Stop.REACHED),
        ("KS", (34, 1, 1), 35, Stop.REACHED),
        ("KS", (34, 5, 1), 39, Stop.REACHED),
        ("KS", (34, 6, 1), 40, Stop.REACHED),
        ("KS", (34, 7, 1), 34, Stop.OVER_CAP),
        ("KS", (20, 15, 1), 35, Stop.REACHED),
        ("KS", (1, 39, 1), 40, Stop.REACHED),
        ("KS", (1, 40, 1), 1, Stop.OVER_CAP),
        ("KS", (39, 1), 39, Stop.REACHED),
        ("KS", (40, 1), 40, Stop.REACHED),
        ("KS", (41, 1), 0, Stop.OVER_CAP),
        ("KS", (), 0, Stop.EXHAUSTED),
        ("Annet", (16,), 16, Stop.EXHAUSTED),
        ("Annet", (17, 1), 17, Stop.REACHED),
        ("Annet", (18, 1), 18, Stop.REACHED),
        ("Annet", (16, 1, 1), 17, Stop.REACHED),
        ("Annet", (16, 3, 1), 19, Stop.REACHED),
        ("Annet", (16, 4, 1), 20, Stop.REACHED),
        ("Annet", (16, 5, 1), 16, Stop.OVER_CAP),
        ("Annet", (19, 1), 19, Stop.REACHED),
        ("Annet", (20, 1), 20, Stop.REACHED),
        ("Annet", (21, 1), 0, Stop.OVER_CAP),
    ],
)
def test_1_2_1_and_1_2_5_take_groups_to_the_top_number_unless_past_the_cap_d2(
    area: str, sizes: Sizes, total: int, stop: Stop
) -> None:
    ranked = blocks(*falling(sizes, FALLING_MEANS), area=area)
    done = sub_step_of(selection_of(AREAS[area], *ranked), AREAS[area].clauses.top)
    assert (done.total, done.stop) == (total, stop)
    assert done.members == ranked[:total]


def test_1_2_1_the_difference_does_not_part_equals_in_mean_d1() -> None:
    # Mean 6 is shared by seven, of whom four have the larger difference.
    ranked = blocks((34, 7, 7), (4, 7, 5), (3, 6, 6))
    done = selection_of(KS, *ranked).sub_steps[0]
    assert done.total == 34
    assert numbers_of(done.left_out) == numbers_of(ranked[34:])


@pytest.mark.parametrize(
    ("area", "sizes", "total", "stop"),
    [
        ("KS", (19,), 54, Stop.EXHAUSTED),
        ("KS", (20,), 55, Stop.EXHAUSTED),
        ("KS", (21,), 35, Stop.OVER_NUMBER),
        ("KS", (19, 1, 1), 55, Stop.REACHED),
        ("KS", (19, 2, 1), 54, Stop.OVER_NUMBER),
        ("KS", (20, 1), 55, Stop.REACHED),
        ("KS", (18, 1, 2), 54, Stop.OVER_NUMBER),
        ("KS", (1, 20, 1), 36, Stop.OVER_NUMBER),
        ("KS", (), 35, Stop.EXHAUSTED),
        ("Annet", (7,), 24, Stop.EXHAUSTED),
        ("Annet", (8,), 25, Stop.EXHAUSTED),
        ("Annet", (9,), 17, Stop.OVER_NUMBER),
        ("Annet", (7, 1, 1), 25, Stop.REACHED),
        ("Annet", (7, 2, 1), 24, Stop.OVER_NUMBER),
        ("Annet", (8, 1), 25, Stop.REACHED),
        ("Annet", (1, 8, 1), 18, Stop.OVER_NUMBER),
    ],
)
def test_1_2_2_and_1_2_6_take_groups_while_they_fit_within_the_number_d3(
    area: str, sizes: Sizes, total: int, stop: Stop
) -> None:
    top = AREAS[area].numbers.top
    ranked = blocks((top, 5, 5), *falling(sizes, FALLING_KEYS), area=area)
    done = sub_step_of(selection_of(AREAS[area], *ranked), AREAS[area].clauses.contested)
    assert (done.total, done.stop) == (total, stop)
    assert done.members == ranked[top:total]


@pytest.mark.parametrize(("area", "taken"), [("KS", 54), ("Annet", 24)])
def test_1_2_2_and_1_2_6_put_disagreement_before_agreement_at_the_same_mean(
    area: str, taken: int
) -> None:
    """Two with mean 5 and room for one: 3 and 7 goes before 5 and 5."""
    filler = blocks((taken, 6, 5), area=area)
    agreed, disputed = graded("A", 5, 5, area=area), graded("B", 3, 7, area=area)
    own = numbers(contested=taken + 1)
    selection = selection_of(with_numbers(AREAS[area], own), *filler, agreed, disputed)
    assert brought_in_by(selection, AREAS[area].clauses.contested)[taken:] == ["B"]
    assert "A" not in selection.clause_of


def test_1_2_2_equals_in_mean_and_difference_all_stay_out_at_the_line_d3() -> None:
    filler = blocks((54, 6, 5))
    disputed = [graded("B", 3, 7), graded("C", 7, 3)]
    selection = selection_of(
        with_numbers(KS, numbers(contested=55)), *filler, *disputed, graded("A", 5, 5)
    )
    done = selection.sub_steps[1]
    assert numbers_of(done.left_out) == ["B", "C"]
    assert selection.clause_of.keys() == set(numbers_of(filler))


@pytest.mark.parametrize(
    ("top", "stop"), [(4, Stop.OVER_NUMBER), (5, Stop.NOT_NEEDED), (6, Stop.NOT_NEEDED)]
)
def test_1_2_2_takes_nothing_once_its_number_is_in_already(top: int, stop: Stop) -> None:
    own = numbers(top=top, contested=5)
    done = selection_of(with_numbers(KS, own), *blocks((top, 5, 5), (2, 4, 4))).sub_steps[1]
    assert (done.taken, done.total, done.stop) == ((), top, stop)


def test_1_2_2_takes_up_a_best_group_that_was_over_the_cap_of_1_2_1() -> None:
    selection = selection_of(KS, *blocks((41, 5, 5), (14, 5, 4), (1, 4, 4)))
    assert [done.total for done in selection.sub_steps] == [0, 55, 55, 56]
