"""What an expert is asked for, and what they must not see (K2)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.domain.headings import heading_in, word_in
from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.panel_tables import HEALTH_REGIONS
from reviewpkg.domain.people import Reviewer
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.panel.loading import PanelLoaded, load_panel
from reviewpkg.languages.language import Language
from reviewpkg.problems import sentences
from reviewpkg.procedure.panel import panel
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.panel.expert_form import ExpertForm, expert_forms
from reviewpkg.reports.panel.forms_packet import forms_packet
from reviewpkg.reports.panel.proposal import proposal
from tests.html_snapshot import HtmlFile
from tests.reports.panel.panel_call import (
    CALL,
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


def made(review: PanelReview, language: Language = Language.BOKMAL) -> dict[str, FormDocument]:
    found = expert_forms(proposal(panel.screen(review)), FURNITURE.speaking(language))
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
        others = {one.name for one in EXPERTS if one.name not in form.workbook.recipient}
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


@pytest.mark.parametrize("language", Language)
def test_in_any_language_it_is_read_as_the_same_grades(language: Language, tmp_path: Path) -> None:
    everyone = dict.fromkeys(PATHS, 1)
    read, same = (
        loaded(returned(folder, everyone, spoken), PanelStep.MEETING)
        for folder, spoken in ((tmp_path / "a", language), (tmp_path / "b", Language.BOKMAL))
    )
    assert sentences(read.problems) == ()
    assert read.review == same.review


def test_a_row_left_blank_is_read_without_a_word(tmp_path: Path) -> None:
    folder = returned(tmp_path, {PATHS[0]: 2, PATHS[1]: 1, PATHS[2]: 1, PATHS[3]: 1})
    read = loaded(folder, PanelStep.MEETING)
    assert sentences(read.problems) == ()
    assert {(one.project_number, one.member) for one in read.review.grades} == {
        (str(row[0]), str(row[1])) for form in FORMS.values() for row in form.workbook.rows
    } - {("2024/K101", "e1")}


def returned(
    folder: Path, first_rows: dict[str, int], language: Language = Language.BOKMAL
) -> Path:
    """Write a call folder with the forms filled in from a row on, counted from 1."""
    folder.mkdir(exist_ok=True)
    write_folder(folder)
    forms = expert_forms(
        proposal(panel.screen(loaded(folder, PanelStep.GRADING).review)),
        FURNITURE.speaking(language),
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
    values = {
        heading_in(form.language, "Kvalitet"): "4",
        heading_in(form.language, "Nytte"): "5",
        heading_in(form.language, "Kommentar"): "- god & «klar»",
    }
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


OTHERS = (Language.NYNORSK, Language.ENGLISH)
NORWEGIAN = re.compile(
    r"[æøåÆØÅ«»]|\b(og|er|på|skjema|søknad|karakter|kopi|side|trinn|grunnlag|kr|fra)\b",
    re.IGNORECASE,
)
BOKMAL = re.compile(r"\b(ikke|hver|bare|noe|fra|mer|navn|prosjektnavn|søker\w*)\b", re.IGNORECASE)


@pytest.mark.parametrize("language", OTHERS)
def test_the_form_on_paper_in_other_languages(
    language: Language, snapshot: SnapshotAssertion
) -> None:
    written = html(made(before_grading(), language)[FIRST])
    assert written == snapshot.use_extension(PanelPage)
    assert write_pdf(written).startswith(b"%PDF")


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_of_the_program_is_left_in_another_language(language: Language) -> None:
    """Only what the call and the applicants say themselves stays as it is."""
    for form in made(plain_english(), language).values():
        parts = [form.workbook.title, form.workbook.step, form.workbook.sheet]
        parts += [one.heading for one in form.workbook.columns]
        parts += [line for it in form.workbook.explanation for line in (it.heading, *it.paragraphs)]
        written = everything(form_workbook(form.workbook)) + "\n".join(parts)
        page = re.sub("<style>.*?</style>", "", html(form), flags=re.DOTALL)
        foreign = NORWEGIAN if language is Language.ENGLISH else BOKMAL
        for text in (written, page):
            said = own_names(text)
            assert foreign.search(said) is None, foreign.search(said)


def own_names(text: str) -> str:
    """Take out what the call says itself, and the names of files and folders."""
    for own in (CALL.title, CALL.funder, "karakterskjema-", "karakterer"):
        text = text.replace(own, "")
    return text


def plain_english() -> PanelReview:
    review = before_grading()
    applications = tuple(
        replace(
            one,
            title="A trial",
            submission=replace(
                one.submission, applicant=replace(one.submission.applicant, name="Hospital")
            ),
        )
        for one in review.applications
    )
    eligible = review.eligible | {one.submission.applicant for one in applications}
    experts = tuple(
        replace(one, name=f"Expert {at}") for at, one in enumerate(review.experts, start=1)
    )
    return replace(review, applications=applications, eligible=eligible, experts=experts)


def test_an_english_form_has_english_regions_and_amounts() -> None:
    form = made(before_grading(), Language.ENGLISH)[FIRST].workbook
    region, amount = (
        [one.heading for one in form.columns].index(heading)
        for heading in ("Health region", "Amount applied for")
    )
    assert {row[region] for row in form.rows} <= set(WORDS_OF_REGIONS)
    assert form.rows[0][amount] == "NOK\u00a015,000,000"
    assert form.language is Language.ENGLISH


WORDS_OF_REGIONS = tuple(word_in(Language.ENGLISH, one) for one in HEALTH_REGIONS)


def test_the_experts_forms_are_in_their_own_language_and_the_rest_in_the_calls() -> None:
    review = before_grading()
    english = replace(review, call=replace(review.call, expert_language=Language.ENGLISH))
    packet = forms_packet(panel.screen(english), FURNITURE).packet
    assert {form.workbook.language for form in packet.forms} == {Language.ENGLISH}
    assert {document.page.frame.language for document in packet.documents} == {Language.BOKMAL}
    index = forms_packet(panel.screen(english), FURNITURE).index([f"{FIRST}.xlsx"], ())
    shown = render_html(index.template, index.page)
    assert "Grading form – Kari Nordmann" in shown
    assert "Copy:" not in shown
