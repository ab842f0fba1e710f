"""What the two-round routine makes of the conference and the award, in nynorsk and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import Area, PoolRange
from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.procedure.two_round.round_2 import AreaConference, confer
from reviewpkg.rendering.html import render_html
from reviewpkg.reports import award_notices, award_problems, conference_notices
from reviewpkg.reports.around_the_line import around_the_line
from reviewpkg.reports.award_1 import award_1
from reviewpkg.reports.award_packet import award_packet
from reviewpkg.reports.conference_packets import plenary_2_packet, second_opinion_packet
from reviewpkg.reports.document import Document
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.ranking_packet import ranking_list_packet, ranking_packet
from reviewpkg.reports.verdicts import finished
from tests.html_snapshot import HtmlFile
from tests.reports import award_call, conference_call, ranking_call
from tests.reports.left_over import left_over

OTHERS = (Language.NYNORSK, Language.ENGLISH)
FEW = PoolRange(1, 6, "Få søknader, men gode.")
TABLES = ("samlet", "rangering", "tilleggsvurdering", "brukertillegg", "plenum1", RULINGS.name)
GIVEN = (
    (conference_call.REVIEW, conference_call.CONFERENCE),
    (ranking_call.review(), ranking_call.conference(), ranking_call.CALL),
    (award_call.decided().review, award_call.ANNET_TOO, award_call.CALL),
    FEW,
    TABLES,
)
"""What people have written: it stays in the language they wrote it in."""


class TextFile(SingleFileSnapshotExtension):
    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def html(document: Document) -> str:
    return render_html(document.template, document.page)


def of_the_conference(language: Language) -> Iterator[Packet]:
    furniture = conference_call.FURNITURE.speaking(language)
    decided, given = conference_call.ROUND_1, conference_call.CONFERENCE
    none = replace(given, plenary_notes=(), second_opinions=(), user_supplements=())
    for conference in (given, conference_call.before(Step.SECOND_OPINION), none):
        areas = conference_call.areas(conference)
        yield second_opinion_packet(decided, conference, areas, furniture)
        yield plenary_2_packet(decided, conference, areas, furniture)


def of_the_ranking(language: Language) -> Iterator[Packet]:
    furniture = ranking_call.FURNITURE.speaking(language)
    decided, conference = ranking_call.decided(), ranking_call.conference()
    for pool in (ranking_call.KS.ranking_pool, None, FEW):
        yield ranking_packet(decided, conference, ranking_call.areas(pool=pool), furniture)
    for ruled in (True, False):
        yield ranking_list_packet(decided, ranking_call.awards(ruled=ruled), furniture)


def of_the_award(language: Language) -> Iterator[Packet]:
    furniture = award_call.FURNITURE.speaking(language)
    decided = award_call.decided()
    for conference in (award_call.CONFERENCE, award_call.ANNET_TOO, award_call.NO_RULING):
        awards = award_call.awards(conference)
        told = award_notices.award_warnings(decided, awards)
        yield award_packet(decided, conference, awards, furniture, award_call.INPUTS, told)


def packets(language: Language) -> Iterator[Packet]:
    yield from of_the_conference(language)
    yield from of_the_ranking(language)
    yield from of_the_award(language)


def refused() -> Iterator[AreaConference]:
    """Yield KS with pools that cannot be used, each for its own reasons, and with none."""
    settings: Iterable[tuple[PoolRange | None, int]] = (
        (PoolRange(3, 13), 5_500_000),
        (PoolRange(2, 8), 5_500_000),
        (PoolRange(3, 10), 1_000_000),
        (PoolRange(4, 6), 5_500_000),
        (PoolRange(9, 9), 5_500_000),
        (None, 50_000),
        (None, 50_000_000),
    )
    for setting, frame in settings:
        ks: Area = replace(award_call.KS, ranking_pool=setting, frame=frame)
        call = replace(award_call.CALL, areas=(ks, *award_call.CALL.areas[1:]))
        yield confer(award_call.decided(call), award_call.CONFERENCE)[0]


def told() -> Iterator[str]:
    """Yield every notice and problem of round 2, as it is told before its language is known."""
    for packet in packets(Language.BOKMAL):
        yield from packet.warnings
    decided, given = conference_call.ROUND_1, conference_call.CONFERENCE
    little = replace(given, user_grades=(), user_joint_grades=(), user_supplements=())
    for conference in (given, little):
        areas = conference_call.areas(conference)
        for area in areas:
            yield from conference_notices.joint_warnings(decided, conference, area)
        yield from conference_notices.unheard_users(
            decided, conference, areas, Step.AROUND_THE_LINE
        )
    for one in (award_call.CONFERENCE, award_call.ANNET_TOO, award_call.NO_RULING):
        ends = award_call.awards(one)
        yield from award_notices.summary(ends)
        waiting = [end for end in ends if not finished(end)]
        problems = (*award_problems.open_tie_problems(ends), *award_problems.unfinished(waiting))
        yield from (problem.sentence for problem in problems)
    for problem in award_problems.pool_problems(refused()):
        yield problem.sentence


def told_of(form: FormDocument) -> str:
    """Return what a workbook says but for its table."""
    made = form.workbook
    parts = (part for one in made.explanation for part in (one.heading, *one.paragraphs))
    return "\n".join((made.title, made.step, made.recipient, made.sheet, *parts))


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_in_the_documents(language: Language) -> None:
    for packet in packets(language):
        for one in packet.documents:
            assert left_over(html(one), language, GIVEN) == [], one.path
            assert left_over(" ".join(e.description for e in one.enclosures), language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_on_the_forms(language: Language) -> None:
    for packet in packets(language):
        for form in packet.forms:
            assert left_over(told_of(form), language, GIVEN) == [], form.path
            if form.printed:
                assert left_over(html(form.printed), language, GIVEN) == [], form.path


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_around_a_line_whose_pool_cannot_be_used(language: Language) -> None:
    furniture = award_call.FURNITURE.speaking(language)
    for area in refused():
        assert area.pool is not None
        page = around_the_line(area, area.pool, furniture)
        assert left_over(render_html("around_the_line.html", page), language, GIVEN) == []
        awarded = award_1(area.pool, furniture)
        assert left_over(render_html("award_1.html", awarded), language, GIVEN) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_in_what_is_told(language: Language) -> None:
    words = Words(language)
    for one in told():
        assert left_over(words.retell(one), language, GIVEN) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_in_the_e_mails(language: Language) -> None:
    for packet in of_the_ranking(language):
        for draft in packet.drafts:
            given = (GIVEN, draft.to_name)
            assert left_over(f"{draft.subject}\n{draft.body}", language, given) == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_e_mail_to_the_control_committee(
    language: Language, snapshot: SnapshotAssertion
) -> None:
    unruled, ruled = (
        next(one for one in packet.drafts if "kontrollutvalg" in one.path)
        for packet in reversed(list(of_the_ranking(language))[-2:])
    )
    parts = (ruled.subject, ruled.body, unruled.subject, unruled.body)
    assert "\n\n".join(parts) == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_told(language: Language, snapshot: SnapshotAssertion) -> None:
    lines = dict.fromkeys(map(Words(language).retell, told()))
    assert "\n".join(lines) + "\n" == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("language", OTHERS)
def test_the_ranking_list(language: Language, snapshot: SnapshotAssertion) -> None:
    made = [one for packet in of_the_ranking(language) for one in packet.documents]
    page = next(one for one in made if one.path == "rangeringsliste-ks")
    assert html(page) == snapshot(extension_class=HtmlFile)
