"""1.2.9: what each adjustment did, and both runs side by side."""

from __future__ import annotations

from collections.abc import Iterable

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.reports.adjustment_report import (
    AdjustmentReport,
    Change,
    Named,
    adjustment_report,
)
from tests.reports.small_call import furniture, review


def report() -> AdjustmentReport:
    return adjustment_report(run(review()), furniture())


def numbers(named: Iterable[Named]) -> list[str]:
    return [one.project_number[-4:] for one in named]


def changes(found: Iterable[Change]) -> list[tuple[str, str, str]]:
    return [(one.application.project_number[-4:], one.routine, one.adjusted) for one in found]


def test_a_changed_number_names_those_it_moved() -> None:
    minimum = report().numbers[0]
    assert (minimum.clause, minimum.before, minimum.after) == ("1.2.4", 6, 5)
    assert (numbers(minimum.moved_in), numbers(minimum.moved_out)) == ([], ["1005", "1006"])


def test_a_changed_user_review_shows_its_effect_on_1_4() -> None:
    users = report().numbers[1]
    assert (users.clause, users.users_before, users.users_after) == ("1.4", 3, 2)
    assert numbers(users.users_out) == ["1004"]
    assert users.moved_out == ()


def test_a_changed_number_that_moved_nobody_says_so() -> None:
    idle = report().numbers[2]
    assert (idle.area, idle.moved_in, idle.moved_out) == ("Annet", (), ())


def test_moves_by_name_tell_which_had_no_effect() -> None:
    found = [(one.selected, one.moved, one.withdrawn_from) for one in report().moves]
    assert found == [(True, True, ""), (False, True, ""), (True, False, "1.1")]


def test_the_two_runs_side_by_side() -> None:
    ks, annet = report().comparisons
    assert [(count.routine, count.adjusted, count.change) for count in ks.counts] == [
        (3, 3, 0),
        (1, 1, 0),
        (1, 1, 0),
        (2, 0, -2),
        (0, 1, 1),
    ]
    assert changes(ks.moved_in) == [("1010", "", "1.2.9")]
    assert changes(ks.moved_out) == [("1005", "1.2.4", ""), ("1006", "1.2.4", "")]
    assert changes(annet.moved_out) == [("2003", "1.2.6", "")]
    assert numbers(ks.users_out) == ["1004", "1005", "1006"]
    assert (report().routine, report().adjusted) == (10, 8)
