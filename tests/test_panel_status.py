"""How far a panel call has come, and one application's way, as its users ask for them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension

from reviewpkg.jobs import panel as jobs
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.panel_explain import run_explain
from reviewpkg.jobs.panel_status import run_status
from reviewpkg.problems import InputRejected, sentences
from tests.test_packet import contents, generate
from tests.test_scenarios import TextFile

SCENARIOS = Path(__file__).parent / "scenarios"
OPEN_TIE = SCENARIOS / "D20-tie-at-the-line-stops-the-award"
RULED = SCENARIOS / "D20-tie-at-the-line-is-ruled"
WITHDRAWN = SCENARIOS / "D24-withdrawn-from-a-panel-by-step"
EVERY_CRITERION = SCENARIOS / "K1-every-criterion"
JOINT = SCENARIOS / "K3-joint-grade-counts-instead"
THEME = SCENARIOS / "K4-theme-first-but-never-lifts"


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    extension: type[SingleFileSnapshotExtension] = TextFile
    return snapshot.use_extension(extension)


@pytest.fixture
def call(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULED, tmp_path / "utlysning"))


def order(folder: Path, target: Path, *formats: str) -> Order:
    return Order(folder, target, formats, lambda _done, _total, _name: None)


def states(folder: Path, target: Path) -> dict[str, str]:
    found = run_status(folder, target).standings
    return {one.command: one.state.value for one in found}


def waits(folder: Path, target: Path, command: str) -> tuple[str, ...]:
    (found,) = [one for one in run_status(folder, target).standings if one.command == command]
    return found.waits_for


def without(folder: Path, table: str, *starts: str) -> None:
    """Take the rows that begin like this out of a table."""
    path = folder / f"{table}.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(one for one in lines if not one.startswith(starts)), encoding="utf-8")


def test_a_step_is_done_when_its_packet_was_made_from_what_it_would_read_now(
    call: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ut"
    assert set(states(call, target).values()) == {"kan kjøres"}
    for run in (jobs.run_screening, jobs.run_forms, jobs.run_panel, jobs.run_award):
        run(order(call, target, "csv"))
    assert set(states(call, target).values()) == {"ferdig"}


def test_a_table_changed_afterwards_outdates_the_packets_that_build_on_it(
    call: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ut"
    for run in (jobs.run_screening, jobs.run_forms, jobs.run_panel, jobs.run_award):
        run(order(call, target, "csv"))
    (call / "samlet.csv").write_text("Prosjektnummer;Samlet karakter\n", encoding="utf-8")
    assert states(call, target) == {
        "screening": "ferdig",
        "forms": "ferdig",
        "panel": "kjør på nytt",
        "award": "kjør på nytt",
    }


def test_k2_who_owes_what_is_said_by_expert_and_by_application(
    call: Path, tmp_path: Path, text: SnapshotAssertion
) -> None:
    without(call, "karakterer", "K/01;e1", "K/05")
    assert "\n".join(run_status(call, tmp_path).lines()) == text


def test_k2_a_grade_from_someone_else_than_proposed_is_owed_by_nobody(
    call: Path, tmp_path: Path
) -> None:
    assert run_status(call, tmp_path).owed == {}


def test_a_fault_in_the_grades_lets_the_forms_be_made(call: Path, tmp_path: Path) -> None:
    path = call / "karakterer.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("5;5", "5;6", 1), encoding="utf-8")
    assert states(call, tmp_path)["forms"] == "kan kjøres"
    assert waits(call, tmp_path, "panel") == ("feil i inndataene må rettes",)


def test_d20_an_open_tie_is_all_that_the_award_waits_for(
    tmp_path: Path, text: SnapshotAssertion
) -> None:
    assert "\n".join(run_status(OPEN_TIE, tmp_path).lines()) == text


def test_d20_a_ruling_that_cannot_be_used_stops_the_award_alone(call: Path, tmp_path: Path) -> None:
    with (call / "lederbeslutning.csv").open("a", encoding="utf-8") as file:
        file.write("K/01;2;Nei\n")
    found = run_status(call, tmp_path)
    assert waits(call, tmp_path, "award") == ("feil i inndataene må rettes",)
    assert any("står ikke likt med noen" in sentence for sentence in found.problems)


def test_tables_that_have_not_come_are_named_where_they_are_first_needed(
    tmp_path: Path, text: SnapshotAssertion
) -> None:
    assert "\n".join(run_status(EVERY_CRITERION, tmp_path).lines()) == text


def test_without_a_call_file_the_status_is_refused_as_ever(tmp_path: Path) -> None:
    done = generate("status", "--input", tmp_path, "--output", tmp_path / "ut")
    assert done.returncode == 1
    assert "call.toml: filen mangler eller kan ikke leses." in done.stderr


def test_the_status_of_a_panel_call_is_told_by_the_command(tmp_path: Path) -> None:
    done = generate("status", "--input", RULED, "--output", tmp_path)
    assert done.returncode == 0
    assert "  award      kan kjøres    innstillingen (K4)" in done.stdout.splitlines()


EXPLAINED = {
    "one of a ruled tie, recommended": (RULED, "K/04"),
    "one of an open tie": (OPEN_TIE, "K/03"),
    "above an open tie": (OPEN_TIE, "K/01"),
    "a joint grade": (JOINT, "K/02"),
    "within the theme, not support-worthy": (THEME, "K/03"),
    "withdrawn before K1": (WITHDRAWN, "K/01"),
    "rejected, then withdrawn": (WITHDRAWN, "K/02"),
    "withdrawn before K2": (WITHDRAWN, "K/03"),
    "withdrawn before K3": (WITHDRAWN, "K/04"),
    "withdrawn before K4": (WITHDRAWN, "K/05"),
    "rejected on everything": (EVERY_CRITERION, "K/12"),
    "eligible, and nobody has graded": (EVERY_CRITERION, "K/00"),
}


@pytest.mark.parametrize(("folder", "number"), EXPLAINED.values(), ids=EXPLAINED)
def test_one_applications_way(
    folder: Path, number: str, tmp_path: Path, text: SnapshotAssertion
) -> None:
    made = run_explain(order(folder, tmp_path, "html"), number)
    assert "\n".join(made.summary) == text


def test_the_way_of_an_application_still_being_graded_says_what_is_missing(
    call: Path, tmp_path: Path
) -> None:
    without(call, "karakterer", "K/01;e1")
    told = "\n".join(run_explain(order(call, tmp_path / "ut", "csv"), "K/01").summary)
    assert "1 ekspert har gitt karakter; utlysningen krever minst 2." in told
    assert "Ikke avgjort: 1 søknad har færre enn 2 karakterer: K/01 (1)." in told


def test_what_is_wrong_with_the_tables_is_told_instead_of_a_way(call: Path, tmp_path: Path) -> None:
    without(call, "fagutvalg", "e1")
    with pytest.raises(InputRejected) as rejected:
        run_explain(order(call, tmp_path / "ut", "csv"), "K/01")
    assert any("står ikke i fagutvalg" in one for one in sentences(rejected.value.problems))


def test_an_unknown_application_is_said_with_the_nearest(tmp_path: Path) -> None:
    done = generate("explain", "K/1", "--input", RULED, "--output", tmp_path)
    assert done.returncode == 1
    assert "søknaden «K/1» står ikke i soknader." in done.stderr
    assert contents(tmp_path) == {}


def test_the_page_of_a_way_stands_in_a_packet_of_its_own(tmp_path: Path) -> None:
    done = generate(
        "explain", "K/03", "--input", RULED, "--output", tmp_path, "--formats", "html,pdf"
    )
    assert done.returncode == 0, done.stderr
    assert set(contents(tmp_path)) == {
        "explain-k-03/manifest.json",
        "explain-k-03/soknad-k-03.html",
        "explain-k-03/soknad-k-03.pdf",
        "index.html",
    }
