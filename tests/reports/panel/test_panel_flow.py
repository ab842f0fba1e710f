"""K1 to K4: nobody is lost on the way from received to recommended."""

from __future__ import annotations

from dataclasses import replace

from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.panel import screen
from reviewpkg.reports.panel.panel_flow import before, recommended
from reviewpkg.reports.pictures.flow import Flow
from tests.reports.panel.award_case import RULED, decided, withdrawn
from tests.reports.panel.panel_call import REVIEW

ENDS = ("RECOMMENDED", "SUPPORT_WORTHY", "NOT_SUPPORT_WORTHY", "WITHDRAWN")


def counts(made: Flow | None, *names: str) -> list[int]:
    assert made
    return [made.count(name) for name in names]


def test_before_the_panel_are_those_who_take_part_in_the_step() -> None:
    names = ("RECEIVED", "ASSESSED", "FORMALLY_REJECTED", "WITHDRAWN")
    screened = screen(REVIEW)
    assert counts(before(screened, PanelStep.SCREENING), *names) == [10, 9, 1, 0]
    assert counts(before(screened, PanelStep.GRADING), *names) == [10, 8, 1, 1]


def test_the_ends_are_those_of_the_recommendation() -> None:
    made = recommended(*decided())
    assert counts(made, "RECEIVED", "FORMALLY_REJECTED", "ASSESSED") == [10, 1, 9]
    assert counts(made, *ENDS) == [4, 3, 1, 1]


def test_who_withdraws_leaves_from_where_it_stood() -> None:
    early = recommended(*decided(withdrawn("2024/K102", PanelStep.SCREENING)))
    assert counts(early, "ASSESSED", "WITHDRAWN") == [8, 2]
    late = recommended(*decided(withdrawn("2024/K102", PanelStep.RECOMMENDATION)))
    assert counts(late, "ASSESSED", "WITHDRAWN") == [9, 2]


def test_what_was_rejected_formally_stays_so_though_it_withdraws_later() -> None:
    made = recommended(*decided(withdrawn("2024/K109", PanelStep.MEETING)))
    assert counts(made, "FORMALLY_REJECTED", "WITHDRAWN") == [1, 1]


def test_a_call_that_received_nothing_has_no_flow() -> None:
    nothing = replace(RULED, applications=(), grades=(), joint_grades=(), rulings=())
    assert before(screen(nothing), PanelStep.GRADING) is None
    assert recommended(*decided(nothing)) is None
