"""The pages of 2.5 and 2.6, as HTML files to open in a browser."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.reports.document import Document
from reviewpkg.reports.ranking_packet import ranking_list_packet, ranking_packet
from tests.html_snapshot import HtmlFile
from tests.reports.ranking_call import FURNITURE, areas, awards, conference, decided


def pages() -> dict[str, Document]:
    before = ranking_packet(decided(), conference(), areas(), FURNITURE)
    forms = (form.printed for form in before.forms if form.printed)
    after = ranking_list_packet(decided(), awards(), FURNITURE)
    unruled = ranking_list_packet(decided(), awards(ruled=False), FURNITURE)
    documents = (*before.documents, *forms, *after.documents)
    found = {one.path.rpartition("/")[2]: one for one in documents}
    return found | {f"{one.path}-uavgjort": one for one in unruled.documents if "liste" in one.path}


PATHS = (
    "budsjettlinje-ks",
    "innvilgelse-1-ks",
    "avslag-2-ks",
    "rangeringsskjema-ks-par-p1",
    "rangeringsskjema-ks-par-p2",
    "rangeringsskjema-ks-par-p3",
    "brukerrangering-ks",
    "plenumsvisning-ks",
    "rangeringsliste-ks",
    "rangeringsliste-ks-uavgjort",
)


def html(path: str) -> str:
    one = pages()[path]
    return render_html(one.template, one.page)


def test_the_packets_hold_these_documents() -> None:
    assert tuple(pages()) == PATHS


@pytest.mark.parametrize("path", PATHS)
def test_page(path: str, snapshot: SnapshotAssertion) -> None:
    assert html(path) == snapshot(extension_class=HtmlFile)


@pytest.mark.parametrize("path", PATHS)
def test_page_goes_to_print_without_a_complaint(path: str) -> None:
    text = html(path)
    assert write_pdf(text).startswith(b"%PDF")
    assert "<script" not in text


@pytest.mark.parametrize("path", PATHS)
def test_every_column_has_a_heading(path: str) -> None:
    found = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', html(path))
    assert found
    assert all(one.strip() for one in found)
