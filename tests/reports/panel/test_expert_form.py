"""What an expert is asked for, and what they must not see (K2)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.people import Reviewer
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.panel.loading import PanelLoaded, load_panel
from reviewpkg.problems import sentences
from reviewpkg.procedure.panel import panel
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.panel.expert_form import ExpertForm, expert_forms
from reviewpkg.reports.panel.proposal import proposal
from tests.html_snapshot import HtmlFile
from tests.reports.panel.panel_call import (
    CONFLICTS,
    EXPERTS,
    FURNITURE,
    GRADES,
    HOSTILE,
    REVIEW,
    before_grading,
    write_folder,
)
from tests.workbook_xml import cells, column, everything, filled_in, unlocked


class PanelPage(HtmlFile):
    root = "../../../../.."


def made(review: PanelReview) -> dict[str, FormDocument]:
    found = expert_forms(proposal(panel.screen(review)), FURNITURE)
    return {one.path: one for one in found}


FORMS = made(before_grading())
PATHS = tuple(f"eksperter/{one}/karakterskjema-{one}" for one in ("e1", "e2", "e3", "e4"))
FIRST = PATHS[0]


def numbers(form: FormDocument) -> list[object]:
    return [row[0] for row in form.workbook.rows]


def html(form: FormDocument) -> str:
    assert form.printed is not None
    return render_html(form.printed.template, form.printed.page)


def test_every_expert_gets_a_form_and_neither_chair_nor_control_committee_does() -> None:
    assert tuple(FORMS) == PATHS


def test_a_form_has_what_the_expert_is_proposed_for() -> None:
    proposed = proposal(panel.screen(before_grading()))
    for mine in proposed.work:
        member = mine.expert.member
        form = FORMS[f"eksperter/{member}/karakterskjema-{member}"]
        assert numbers(form) == [one.project_number for one in mine.applications]
        assert {row[1] for row in form.workbook.rows} == {member}


def test_no_form_has_what_its_expert_is_conflicted_on_in_k2() -> None:
    barred = {
        (one.member, one.project_number) for one in CONFLICTS if one.from_step <= PanelStep.GRADING
    }
    assert len(barred) == 3
    for member, number in barred:
        form = FORMS[f"eksperter/{member}/karakterskjema-{member}"]
        assert number not in everything(form_workbook(form.workbook))
        assert number not in html(form)


def test_what_k1_turned_down_and_what_is_withdrawn_is_on_no_form() -> None:
    listed = {number for form in FORMS.values() for number in numbers(form)}
    assert listed == {f"2024/K10{at}" for at in range(1, 9)}


@pytest.mark.parametrize("review", [REVIEW, before_grading()], ids=["graded", "ungraded"])
def test_a_form_shows_no_grade_and_nobody_else(review: PanelReview) -> None:
    for form in made(review).values():
        written = everything(form_workbook(form.workbook)) + html(form)
        assert not [one.comment for one in GRADES if one.comment and one.comment in written]
        others = {one.name for one in EXPERTS if one.name not in form.workbook.copy}
        assert len(others) == len(EXPERTS) - 1
        assert not [name for name in others if name in written]
        asked = [place for place, one in enumerate(form.workbook.columns) if one.asks]
        assert all(row[place] is None for row in form.workbook.rows for place in asked)


def test_grades_that_have_come_in_do_not_change_a_form() -> None:
    assert made(REVIEW) == FORMS


def test_headings_are_those_of_the_table() -> None:
    assert [one.heading for one in FORMS[FIRST].workbook.columns] == [
        "Prosjektnummer",
        "Medlem",
        "Prosjektnavn",
        "Søkerinstitusjon",
        "Helseregion",
        "Søknadssum",
        "Kvalitet",
        "Nytte",
        "Kommentar",
    ]


def test_only_grades_and_comment_can_be_written() -> None:
    form = FORMS[FIRST].workbook
    asked = ("Kvalitet", "Nytte", "Kommentar")
    assert unlocked(form_workbook(form)) == {column(form, heading) for heading in asked}


def test_both_grades_are_chosen_from_the_scale_of_the_call() -> None:
    written = everything(form_workbook(FORMS[FIRST].workbook))
    assert written.count('type="list"') == 2
    assert "Gyldige verdier for «Kvalitet» og «Nytte»: 1–5" in written


def test_the_explanation_says_what_the_grades_are_and_how_they_weigh() -> None:
    text = " ".join(
        line for section in FORMS[FIRST].workbook.explanation for line in section.paragraphs
    )
    assert "vitenskapelige kvaliteten" in text
    assert "teller like mye" in text
    assert "på egen hånd" in text
    assert "La raden stå tom" in text
    assert "Rader kan ikke legges til" in text


def test_filled_in_and_dropped_in_it_is_read_without_a_word(tmp_path: Path) -> None:
    folder = returned(tmp_path, dict.fromkeys(PATHS, 1))
    read = loaded(folder, PanelStep.MEETING)
    assert sentences(read.problems) == ()
    assert len(read.review.grades) == sum(len(form.workbook.rows) for form in FORMS.values())
    one = next(one for one in read.review.grades if one.member == "e1")
    assert (int(one.quality), int(one.benefit), one.comment) == (4, 5, "- god & «klar»")
    assert next(
        one.title for one in read.review.applications if one.project_number == "2024/K103"
    ) == (HOSTILE)


def test_a_row_left_blank_is_read_without_a_word(tmp_path: Path) -> None:
    folder = returned(tmp_path, {PATHS[0]: 2, PATHS[1]: 1, PATHS[2]: 1, PATHS[3]: 1})
    read = loaded(folder, PanelStep.MEETING)
    assert sentences(read.problems) == ()
    assert {(one.project_number, one.member) for one in read.review.grades} == {
        (str(row[0]), str(row[1])) for form in FORMS.values() for row in form.workbook.rows
    } - {("2024/K101", "e1")}


def returned(folder: Path, first_rows: dict[str, int]) -> Path:
    """Write a call folder with the forms filled in from a row on, counted from 1."""
    write_folder(folder)
    forms = expert_forms(
        proposal(panel.screen(loaded(folder, PanelStep.GRADING).review)), FURNITURE
    )
    (folder / "karakterer").mkdir()
    for form in forms:
        data = filled_in(
            form_workbook(form.workbook), answers(form.workbook, first_rows[form.path])
        )
        (folder / "karakterer" / f"{form.path.rpartition('/')[2]}.xlsx").write_bytes(data)
    return folder


def loaded(folder: Path, step: PanelStep) -> PanelLoaded:
    return load_panel(folder, step, lambda review: panel.screen(review).passed)


def answers(form: FormWorkbook, first_row: int) -> dict[str, str]:
    values = {"Kvalitet": "4", "Nytte": "5", "Kommentar": "- god & «klar»"}
    rows = range(first_row + 1, len(form.rows) + 2)
    return {
        f"{column(form, heading)}{row}": said for heading, said in values.items() for row in rows
    }


def test_a_title_that_looks_like_a_formula_is_shown_as_text() -> None:
    form = next(form for form in FORMS.values() if "2024/K103" in numbers(form))
    row = numbers(form).index("2024/K103") + 2
    assert cells(form_workbook(form.workbook))[f"{column(form.workbook, 'Prosjektnavn')}{row}"] == (
        HOSTILE
    )
    assert "<script" not in html(form)


def test_file_names_are_safe_and_never_alike() -> None:
    people = tuple(Reviewer(member, "Navn") for member in ("../a", "A", "a ", "æ/å"))
    forms = made(replace(before_grading(), experts=people, conflicts=()))
    assert len(forms) == len(people)
    assert all(path.count("/") == 2 and ".." not in path for path in forms)


def test_an_expert_without_applications_gets_no_form() -> None:
    everything_barred = tuple(
        replace(CONFLICTS[0], project_number=one.project_number, member="e4")
        for one in REVIEW.applications
    )
    forms = made(replace(before_grading(), conflicts=everything_barred))
    assert tuple(forms) == PATHS[:3]


def test_the_form_on_paper(snapshot: SnapshotAssertion) -> None:
    written = html(FORMS[FIRST])
    assert written == snapshot.use_extension(PanelPage)
    assert write_pdf(written).startswith(b"%PDF")


def test_the_form_on_paper_asks_for_the_same_applications() -> None:
    for form in FORMS.values():
        assert form.printed is not None
        assert isinstance(form.printed.page, ExpertForm)
        assert [one.project_number for one in form.printed.page.applications] == numbers(form)
