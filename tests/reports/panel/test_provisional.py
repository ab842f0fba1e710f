"""What the grades would lead to as they stand, and the rows that every such list has (K3, K4)."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import PanelReview
from reviewpkg.procedure.panel import panel
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.reports.panel.meeting_packet import meeting_packet
from reviewpkg.reports.panel.packet import PanelPacket
from reviewpkg.reports.panel.provisional import Provisional, provisional
from reviewpkg.reports.panel.recommendation_rows import (
    Order,
    RecommendationRow,
    RecommendationRows,
    recommendation_rows,
)
from reviewpkg.reports.ranked_pool import FundingLine
from tests.html_snapshot import HtmlFile
from tests.procedure.panel.build_panel import application, given, review
from tests.reports.panel.panel_call import CALL, FURNITURE, REVIEW

RULED = replace(REVIEW, rulings=(Ruling("2024/K105", 4, "Størst behov."),))
PLENTY = replace(REVIEW, call=replace(CALL, budget=1_000_000_000))


class PanelPage(HtmlFile):
    root = "../../../../.."


def page(of: PanelReview = REVIEW) -> Provisional:
    document = provisional(of.call, panel.recommend(panel.screen(of)), FURNITURE)
    assert document.path == "panelet/forelopig-innstilling"
    assert isinstance(document.page, Provisional)
    return document.page


def html(of: PanelReview = REVIEW) -> str:
    return render_html("panel/provisional.html", page(of))


def rows(of: PanelReview = REVIEW) -> RecommendationRows:
    return recommendation_rows(of.call, panel.recommend(panel.screen(of)))


def numbers(listed: tuple[RecommendationRow, ...]) -> list[str]:
    return [one.project_number.removeprefix("2024/") for one in listed]


def packet(of: PanelReview = REVIEW) -> PanelPacket:
    return meeting_packet(panel.screen(of), FURNITURE)


def test_the_page(snapshot: SnapshotAssertion) -> None:
    written = html()
    assert written == snapshot.use_extension(PanelPage)
    assert write_pdf(written).startswith(b"%PDF")


def test_it_says_that_nothing_is_decided() -> None:
    assert "Foreløpig. Ingenting er innstilt." in html()
    assert "før panelet har satt noen samlet karakter" in html(replace(REVIEW, joint_grades=()))


def test_the_tied_at_the_line_stand_with_both_orders_and_what_each_gives() -> None:
    tie = page().tie
    assert tie is not None
    assert [(one.order, one.recommended, one.left_over) for one in tie.orders] == [
        (("2024/K104", "2024/K105"), ("2024/K104",), 5_000_000),
        (("2024/K105", "2024/K104"), ("2024/K105",), 0),
    ]
    assert "Andre utfall finnes ikke." in html()
    assert "før lederens beslutning står i «lederbeslutning»" in html()
    assert "kan bare ordne disse 2 seg imellom" in html()


def test_more_tied_than_are_tried_in_every_order_is_said() -> None:
    seven = [application(f"{at}", amount=at) for at in range(1, 8)]
    grades = [one for each in seven for one in given(each.project_number, ((4, 4), (4, 4)))]
    nothing_formal = review(()).call.screening
    call = replace(CALL, budget=10, screening=nothing_formal)
    tied = review(seven, grades, call=call)
    assert "Andre rekkefølger kan gi flere utfall" in html(tied)


def test_once_the_chair_has_ruled_there_is_no_box() -> None:
    assert page(RULED).tie is None
    assert "Står likt ved linjen" not in html(RULED)
    assert "<b>Lederen: til plass 4.</b> Størst behov." in html(RULED)


def test_a_line_between_unequals_has_no_box() -> None:
    assert page(PLENTY).tie is None
    assert "Alle 7 får plass: 87" in html(PLENTY)


def test_the_tied_stand_between_those_above_the_line_and_those_below() -> None:
    found = rows()
    assert numbers(found.above) == ["K101", "K102", "K103"]
    assert numbers(found.open_tie) == ["K104", "K105"]
    assert numbers(found.below) == ["K106", "K108"]
    assert numbers(found.not_worthy) == ["K107"]
    assert found.line == FundingLine(3, 45_000_000, 55_000_000)


def test_while_the_tie_is_open_the_tied_share_a_place_and_have_no_running_sum() -> None:
    assert [(one.place, one.running_sum, one.order) for one in rows().open_tie] == [
        (4, None, Order.OPEN),
        (4, None, Order.OPEN),
    ]


def test_a_ruling_puts_the_tied_in_order_and_draws_the_line() -> None:
    found = rows(RULED)
    assert numbers(found.above) == ["K101", "K102", "K103", "K105"]
    assert found.open_tie == ()
    assert numbers(found.below) == ["K104", "K106", "K108"]
    assert found.line == FundingLine(4, 60_000_000, 70_000_000)
    first, last = found.above[-1], found.below[0]
    assert (first.place, first.order, first.ruling) == (4, Order.RULED, RULED.rulings[0])
    assert (last.place, last.order, last.ruling) == (5, Order.RULED, None)


def test_equals_that_the_line_does_not_part_stand_by_project_number() -> None:
    assert [(one.place, one.order, one.level) for one in rows().below] == [
        (6, Order.BY_NUMBER, True),
        (7, Order.BY_NUMBER, False),
    ]


def test_the_theme_goes_first_but_lifts_nothing_over_the_threshold() -> None:
    found = rows()
    assert (found.above[0].priority, found.above[0].grade) == (True, Fraction(15, 4))
    assert (found.not_worthy[0].priority, found.not_worthy[0].place) == (True, None)


def test_without_a_theme_no_page_speaks_of_one() -> None:
    plain = replace(REVIEW, call=replace(CALL, priority_theme=""))
    assert "tema" not in html(plain).lower()
    assert numbers(rows(plain).above) == ["K102", "K103", "K104", "K105"]


def test_a_joint_grade_stands_with_the_experts_mean() -> None:
    (one,) = (each for each in rows().above if each.experts_grade is not None)
    assert (one.project_number, one.grade, one.experts_grade) == (
        "2024/K103",
        Fraction(22, 5),
        Fraction(15, 4),
    )


def test_a_first_application_that_costs_more_than_the_budget_leaves_all_below() -> None:
    found = rows(replace(REVIEW, call=replace(CALL, budget=14_999_999)))
    assert found.above == ()
    assert found.line == FundingLine(0, 0, 15_000_000)
    assert len(found.below) == 7


def test_no_title_becomes_markup() -> None:
    assert "<script" not in html()
    assert "=HYPERLINK(1) &lt;script&gt;" in html()


def test_every_column_has_a_heading() -> None:
    assert not re.search(r'<th scope="col"[^>]*></th>', html())


def test_an_empty_call_has_a_page_too() -> None:
    empty = replace(REVIEW, eligible=frozenset())
    assert "ingenting å innstille" in html(empty)
    assert write_pdf(html(empty)).startswith(b"%PDF")


def test_the_meeting_gets_sheet_provisional_list_record_and_decisions() -> None:
    made = packet().packet
    assert [one.path for one in made.documents] == [
        "panelet/panelark",
        "panelet/forelopig-innstilling",
    ]
    assert [one.path for one in made.forms] == ["samlet"]
    assert tuple(made.tables) == ("decisions.csv",)
    assert made.warnings == ()


def test_the_summary_says_how_it_stands() -> None:
    first, second = packet().summary
    assert first == "Panelarket har 8 søknader."
    assert second == (
        "Slik karakterene står, er 7 støtteverdige, og 2024/K104 og 2024/K105 står likt ved linjen."
    )
    assert packet(PLENTY).summary[1] == ("Slik karakterene står, er 7 støtteverdige og 7 innstilt.")


def test_the_overview_says_who_does_what_next() -> None:
    document = packet().index({"panelet/panelark.pdf", "samlet.xlsx", "decisions.csv"}, ())
    written = render_html(document.template, document.page)
    assert "Ingenting er innstilt ennå." in written
    assert "«lederbeslutning»" in written
    assert 'href="panelet/panelark.pdf"' in written
    assert 'href="samlet.xlsx"' in written
