"""1.3: whoever was not selected, and by which clause."""

from __future__ import annotations

import pytest

from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import MoveAdjustment
from reviewpkg.procedure.two_round.step_1_1_grading import Graded, in_order
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import AdjustedSelection, adjust
from reviewpkg.procedure.two_round.step_1_3_rejection import rejected, rule_of
from tests.procedure.build import KS, graded, numbers, numbers_of, with_numbers


def selected_one(*items: Graded, moves: tuple[MoveAdjustment, ...] = ()) -> AdjustedSelection:
    """Return a selection of the best application only, and of those moved in by name."""
    return adjust(with_numbers(KS, numbers(top=1)), in_order(items), (), moves)


def test_1_3_rejects_all_that_were_not_selected_in_the_order_of_1_2() -> None:
    items = [graded("A", 3, 3), graded("B", 4, 2), graded("C", 5, 5), graded("D", 3, 3)]
    selection = selected_one(*items)
    assert numbers_of(rejected(selection)) == ["B", "A", "D"]
    assert {rule_of(selection, number) for number in "BAD"} == {"1.3"}


def test_1_3_where_all_are_selected_none_is_rejected() -> None:
    assert rejected(selected_one(graded("A", 3, 3))) == ()


def test_1_2_9_one_taken_out_by_name_is_rejected_by_that_clause() -> None:
    move = MoveAdjustment("A", selected=False, reason="Feil")
    selection = selected_one(graded("A", 5, 5), graded("B", 3, 3), moves=(move,))
    assert numbers_of(rejected(selection)) == ["A", "B"]
    assert [rule_of(selection, number) for number in "AB"] == ["1.2.9", "1.3"]


def test_1_2_9_one_that_was_out_already_is_rejected_as_any_other() -> None:
    move = MoveAdjustment("B", selected=False, reason="Feil")
    selection = selected_one(graded("A", 5, 5), graded("B", 3, 3), moves=(move,))
    assert rule_of(selection, "B") == "1.3"


@pytest.mark.parametrize(
    ("step", "numbers_left"),
    [
        (Step.REJECTION_1, []),
        (Step.USER_REVIEW, ["B"]),
        (Step.JOINT, ["B"]),
        (Step.FINAL_AWARD, ["B"]),
    ],
)
def test_d24_what_is_withdrawn_after_its_rejection_stays_rejected(
    step: Step, numbers_left: list[str]
) -> None:
    selection = selected_one(graded("A", 5, 5), graded("B", 3, 3, withdrawn_from=step))
    assert numbers_of(rejected(selection)) == numbers_left
