from __future__ import annotations

from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain import tables
from reviewpkg.intake.files import open_table
from reviewpkg.intake.rows import read_rows
from reviewpkg.procedure.two_round import round_1
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.user_form import user_forms
from tests.html_snapshot import HtmlFile
from tests.reports.form_call import COMMITTEE, FURNITURE, GRADES, GRADING, REVIEW
from tests.workbook_xml import column, everything, filled_in, unlocked

FORMS = user_forms(round_1.run(REVIEW), FURNITURE)


def html(form: FormDocument) -> str:
    assert form.printed is not None
    return render_html(form.printed.template, form.printed.page)


def test_each_has_a_folder_of_their_own() -> None:
    assert [form.path for form in FORMS] == [
        "brukerrepresentanter/b1/brukerkarakterer-b1",
        "brukerrepresentanter/b2/brukerkarakterer-b2",
    ]
    assert all(form.printed and form.printed.path == form.path for form in FORMS)


def test_applications_stand_by_project_number() -> None:
    for form in FORMS:
        numbers = [str(row[0]) for row in form.workbook.rows]
        assert numbers == sorted(numbers)
        assert "2019/A-1" in numbers


def test_no_grade_pair_or_reviewer_is_to_be_found() -> None:
    for form in FORMS:
        for written in (html(form), everything(form_workbook(form.workbook))):
            assert not [one.comment for one in GRADES if one.comment and one.comment in written]
            assert not [one.name for one in COMMITTEE.reviewers if one.name in written]
            assert "Gjennomsnitt" not in written
            assert "P1" not in written


def test_a_user_form_holds_no_number_but_the_scale() -> None:
    for form in FORMS:
        assert all(isinstance(value, str | None) for row in form.workbook.rows for value in row)


def test_only_grade_and_comment_can_be_written() -> None:
    form = FORMS[0].workbook
    written = {column(form, "Karakter"), column(form, "Kommentar")}
    assert unlocked(form_workbook(form)) == written


def test_filled_in_it_is_read_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "brukerkarakterer").mkdir()
    for form in FORMS:
        rows = range(2, len(form.workbook.rows) + 2)
        answers = {f"{column(form.workbook, 'Karakter')}{row}": "5.5" for row in rows}
        data = filled_in(form_workbook(form.workbook), answers)
        name = f"{form.path.rpartition('/')[2]}.xlsx"
        (tmp_path / "brukerkarakterer" / name).write_bytes(data)
    read = read_rows(tables.user_grades(GRADING), open_table(tmp_path, "brukerkarakterer"))
    assert read.problems == ()
    assert {(row.text("project_number"), row.text("member")) for row in read.rows} == {
        (str(row[0]), str(row[1])) for form in FORMS for row in form.workbook.rows
    }
    assert {row.values["grade"] for row in read.rows} == {GRADING.joint.min * 11 / 2}


def test_a_user_form_on_paper(snapshot: SnapshotAssertion) -> None:
    page = html(FORMS[0])
    assert page == snapshot.use_extension(HtmlFile)
    assert write_pdf(page).startswith(b"%PDF")
