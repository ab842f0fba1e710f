"""K3: what the panel agrees on counts instead of the mean, and of nothing else."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

from tests.procedure.panel.build_panel import application, given, joint, left_to_panel

A, B, C, D = (application(f"K/{letter}") for letter in "ABCD")
GRADES = (
    *given("K/A", [(4, 4)]),
    *given("K/B", [(4, 4)]),
    *given("K/C", [(5, 3)]),
    *given("K/D", [(5, 5)]),
)


def exactly(*values: float | Fraction) -> tuple[Fraction, ...]:
    return tuple(Fraction(value) for value in values)


def test_k3_the_sheet_stands_in_descending_order_equals_by_number() -> None:
    found = left_to_panel([C, A, D, B], GRADES)
    listed = [(one.project_number, one.position, one.tied) for one in found]
    # The same grade: quality goes first, so C stands above A and B, who are equal.
    assert listed == [
        ("K/D", 1, False),
        ("K/C", 2, False),
        ("K/A", 3, True),
        ("K/B", 3, True),
    ]


def test_k3_after_equals_the_next_position_counts_them() -> None:
    found = left_to_panel([A, B, D], [*GRADES[:2], *given("K/D", [(3, 3)])])
    assert [one.position for one in found] == [1, 1, 3]


def test_k3_a_joint_grade_replaces_the_grade_and_nothing_else() -> None:
    (found,) = left_to_panel([A], GRADES, [joint("K/A", Fraction(23, 10))])
    assert found.grade == Fraction(23, 10)
    assert (found.graded.grade, found.graded.quality, found.graded.benefit) == exactly(4, 4, 4)
    assert found.key == exactly(Fraction(23, 10), 4, 4)


def test_k3_a_joint_grade_moves_its_application_and_no_other() -> None:
    found = left_to_panel([A, B, C, D], GRADES, [joint("K/A", Fraction(49, 10))])
    assert [one.project_number for one in found] == ["K/D", "K/A", "K/C", "K/B"]
    found = left_to_panel([A, B, C, D], GRADES, [joint("K/D", 1)])
    assert [one.project_number for one in found] == ["K/C", "K/A", "K/B", "K/D"]


def test_k3_a_joint_grade_equal_to_a_mean_ties_only_where_quality_and_benefit_do_too() -> None:
    found = left_to_panel([A, C, D], GRADES, [joint("K/D", 4)])
    assert [(one.project_number, one.tied) for one in found] == [
        ("K/D", False),
        ("K/C", False),
        ("K/A", False),
    ]
    assert [one.key for one in found] == [exactly(4, 5, 5), exactly(4, 5, 3), exactly(4, 4, 4)]


def test_k3_the_order_of_the_rows_changes_nothing() -> None:
    agreed = [joint("K/B", Fraction(9, 2)), joint("K/A", Fraction(9, 2))]
    expected = left_to_panel([A, B, C, D], GRADES, agreed)
    for order in permutations([A, B, C, D]):
        assert left_to_panel(order, GRADES[::-1], agreed[::-1]) == expected
