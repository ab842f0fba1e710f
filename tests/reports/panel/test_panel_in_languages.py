"""What the panel routine and the formal screening make, in nynorsk and English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.language import Language
from reviewpkg.languages.sentence import sentence
from reviewpkg.languages.words import Words
from reviewpkg.procedure.panel import panel
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.plain_text import render_text
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.panel.award_packet import award_packet
from reviewpkg.reports.panel.explain import PanelExplanation, panel_explanation
from reviewpkg.reports.panel.forms_packet import forms_packet
from reviewpkg.reports.panel.meeting_packet import meeting_packet
from reviewpkg.reports.panel.packet import PanelPacket
from reviewpkg.reports.panel.panel_record import Basis
from reviewpkg.reports.panel.screening_packet import screening_packet
from reviewpkg.reports.step_index import StepIndex
from tests.html_snapshot import HtmlFile
from tests.reports.left_over import left_over
from tests.reports.panel import award_case, panel_call, screening_call
from tests.reports.panel.test_award_notices import many_equals

OTHERS = (Language.NYNORSK, Language.ENGLISH)
NOTICED = (sentence("Merknad: {line}", line="soknader.xlsx"),)
# Names of tables and folders, which are the same in every language
TABLES = ("karakterer", "samlet", "fagutvalg", "lederbeslutning", "begrunnelser", "innstilling")
REVIEWS = {
    "open": award_case.OPEN,
    "ruled": award_case.RULED,
    "no-theme": award_case.NO_THEME,
    "nobody-worthy": award_case.NOBODY_WORTHY,
    "everyone-fits": award_case.EVERYONE_FITS,
    "nothing-fits": award_case.NOTHING_FITS,
    "line-on-budget": award_case.LINE_ON_BUDGET,
    "withdrawn": award_case.withdrawn("2024/K102", PanelStep.RECOMMENDATION),
    "many-equals": replace(many_equals(8), rulings=(Ruling("2024/L02", 1, "Starter straks."),)),
    "silent": replace(
        award_case.RULED,
        joint_grades=tuple(replace(one, reason="") for one in award_case.RULED.joint_grades),
        experts=award_case.RULED.experts[:-1],
    ),
    "no-joint-grades": replace(award_case.RULED, joint_grades=()),
    "few-experts": replace(award_case.RULED, call=replace(panel_call.CALL, experts_proposed=4)),
}
EXPLAINED = tuple(one.project_number for one in panel_call.APPLICATIONS)


class PanelPage(HtmlFile):
    root = "../../../../.."


class TextFile(SingleFileSnapshotExtension):
    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def speaking(review: PanelReview, language: Language) -> PanelReview:
    call = replace(review.call, language=language, expert_language=language)
    return replace(review, call=call)


def made(review: PanelReview, language: Language) -> Iterator[PanelPacket]:
    """Yield what K1 to K4 hand out; the recommendation only where its order is settled."""
    screened = panel.screen(speaking(review, language))
    furniture = Furniture(screened.review.call)
    yield screening_packet(screened, furniture)
    yield forms_packet(screened, furniture)
    yield meeting_packet(screened, furniture)
    found = panel.recommend(screened)
    if not (found.tie and found.tie.open):
        yield award_packet(screened, found, furniture, Basis(award_case.INPUTS, NOTICED))


def screened(language: Language) -> PanelPacket:
    """Return the screening in which everything happens."""
    furniture = screening_call.FURNITURE.speaking(language)
    return screening_packet(panel.screen(speaking(screening_call.REVIEW, language)), furniture)


def pages(packet: PanelPacket) -> Iterator[tuple[str, str]]:
    """Yield a packet's pages, with what is said below their pictures."""
    printed = (form.printed for form in packet.packet.forms if form.printed)
    for one in (*packet.packet.documents, *printed):
        page = render_html(one.template, one.page)
        yield one.path, page.replace("<figure", "<div").replace("</figure>", "</div>")


def told(packet: PanelPacket, words: Words) -> str:
    """Return what a packet says beside its pages: in its overview, and to whoever ran the step."""
    overview = packet.index((), packet.packet.warnings).page
    assert isinstance(overview, StepIndex)
    parts = [overview.frame.step_name, overview.frame.title, overview.lead]
    parts += [part for task in overview.tasks for part in (task.who, task.what)]
    parts += [part for fact in overview.facts for part in fact]
    parts += [*packet.packet.warnings, *packet.summary]
    return "\n".join(words.retell(one) for one in parts)


def beside_tables(packet: PanelPacket) -> str:
    """Return what is said of a packet's tables: around the workbooks, and of those in its PDFs."""
    parts = []
    for form in packet.packet.forms:
        book = form.workbook
        parts += [book.title, book.step, book.recipient, book.sheet]
        parts += [text for part in book.explanation for text in (part.heading, *part.paragraphs)]
    for document in packet.packet.documents:
        parts += [one.description for one in document.enclosures]
    return "\n".join(parts)


def letters(packet: PanelPacket) -> str:
    """Return the reasons that go into letters."""
    return "\n".join(
        str(row[table.header.index("Begrunnelse")])
        for table in packet.packet.exports.values()
        if "Begrunnelse" in table.header
        for row in table.rows
    )


def explained(number: str, language: Language, review: PanelReview) -> PanelExplanation:
    asked = panel.screen(speaking(review, language))
    found = panel.recommend(asked) if review.grades else None
    waits = sentence("Advarsel: {text}", text="karakterer")
    furniture = Furniture(asked.review.call)
    page = panel_explanation(asked, found, number, waits, furniture)
    assert page is not None
    return page


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", REVIEWS)
def test_no_bokmal_is_left_in_what_the_panel_s_steps_hand_out(
    name: str, language: Language
) -> None:
    review = REVIEWS[name]
    for packet in made(review, language):
        for path, page in pages(packet):
            assert left_over(page, language, review, award_case.INPUTS, TABLES) == [], path
        for said in (told(packet, Words(language)), beside_tables(packet), letters(packet)):
            assert left_over(said, language, review, TABLES) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_bokmal_is_left_in_what_the_screening_hands_out(language: Language) -> None:
    packet = screened(language)
    for path, page in pages(packet):
        assert left_over(page, language, screening_call.REVIEW.applications, TABLES) == [], path
    for said in (told(packet, Words(language)), letters(packet)):
        assert left_over(said, language, screening_call.REVIEW.applications, TABLES) == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("number", EXPLAINED)
def test_no_bokmal_is_left_in_the_way_of_an_application(number: str, language: Language) -> None:
    for review in (award_case.OPEN, award_case.RULED, panel_call.before_grading()):
        page = explained(number, language, review)
        for text in (
            render_html("panel/explain.html", page),
            render_text("panel/explain.txt", page),
        ):
            assert left_over(text, language, review, TABLES) == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "path",
    ["direktormotet/innstilling", "panelet/forelopig-innstilling"],
    ids=["direktormotet", "forelopig"],
)
def test_page(path: str, language: Language, snapshot: SnapshotAssertion) -> None:
    review = award_case.RULED if path.startswith("direktor") else award_case.OPEN
    every = dict(page for packet in made(review, language) for page in pages(packet))
    assert every[path] == snapshot(extension_class=PanelPage)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "path", ["avslag-formelle-krav", "begrunnelser/2024-12"], ids=["avslag", "begrunnelse"]
)
def test_page_of_the_screening(path: str, language: Language, snapshot: SnapshotAssertion) -> None:
    assert dict(pages(screened(language)))[path] == snapshot(extension_class=PanelPage)


@pytest.mark.parametrize("language", OTHERS)
def test_the_way_of_one_application(language: Language, snapshot: SnapshotAssertion) -> None:
    page = explained("2024/K105", language, award_case.RULED)
    assert render_text("panel/explain.txt", page) == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_told(language: Language, snapshot: SnapshotAssertion) -> None:
    packets = (screened(language), *made(award_case.RULED, language))
    said = (f"{told(one, Words(language))}\n{letters(one)}".strip() for one in packets)
    assert "\n\n".join(said) + "\n" == snapshot(extension_class=TextFile)


def test_a_table_for_other_systems_is_the_same_in_every_language_but_for_its_reasons() -> None:
    def tables(language: Language) -> list[object]:
        return [
            (name, table.header, [row[:-3] for row in table.rows])
            for packet in made(award_case.RULED, language)
            for name, table in packet.packet.exports.items()
        ]

    assert tables(Language.BOKMAL) == tables(Language.NYNORSK) == tables(Language.ENGLISH)
