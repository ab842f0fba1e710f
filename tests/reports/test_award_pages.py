"""The pages of the award and the way of single applications, as files to open in a browser."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reviewpkg.domain.conference import Conference
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.plain_text import WIDTH, render_text
from reviewpkg.reports.award_index import award_index
from reviewpkg.reports.award_notices import award_warnings
from reviewpkg.reports.award_packet import award_packet
from reviewpkg.reports.document import Document
from reviewpkg.reports.explain import Explanation, explanation
from reviewpkg.reports.packet import Packet
from tests.html_snapshot import HtmlFile
from tests.reports.award_call import (
    ANNET_TOO,
    CONFERENCE,
    FURNITURE,
    INPUTS,
    NO_RULING,
    awards,
    decided,
)

PATHS = ("tildelingsliste", "avslag-3-ks", "kontrollutvalget/protokoll")
FOLLOWED = (
    *("K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08", "K09", "K10", "K12", "K13", "K14"),
    *("K16", "K17", "A01"),
)


class TextFile(SingleFileSnapshotExtension):
    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def packet(conference: Conference = CONFERENCE) -> Packet:
    round_1, ends = decided(), awards(conference)
    return award_packet(round_1, conference, ends, FURNITURE, INPUTS, award_warnings(round_1, ends))


def page(path: str, conference: Conference = CONFERENCE) -> Document:
    return next(one for one in packet(conference).documents if one.path == path)


def html(document: Document) -> str:
    return render_html(document.template, document.page)


def followed(number: str, conference: Conference = CONFERENCE) -> Explanation:
    found = explanation(decided(), conference, awards(conference), number, FURNITURE)
    assert found is not None
    return found


def test_the_packet_holds_these_documents() -> None:
    made = packet()
    assert tuple(one.path for one in made.documents) == PATHS
    assert list(made.tables) == ["decisions.csv"]
    assert list(made.exports) == [
        "tildelingsliste-extraweb",
        "avslag-3-ks-extraweb",
        "avslag-alle-extraweb",
    ]


def test_with_both_areas_finished_each_has_its_rejections() -> None:
    paths = [one.path for one in packet(ANNET_TOO).documents]
    assert paths == [
        "tildelingsliste",
        "avslag-3-ks",
        "avslag-3-annet",
        "kontrollutvalget/protokoll",
    ]


def test_where_nothing_is_finished_there_is_no_list_for_the_board() -> None:
    made = packet(NO_RULING)
    assert [one.path for one in made.documents] == ["kontrollutvalget/protokoll"]
    assert made.tables["decisions.csv"].rows == ()
    assert not made.exports


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.replace("/", "-"))
def test_page(path: str, snapshot: SnapshotAssertion) -> None:
    assert html(page(path)) == snapshot(extension_class=HtmlFile)


def test_the_overview(snapshot: SnapshotAssertion) -> None:
    made = packet()
    files = {f"{one.path}.{ending}" for one in made.documents for ending in ("html", "pdf")}
    files |= {f"{path}.{ending}" for path in made.exports for ending in ("csv", "xlsx")}
    files |= {"decisions.csv", "manifest.json"}
    index = award_index(made, decided(), awards(), FURNITURE, files=files, warnings=made.warnings)
    assert html(index) == snapshot(extension_class=HtmlFile)


def test_the_board_s_list_of_both_areas(snapshot: SnapshotAssertion) -> None:
    assert html(page("tildelingsliste", ANNET_TOO)) == snapshot(extension_class=HtmlFile)


@pytest.mark.parametrize("number", ["K07", "K04"])
def test_the_page_of_one_application(number: str, snapshot: SnapshotAssertion) -> None:
    assert render_html("explain.html", followed(number)) == snapshot(extension_class=HtmlFile)


@pytest.mark.parametrize("number", FOLLOWED)
def test_one_application_s_way_in_the_terminal(number: str, snapshot: SnapshotAssertion) -> None:
    text = render_text("explain.txt", followed(number))
    assert text == snapshot(extension_class=TextFile)
    assert max(len(line) for line in text.splitlines()) <= WIDTH


@pytest.mark.parametrize("path", PATHS)
def test_page_goes_to_print_without_a_complaint(path: str) -> None:
    assert write_pdf(html(page(path))).startswith(b"%PDF")


def test_the_page_of_one_application_goes_to_print_without_a_complaint() -> None:
    assert write_pdf(render_html("explain.html", followed("K07"))).startswith(b"%PDF")


@pytest.mark.parametrize("path", PATHS)
def test_no_title_becomes_markup_and_no_heading_is_empty(path: str) -> None:
    text = html(page(path))
    assert "<script" not in text
    assert not re.search(r"<th[^>]*>\s*</th>", text)


def test_a_title_is_shown_as_it_is_written_in_the_terminal() -> None:
    text = render_text("explain.txt", followed("K05"))
    assert "<script>alert(1)</script> & etterpå" in text


def test_the_rejection_list_shows_neither_points_nor_places() -> None:
    text = re.sub(r"<style>.*</style>", "", html(page("avslag-3-ks")), flags=re.DOTALL)
    assert text.index("K06") < text.index("K08")
    assert "9/2" not in text
    assert "4 600 000" not in text


def test_the_record_names_every_reading() -> None:
    text = html(page("kontrollutvalget/protokoll"))
    for number in range(1, 25):
        assert re.search(rf'<th scope="row">D{number}</th><td>\s*\w', text), number
