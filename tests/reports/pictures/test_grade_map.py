"""1.2: one dot for each group of equals, and lines between the places where groups can stand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import AdjustedSelection
from reviewpkg.procedure.two_round.step_1_2_selection import Selection
from reviewpkg.reports.pictures.grade_map import Chosen, GradeMap, grade_map
from tests.reports.small_call import CALL, review

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)


def selection(area: int = 0, *, adjusted: bool = False) -> AdjustedSelection:
    return run(review(adjusted=adjusted)).selections[area]


def drawn(one: AdjustedSelection | None = None) -> GradeMap:
    made = grade_map(one or selection(), CALL.grading.total)
    assert made
    return made


def corners(made: GradeMap, clause: str) -> list[tuple[Fraction, Fraction]]:
    return [(one.grade_difference, one.mean_grade) for one in made.corners if one.clause == clause]


def test_a_dot_for_each_group_of_equals_with_its_size() -> None:
    dots = {(str(one.mean_grade), str(one.grade_difference)): one.size for one in drawn().dots}
    assert dots == {
        ("7", "0"): 1,
        ("6", "0"): 1,
        ("6", "2"): 1,
        ("5", "0"): 2,
        ("5", "2"): 1,
        ("4", "0"): 2,
        ("4", "2"): 1,
        ("4", "4"): 1,
        ("3/2", "1"): 1,
    }
    assert sum(dots.values()) == len(selection().adjusted.ranked)


def test_a_group_is_chosen_as_a_whole_unless_someone_was_moved_by_name() -> None:
    assert {one.chosen for one in drawn().dots} == {Chosen.ALL, Chosen.NONE}
    one = selection()
    tied = next(dot for dot in drawn().dots if dot.size > 1 and dot.chosen is Chosen.NONE)
    name = next(
        graded.project_number
        for graded in one.adjusted.ranked
        if graded.mean_grade == tied.mean_grade and graded.grade_difference == tied.grade_difference
    )
    moved = drawn(replace(one, clause_of={**one.clause_of, name: "1.2.9"}))
    assert [(dot.size, dot.selected) for dot in moved.dots if dot.chosen is Chosen.SOME] == [(2, 1)]


@pytest.mark.parametrize("area", [0, 1])
@pytest.mark.parametrize("clause", ["top", "contested", "minimum"])
def test_a_line_has_what_it_took_on_or_above_it_and_the_rest_below(area: int, clause: str) -> None:
    one = selection(area)
    number = {"top": 0, "contested": 1, "minimum": 3}[clause]
    step = one.adjusted.sub_steps[number]
    line = corners(drawn(one), step.clause)
    if not step.taken:
        assert not line
        return
    last = step.taken[-1][0]
    key = (last.mean_grade, last.grade_difference if number else Fraction(0))
    for graded in one.adjusted.ranked:
        at = graded.grade_difference
        height = max(mean for across, mean in line if across <= at) if len(line) == 2 else None
        if height is None:
            height = line[0][1] if at < line[1][0] else line[-1][1]
        inside = (graded.mean_grade, graded.grade_difference if number else Fraction(0)) >= key
        assert (graded.mean_grade > height) == inside, graded.project_number


def test_the_line_of_a_high_grade_falls_half_as_fast_as_the_difference_grows() -> None:
    made = drawn()
    (left, up), (right, down) = corners(made, "1.2.3")
    assert (left, right) == (made.left, made.right) == (-HALF, 4 + HALF)
    assert (up, down) == (Fraction(11, 2) + QUARTER, Fraction(11, 2) - Fraction(9, 4))
    for graded in selection().adjusted.ranked:
        height = Fraction(11, 2) - graded.grade_difference / 2
        assert (graded.mean_grade > height) == (graded.high >= 6)


def test_the_table_has_the_numbers_of_the_dots() -> None:
    made = drawn()
    assert [str(one) for one in made.differences] == ["0", "1", "2", "4"]
    rows = {row.mean_grade: (row.counts, row.total, row.selected) for row in made.rows}
    assert rows[Fraction(4)][:2] == ((2, None, 1, 1), 4)
    assert sum(total for _, total, _ in rows.values()) == sum(one.size for one in made.dots)
    assert sum(chosen for *_, chosen in rows.values()) == len(selection().clause_of)


def test_an_area_without_applications_has_no_map() -> None:
    one = selection()
    empty: Selection = replace(one.adjusted, ranked=())
    assert grade_map(replace(one, adjusted=empty), CALL.grading.total) is None
