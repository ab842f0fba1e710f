"""Steps compare in the order they are taken."""

from __future__ import annotations

from itertools import pairwise

from reviewpkg.domain.steps import Step


def test_steps_compare_in_the_order_they_are_taken() -> None:
    assert all(earlier < later for earlier, later in pairwise(Step))


def test_steps_carry_the_routines_own_numbers() -> None:
    round_1 = [f"1.{number}" for number in range(1, 5)]
    round_2 = [f"2.{number}" for number in range(1, 8)]
    assert [step.value for step in Step] == round_1 + round_2
    assert Step("2.2") is Step.PLENARY_1
