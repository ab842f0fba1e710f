"""The pages of round 1, as HTML files to open in a browser."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.reports import notices
from reviewpkg.reports.document import Document
from reviewpkg.reports.round_1_packet import documents, extra_web_tables, index
from tests.html_snapshot import HtmlFile
from tests.reports.small_call import furniture, review

INPUTS = (("call.toml", "ab" * 32, 412), ("karakterer/m1a.xlsx", "0c" * 32, 15_320))
PATHS = (
    "utvelgelse-ks",
    "utvelgelse-annet",
    "avslag-1-ks",
    "avslag-1-annet",
    "belastning-per-par",
    "justeringsrapport",
    "vedtaksprotokoll",
    "index",
)


def packet(*, adjusted: bool = True) -> dict[str, Document]:
    outcome = run(review(adjusted=adjusted))
    warnings = notices.warnings(outcome)
    lists = documents(outcome, furniture(), INPUTS, warnings)
    files = {f"{one.path}.{ending}" for one in lists for ending in ("html", "pdf")}
    files |= {f"{path}.csv" for path in extra_web_tables(outcome)} | {"decisions.csv"}
    overview = index(
        outcome,
        furniture(),
        lists=lists,
        pair_forms=(),
        user_forms=(),
        files=files,
        warnings=warnings,
    )
    return {one.path: one for one in (*lists, overview)}


def html(document: Document) -> str:
    return render_html(document.template, document.page)


def test_the_packet_holds_these_documents() -> None:
    assert tuple(packet()) == PATHS


def test_there_is_an_adjustment_report_only_where_something_is_adjusted() -> None:
    assert "justeringsrapport" not in packet(adjusted=False)


@pytest.mark.parametrize("path", PATHS)
def test_page(path: str, snapshot: SnapshotAssertion) -> None:
    text = html(packet()[path])
    assert text == snapshot(extension_class=HtmlFile)


@pytest.mark.parametrize("path", [path for path in PATHS if path != "index"])
def test_page_goes_to_print_without_a_complaint(path: str) -> None:
    assert write_pdf(html(packet()[path])).startswith(b"%PDF")


@pytest.mark.parametrize("path", PATHS)
def test_no_title_becomes_markup(path: str) -> None:
    assert "<script" not in html(packet()[path])


@pytest.mark.parametrize("path", ["avslag-1-ks", "avslag-1-annet", "justeringsrapport"])
def test_no_grade_is_shown_outside_the_secretariat(path: str) -> None:
    text = re.sub(r"<style>.*</style>", "", html(packet()[path]), flags=re.DOTALL)
    assert "gjennomsnitt " not in text.lower()
    assert "differanse" not in text.lower()


def test_the_index_links_only_files_of_the_packet() -> None:
    links = re.findall(r'href="([^"]+)"', html(packet()["index"]))
    assert "utvelgelse-ks.pdf" in links
    assert "avslag-1-ks-extraweb.csv" in links
    assert "avslag-1-ks-extraweb.xlsx" not in links
    assert "manifest.json" not in links
