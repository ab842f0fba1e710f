import random
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.steps import Step
from reviewpkg.intake.loading import Loaded, load_forms, load_round_1, survey
from reviewpkg.problems import InputRejected, sentences
from reviewpkg.procedure.two_round.step_0_screening import failing
from tests.intake.folders import CallFolder, loaded, told, told_of, valid

SNSF = Path(__file__).parents[3] / "shared" / "data" / "snsf-mint"


def test_a_valid_folder_has_no_problems(tmp_path: Path) -> None:
    found = load_round_1(valid().write(tmp_path), failing)
    assert found.problems == ()
    assert found.missing == ()
    assert found.undelivered == {}
    assert len(found.review.applications) == 6
    assert len(found.review.grades) == 12
    assert len(found.review.committee.reviewers) == 8


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_order_of_rows_and_files_changes_nothing(
    seed: int, ending: str, tmp_path: Path
) -> None:
    expected = loaded(valid().write(tmp_path / "a")).review
    shuffle = random.Random(seed)  # noqa: S311 - a shuffle that can be repeated
    folder = valid()
    names = list(folder.tables)
    for name, rows in folder.tables.items():
        headings, *rest = rows
        shuffle.shuffle(rest)
        folder.tables[name] = [headings, *rest]
    others = [f"karakterer/{letter}" for letter in "abcdef"]
    shuffle.shuffle(others)
    folder.tables = {
        others.pop() if name.startswith("karakterer") else name: folder.tables[name]
        for name in names
    }
    assert loaded(folder.write(tmp_path / "b", ending)).review == expected


def test_a_broken_call_file_does_not_hide_the_tables_faults(
    tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = valid()
    folder.replace("budget = 12_000_000", 'budget = "12 mill."')
    folder.put("soknader", 2, "Område", "K")
    folder.put("karakterer/m03", 2, "Totalkarakter", 9)
    folder.put("fagutvalg", 2, "Navn", None)
    assert told(folder, tmp_path) == messages


def _no_syntax(folder: CallFolder) -> None:
    folder.replace("[grades]", "[grades")
    folder.put("soknader", 2, "Søknadssum", "mye")


def _broken(name: str) -> Callable[[CallFolder], object]:
    return lambda folder: folder.tables[name].insert(0, ["Tittel"])


NO_CASCADES: dict[str, Callable[[CallFolder], object]] = {
    "no call file to go by": _no_syntax,
    "applications that cannot be read": _broken("soknader"),
    "a committee that cannot be read": _broken("fagutvalg"),
    "conflicts that cannot be read": _broken("inhabilitet"),
    "user representatives that cannot be read": _broken("brukerrepresentanter"),
    "one member's grades that cannot be read": _broken("karakterer/m03"),
    "no applications": lambda folder: folder.tables.pop("soknader"),
    "no committee": lambda folder: folder.tables.pop("fagutvalg"),
    "no conflicts": lambda folder: folder.tables.pop("inhabilitet"),
    "nothing but a call file": lambda folder: folder.tables.clear(),
}


@pytest.mark.parametrize("cause", NO_CASCADES)
def test_one_cause_gives_one_message(
    cause: str, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = valid()
    NO_CASCADES[cause](folder)
    assert told(folder, tmp_path) == messages


def test_forms_need_no_grades(tmp_path: Path) -> None:
    folder = valid()
    folder.tables = {name: rows for name, rows in folder.tables.items() if "/" not in name}
    found = load_forms(folder.write(tmp_path), failing)
    assert found.review.grades == ()
    with pytest.raises(InputRejected):
        load_round_1(tmp_path, failing)


def test_errors_are_raised_once_with_what_was_noticed_after_them(tmp_path: Path) -> None:
    folder = valid()
    folder.put("soknader", 2, "Område", "Anet")
    folder.put("soknader", 3, "Søknadssum", 0)
    folder.tables["karakterer/m03"][0].append("Notat")
    with pytest.raises(InputRejected) as caught:
        load_round_1(folder.write(tmp_path), failing)
    starts = [line.partition(" ")[0] for line in sentences(caught.value.problems)]
    assert starts == ["soknader.csv,", "Advarsel:", "Merknad:"]


def test_warnings_and_notices_stop_nothing(tmp_path: Path) -> None:
    folder = valid()
    folder.put("soknader", 3, "Søknadssum", 0)
    assert len(load_round_1(folder.write(tmp_path), failing).problems) == 1


def test_an_application_withdrawn_from_a_later_step_keeps_its_grades(tmp_path: Path) -> None:
    folder = valid()
    for cells, (status, step) in zip(
        folder.tables["soknader"],
        [("Status", "Fra trinn"), ("trukket", "1.3"), ("trukket", "1.2"), *[(None, None)] * 4],
        strict=True,
    ):
        cells += [status, step]
    found = survey(folder.write(tmp_path), failing, graded=True)
    assert isinstance(found, Loaded)
    withdrawn = [one.withdrawn_from for one in found.review.applications[:2]]
    assert withdrawn == [Step.REJECTION_1, Step.SELECTION]
    graded = {one.project_number for one in found.review.grades}
    assert "2019/FO100001" in graded
    assert "2019/FO100002" not in graded


def test_real_votes_load_without_a_word() -> None:
    if not SNSF.is_dir():
        pytest.skip("the folder of real votes is not beside the project")
    assert told_of(SNSF) == ""
    review = loaded(SNSF).review
    assert len(review.grades) == 2 * len(review.applications) == 530
