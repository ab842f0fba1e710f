from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.intake.conference_loading import check_ballots, load_conference
from reviewpkg.problems import InputRejected, sentences
from reviewpkg.procedure.two_round.step_2_6_ballots import reversals
from tests.intake.conference_folders import (
    RETURNED,
    ks_pool,
    returned,
    said,
    said_of,
    scope_of,
    withdraw,
)

IN_ORDER = {
    Step.USER_REVIEW: (),
    Step.JOINT: ("user_grades",),
    Step.PLENARY_1: ("joint_grades", "user_joint_grades"),
    Step.SECOND_OPINION: ("plenary_notes", "second_opinions"),
    Step.PLENARY_2: (),
    Step.AROUND_THE_LINE: ("user_supplements", "plenary_decisions"),
    Step.RANKING: ("ballots", "user_places", "rulings"),
}


@pytest.mark.parametrize("step", IN_ORDER)
def test_a_step_reads_what_it_builds_on_and_nothing_later(step: Step, tmp_path: Path) -> None:
    written = returned().write(tmp_path)
    found = load_conference(written, scope_of(written), step)
    kinds = [kind for at, kinds in IN_ORDER.items() if at <= step for kind in kinds]
    assert [kind for kind in Conference.__slots__ if getattr(found.conference, kind)] == kinds
    assert found.problems == ()
    assert (found.ranking is not None) == (step is Step.RANKING)


def test_what_is_wrong_with_a_later_table_does_not_stop_a_step(tmp_path: Path) -> None:
    folder = returned()
    folder.put("plenum2", 2, "Ny karakter", "fem")
    written = folder.write(tmp_path)
    scope = scope_of(written)
    assert load_conference(written, scope, Step.SECOND_OPINION).problems == ()
    with pytest.raises(InputRejected):
        load_conference(written, scope, Step.AROUND_THE_LINE)


@pytest.mark.parametrize("step", ["1.4", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7"])
def test_d24_rows_of_a_withdrawn_application_are_only_noticed(
    step: str, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = returned()
    withdraw(folder, "2019/FO100003", step)
    folder.add("brukertillegg", "2019/FO100003", 3, None)
    assert said(folder, tmp_path) == messages


@pytest.mark.parametrize(("step", "owed"), [("2.1", False), ("2.2", False), ("2.3", True)])
def test_d24_a_joint_grade_is_owed_of_what_takes_part_in_plenary_1(
    step: str,
    owed: bool,  # noqa: FBT001 - a parameter of the test
    tmp_path: Path,
) -> None:
    folder = returned()
    withdraw(folder, "2019/FO100004", step)
    folder.drop("samlet/par-2", 3)
    assert ("mangler samlet karakter på 2019/FO100004" in said(folder, tmp_path)) is owed


def test_d24_an_area_whose_one_joint_grade_is_of_a_later_withdrawal_has_started(
    tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = returned()
    withdraw(folder, "2019/FO100003", "2.2")
    for table in ("plenum1", "tilleggsvurdering/par-1", "tilleggsvurdering/par-2", "plenum2"):
        del folder.tables[table]
    del folder.tables["samlet/par-1"]
    folder.drop("samlet/par-2", 3)
    assert said(folder, tmp_path) == messages


def test_the_user_grades_must_be_there_for_their_agenda_only(
    tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = returned()
    for name in ("b01", "b02"):
        del folder.tables[f"brukerkarakterer/{name}"]
    written = folder.write(tmp_path)
    scope = scope_of(written)
    assert load_conference(written, scope, Step.RANKING).missing == ("brukerkarakterer",)
    with pytest.raises(InputRejected) as rejected:
        load_conference(written, scope, Step.JOINT)
    assert "\n".join(sentences(rejected.value.problems)) == messages


def test_a_ballot_that_cannot_be_read_is_told_with_what_is_wrong_with_the_others(
    tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = returned()
    folder.put("rangering/par-1", 2, "Plassering", "først")
    folder.put("rangering/par-2", 2, "Plassering", 1)
    folder.put("brukerrangering", 2, "Plassering", "to")
    folder.put("lederbeslutning", 2, "Begrunnelse", None)
    folder.drop("rangering/par-3", 5)
    assert said(folder, tmp_path) == messages


def test_ballots_are_checked_only_where_they_are_read(tmp_path: Path) -> None:
    folder = returned()
    folder.put("rangering/par-1", 2, "Plassering", "først")
    written = folder.write(tmp_path)
    scope = scope_of(written)
    loaded = load_conference(written, scope, Step.AROUND_THE_LINE)
    assert check_ballots(loaded, scope, [ks_pool(scope)], reversals) == ()


def test_a_table_by_another_name_is_named_where_something_is_wrong(
    tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = returned()
    folder.tables["plenum 1"] = folder.tables.pop("plenum1")
    assert said(folder, tmp_path) == messages


def test_a_broken_table_gives_one_message(tmp_path: Path, messages: SnapshotAssertion) -> None:
    told = []
    for at, name in enumerate(RETURNED):
        folder = returned()
        folder.tables[name].insert(0, ["Tittel"])
        told.append(said(folder, tmp_path / str(at)))
    assert "\n".join(told) == messages


def test_every_source_is_sealed(tmp_path: Path) -> None:
    written = returned().write(tmp_path)
    loaded = load_conference(written, scope_of(written), Step.RANKING)
    files = [source.file for source in loaded.sources]
    assert files == sorted(files)
    assert "rangering/par-1.csv" in files
    assert "lederbeslutning.csv" in files
    assert said_of(written) == ""
