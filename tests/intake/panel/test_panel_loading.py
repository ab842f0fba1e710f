"""A panel's call folder as a whole: every problem at once, each once, in any kind of file."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.panel.loading import load_panel
from reviewpkg.problems import InputRejected, sentences
from tests.intake.folders import CallFolder
from tests.intake.panel.panel_folders import number, passed, read, told, told_of, valid

ROOT = Path(__file__).resolve().parents[3]
LAST_YEAR = ROOT / "input" / "klinbeforsk-2023"
SCREENING, GRADING, MEETING, RECOMMENDATION = PanelStep


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
@pytest.mark.parametrize("step", PanelStep)
def test_a_valid_folder_has_no_problems(step: PanelStep, ending: str, tmp_path: Path) -> None:
    loaded = read(valid().write(tmp_path, ending), step)
    assert (loaded.problems, loaded.missing) == ((), ())
    review = loaded.review
    assert len(review.applications) == len(review.eligible) == 4
    assert len(review.experts) == (5 if step >= GRADING else 0)
    assert len(review.conflicts) == (2 if step >= GRADING else 0)
    assert len(review.grades) == (8 if step >= MEETING else 0)
    assert len(review.joint_grades) == (1 if step >= MEETING else 0)
    assert len(review.rulings) == (1 if step >= RECOMMENDATION else 0)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_and_files_changes_nothing(seed: int, tmp_path: Path) -> None:
    expected = read(valid().write(tmp_path / "a")).review
    shuffle = random.Random(seed)  # noqa: S311 - a shuffle that can be repeated
    folder = valid()
    for name, (headings, *rest) in folder.tables.items():
        shuffle.shuffle(rest)
        folder.tables[name] = [headings, *rest]
    others = ["karakterer/a", "karakterer/b", "karakterer/c"]
    shuffle.shuffle(others)
    folder.tables = {
        others.pop() if name.startswith("karakterer") else name: rows
        for name, rows in folder.tables.items()
    }
    # A project's partners and CVs stay in the order of their rows, which no rule looks at.
    assert _sorted(read(folder.write(tmp_path / "b")).review) == _sorted(expected)


def _sorted(review: PanelReview) -> PanelReview:
    return replace(
        review,
        applications=tuple(
            replace(
                one,
                submission=replace(
                    one.submission,
                    partners=tuple(sorted(one.submission.partners, key=str)),
                    cvs=tuple(sorted(one.submission.cvs, key=str)),
                ),
            )
            for one in review.applications
        ),
    )


@pytest.mark.parametrize(
    ("step", "needless"),
    [
        (SCREENING, ("fagutvalg", "inhabilitet", "karakterer", "samlet", "lederbeslutning")),
        (GRADING, ("inhabilitet", "karakterer", "samlet", "lederbeslutning")),
        (MEETING, ("inhabilitet", "samlet", "lederbeslutning")),
        (RECOMMENDATION, ("inhabilitet", "samlet", "lederbeslutning")),
    ],
)
def test_a_step_needs_no_more_than_it_builds_on(
    step: PanelStep, needless: tuple[str, ...], tmp_path: Path
) -> None:
    folder = valid()
    folder.tables = {
        name: rows for name, rows in folder.tables.items() if name.partition("/")[0] not in needless
    }
    assert told(folder, tmp_path, step=step) == ""


@pytest.mark.parametrize("step", PanelStep)
def test_a_step_seals_only_what_it_reads(step: PanelStep, tmp_path: Path) -> None:
    files = [one.file for one in read(valid().write(tmp_path), step).sources]
    assert files == sorted(files)
    read_from = {file.partition("/")[0].removesuffix(".csv") for file in files}
    of_k1 = {"call.toml", "soknader", "partnere", "cv", "institusjoner"}
    of_k2 = {"fagutvalg", "inhabilitet"} if step >= GRADING else set()
    of_k3 = {"karakterer", "samlet"} if step >= MEETING else set()
    of_k4 = {"lederbeslutning"} if step >= RECOMMENDATION else set()
    assert read_from == of_k1 | of_k2 | of_k3 | of_k4


def test_a_region_without_an_eligible_institution_fails_everyone(tmp_path: Path) -> None:
    folder = valid()
    folder.replace('"Nord"]', '"Nordvest"]')
    assert told(folder, tmp_path).startswith(
        "call.toml, nøkkel «screening.regions[4]»: ingen institusjon i institusjoner ligger i "
        "«Nordvest», så ingen søknad kan oppfylle F7."
    )


@pytest.mark.parametrize("step", [MEETING, RECOMMENDATION])
def test_where_nobody_passes_no_grades_are_asked_for(step: PanelStep, tmp_path: Path) -> None:
    folder = valid()
    for row in range(2, 6):
        folder.put("soknader", row, "Kanal", "brev")
    of_grades = ("karakterer", "samlet", "lederbeslutning")
    for table in [name for name in folder.tables if name.startswith(of_grades)]:
        del folder.tables[table]
    loaded = read(folder.write(tmp_path), step)
    assert loaded.scope.passed == frozenset()
    assert loaded.problems == ()


def test_more_experts_asked_for_than_there_are_is_the_call_files_fault(tmp_path: Path) -> None:
    folder = valid()
    folder.replace("min_experts = 2", "min_experts = 20")
    found = told(folder, tmp_path)
    assert found.startswith("call.toml, nøkkel «panel.min_experts»: ventet høyst ")
    assert "karakterer" not in found


def test_every_problem_of_every_table_is_told_at_once(
    tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = valid()
    folder.replace("budget = 20_000_000", 'budget = "20 mill."')
    folder.replace("amount_max = 25_000_000", "amount_max = 1")
    folder.put("soknader", 2, "Innsendt", "15.05.2024")
    folder.put("soknader", 3, "Varighet", "lenge")
    folder.put("partnere", 2, "Helseregion", "Nord")
    folder.put("cv", 2, "Rolle", "leder")
    folder.add("institusjoner", None, "Vest")
    folder.put("fagutvalg", 2, "Navn", None)
    folder.put("inhabilitet", 2, "Medlem", "e8")
    folder.put("karakterer/e1", 2, "Nytte", 7)
    folder.put("samlet", 2, "Samlet karakter", 7)
    folder.put("lederbeslutning", 2, "Prosjektnummer", "XY/1")
    folder.tables["karakterer/e2"][0].append("Notat")
    folder.tables["rangering"] = [["Prosjektnummer"], [number(1)]]
    assert told(folder, tmp_path) == messages


def _broken(name: str) -> Callable[[CallFolder], object]:
    return lambda folder: folder.tables[name].insert(0, ["Tittel"])


def _no_syntax(folder: CallFolder) -> None:
    folder.replace("[screening]", "[screening")
    folder.put("soknader", 2, "Søknadssum", "mye")


def _no_deadline(folder: CallFolder) -> None:
    folder.replace("deadline = 2024-05-15T16:00:00", "deadline = 2024-05-15")
    folder.put("soknader", 2, "Varighet", "lenge")


def _no_word_on_what_is_left_out(folder: CallFolder) -> None:
    folder.replace('channel = "eSøknad"', 'omit = "F10, F11"')
    at = folder.heading("soknader", "Markører")
    for row in folder.tables["soknader"]:
        del row[at]
    folder.put("soknader", 2, "Søknadssum", "mye")


NO_CASCADES: dict[str, Callable[[CallFolder], object]] = {
    "no call file to go by": _no_syntax,
    "a deadline that cannot be used": _no_deadline,
    "no word on what is left out": _no_word_on_what_is_left_out,
    "applications that cannot be read": _broken("soknader"),
    "partners that cannot be read": _broken("partnere"),
    "CVs that cannot be read": _broken("cv"),
    "institutions that cannot be read": _broken("institusjoner"),
    "a panel that cannot be read": _broken("fagutvalg"),
    "conflicts that cannot be read": _broken("inhabilitet"),
    "one expert's grades that cannot be read": _broken("karakterer/e1"),
    "joint grades that cannot be read": _broken("samlet"),
    "rulings that cannot be read": _broken("lederbeslutning"),
    "no applications": lambda folder: folder.tables.pop("soknader"),
    "one application's number misspelt": lambda folder: folder.put(
        "soknader", 2, "Prosjektnummer", "KB-24/0O1"
    ),
    "nothing but a call file": lambda folder: folder.tables.clear(),
}


@pytest.mark.parametrize("cause", NO_CASCADES)
def test_one_cause_gives_one_message(
    cause: str, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = valid()
    NO_CASCADES[cause](folder)
    assert told(folder, tmp_path) == messages


def test_errors_are_raised_once_with_what_was_noticed_after_them(tmp_path: Path) -> None:
    folder = valid()
    folder.put("soknader", 2, "Varighet", "lenge")
    folder.tables["karakterer/e1"][0].append("Notat")
    with pytest.raises(InputRejected) as caught:
        load_panel(folder.write(tmp_path), MEETING, passed)
    starts = [line.partition(" ")[0] for line in sentences(caught.value.problems)]
    assert starts == ["soknader.csv,", "Merknad:"]


def test_no_folder_and_no_call_file(tmp_path: Path) -> None:
    assert told_of(tmp_path / "finnes-ikke").endswith("mappen finnes ikke.")
    folder = valid().write(tmp_path)
    (folder / "call.toml").rename(folder / "call.toml.txt")
    assert "Er det «call.toml.txt»?" in told_of(folder)


def test_a_call_without_f10_and_f11_needs_no_column_for_them() -> None:
    with (LAST_YEAR / "soknader.csv").open(encoding="utf-8-sig", newline="") as file:
        headings = next(csv.reader(file, delimiter=";"))
    assert {"Kanal", "Markører"}.isdisjoint(headings)
    loaded = load_panel(LAST_YEAR, RECOMMENDATION, passed)
    assert {"F10", "F11"}.isdisjoint(loaded.review.call.screening.criteria)
    assert loaded.review.applications
    assert not [one for one in sentences(loaded.problems) if "Kanal" in one or "Markør" in one]
