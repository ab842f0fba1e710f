"""One application's way through the panel's steps, as a page (K1 to K4)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import PanelReview
from reviewpkg.procedure.panel import panel
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.plain_text import render_text
from reviewpkg.reports.panel.explain import PanelExplanation, panel_explanation
from tests.html_snapshot import HtmlFile
from tests.reports.panel.panel_call import FURNITURE, REVIEW, before_grading

RULED = replace(REVIEW, rulings=(Ruling("2024/K105", 4, "Kan starte straks."),))
LONG, HOSTILE, TIED, REJECTED = "2024/K102", "2024/K103", "2024/K105", "2024/K109"
WAITS = "tabellen karakterer mangler"


class PanelPage(HtmlFile):
    root = "../../../../.."


def explained(number: str, review: PanelReview = RULED) -> PanelExplanation:
    screened = panel.screen(review)
    found = panel.recommend(screened) if review.grades else None
    page = panel_explanation(screened, found, number, WAITS, FURNITURE)
    assert page is not None
    return page


@pytest.mark.parametrize(
    "number", [LONG, HOSTILE, TIED, REJECTED], ids=lambda number: number.partition("/")[2]
)
def test_the_page(number: str, snapshot: SnapshotAssertion) -> None:
    page = render_html("panel/explain.html", explained(number))
    assert page == snapshot(extension_class=PanelPage)
    assert write_pdf(page).startswith(b"%PDF")


def test_text_of_the_tables_never_becomes_markup() -> None:
    page = render_html("panel/explain.html", explained(HOSTILE))
    assert "<script" not in page
    assert "<b>for dyrt" not in page


def test_before_anyone_has_graded_the_way_ends_with_what_is_missing() -> None:
    page = explained(LONG, before_grading())
    assert page.meeting is None
    assert page.recommendation is None
    text = render_text("panel/explain.txt", page)
    assert "Ingen eksperter har gitt karakter; utlysningen krever minst 2." in text
    assert text.endswith("Ikke avgjort: tabellen karakterer mangler.\n")


def test_what_k1_rejected_is_decided_before_anyone_has_graded() -> None:
    page = explained(REJECTED, before_grading())
    assert page.ending is not None
    assert page.waits_for == ""
    assert page.grading is None


def test_who_is_conflicted_is_named_with_the_step() -> None:
    part = explained(TIED).grading
    assert part is not None
    assert [(one.name, one.from_step) for one in part.barred] == [
        ("Kari Nordmann", "K2"),
        ("Ola Hansen", "K2"),
    ]


def test_an_application_that_does_not_exist_has_no_way() -> None:
    screened = panel.screen(REVIEW)
    assert panel_explanation(screened, None, "2024/K999", WAITS, FURNITURE) is None
