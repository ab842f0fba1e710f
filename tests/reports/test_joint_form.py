from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain import tables
from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.steps import Step
from reviewpkg.intake.files import open_table
from reviewpkg.intake.rows import read_rows
from reviewpkg.procedure.two_round import round_1
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.joint_form import JointForm, joint_forms
from tests.html_snapshot import HtmlFile
from tests.reports.form_call import FURNITURE, GRADING, REVIEW
from tests.workbook_xml import cells, column, everything, filled_in, unlocked

MADE = joint_forms(round_1.run(REVIEW), FURNITURE)
FORMS = {form.path: form for form in MADE.forms}
P1, P2 = "par/par-p1/samlet-p1", "par/par-p2/samlet-p2"
SUBSTITUTE = "par/m1a-m2a/samlet-m1a-m2a"
ALONE = "par/m1a-uten-m1b/samlet-m1a-uten-m1b"


def page(form: FormDocument) -> JointForm:
    assert form.printed is not None
    assert isinstance(form.printed.page, JointForm)
    return form.printed.page


def html(form: FormDocument) -> str:
    return render_html("joint_form.html", page(form))


def numbers(form: FormDocument) -> list[str]:
    return [card.project_number for card in page(form).cards]


def test_the_two_who_graded_get_the_application() -> None:
    assert {path: numbers(form) for path, form in FORMS.items()} == {
        P1: ["2019/A-1"],
        P2: ["2019/B-1"],
        SUBSTITUTE: ["2019/A-2"],
        ALONE: ["2019/A-3"],
    }


def test_the_conflicted_owner_gets_nothing_on_it() -> None:
    for form in FORMS.values():
        if "Ola Hansen" in form.workbook.recipient:
            assert "2019/A-2" not in html(form)
            assert "2019/A-3" not in everything(form_workbook(form.workbook))
    assert FORMS[ALONE].workbook.recipient == "Kari Nordmann"


def test_who_does_not_take_part_is_said_without_a_reason() -> None:
    assert "Ola Hansen deltar ikke i vurderingen av denne søknaden" in html(FORMS[ALONE])
    about, *_ = FORMS[ALONE].workbook.explanation
    assert "Ola Hansen deltar ikke i vurderingen av disse søknadene." in about.paragraphs


def test_what_both_are_kept_away_from_goes_on_no_form() -> None:
    assert [graded.project_number for graded in MADE.without_anyone] == ["2019/B-2"]


def test_a_conflict_from_a_later_step_changes_nothing_yet() -> None:
    later = Conflict("2019/A-1", "m1b", from_step=Step.PLENARY_1)
    review = replace(REVIEW, conflicts=(*REVIEW.conflicts, later))
    assert joint_forms(round_1.run(review), FURNITURE) == MADE


@pytest.mark.parametrize(
    ("step", "stays"), [(Step.USER_REVIEW, False), (Step.JOINT, False), (Step.PLENARY_1, True)]
)
def test_an_application_withdrawn_by_then_is_on_no_form(step: Step, *, stays: bool) -> None:
    applications = tuple(
        replace(one, withdrawn_from=step) if one.project_number == "2019/B-1" else one
        for one in REVIEW.applications
    )
    forms = joint_forms(round_1.run(replace(REVIEW, applications=applications)), FURNITURE).forms
    assert any("2019/B-1" in numbers(form) for form in forms) is stays


def test_order_is_mean_then_difference_then_number() -> None:
    review = replace(REVIEW, conflicts=())
    graded = {("2019/A-2", "m2a"): "m1b"}
    grades = tuple(
        replace(one, member=graded.get((one.project_number, one.member), one.member))
        for one in REVIEW.grades
    )
    forms = joint_forms(round_1.run(replace(review, grades=grades)), FURNITURE).forms
    assert {form.path: numbers(form) for form in forms} == {
        P1: ["2019/A-2", "2019/A-1", "2019/A-3"],
        P2: ["2019/B-1", "2019/B-2"],
    }


def test_an_acting_pair_that_is_another_pair_has_it_on_its_own_form() -> None:
    taken_over = (Conflict("2019/B-1", "m2a", "m1b"), Conflict("2019/B-1", "m2b", "m1a"))
    grades = tuple(
        replace(one, member={"m2a": "m1b", "m2b": "m1a"}[one.member])
        if one.project_number == "2019/B-1"
        else one
        for one in REVIEW.grades
    )
    review = replace(REVIEW, conflicts=(*REVIEW.conflicts, *taken_over), grades=grades)
    made = {form.path: form for form in joint_forms(round_1.run(review), FURNITURE).forms}
    assert numbers(made[P1]) == ["2019/A-1", "2019/B-1"]
    own, other = page(made[P1]).cards
    names = ("Kari Nordmann", "Ola Hansen")
    for card, totals in ((own, (6, 5)), (other, (3, 6))):
        assert tuple(one.name for one in card.given) == names
        assert tuple(int(one.total) for one in card.given) == totals
    assert "søknad fra par P2" in html(made[P1])


def test_both_grades_stand_with_their_names() -> None:
    form = FORMS[P1].workbook
    found = cells(form_workbook(form))
    shown = [found[f"{column(form, heading)}2"] for heading in ("Karakter 1", "Karakter 2")]
    assert shown == ["6", "5"]
    assert found[f"{column(form, 'Gjennomsnitt')}2"] == "5.5"
    assert found[f"{column(form, 'Differanse')}2"] == "1"
    about, *_ = form.explanation
    assert about.paragraphs[-1] == (
        "«Karakter 1» er gitt av Kari Nordmann, «Karakter 2» av Ola Hansen."
    )


def test_only_grade_areas_and_reason_can_be_written() -> None:
    form = FORMS[P1].workbook
    asked = ("Samlet karakter", "Prioriterte områder", "Begrunnelse")
    assert unlocked(form_workbook(form)) == {column(form, heading) for heading in asked}


def test_filled_in_it_is_read_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "samlet").mkdir()
    for path, form in FORMS.items():
        answers = {
            f"{column(form.workbook, 'Samlet karakter')}2": "5.5",
            f"{column(form.workbook, 'Prioriterte områder')}2": "0",
            f"{column(form.workbook, 'Begrunnelse')}2": "- god & «klar»",
        }
        data = filled_in(form_workbook(form.workbook), answers)
        (tmp_path / "samlet" / f"{path.rpartition('/')[2]}.xlsx").write_bytes(data)
    read = read_rows(tables.joint_grades(GRADING), open_table(tmp_path, "samlet"))
    assert read.problems == ()
    assert sorted(row.text("project_number") for row in read.rows) == [
        "2019/A-1",
        "2019/A-2",
        "2019/A-3",
        "2019/B-1",
    ]
    assert {(row.values["priority_areas"], row.text("reason")) for row in read.rows} == {
        (0, "- god & «klar»")
    }


def test_a_joint_form_on_paper(snapshot: SnapshotAssertion) -> None:
    written = html(FORMS[P1])
    assert written == snapshot.use_extension(HtmlFile)
    assert write_pdf(written).startswith(b"%PDF")


def test_a_joint_form_for_one_on_paper(snapshot: SnapshotAssertion) -> None:
    assert html(FORMS[ALONE]) == snapshot.use_extension(HtmlFile)
