"""Whole call folders, one for each clause and what happens there, from tables to pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reviewpkg.intake.routine import routine_of
from reviewpkg.jobs import panel
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.round_1 import run_round_1
from reviewpkg.problems import InputRejected, sentences
from tests.html_snapshot import HtmlFile, without_seal

FOLDERS = sorted(path for path in (Path(__file__).parent / "scenarios").iterdir())
SCENARIOS = [path for path in FOLDERS if routine_of(path) == "two-round"]
OF_PANEL = [path for path in FOLDERS if routine_of(path) == "panel"]
OPEN_TIE = "D20-tie-at-the-line-stops-the-award"
PRINTED = "1.2.9-application-moved-by-name"


class ScenarioPage(HtmlFile):
    root = "../../.."


class CsvFile(SingleFileSnapshotExtension):
    file_extension = "csv"
    _write_mode = WriteMode.TEXT


class TextFile(SingleFileSnapshotExtension):
    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def ordered(folder: Path, target: Path, *formats: str) -> Order:
    return Order(folder, target, formats, lambda _done, _total, _name: None)


def made(folder: Path, target: Path, *formats: str) -> Path:
    return run_round_1(ordered(folder, target, *formats)).folder


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
        text = "\n\f\n".join("\n".join(map(str.rstrip, page.split("\n"))) for page in pages)
        assert without_seal(text) == snapshot(name=pdf.stem, extension_class=TextFile)


def test_every_scenario_follows_a_routine() -> None:
    assert sorted([*SCENARIOS, *OF_PANEL]) == FOLDERS


@pytest.mark.parametrize("folder", OF_PANEL, ids=lambda path: path.name)
def test_the_steps_of_a_panel_scenario(
    folder: Path, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    order = ordered(folder, tmp_path, "csv")
    steps = {"screening": panel.run_screening}
    if (folder / "karakterer.csv").exists():
        steps |= {"panel": panel.run_panel}
        steps |= {"award": panel.run_award} if folder.name != OPEN_TIE else {}

    for step, run in steps.items():
        decisions = run(order).folder / "decisions.csv"
        assert decisions.read_text() == snapshot(name=step, extension_class=CsvFile)


def test_an_open_tie_stops_the_panels_award_and_writes_nothing(tmp_path: Path) -> None:
    folder = next(path for path in OF_PANEL if path.name == OPEN_TIE)
    with pytest.raises(InputRejected) as rejected:
        panel.run_award(ordered(folder, tmp_path, "csv"))

    (line,) = sentences(rejected.value.problems)
    assert line.startswith("lederbeslutning: K/02, K/03 og K/04 står likt på plass 2 til 4")
    assert list(tmp_path.iterdir()) == []
