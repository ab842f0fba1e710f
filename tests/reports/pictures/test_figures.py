"""Pictures can be read without being seen, and show no more than their reader may see."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.rendering.html import render_html
from reviewpkg.reports.award_packet import award_packet
from reviewpkg.reports.document import Document
from reviewpkg.reports.panel.award_packet import award_packet as award_packet_of_panel
from reviewpkg.reports.panel.forms_packet import forms_packet
from reviewpkg.reports.panel.meeting_packet import meeting_packet
from reviewpkg.reports.panel.panel_record import Basis
from reviewpkg.reports.panel.screening_packet import screening_packet as panel_screening
from reviewpkg.reports.ranking_packet import ranking_list_packet, ranking_packet
from reviewpkg.reports.round_1_packet import documents
from tests.reports import award_call, ranking_call
from tests.reports.panel import award_case, panel_call, screening_call
from tests.reports.small_call import furniture, review


def _all() -> Iterator[Document]:
    yield from documents(run(review()), furniture(), (), ())
    decided, conference = ranking_call.decided(), ranking_call.conference()
    shared = ranking_call.FURNITURE
    yield from ranking_packet(decided, conference, ranking_call.areas(), shared).documents
    yield from ranking_list_packet(decided, ranking_call.awards(), shared).documents
    yield from award_packet(
        award_call.decided(),
        award_call.CONFERENCE,
        award_call.awards(),
        award_call.FURNITURE,
        award_call.INPUTS,
        (),
    ).documents


def _panel() -> Iterator[Document]:
    screened, found = award_case.decided()
    shared = panel_call.FURNITURE
    yield from award_packet_of_panel(screened, found, shared, Basis((), ())).packet.documents
    yield from forms_packet(screened, shared).packet.documents
    yield from meeting_packet(screened, shared).packet.documents
    formal = panel_screening(screening_call.SCREENED, screening_call.FURNITURE)
    yield from formal.packet.documents


PAGES = {one.path: one for one in _all()} | {f"panel/{one.path}": one for one in _panel()}
PICTURES = {
    "utvelgelse-ks": 1,
    "utvelgelse-annet": 1,
    "belastning-per-par": 2,
    "vedtaksprotokoll": 2,
    "budsjettlinje-ks": 1,
    "plenumsvisning-ks": 1,
    "kontrollutvalget/protokoll": 3,
    "panel/programstyret/innstilling": 1,
    "panel/protokoll": 1,
    "panel/panelet/panelark": 1,
    "panel/formell-vurdering": 1,
}


def html(path: str) -> str:
    return render_html(PAGES[path].template, PAGES[path].page)


@pytest.mark.parametrize("path", PAGES)
def test_pictures_stand_in_these_documents_only(path: str) -> None:
    assert html(path).count("<figure") == PICTURES.get(path, 0)


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_is_named_and_described_and_its_numbers_stand_in_a_table(path: str) -> None:
    text = html(path)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    for labels, inside in re.findall(
        r'<svg role="img" aria-labelledby="([^"]+)"[^>]*>(.*?)</svg>', text, flags=re.DOTALL
    ):
        assert set(labels.split()) <= set(ids)
        assert re.search(r"<title [^>]+>\w.+</title>", inside)
        description = re.search(r"<desc [^>]+>(.+)</desc>", inside)
        assert description
        assert "Tallene står i tabellen" in description[1]
        assert "  " not in description[1]
        assert f"{description[1].split('. Tallene')[0]}." in text.split("<figcaption>", 1)[1]
    assert "<table" in text
