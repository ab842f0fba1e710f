"""1.2: where the lines of each sub-step are drawn, and why there."""

from __future__ import annotations

from fractions import Fraction

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.procedure.two_round.step_1_2_selection import Stop
from reviewpkg.reports.selection_list import Moves, SelectionList, selection_list
from reviewpkg.reports.sub_steps import Equals
from tests.reports.small_call import furniture, review


def page(area: int, *, adjusted: bool = False) -> SelectionList:
    outcome = run(review(adjusted=adjusted))
    return selection_list(outcome, outcome.selections[area], furniture())


def drawn(area: int, *, adjusted: bool = False) -> list[tuple[list[str], list[str]]]:
    """Return, stretch by stretch, the last digits of the numbers and the clauses below them."""
    return [
        (
            [row.project_number[-2:] for row in stretch.rows],
            [line.clause for line in stretch.lines],
        )
        for stretch in page(area, adjusted=adjusted).stretches
    ]


def test_each_line_stands_below_the_last_group_that_its_sub_step_took() -> None:
    assert drawn(0) == [
        (["01", "03", "02"], ["1.2.1"]),
        (["04"], ["1.2.2"]),
        (["05", "06"], ["1.2.4"]),
        (["07", "10", "08", "09", "11"], []),
    ]


def test_a_sub_step_whose_first_group_has_no_room_draws_its_line_above_everything() -> None:
    assert drawn(1) == [([], ["1.2.5"]), (["01", "02", "03"], ["1.2.6"]), (["04"], [])]


def test_a_sub_step_that_was_not_needed_draws_no_line() -> None:
    assert drawn(0, adjusted=True) == [
        (["01", "03", "02"], ["1.2.1"]),
        (["04"], ["1.2.2"]),
        (["05", "06", "07", "10", "08", "09", "11"], []),
    ]


def test_the_sub_steps_say_why_they_stopped() -> None:
    top, contested, high, minimum = page(0).sub_steps
    assert (top.stop, top.taken, top.total, top.in_whole) == (Stop.REACHED, 3, 3, True)
    assert top.line == Equals(2, Fraction(6), None)
    assert top.left_out == Equals(3, Fraction(5), None)
    assert (contested.stop, contested.with_left_out) == (Stop.OVER_NUMBER, 6)
    assert contested.left_out == Equals(2, Fraction(5), Fraction(0))
    assert (high.stop, high.taken, high.drawn) == (Stop.EVERY_ONE, 1, False)
    assert (minimum.stop, minimum.total, minimum.in_whole) == (Stop.REACHED, 7, True)


def test_a_group_over_the_cap_is_named_with_the_total_it_would_give() -> None:
    top = page(1).sub_steps[0]
    assert (top.stop, top.fits_no_group, top.with_left_out) == (Stop.OVER_CAP, True, 2)


def test_equals_share_a_place() -> None:
    rows = [row for stretch in page(0).stretches for row in stretch.rows]
    assert [row.position for row in rows] == [1, 2, 3, 4, 5, 5, 7, 8, 9, 9, 11]
    assert [row.tied for row in rows] == [number in {4, 5, 8, 9} for number in range(11)]
    assert [row.level for row in rows] == [number in {4, 8} for number in range(11)]


def test_what_was_moved_by_name_stands_where_its_grades_put_it() -> None:
    adjusted = page(0, adjusted=True)
    moved = next(
        row
        for stretch in adjusted.stretches
        for row in stretch.rows
        if row.project_number == "2019/FO1010"
    )
    assert (moved.position, moved.rule) == (8, "1.2.9")
    assert adjusted.moves == Moves(1, 0, 6)
    assert page(1, adjusted=True).moves == Moves(0, 1, 2)


def test_one_withdrawn_before_the_selection_stands_below_the_list() -> None:
    assert [one.application.project_number for one in page(0).withdrawn] == ["2019/FO1012"]
