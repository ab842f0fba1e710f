"""What the two-round routine makes of round 1 and for the meetings, in nynorsk and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.domain.steps import Step
from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.procedure.two_round import round_1
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.plain_text import render_text
from reviewpkg.reports import grading_form, notices, step_words
from reviewpkg.reports.decision_record import DecisionRecord
from reviewpkg.reports.document import Document
from reviewpkg.reports.explain import explanation
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.joint_form import joint_forms
from reviewpkg.reports.plenary_1 import plenary_1_record, plenary_1_sheet
from reviewpkg.reports.round_1_packet import documents
from reviewpkg.reports.selection_list import SelectionList
from reviewpkg.reports.user_agenda import user_agendas
from reviewpkg.reports.user_form import user_forms
from reviewpkg.reports.user_joint_form import user_joint_form
from reviewpkg.reports.user_supplement import user_supplement
from tests.html_snapshot import HtmlFile
from tests.reports import award_call, conference_call, form_call, small_call
from tests.reports.left_over import left_over

OTHERS = (Language.NYNORSK, Language.ENGLISH)
INPUTS = (("call.toml", "ab" * 32, 412), ("karakterer/m1a.xlsx", "0c" * 32, 15_320))
WENT = tuple(f"K{number:02}" for number in range(1, 18))


class TextFile(SingleFileSnapshotExtension):
    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def html(document: Document) -> str:
    return render_html(document.template, document.page)


def without_pictures(document: Document) -> str:
    """Return a page but for its pictures and their figures, which have words of their own."""
    match document.page:
        case SelectionList() as page:
            return render_html(document.template, replace(page, map=None))
        case DecisionRecord() as page:
            return render_html(document.template, replace(page, flows=()))
        case page:
            return render_html(document.template, page)


def of_round_1(language: Language, *, adjusted: bool = True) -> dict[str, Document]:
    outcome = round_1.run(small_call.review(adjusted=adjusted))
    furniture = small_call.furniture().speaking(language)
    made = documents(outcome, furniture, INPUTS, notices.warnings(outcome))
    return {one.path: one for one in made}


def asked_of_people(language: Language) -> Iterator[FormDocument]:
    """Yield every form of 1.1, 1.4 and 2.1 to 2.3."""
    furniture = form_call.FURNITURE.speaking(language)
    outcome = round_1.run(form_call.REVIEW)
    yield from grading_form.grading_forms(form_call.ungraded(), furniture)
    yield from joint_forms(outcome, furniture).forms
    yield from user_forms(outcome, furniture)
    # What all user representatives have a conflict with is told in words of the conference.
    all_of_them = {conference_call.number(short) for short in (3014, 4001)}
    conflicts = tuple(
        one for one in conference_call.CONFLICTS if one.project_number not in all_of_them
    )
    decided = round_1.run(replace(conference_call.REVIEW, conflicts=conflicts))
    furniture = conference_call.FURNITURE.speaking(language)
    for area in conference_call.areas(conference_call.CONFERENCE, decided):
        forms = (
            user_joint_form(decided, conference_call.CONFERENCE, area, furniture),
            user_supplement(decided, area, furniture),
        )
        yield from (form for form in forms if form)
        yield plenary_1_record(decided, area, furniture)


def for_meetings(language: Language) -> Iterator[Document]:
    """Yield what is read in the meetings of 2.1 and 2.2."""
    furniture = conference_call.FURNITURE.speaking(language)
    decided, conference = conference_call.ROUND_1, conference_call.before(Step.PLENARY_1)
    for area in conference_call.areas(conference):
        yield from user_agendas(decided, conference, area, furniture)
        yield plenary_1_sheet(decided, area, furniture)


def told_of(form: FormDocument) -> str:
    """Return what a workbook says but for its table."""
    made = form.workbook
    parts: Iterable[str] = (
        part for section in made.explanation for part in (section.heading, *section.paragraphs)
    )
    return "\n".join((made.title, made.step, made.recipient, made.sheet, *parts))


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_in_the_lists_and_records(language: Language) -> None:
    for adjusted in (True, False):
        for path, one in of_round_1(language, adjusted=adjusted).items():
            given = (small_call.review(), small_call.CALL, INPUTS)
            assert left_over(without_pictures(one), language, given) == [], path


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_on_the_forms(language: Language) -> None:
    given = (form_call.REVIEW, conference_call.REVIEW, conference_call.CONFERENCE)
    for form in asked_of_people(language):
        tables = ("karakterer", "samlet", "plenum1", form.workbook.table.name)
        assert left_over(told_of(form), language, given, tables) == [], form.path
        if form.printed:
            assert left_over(html(form.printed), language, given) == [], form.path


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_on_what_is_read_in_meetings(language: Language) -> None:
    given = (conference_call.REVIEW, conference_call.CONFERENCE)
    for one in for_meetings(language):
        assert left_over(html(one), language, given) == [], one.path


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_in_the_overview_of_the_grading_forms(language: Language) -> None:
    review, furniture = form_call.ungraded(), form_call.FURNITURE.speaking(language)
    index = grading_form.forms_index(review, furniture, {"karakterer-m1a.xlsx"})
    assert left_over(html(index), language, review, "karakterer") == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("number", WENT)
def test_no_bokmal_is_left_in_the_way_of_an_application(number: str, language: Language) -> None:
    given = (award_call.decided().review, award_call.CONFERENCE)
    page = explanation(
        award_call.decided(),
        award_call.CONFERENCE,
        award_call.awards(),
        number,
        award_call.FURNITURE.speaking(language),
    )
    assert page is not None
    assert left_over(render_html("explain.html", page), language, given) == []
    assert left_over(render_text("explain.txt", page), language, given) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_in_what_is_told_of_round_1(language: Language) -> None:
    words = Words(language)
    outcome = round_1.run(small_call.review())
    for one in (*notices.warnings(outcome), *notices.summary(outcome)):
        assert left_over(words.retell(one), language, small_call.review()) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_in_the_overviews_of_the_ranking(language: Language) -> None:
    words = Words(language)
    for step in (step_words.RANKING, step_words.RANKING_LIST):
        said = (step.step_name, step.title, step.lead)
        tasks = (part for task in step.tasks for part in (task.who, task.what))
        for one in (*said, *tasks):
            assert left_over(words.retell(one), language, RULINGS.name) == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("path", ["avslag-1-ks", "justeringsrapport"])
def test_page(path: str, language: Language, snapshot: SnapshotAssertion) -> None:
    assert html(of_round_1(language)[path]) == snapshot(extension_class=HtmlFile)


@pytest.mark.parametrize("language", OTHERS)
def test_the_way_of_one_application(language: Language, snapshot: SnapshotAssertion) -> None:
    page = explanation(
        award_call.decided(),
        award_call.CONFERENCE,
        award_call.awards(),
        "K07",
        award_call.FURNITURE.speaking(language),
    )
    assert page is not None
    assert render_text("explain.txt", page) == snapshot(extension_class=TextFile)
