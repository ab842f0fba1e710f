"""K1, K4, D24: how every application of a call ends, and why."""

from __future__ import annotations

from reviewpkg.domain.steps import PanelStep
from reviewpkg.reports.panel.decisions import award_decisions
from reviewpkg.reports.panel.endings import endings
from reviewpkg.reports.panel.panel_reasons import PanelReason, panel_reasons
from reviewpkg.reports.panel.recommendation_rows import Order
from tests.reports.panel.award_case import RULED, decided, withdrawn


def ends(**changed: PanelStep) -> list[tuple[str, str, str]]:
    review = RULED
    for number, step in changed.items():
        review = withdrawn(f"2024/{number}", step, review)
    return [
        (one.project_number.removeprefix("2024/"), one.end.value, one.clause)
        for one in endings(*decided(review))
    ]


def reasons() -> dict[str, PanelReason]:
    return {one.ending.project_number: one for one in panel_reasons(*decided())}


def test_every_application_ends_once_in_the_order_of_the_record() -> None:
    assert ends() == [
        ("K101", "innstilt", "K4"),
        ("K102", "innstilt", "K4"),
        ("K103", "innstilt", "K4"),
        ("K105", "innstilt", "K4"),
        ("K104", "støtteverdig", "K4"),
        ("K106", "støtteverdig", "K4"),
        ("K108", "støtteverdig", "K4"),
        ("K107", "ikke-støtteverdig", "K4"),
        ("K109", "avvist", "K1"),
        ("K110", "trukket", ""),
    ]


def test_what_k1_rejected_stays_rejected_though_it_withdraws_later() -> None:
    assert ("K109", "avvist", "K1") in ends(K109=PanelStep.GRADING)
    assert ("K109", "trukket", "") in ends(K109=PanelStep.SCREENING)


def test_an_application_withdrawn_from_k4_is_not_recommended() -> None:
    found = ends(K102=PanelStep.RECOMMENDATION)
    assert ("K102", "trukket", "") in found
    assert ("K104", "innstilt", "K4") in found


def test_the_words_for_programs_follow_from_the_same_ends() -> None:
    rows = award_decisions(*decided()).rows
    assert [row[2] for row in rows] == [
        *["recommended"] * 4,
        *["support-worthy"] * 3,
        "not-support-worthy",
        "rejected",
        "withdrawn",
    ]


def test_a_reason_holds_the_place_the_sum_and_what_orders_equals() -> None:
    one = reasons()["2024/K104"]
    assert one.standing is not None
    assert (one.standing.place, one.standing.running_sum) == (5, 70_000_000)
    assert (one.standing.order, one.standing.equals) == (Order.RULED, ("2024/K105",))
    below = reasons()["2024/K106"].standing
    assert below is not None
    assert (below.order, below.equals) == (Order.BY_NUMBER, ("2024/K108",))
    alone = reasons()["2024/K101"].standing
    assert alone is not None
    assert (alone.order, alone.equals) == (Order.GRADES, ())


def test_a_rejected_application_has_every_failure_and_no_grade() -> None:
    one = reasons()["2024/K109"]
    assert [failure.criterion for failure in one.failures] == ["F2", "F7", "F9"]
    assert one.keys is None
    assert one.standing is None
    assert reasons()["2024/K101"].failures == ()
