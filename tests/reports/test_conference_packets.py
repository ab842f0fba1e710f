"""Who gets what in 2.1 to 2.4, and what nobody may find in it."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from reviewpkg.domain.conference import PlenaryDecision, PlenaryNote
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.round_2 import confer
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.conference_packets import (
    joint_packet,
    plenary_1_packet,
    plenary_2_packet,
    second_opinion_packet,
)
from reviewpkg.reports.document import Document
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.plenary_1 import Plenary1
from reviewpkg.reports.plenary_2 import Plenary2
from reviewpkg.reports.second_opinion_balance import SecondOpinionBalance
from reviewpkg.reports.user_agenda import UserAgenda
from tests.reports.conference_call import (
    COMMITTEE,
    CONFERENCE,
    FURNITURE,
    REVIEW,
    ROUND_1,
    annet_waits,
    areas,
    before,
    number,
)
from tests.workbook_xml import everything

STEPS = {
    Step.JOINT: joint_packet,
    Step.PLENARY_1: plenary_1_packet,
    Step.SECOND_OPINION: second_opinion_packet,
    Step.PLENARY_2: plenary_2_packet,
}


def packet(step: Step) -> Packet:
    conference = before(step)
    return STEPS[step](ROUND_1, conference, areas(conference), FURNITURE)


def pages(made: Packet) -> dict[str, Document]:
    printed = (form.printed for form in made.forms if form.printed)
    return {one.path: one for one in (*made.documents, *printed)}


def text(document: Document) -> str:
    html = render_html(document.template, document.page)
    return re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)


def written(made: Packet, path: str) -> tuple[str, ...]:
    """Return all text of a form, on paper and in its workbook."""
    form = next(one for one in made.forms if one.path == path)
    on_paper = (text(form.printed),) if form.printed else ()
    return (*on_paper, everything(form_workbook(form.workbook)))


JOINT = packet(Step.JOINT)
PLENARY_1 = packet(Step.PLENARY_1)
SECOND = packet(Step.SECOND_OPINION)
PLENARY_2 = packet(Step.PLENARY_2)


def test_the_agenda_has_a_copy_for_each_who_must_leave() -> None:
    assert [one.path for one in JOINT.documents] == [
        "brukerrepresentanter/dagsorden-ks",
        "brukerrepresentanter/b1/dagsorden-ks-b1",
        "brukerrepresentanter/dagsorden-annet",
    ]
    copies = [one.page.frame.recipient for one in JOINT.documents]
    assert copies[:2] == ["Bjørn Eide, Cathrine Ås", "Aud Bruker"]


def test_a_conflicted_user_representative_finds_no_grade_and_no_place() -> None:
    shared, own, *_ = JOINT.documents
    assert "om 3001" in text(shared)
    assert "om 3001" not in text(own)
    assert isinstance(own.page, UserAgenda)
    assert number(3001) not in [row.application.project_number for row in own.page.rows]
    assert [one.project_number for one in own.page.leaves_for] == [number(3001)]
    assert text(own).count(number(3001)) == 1


def test_the_agenda_is_in_the_order_of_2_1_with_what_is_missing() -> None:
    page = JOINT.documents[0].page
    assert isinstance(page, UserAgenda)
    means = [row.committee_mean for row in page.rows]
    assert means == sorted(means, reverse=True)
    row = next(one for one in page.rows if one.application.project_number == number(3004))
    assert row.difference is None
    assert None in [one.grade for one in row.own]
    assert f"KS: {number(3004)} mangler karakteren fra Aud Bruker (1.4)." in JOINT.warnings


def test_the_user_representatives_form_holds_no_grade_or_comment() -> None:
    form = JOINT.forms[0]
    assert form.path == "brukerrepresentanter/brukersamlet-ks"
    for one in written(JOINT, form.path):
        assert "Aud Bruker" in one  # who leaves for 3001
        assert not re.search(r"\bom \d{4}", one)
        assert not [person.name for person in COMMITTEE.reviewers if person.name in one]


def test_what_all_user_representatives_are_conflicted_on_is_not_asked_for() -> None:
    joint = JOINT.forms[1].workbook
    extra = next(one for one in SECOND.forms if one.path.endswith("brukertillegg-ks")).workbook
    assert number(4001) not in [row[0] for row in joint.rows]
    assert number(3014) not in [row[0] for row in extra.rows]
    assert any(number(4001) in warning for warning in JOINT.warnings)
    assert any(number(3014) in warning for warning in SECOND.warnings)


def test_the_plenary_sheet_is_for_the_meeting_and_says_who_leaves() -> None:
    sheet = PLENARY_1.documents[0]
    assert sheet.page.frame.recipient == "Fagutvalget, til bruk i møtet"
    assert isinstance(sheet.page, Plenary1)
    leaving = {
        row.standing.project_number[-4:]: [one.member for one in row.leaving]
        for row in sheet.page.rows
        if row.leaving
    }
    assert leaving == {"3001": ["b1"], "3003": ["m3b"], "3005": ["m4a"], "3007": ["m4a"]}
    assert "Aud Bruker (bruker)" in text(sheet)


def test_ties_are_shown_and_only_they_change_turns() -> None:
    page = PLENARY_1.documents[0].page
    assert isinstance(page, Plenary1)
    tied = [row for row in page.rows if row.standing.position == 6]
    assert [row.standing.project_number[-4:] for row in tied] == ["3005", "3006", "3007"]
    assert [row.level for row in tied] == [True, True, False]
    assert [row.turn for row in page.rows if row.turn] == [8, 7]
    assert (page.as_listed, page.as_suggested) == (8, 6)
    annet = PLENARY_1.documents[1]
    assert "Foreslått rekkefølge" not in text(annet)


def test_the_plenary_sheet_says_which_user_grade_it_is_and_who_stood_in() -> None:
    html = text(PLENARY_1.documents[0])
    assert all(word in html for word in (">felles<", ">snitt<", ">mangler<"))
    assert "vurdert av Liv Dahl og Kari Nordmann" in html


def test_the_record_of_plenary_1_has_a_row_for_every_application() -> None:
    for form, sheet in zip(PLENARY_1.forms, PLENARY_1.documents, strict=True):
        assert isinstance(sheet.page, Plenary1)
        numbers = [row.standing.project_number for row in sheet.page.rows]
        assert [row[0] for row in form.workbook.rows] == numbers


def test_a_pair_gets_the_second_opinions_it_was_assigned() -> None:
    asked = {form.path: [row[0] for row in form.workbook.rows] for form in SECOND.forms}
    assert asked["par/par-p4/tilleggsvurdering-ks-p4"] == [number(3003)]
    assert asked["par/par-p2/tilleggsvurdering-annet-p2"] == [number(4004)]
    assert not [path for path, numbers in asked.items() if "4003" in path + str(numbers)]


def test_a_second_opinion_form_shows_nothing_that_was_said_before() -> None:
    said = [grade.comment for grade in REVIEW.grades]
    said += [one.reason for one in CONFERENCE.joint_grades]
    said += [one.reason for one in CONFERENCE.plenary_notes if one.reason]
    for form in SECOND.forms:
        if form.path.startswith("par/"):
            for one in written(SECOND, form.path):
                assert not [words for words in said if words in one]
                assert "Prosjektet prøver ut" in one


def test_a_pair_that_became_conflicted_gets_nothing_on_it() -> None:
    conference = replace(
        before(Step.SECOND_OPINION),
        plenary_notes=(PlenaryNote(number(4003), second_opinion=True, named_pair="P1"),),
    )
    made = second_opinion_packet(ROUND_1, conference, areas(conference), FURNITURE)
    assert not [form for form in made.forms if form.path.startswith("par/")]
    assert any("par P1 kan ikke gi 2019/FO4003" in warning for warning in made.warnings)


def test_the_supplementary_list_says_why_and_no_grade() -> None:
    for one in written(SECOND, "brukerrepresentanter/brukertillegg-ks"):
        assert "justert" in one
        assert "tilleggsvurdering" in one
        assert not re.search(r"\bom \d{4}", one)


def test_the_chair_sees_the_balance_and_what_nobody_can_give() -> None:
    (balance,) = SECOND.documents
    assert balance.page.frame.recipient == "Eva Leder"
    page = balance.page
    assert isinstance(page, SecondOpinionBalance)
    assert [(one.pair, one.total, one.named) for one in page.loads] == [
        ("P1", 1, 0),
        ("P2", 2, 0),
        ("P3", 1, 0),
        ("P4", 1, 1),
    ]
    assert [row.request.application.project_number for row in page.nobody] == [number(4003)]
    assert "Uenige om 3002" not in text(balance)


def test_plenary_2_takes_up_only_what_has_a_second_opinion() -> None:
    page = PLENARY_2.documents[0].page
    assert isinstance(page, Plenary2)
    first, second = page.cards
    assert [one.standing.project_number for one in page.cards] == [number(3002), number(3006)]
    assert [first.standing.grade, first.opinion.grade, first.opinion.apart] == [7, 5, 2]
    assert first.deciders == ("Ingrid Moen", "Per Sæther")
    assert first.chair_leaves
    assert second.deciders == ()
    assert second.standing.grade_origin.value == "2.2"
    assert [one.application.project_number for one in page.waiting] == [number(3003), number(3012)]
    rows = [row[0] for form in PLENARY_2.forms for row in form.workbook.rows]
    assert rows == [number(3002), number(3006), number(4004)]


def test_plenary_2_shows_the_reasons_and_who_decides() -> None:
    html = text(PLENARY_2.documents[0])
    for words in ("P4 om 3002", "Paret om 3002", "Uenige om 3002", "Eva Leder (leder)"):
        assert words in html
    assert "Lederen er inhabil og kan ikke avgjøre" in html
    assert "Paret er inhabilt. Lederen avgjør." in html


def test_what_plenary_2_decides_does_not_show_on_its_own_sheet() -> None:
    decided = replace(CONFERENCE, plenary_decisions=(PlenaryDecision(number(3002), Fraction(1)),))
    made = plenary_2_packet(ROUND_1, decided, areas(decided), FURNITURE)
    assert made.documents == PLENARY_2.documents


@pytest.mark.parametrize("step", STEPS)
def test_an_area_that_waits_gets_no_documents(step: Step) -> None:
    conference = annet_waits(before(step))
    made = STEPS[step](ROUND_1, conference, areas(conference), FURNITURE)
    assert made.documents
    assert not [path for path in pages(made) if "annet" in path]
    assert not [form.path for form in made.forms if "annet" in form.path]


@pytest.mark.parametrize("step", STEPS)
def test_nothing_withdrawn_by_then_is_taken_up(step: Step) -> None:
    away = {number(3016): Step.PLENARY_1, number(4008): Step.SECOND_OPINION}
    made = packet(step)
    for project, from_step in away.items():
        if from_step <= step:
            assert not [one for one in pages(made).values() if project in text(one)]


@pytest.mark.parametrize("step", STEPS)
def test_without_user_representatives_and_requests_there_is_little_to_hand_out(step: Step) -> None:
    committee = replace(COMMITTEE, user_representatives=())
    substitute = tuple(one for one in REVIEW.conflicts if one.substitute)
    decided = round_1.run(replace(REVIEW, committee=committee, conflicts=substitute))
    conference = replace(before(step), user_grades=(), user_joint_grades=())
    if step > Step.PLENARY_1:
        notes = tuple(replace(one, second_opinion=False) for one in conference.plenary_notes)
        conference = replace(conference, plenary_notes=notes, second_opinions=())
    made = STEPS[step](decided, conference, confer(decided, conference), FURNITURE)
    assert not [form for form in made.forms if form.printed]
    assert not [warning for warning in made.warnings if "inhabile" in warning]
