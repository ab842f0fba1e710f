"""1.2.9: what changed numbers and moves by name change, each by itself and in order."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.two_round import Area, MoveAdjustment, NumberAdjustment
from reviewpkg.procedure.two_round.step_1_1_grading import Graded, in_order
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import (
    AdjustedSelection,
    adjust,
)
from tests.procedure.build import (
    KS,
    THOROUGH,
    blocks,
    graded,
    numbers,
    numbers_of,
    selection_of,
    with_numbers,
)

# Five applications, each better than the next; the first two come in by 1.2.1
FIVE = (
    graded("A", 5, 5),
    graded("B", 5, 4),
    graded("C", 4, 4),
    graded("D", 4, 3),
    graded("E", 6, 0),
)
TWO_OF_FIVE = with_numbers(KS, numbers(top=2, contested=2, minimum=2, user_review=1))
Change = tuple[str, int | Fraction]
Move = tuple[str, bool]


def adjusted(
    changes: Sequence[Change] = (),
    moves: Sequence[Move] = (),
    *,
    area: Area = TWO_OF_FIVE,
    items: Sequence[Graded] = FIVE,
) -> AdjustedSelection:
    """Return an area's selection with numbers changed, and applications moved in or out."""
    return adjust(
        area,
        in_order(items),
        [NumberAdjustment(area.id, field, value, "Kapasitet") for field, value in changes],
        [MoveAdjustment(number, selected=inn, reason="Feil") for number, inn in moves],
    )


def test_1_2_9_without_adjustments_the_routines_own_selection_counts() -> None:
    one = adjusted()
    assert one.adjusted == one.routine == selection_of(TWO_OF_FIVE, *FIVE)
    assert one.effects == ()
    assert one.clause_of == one.routine.clause_of
    assert numbers_of(one.selected) == ["A", "B"]
    assert numbers_of(one.not_selected) == ["C", "D", "E"]


@pytest.mark.parametrize(
    ("field", "value", "before", "moved_in", "moved_out"),
    [
        ("top", 1, 2, [], []),
        ("top", 2, 2, [], []),
        ("contested", 3, 2, ["C"], []),
        ("contested", 1, 2, [], []),
        ("high_grade", Fraction(6), 99, ["E"], []),
        ("minimum", 4, 2, ["C", "D"], []),
        ("user_review", 2, 1, [], []),
    ],
)
def test_1_2_9_a_changed_number_shows_its_earlier_value_and_whom_it_moved(
    field: str, value: int | Fraction, before: int, moved_in: list[str], moved_out: list[str]
) -> None:
    one = adjusted([(field, value)])
    (effect,) = one.effects
    assert effect.before == before
    assert (numbers_of(effect.moved_in), numbers_of(effect.moved_out)) == (moved_in, moved_out)
    assert getattr(one.adjusted.numbers, field) == value
    assert one.routine == selection_of(TWO_OF_FIVE, *FIVE)


def test_1_2_9_a_lower_number_moves_applications_out() -> None:
    area = with_numbers(KS, numbers(minimum=4))
    one = adjusted([("minimum", 2)], area=area)
    assert numbers_of(one.effects[0].moved_out) == ["C", "D"]
    assert one.clause_of == {"A": "1.2.4", "B": "1.2.4"}
    assert one.routine.clause_of.keys() == set("ABCD")


def test_1_2_9_a_lower_cap_moves_the_last_group_out() -> None:
    items = blocks((1, 5, 5), (3, 4, 4))
    area = with_numbers(KS, numbers(top=2, top_cap=4))
    one = adjusted([("top_cap", 3)], area=area, items=items)
    assert numbers_of(one.effects[0].moved_out) == ["002", "003", "004"]


def test_1_2_9_each_change_is_shown_by_itself_given_those_before_it() -> None:
    one = adjusted([("minimum", 3), ("high_grade", Fraction(6)), ("minimum", 5)])
    assert [effect.before for effect in one.effects] == [2, 99, 3]
    # With E in by its high grade, three are in already and C is no longer needed.
    assert [numbers_of(effect.moved_in) for effect in one.effects] == [["C"], ["E"], ["C", "D"]]
    assert [numbers_of(effect.moved_out) for effect in one.effects] == [[], ["C"], []]
    assert one.clause_of["E"] == "1.2.3"


def test_1_2_9_another_areas_changes_and_applications_are_left_alone() -> None:
    change = NumberAdjustment("Annet", "minimum", 5, "Kapasitet")
    move = MoveAdjustment("X", selected=True, reason="Feil")
    one = adjust(TWO_OF_FIVE, FIVE, [change], [move])
    assert one.effects == ()
    assert numbers_of(one.selected) == ["A", "B"]


def test_1_2_9_another_areas_adjustments_stop_none_of_its_own() -> None:
    changes = [NumberAdjustment(area, "minimum", 3, "Kapasitet") for area in ("Annet", "KS")]
    moves = [MoveAdjustment(number, selected=True, reason="Feil") for number in "XD"]
    one = adjust(TWO_OF_FIVE, FIVE, changes, moves)
    assert [(effect.area, effect.adjustment) for effect in one.effects] == [
        ("KS", changes[1]),
        ("KS", moves[1]),
    ]
    assert numbers_of(one.selected) == ["A", "B", "C", "D"]


def test_1_2_9_a_number_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no such number: top"):
        adjusted([("top", Fraction(5, 2))])


def test_1_2_9_an_application_moved_in_carries_the_clause() -> None:
    one = adjusted(moves=[("D", True)])
    assert one.clause_of == {"A": "1.2.1", "B": "1.2.1", "D": "1.2.9"}
    assert numbers_of(one.selected) == ["A", "B", "D"]
    assert numbers_of(one.not_selected) == ["C", "E"]
    (effect,) = one.effects
    assert (effect.before, numbers_of(effect.moved_in), effect.moved_out) == (None, ["D"], ())


def test_1_2_9_an_application_moved_out_is_remembered_as_taken_out_by_name() -> None:
    one = adjusted(moves=[("A", False)])
    assert one.clause_of == {"B": "1.2.1"}
    assert one.moved_out == {"A"}
    (effect,) = one.effects
    assert (effect.before, effect.moved_in, numbers_of(effect.moved_out)) == (None, (), ["A"])


@pytest.mark.parametrize(("number", "selected"), [("A", True), ("C", False)])
def test_1_2_9_one_that_stands_where_it_is_moved_to_keeps_its_clause(
    number: str, *, selected: bool
) -> None:
    one = adjusted(moves=[(number, selected)])
    assert one.clause_of == {"A": "1.2.1", "B": "1.2.1"}
    assert one.moved_out == frozenset()
    (effect,) = one.effects
    assert (effect.moved_in, effect.moved_out) == ((), ())


def test_1_2_9_moves_come_after_the_numbers_and_fill_no_place_of_theirs() -> None:
    # Whoever goes out by name leaves a place that nobody fills.
    one = adjusted([("minimum", 4), ("minimum", 2)], [("D", True), ("A", False), ("C", True)])
    assert [numbers_of(effect.moved_in) for effect in one.effects] == [
        ["C", "D"],
        [],
        ["D"],
        [],
        ["C"],
    ]
    assert one.clause_of == {"B": "1.2.1", "C": "1.2.9", "D": "1.2.9"}


def test_1_2_9_one_that_a_number_already_moved_keeps_the_clause_of_the_selection() -> None:
    one = adjusted([("minimum", 3)], [("C", True)])
    assert one.clause_of["C"] == "1.2.4"


FIELDS = ("top", "top_cap", "contested", "minimum", "user_review")


@THOROUGH
@given(
    st.lists(st.tuples(st.sampled_from(FIELDS), st.integers(0, 6)), max_size=4),
    st.lists(st.tuples(st.sampled_from("ABCDE"), st.booleans()), max_size=4),
)
def test_1_2_9_the_effects_in_order_lead_from_the_routines_selection_to_the_one_that_counts(
    changes: list[Change], moves: list[Move]
) -> None:
    one = adjusted(changes, moves)
    assert len(one.effects) == len(changes) + len(moves)
    inside = set(one.routine.clause_of)
    for effect in one.effects:
        coming, going = set(numbers_of(effect.moved_in)), set(numbers_of(effect.moved_out))
        assert not coming & inside
        assert going <= inside
        inside = (inside | coming) - going
    assert inside == set(one.clause_of) == set(numbers_of(one.selected))
    for number, selected in dict(moves).items():
        assert (number in one.clause_of) == selected
