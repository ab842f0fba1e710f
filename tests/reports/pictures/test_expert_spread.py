"""K3: what each expert gave, an application a line, and who has experts on both sides."""

from __future__ import annotations

from fractions import Fraction

from reviewpkg.procedure.panel.panel import meet, screen
from reviewpkg.reports.pictures.expert_spread import MOST_ROWS, ExpertSpread, expert_spreads
from tests.reports.panel.panel_call import CALL, REVIEW

ASSESSED = meet(screen(REVIEW))


def spreads(times: int = 1) -> tuple[ExpertSpread, ...]:
    return expert_spreads(ASSESSED * times, CALL.grading.total, CALL.support_worthy_min)


def test_every_grade_is_drawn_and_every_mean_and_joint_grade() -> None:
    (made,) = spreads()
    assert [lane.project_number for lane in made.lanes] == [one.project_number for one in ASSESSED]
    assert len(made.given) == len(REVIEW.grades)
    for lane, one in zip(made.lanes, ASSESSED, strict=True):
        given = [mark.grade for mark in made.given if mark.row == lane.row]
        assert sorted(given) == sorted(grade.grade for grade in one.graded.grades)
        assert (lane.low, lane.high, lane.mean) == (min(given), max(given), one.graded.grade)
        assert lane.joint == (one.joint.grade if one.joint else None)
    assert made.joint == 1


def test_equal_grades_stand_beside_each_other() -> None:
    (made,) = spreads()
    row = next(lane.row for lane in made.lanes if lane.project_number == "2024/K104")
    beside = [mark.beside for mark in made.given if mark.row == row]
    assert beside == [Fraction(-1, 2), Fraction(1, 2)]


def test_the_widest_spread_and_the_threshold_between_experts() -> None:
    (made,) = spreads()
    assert [lane.project_number for lane in made.widest] == ["2024/K103"]
    assert made.widest[0].spread == Fraction(5, 2)
    # K103 from 2.5 to 5 and K107 from 3 to 3.5; K106 has 3.5 twice, which is on it
    assert made.across == 2


def test_a_long_list_takes_several_pages_and_counts_on() -> None:
    many = MOST_ROWS // len(ASSESSED) + 1
    made = spreads(many)
    last = len(ASSESSED) * many
    assert [(one.first, one.last) for one in made] == [(1, MOST_ROWS), (MOST_ROWS + 1, last)]
    assert [len(one.lanes) for one in made] == [MOST_ROWS, last - MOST_ROWS]


def test_experts_who_agree_on_all_have_no_widest() -> None:
    agreed = tuple(one for one in ASSESSED if not one.graded.spread)
    (made,) = expert_spreads(agreed, CALL.grading.total, CALL.support_worthy_min)
    assert made.widest == ()
    assert made.across == 0


def test_a_meeting_without_applications_has_nothing_to_draw() -> None:
    assert expert_spreads((), CALL.grading.total, CALL.support_worthy_min) == ()
