from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.intake.loading import load_forms, load_round_1
from reviewpkg.problems import sentences
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.grading_form import forms_index, grading_forms
from tests.html_snapshot import HtmlFile
from tests.reports.form_call import (
    COMMITTEE,
    FURNITURE,
    GRADES,
    HOSTILE,
    REVIEW,
    ungraded,
    write_folder,
)
from tests.workbook_xml import cells, column, everything, filled_in, unlocked


def forms() -> dict[str, FormDocument]:
    return {one.path: one for one in grading_forms(ungraded(), FURNITURE)}


def numbers(form: FormDocument) -> list[object]:
    return [row[0] for row in form.workbook.rows]


def test_everyone_gets_what_they_grade_and_no_one_else_gets_a_form() -> None:
    given = {path: numbers(form) for path, form in forms().items()}
    assert given == {
        "karakterer-m1a": ["2019/A-1", "2019/A-2", "2019/A-3", "2019/A-5"],
        "karakterer-m1b": ["2019/A-1", "2019/A-3", "2019/A-5"],
        "karakterer-m2a": ["2019/A-2", "2019/B-1", "2019/B-2"],
        "karakterer-m2b": ["2019/B-1", "2019/B-2"],
    }


def test_a_conflicted_substitute_gets_nothing_on_it() -> None:
    conflicts = (*REVIEW.conflicts, Conflict("2019/A-2", "m2a"))
    given = grading_forms(replace(ungraded(), conflicts=conflicts), FURNITURE)
    (form,) = (one for one in given if one.path == "karakterer-m2a")
    assert numbers(form) == ["2019/B-1", "2019/B-2"]


def test_headings_follow_the_table_and_the_call() -> None:
    headings = [one.heading for one in forms()["karakterer-m1a"].workbook.columns]
    assert headings == [
        "Prosjektnummer",
        "Medlem",
        "Prosjektnavn",
        "Søkerorganisasjon",
        "Område",
        "Relevans",
        "Forskningskvalitet",
        "Totalkarakter",
        "Kommentar",
    ]


def test_only_scores_grade_and_comment_can_be_written() -> None:
    form = forms()["karakterer-m1a"].workbook
    asked = ("Relevans", "Forskningskvalitet", "Totalkarakter", "Kommentar")
    assert unlocked(form_workbook(form)) == {column(form, heading) for heading in asked}


def test_a_form_shows_no_grade_and_no_word_of_anyone() -> None:
    for form in grading_forms(REVIEW, FURNITURE):
        written = everything(form_workbook(form.workbook))
        assert not [one.comment for one in GRADES if one.comment and one.comment in written]
        others = {
            one.name for one in COMMITTEE.reviewers if one.name not in form.workbook.recipient
        }
        assert not [name for name in others if name in written]
        assert all(
            value is None
            for row in form.workbook.rows
            for value, one in zip(row, form.workbook.columns, strict=True)
            if one.asks
        )


def test_grades_do_not_change_a_form() -> None:
    assert grading_forms(REVIEW, FURNITURE) == grading_forms(ungraded(), FURNITURE)


def test_a_substitute_is_told_so() -> None:
    about, *_ = forms()["karakterer-m2a"].workbook.explanation
    assert about.paragraphs[-1] == "Du er stedfortreder på 2019/A-2."


def test_filled_in_and_dropped_in_it_is_read_without_a_word(tmp_path: Path) -> None:
    write_folder(tmp_path)
    loaded = load_forms(tmp_path, failing)
    assert sentences(loaded.problems) == ()
    (tmp_path / "karakterer").mkdir()
    for form in grading_forms(loaded.review, FURNITURE):
        answers = filled_in(form_workbook(form.workbook), _answers(form.workbook))
        (tmp_path / "karakterer" / f"{form.path}.xlsx").write_bytes(answers)
    read = load_round_1(tmp_path, failing)
    assert sentences(read.problems) == ()
    assert sorted(read.review.grades, key=_key) == sorted(GRADES, key=_key)
    assert read.review.applications[0].title == HOSTILE


def _key(grade: object) -> tuple[str, str]:
    return getattr(grade, "project_number", ""), getattr(grade, "member", "")


def _answers(form: FormWorkbook) -> dict[str, str]:
    given = {(grade.project_number, grade.member): grade for grade in GRADES}
    answers = {}
    for place, (number, member, *_) in enumerate(form.rows, start=2):
        grade = given[str(number), str(member)]
        answers[f"{column(form, 'Totalkarakter')}{place}"] = str(grade.total)
        answers[f"{column(form, 'Relevans')}{place}"] = str(grade.scores[0])
        if grade.comment:
            answers[f"{column(form, 'Kommentar')}{place}"] = grade.comment
    return answers


def test_a_title_that_looks_like_a_formula_is_shown_as_text() -> None:
    form = forms()["karakterer-m1a"].workbook
    assert cells(form_workbook(form))[f"{column(form, 'Prosjektnavn')}2"] == HOSTILE


def test_the_overview_says_who_received_what(snapshot: SnapshotAssertion) -> None:
    document = forms_index(
        REVIEW, FURNITURE, {form.path + ".xlsx" for form in grading_forms(REVIEW, FURNITURE)}
    )
    assert document.path == "index"
    assert render_html(document.template, document.page) == snapshot.use_extension(HtmlFile)
