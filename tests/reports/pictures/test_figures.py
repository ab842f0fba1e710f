"""Pictures can be read without being seen, and show no more than their reader may see."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.rendering.html import render_html
from reviewpkg.reports.award_packet import award_packet
from reviewpkg.reports.document import Document
from reviewpkg.reports.ranking_packet import ranking_list_packet, ranking_packet
from reviewpkg.reports.round_1_packet import documents
from tests.reports import award_call, ranking_call
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


PAGES = {one.path: one for one in _all()}
PICTURES = {
    "utvelgelse-ks": 1,
    "utvelgelse-annet": 1,
    "belastning-per-par": 2,
    "vedtaksprotokoll": 2,
    "budsjettlinje-ks": 1,
    "plenumsvisning-ks": 1,
    "kontrollutvalget/protokoll": 3,
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
