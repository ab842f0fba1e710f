"""What the panel has in front of it, and what it records (K3)."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.call import Scale
from reviewpkg.domain.panel import ExpertGrade, PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.panel.loading import load_panel
from reviewpkg.problems import sentences
from reviewpkg.procedure.panel import panel
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.panel.joint_record import joint_record
from reviewpkg.reports.panel.panel_sheet import PanelRow, PanelSheet, large_from, panel_sheet
from tests.html_snapshot import HtmlFile
from tests.reports.panel.panel_call import CALL, FURNITURE, GRADES, REVIEW, write_folder
from tests.workbook_xml import cells, column, filled_in, unlocked

ORDER = tuple(f"2024/K10{at}" for at in (2, 3, 4, 5, 1, 6, 8, 7))


class PanelPage(HtmlFile):
    root = "../../../../.."


def page(review: PanelReview = REVIEW) -> PanelSheet:
    document = panel_sheet(review, panel.meet(panel.screen(review)), FURNITURE)
    assert document.path == "panelet/panelark"
    assert isinstance(document.page, PanelSheet)
    return document.page


def html(review: PanelReview = REVIEW) -> str:
    return render_html("panel/panel_sheet.html", page(review))


def row(number: str, review: PanelReview = REVIEW) -> PanelRow:
    return next(one for one in page(review).rows if one.assessed.project_number == number)


def record(review: PanelReview = REVIEW) -> FormDocument:
    return joint_record(review, panel.meet(panel.screen(review)), FURNITURE)


def test_the_sheet(snapshot: SnapshotAssertion) -> None:
    written = html()
    assert written == snapshot.use_extension(PanelPage)
    assert write_pdf(written).startswith(b"%PDF")


def test_applications_stand_in_descending_order_and_equals_share_a_place() -> None:
    rows = page().rows
    assert tuple(one.assessed.project_number for one in rows) == ORDER
    assert [one.assessed.position for one in rows] == [1, 2, 3, 3, 5, 6, 6, 8]
    assert [one.level for one in rows] == [False, False, True, False, False, True, False, False]


def test_the_theme_is_marked_but_does_not_change_the_order() -> None:
    assert {one.assessed.project_number for one in page().rows if one.priority} == {
        "2024/K101",
        "2024/K107",
    }


def test_a_joint_grade_counts_and_the_experts_mean_stands_below_it() -> None:
    assert re.search(
        r'<b>4,4(<span class="pad".*?></span>)?</b><span class="below">samlet</span>'
        r'<span class="below">snitt 3,75</span>',
        html(),
    )


def test_a_grade_on_the_threshold_is_above_the_line() -> None:
    assert page().worthy[-1].assessed.grade == CALL.support_worthy_min
    assert [one.assessed.project_number for one in page().below] == ["2024/K107"]
    assert "Grensen er 3,5. Søknadene under streken er ikke støtteverdige." in html()


@pytest.mark.parametrize(
    ("threshold", "sentence"),
    [
        (1, "Grensen er 1. Ingen søknader er under den."),
        (5, "Grensen er 5. Ingen søknader er støtteverdige."),
    ],
)
def test_the_line_is_drawn_though_all_are_on_one_side(threshold: int, sentence: str) -> None:
    call = replace(CALL, support_worthy_min=Fraction(threshold))
    assert sentence in html(replace(REVIEW, call=call))


@pytest.mark.parametrize(
    ("spread", "large"), [(Fraction(1), False), (Fraction(4, 3), True), (Fraction(3, 2), True)]
)
def test_a_spread_of_a_third_of_the_scale_is_large(spread: Fraction, *, large: bool) -> None:
    thirds = Scale(Fraction(1), Fraction(5), Fraction(1, 3))
    call = replace(CALL, grading=replace(CALL.grading, total=thirds))
    grades = (
        *(one for one in GRADES if one.project_number != "2024/K104"),
        ExpertGrade("2024/K104", "e2", Fraction(4), Fraction(4)),
        ExpertGrade("2024/K104", "e3", Fraction(4), 4 - 2 * spread),
    )
    one = row("2024/K104", replace(REVIEW, call=call, grades=grades))
    assert one.assessed.graded.spread == spread
    assert one.large_spread == large


def test_where_the_spread_becomes_large_follows_from_the_scale() -> None:
    assert large_from(Scale(Fraction(1), Fraction(7), Fraction(1))) == 2
    assert large_from(CALL.grading.total) == Fraction(4, 3)
    assert "fra 1,33, en tredel av skalaen" in html()


def test_the_panel_is_told_where_to_look_first() -> None:
    assert [one.assessed.project_number for one in page().look_first] == ["2024/K103"]
    grades = tuple(one for one in GRADES if (one.project_number, one.member) != ("2024/K103", "e4"))
    assert "Ingen søknader har stor spredning." in html(replace(REVIEW, grades=grades))


def test_every_expert_s_grades_stand_with_a_name() -> None:
    given = [(one.name, int(one.quality), int(one.benefit)) for one in row("2024/K103").given]
    assert given == [("Ola Hansen", 5, 5), ("Per Sæther", 2, 3)]


def test_who_is_conflicted_by_the_meeting_leaves_the_room() -> None:
    leaving = {
        one.assessed.project_number: [person.name for person in one.leaving]
        for one in page().rows
        if one.leaving
    }
    assert leaving == {
        "2024/K101": ["Ingrid Moen"],
        "2024/K102": ["Eva Leder"],
        "2024/K105": ["Kari Nordmann", "Ola Hansen"],
        "2024/K106": ["Per Sæther"],
    }
    assert "Eva Leder (leder)" in html()


def test_what_k1_turned_down_and_what_is_withdrawn_is_not_there() -> None:
    assert "2024/K109" not in html()
    assert "2024/K110" not in html()


def test_no_title_and_no_comment_becomes_markup() -> None:
    assert "<script" not in html()
    assert "<b>for dyrt" not in html()
    assert "- for få pasienter &amp; &lt;b&gt;for dyrt" in html()


def test_the_sheet_of_an_empty_call_is_still_a_sheet() -> None:
    review = replace(REVIEW, eligible=frozenset())
    assert page(review).rows == ()
    assert "Ingen søknader skal tas opp i møtet." in html(review)
    assert write_pdf(html(review)).startswith(b"%PDF")


def test_the_record_has_every_application_in_the_order_of_the_sheet() -> None:
    form = record()
    assert form.path == "samlet"
    assert tuple(one[0] for one in form.workbook.rows) == ORDER
    written = cells(form_workbook(form.workbook))
    second = {
        heading: written.get(f"{column(form.workbook, heading)}3")
        for heading in ("Ekspertenes karakter", "Spredning", "Samlet karakter")
    }
    assert second == {"Ekspertenes karakter": "3,75", "Spredning": "2,5", "Samlet karakter": None}
    assert written[f"{column(form.workbook, 'Går ut')}2"] == "Eva Leder"


def test_only_joint_grade_and_reason_can_be_written_in_the_record() -> None:
    form = record().workbook
    assert unlocked(form_workbook(form)) == {
        column(form, "Samlet karakter"),
        column(form, "Begrunnelse"),
    }


def test_the_record_says_where_earlier_joint_grades_stand() -> None:
    about, *_ = record().workbook.explanation
    assert "satt samlet karakter på én søknad" in about.paragraphs[1]
    about, *_ = record(replace(REVIEW, joint_grades=())).workbook.explanation
    assert not any("satt samlet karakter" in line for line in about.paragraphs)


def test_filled_in_the_record_is_read_without_a_word(tmp_path: Path) -> None:
    write_folder(tmp_path)
    rows = "\n".join(
        f"{one.project_number};{one.member};{one.quality};{one.benefit}" for one in GRADES
    )
    (tmp_path / "karakterer.csv").write_text(f"Prosjektnummer;Medlem;Kvalitet;Nytte\n{rows}\n")
    form = record().workbook
    answers = {
        f"{column(form, 'Samlet karakter')}3": "4.4",
        f"{column(form, 'Begrunnelse')}3": "Panelet er enig om styrken.",
    }
    (tmp_path / "samlet.xlsx").write_bytes(filled_in(form_workbook(form), answers))
    read = load_panel(tmp_path, PanelStep.MEETING, lambda review: panel.screen(review).passed)
    assert sentences(read.problems) == ()
    assert read.review.joint_grades == REVIEW.joint_grades
