"""The conference as its users run it, from the tables to the board's award list."""

from __future__ import annotations

import email
import email.policy
import shutil
from email.message import EmailMessage
from pathlib import Path

import pytest
from pypdf import PdfReader
from syrupy.assertion import SnapshotAssertion

from reviewpkg.jobs import round_2
from reviewpkg.jobs.delivery import Delivery
from reviewpkg.jobs.order import Order
from reviewpkg.problems import InputRejected, sentences
from tests.test_packet import DEMONSTRATION, contents, generate, links
from tests.test_scenarios import CsvFile, ScenarioPage

SCENARIOS = Path(__file__).parent / "scenarios"
CONFERENCES = sorted(path.parent for path in SCENARIOS.glob("*/rangering.csv"))
OPEN_TIE = SCENARIOS / "2.6-a-tie-only-the-chair-can-break-stops-the-award"
RULED = SCENARIOS / "2.6-the-chair-breaks-a-tie-and-moves-another"
STEPS = ("joint", "plenary1", "second-opinion", "plenary2", "ranking", "ranking-list", "award")


def order(folder: Path, target: Path, *formats: str) -> Order:
    return Order(folder, target, formats, lambda _done, _total, _name: None)


def award(folder: Path, target: Path, *formats: str) -> Delivery:
    return round_2.run_award(order(folder, target, *formats))


@pytest.mark.parametrize(
    "folder", [path for path in CONFERENCES if path != OPEN_TIE], ids=lambda path: path.name
)
def test_the_award_of_a_scenario(folder: Path, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    packet = award(folder, tmp_path, "csv", "html").folder

    assert (packet / "decisions.csv").read_text() == snapshot(extension_class=CsvFile)
    page = (packet / "tildelingsliste.html").read_text(encoding="utf-8")
    assert page == snapshot(name="tildelingsliste", extension_class=ScenarioPage)


def test_an_open_tie_stops_the_award_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputRejected) as rejected:
        award(OPEN_TIE, tmp_path, "csv")

    (line,) = sentences(rejected.value.problems)
    assert line.startswith("lederbeslutning: 2019/T06 og 2019/T07 i KS står likt")
    assert contents(tmp_path) == {}


def test_an_open_tie_is_shown_on_the_ranking_list(tmp_path: Path) -> None:
    made = round_2.run_ranking_list(order(OPEN_TIE, tmp_path, "html"))

    page = (made.folder / "rangeringsliste-ks.html").read_text(encoding="utf-8")
    assert "bare lederen" in page.lower() or "lederen må" in page.lower()
    assert made.summary == ("KS: 10 rangert, 2 står likt og venter på lederen.",)


def test_what_waits_is_the_last_line_and_the_rest_is_made(tmp_path: Path) -> None:
    folder = SCENARIOS / "2.5-one-area-is-awarded-while-the-other-waits"
    done = generate("award", "--input", folder, "--output", tmp_path, "--formats", "csv")

    assert done.returncode == 0
    assert "Annet er ikke ferdig og venter på" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize("table", ["brukerkarakterer", "brukersamlet", "brukertillegg"])
def test_a_forgotten_table_of_the_user_representatives_is_said(table: str, tmp_path: Path) -> None:
    source = tmp_path / "call"
    shutil.copytree(DEMONSTRATION, source)
    forgotten = next(path for path in source.iterdir() if path.stem == table)
    if forgotten.is_dir():
        shutil.rmtree(forgotten)
    else:
        forgotten.unlink()

    done = generate("ranking", "--input", source, "--output", tmp_path, "--formats", "csv")

    assert f"Advarsel: KS: «{table}» har ingen rader for området" in done.stderr


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_the_demonstration_links_what_it_makes(step: str, tmp_path: Path) -> None:
    done = generate(
        step, "--input", DEMONSTRATION, "--output", tmp_path, "--formats", "csv,xlsx,html"
    )

    assert done.returncode == 0, done.stderr
    packet = tmp_path / step
    assert set(links(packet / "index.html")) == set(contents(packet)) - {"index.html"}


def test_the_drafts_go_to_one_person_each_with_the_list_attached(tmp_path: Path) -> None:
    packet = round_2.run_ranking_list(order(RULED, tmp_path, "pdf")).folder

    listed = (packet / "rangeringsliste-ks.pdf").read_bytes()
    drafts = sorted(packet.rglob("*.eml"))
    people = set()
    for draft in drafts:
        message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        assert message["X-Unsent"] == "1"
        people.add(str(message["To"]))
        (attached,) = message.iter_attachments()
        assert attached.get_content() == listed
    assert len(people) == len(drafts) == 7


def test_the_award_has_the_same_bytes_in_two_processes(tmp_path: Path) -> None:
    for name, seed, zone in (("a", "1", "UTC"), ("b", "2", "Asia/Tokyo")):
        done = generate(
            "award", "--input", RULED, "--output", tmp_path / name, seed=seed, zone=zone
        )
        assert done.returncode == 0, done.stderr

    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_lists_carry_their_data_whatever_the_formats(tmp_path: Path) -> None:
    award(DEMONSTRATION, tmp_path / "whole", "csv")
    award(DEMONSTRATION, tmp_path, "pdf")
    name = "tildelingsliste-extraweb.csv"
    written = (tmp_path / "whole" / "award" / name).read_bytes()
    with PdfReader(tmp_path / "award" / "tildelingsliste.pdf") as reader:
        assert reader.attachments == {name: [written]}


def test_an_application_is_explained_in_the_terminal(tmp_path: Path) -> None:
    done = generate(
        "explain", "2019/T07", "--input", RULED, "--output", tmp_path, "--formats", "html"
    )

    assert done.returncode == 0
    assert "Avslag 3" in done.stdout
    assert "Utvalget er samstemt om at prosjektet er modnere." in done.stdout


def test_an_unknown_application_is_said_with_the_nearest(tmp_path: Path) -> None:
    done = generate("explain", "2019/T7", "--input", RULED, "--output", tmp_path)

    assert done.returncode == 1
    assert "«2019/T7» står ikke i soknader" in done.stderr


@pytest.mark.parametrize(
    "faults",
    [
        {"karakterer": (";m1a;6", ";m1a;99"), "samlet": (";7;", ";7,2;")},
        {"samlet": (";7;", ";7,2;"), "rangering": (";P1;1;", ";P1;77;")},
        {"soknader": (";1000000;", ";abc;"), "rangering": (";P1;1;", ";P1;77;")},
        {"fagutvalg": (";Kari Nordmann;", ";;"), "samlet": (";7;", ";7,2;")},
    ],
    ids=" og ".join,
)
def test_faults_of_earlier_and_later_tables_are_told_together(
    faults: dict[str, tuple[str, str]], tmp_path: Path
) -> None:
    call = Path(shutil.copytree(RULED, tmp_path / "call"))
    for name, (sound, faulty) in faults.items():
        table = call / f"{name}.csv"
        text = table.read_text(encoding="utf-8").replace(sound, faulty, 1)
        table.write_text(text, encoding="utf-8")

    with pytest.raises(InputRejected) as rejected:
        award(call, tmp_path / "output", "csv")

    lines = sentences(rejected.value.problems)
    assert [line.partition(".csv")[0] for line in lines] == sorted(faults)
