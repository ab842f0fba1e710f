"""1.2–1.3: every application's reason, on, above and below the lines."""

from __future__ import annotations

from fractions import Fraction

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.reports.reasons import Ground, Miss, Reason, Reasons
from tests.reports.small_call import review


def reason(number: str, *, adjusted: bool = False) -> Reason:
    outcome = run(review(adjusted=adjusted))
    one = next(one for one in outcome.outcomes if one.application.project_number.endswith(number))
    selection = next(
        selection for selection in outcome.selections if selection.area.id == one.application.area
    )
    return Reasons(selection).of(one)


def line(found: Reason) -> Fraction | None:
    return found.sub_step.line.mean_grade if found.sub_step and found.sub_step.line else None


def missed(number: str, *, adjusted: bool = False) -> list[Miss]:
    return [one.how for one in reason(number, adjusted=adjusted).missed]


def test_above_the_line_of_the_top() -> None:
    found = reason("1001")
    assert (found.ground, found.clause, line(found)) == (Ground.LINE, "1.2.1", Fraction(6))


def test_on_the_line_of_the_top() -> None:
    found = reason("1003")
    assert (found.ground, found.clause, line(found)) == (Ground.LINE, "1.2.1", Fraction(6))


def test_on_the_line_of_mean_and_difference() -> None:
    found = reason("1004")
    assert (found.ground, found.clause, line(found)) == (Ground.LINE, "1.2.2", Fraction(5))


def test_one_high_grade() -> None:
    found = reason("1007")
    assert (found.ground, found.clause) == (Ground.HIGH_GRADE, "1.2.3")


def test_on_the_line_of_the_minimum() -> None:
    assert (reason("1005").ground, reason("1005").clause) == (Ground.LINE, "1.2.4")


def test_below_every_line() -> None:
    assert reason("1010").clause == "1.3"
    below = Miss.BELOW_LINE
    assert missed("1010") == [below, below, Miss.UNDER_GRADE, below]


def test_among_the_equals_that_had_no_room() -> None:
    assert missed("1005", adjusted=True) == [
        Miss.BELOW_LINE,
        Miss.LEFT_OUT,
        Miss.UNDER_GRADE,
        Miss.NOT_NEEDED,
    ]


def test_behind_a_best_group_that_had_no_room() -> None:
    assert missed("2004") == [
        Miss.NO_ROOM,
        Miss.BELOW_LINE,
        Miss.UNDER_GRADE,
        Miss.NOT_NEEDED,
    ]


def test_moved_by_name_with_the_reason_stated() -> None:
    moved_in, moved_out = reason("1010", adjusted=True), reason("2003", adjusted=True)
    assert (moved_in.ground, moved_in.clause) == (Ground.MOVED_IN, "")
    assert moved_in.stated.startswith("Feilført")
    assert (moved_out.ground, moved_out.clause) == (Ground.MOVED_OUT, "1.2.6")


def test_withdrawn_before_after_and_long_after_the_selection() -> None:
    assert reason("1012").ground is Ground.WITHDRAWN_BEFORE
    after = reason("1002")
    assert (after.ground, after.clause) == (Ground.WITHDRAWN_AFTER, "1.2.1")
    assert after.withdrawn_from == "1.4"
    later = reason("1011")
    assert (later.ground, later.withdrawn_from) == (Ground.MISSED, "2.2")
