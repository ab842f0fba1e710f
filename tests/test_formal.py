"""A two-round call with formal criteria: what is screened before 1.1, and what follows of it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.intake.loading import load_screening
from reviewpkg.jobs import formal, round_1, round_2
from reviewpkg.jobs.delivery import Delivery
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.status import run_status
from reviewpkg.languages.language import Language
from reviewpkg.problems import InputRejected, sentences
from reviewpkg.procedure.two_round.step_0_screening import failing
from tests.html_snapshot import HtmlFile
from tests.reports.left_over import left_over
from tests.test_packet import DEMONSTRATION, contents, generate, links
from tests.test_scenarios import CsvFile, TextFile

SCENARIOS = Path(__file__).parent / "scenarios"
SCREENED = SCENARIOS / "F1-F2-screening-before-1.1"
WITHOUT = SCENARIOS / "2.7-a-sum-equal-to-the-frame-is-awarded"
REJECTED = {
    "2019/S03": "F1",
    "2019/S05": "F2",
    "2019/S08": "F2",
    "2019/S10": "F1 F2",
    "2019/S12": "F1",
    "2019/S21": "F2",
}
PAGES = ("formell-vurdering", "avslag-formelle-krav", "begrunnelser/2019-s10", "index")


class Page(HtmlFile):
    root = "../../.."


def order(folder: Path, target: Path, *formats: str) -> Order:
    return Order(folder, target, formats, lambda _done, _total, _name: None)


def rows(made: Delivery) -> dict[str, dict[str, str]]:
    with (made.folder / "decisions.csv").open(encoding="utf-8", newline="") as file:
        return {row["project_number"]: row for row in csv.DictReader(file)}


def test_f1_f2_the_outcome_at_each_bound_and_on_both_sides(
    tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    packet = formal.run_screening(order(SCREENED, tmp_path, "csv")).folder
    assert (packet / "decisions.csv").read_text() == snapshot(extension_class=CsvFile)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.replace("/", "-"))
def test_the_pages(page: str, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    packet = formal.run_screening(order(SCREENED, tmp_path, "html")).folder
    text = (packet / f"{page}.html").read_text(encoding="utf-8")
    assert text == snapshot(extension_class=Page)


@pytest.mark.parametrize("language", [Language.NYNORSK, Language.ENGLISH])
def test_no_bokmal_is_left_on_the_pages_in_another_language(
    language: Language, tmp_path: Path
) -> None:
    folder = tmp_path / "call"
    shutil.copytree(SCREENED, folder)
    call = folder / "call.toml"
    said = call.read_text(encoding="utf-8").replace("[call]", f'[call]\nlanguage = "{language}"', 1)
    call.write_text(said, encoding="utf-8")
    packet = formal.run_screening(order(folder, tmp_path, "html")).folder
    given = load_screening(folder, failing).review
    for path in [packet / f"{page}.html" for page in PAGES[:-1]]:
        text = path.read_text(encoding="utf-8").replace("<figure", "<div")
        assert left_over(text, language, given) == [], path.name


def test_every_file_is_linked_from_the_overview(tmp_path: Path) -> None:
    done = generate(
        "screening", "--input", SCREENED, "--output", tmp_path, "--formats", "csv,xlsx,html"
    )
    assert done.returncode == 0, done.stderr
    packet = tmp_path / "screening"
    assert set(links(packet / "index.html")) == set(contents(packet)) - {"index.html"}


def test_the_rejected_take_no_part_in_round_1(tmp_path: Path) -> None:
    made = round_1.run_round_1(order(SCREENED, tmp_path, "csv", "html"))
    assert REJECTED.keys().isdisjoint(rows(made))
    assert rows(made)["2019/S11"]["decision"] == "withdrawn"
    assert made.summary[0] == "6 søknader er avvist på formelle krav og er ikke med."
    loads = (made.folder / "belastning-per-par.html").read_text(encoding="utf-8")
    assert "P1" in loads
    assert not any(number in loads for number in REJECTED)


def test_nobody_is_asked_to_grade_them(tmp_path: Path) -> None:
    made = round_1.run_forms(order(SCREENED, tmp_path, "html", "xlsx"))
    assert made.summary[-1] == "6 søknader er avvist på formelle krav og er ikke med."
    # m2a and m2b have S02 left of their own; m2a had a conflict on the rejected S05 only.
    assert (made.folder / "karakterer-m2a.xlsx").exists()


def test_the_award_lists_them_after_rejection_1_and_before_the_withdrawn(tmp_path: Path) -> None:
    found = rows(round_2.run_award(order(SCREENED, tmp_path, "csv")))
    assert {number: found[number]["rule"] for number in REJECTED} == REJECTED
    for number in REJECTED:
        filled = {name for name, value in found[number].items() if value}
        assert filled == {"project_number", "area", "amount", "decision", "rule"}
        assert found[number]["decision"] == "rejected"
    of_ks = [number for number, row in found.items() if row["area"] == "KS"]
    assert of_ks[-6:] == ["2019/S03", "2019/S05", "2019/S08", "2019/S10", "2019/S12", "2019/S11"]


@pytest.mark.parametrize(
    ("run", "page"),
    [
        pytest.param(round_1.run_round_1, "vedtaksprotokoll", id="round 1"),
        pytest.param(round_2.run_award, "kontrollutvalget/protokoll", id="award"),
    ],
)
def test_the_records_say_who_was_rejected_and_why(run: object, page: str, tmp_path: Path) -> None:
    assert callable(run)
    packet = run(order(SCREENED, tmp_path, "html")).folder
    text = (packet / f"{page}.html").read_text(encoding="utf-8")
    start = text.index("<h2>Avvist på formelle krav (før 1.1)</h2>")
    part = text[start : text.index("<h2>", start + 1)]
    assert all(number in part for number in REJECTED)
    assert "Trukket fra trinn 1.2, men da var dette avgjort." in part


@pytest.mark.parametrize(
    "number", ["2019/S10", "2019/S12", "2019/S01"], ids=lambda number: number.partition("/")[2]
)
def test_one_applications_way(number: str, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    made = round_2.run_explain(order(SCREENED, tmp_path, "html"), number)
    assert "\n".join(made.summary) == snapshot(extension_class=TextFile)


def test_the_status_has_the_step(tmp_path: Path) -> None:
    found = run_status(SCREENED, tmp_path).standings
    assert [one.needs.step for one in found][:3] == ["screening", "forms", "round1"]
    formal.run_screening(order(SCREENED, tmp_path, "csv"))
    first, *_ = run_status(SCREENED, tmp_path).standings
    assert first.state.value == "ferdig"


def test_the_screening_can_run_before_anyone_is_named_to_assess(tmp_path: Path) -> None:
    call = tmp_path / "utlysning"
    call.mkdir()
    for name in ("call.toml", "soknader.csv"):
        shutil.copy(SCREENED / name, call)
    made = formal.run_screening(order(call, tmp_path, "csv"))
    assert made.summary[0] == "14 søknader: 7 til vurdering, 6 avvist på formelle krav, 1 trukket."
    first, second, *_ = run_status(call, tmp_path).standings
    assert (first.state.value, second.state.value) == ("ferdig", "venter")


@pytest.mark.parametrize("emptied", [False, True], ids=["no table", "an empty table"])
def test_a_call_without_formal_criteria_has_nothing_to_screen(
    emptied: bool,  # noqa: FBT001 - given by the parametrisation
    tmp_path: Path,
) -> None:
    call = Path(shutil.copytree(WITHOUT, tmp_path / "utlysning"))
    if emptied:
        with (call / "call.toml").open("a", encoding="utf-8") as file:
            file.write("\n[screening]\n")
    with pytest.raises(InputRejected) as refused:
        formal.run_screening(order(call, tmp_path / "ut", "csv"))
    (line,) = sentences(refused.value.problems)
    assert line.startswith(
        "call.toml, nøkkel «screening»: utlysningen stiller ingen formelle krav, så det er "
        "ingenting å prøve før 1.1."
    )
    assert "screening" not in {
        one.needs.step for one in run_status(call, tmp_path / "ut").standings
    }


def test_the_command_says_so_and_writes_nothing(tmp_path: Path) -> None:
    done = generate("screening", "--input", DEMONSTRATION, "--output", tmp_path)
    assert done.returncode == 1
    assert "utlysningen stiller ingen formelle krav" in done.stderr
    assert contents(tmp_path) == {}
