"""Whole call folders, one for each clause and what happens there, from tables to pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reviewpkg.jobs.delivery import Order
from reviewpkg.jobs.round_1 import run_round_1
from tests.html_snapshot import HtmlFile

SCENARIOS = sorted(path for path in (Path(__file__).parent / "scenarios").iterdir())
PRINTED = "1.2.9-application-moved-by-name"


class ScenarioPage(HtmlFile):
    root = "../../.."


class CsvFile(SingleFileSnapshotExtension):
    file_extension = "csv"
    _write_mode = WriteMode.TEXT


class TextFile(SingleFileSnapshotExtension):
    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def made(folder: Path, target: Path, *formats: str) -> Path:
    order = Order(folder, target, formats, lambda _done, _total, _name: None)
    return run_round_1(order).folder


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_the_outcome_of_a_scenario(
    folder: Path, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    packet = made(folder, tmp_path, "csv")

    assert (packet / "decisions.csv").read_text() == snapshot(extension_class=CsvFile)


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_the_pages_of_a_scenario(folder: Path, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    packet = made(folder, tmp_path, "html")

    pages = [*sorted(packet.glob("utvelgelse-*.html")), *packet.glob("justeringsrapport.html")]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert text == snapshot(name=page.stem, extension_class=ScenarioPage)


def test_what_the_printed_documents_say(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    folder = next(path for path in SCENARIOS if path.name == PRINTED)
    packet = made(folder, tmp_path, "pdf")

    for pdf in sorted(packet.rglob("*.pdf")):
        pages = [page.extract_text() for page in PdfReader(pdf).pages]
        text = "\n\f\n".join(pages)
        assert text == snapshot(name=pdf.stem, extension_class=TextFile)
