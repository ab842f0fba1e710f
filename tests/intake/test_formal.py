"""Applications that fail the formal criteria of a two-round call take no part from 1.1 on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.intake.loading import load_forms, load_screening
from reviewpkg.problems import InputRejected, sentences
from reviewpkg.procedure.two_round.step_0_screening import failing
from tests.intake.conference_folders import returned, said
from tests.intake.folders import CallFolder, loaded, told, valid

BOUNDS = """\
[screening]
deadline = 2019-06-03T13:00:00
amount_min = 1_200_000
amount_max = 2_300_000

[grades]
"""
MOVE = '\n[[adjustments]]\nproject = "{}"\ndecision = "selected"\nreason = "Skulle vært med."\n'
TOO_MUCH, TOO_LITTLE, TAKES_PART = "2019/FO100001", "2019/FO100005", "2019/FO100002"


def screened(folder: CallFolder | None = None) -> CallFolder:
    """Return a folder with a deadline and bounds: the first and the fifth application fail F2."""
    folder = folder or valid()
    folder.replace("[grades]\n", BOUNDS)
    headings, *rows = folder.tables["soknader"]
    headings.append("Innsendt")
    for row in rows:
        row.append("03.06.2019 13:00")
    return folder


def test_the_rejected_stand_apart_and_nobody_owes_a_grade_on_them(tmp_path: Path) -> None:
    folder = screened()
    for member, row in (("m01", 2), ("m02", 2), ("m05", 3), ("m06", 2)):
        folder.drop(f"karakterer/{member}", row)
    folder.tables = {name: rows for name, rows in folder.tables.items() if len(rows) > 1}
    found = loaded(folder.write(tmp_path))
    review = found.review
    assert [one.project_number for one in review.formally_rejected] == [TOO_MUCH, TOO_LITTLE]
    assert len(review.applications) == 4
    assert found.undelivered == {}
    assert found.problems == ()


def test_the_time_of_submission_is_read_in_the_calls_zone(tmp_path: Path) -> None:
    review = loaded(screened().write(tmp_path)).review
    submitted = datetime(2019, 6, 3, 13, 0, tzinfo=ZoneInfo("Europe/Oslo"))
    assert {one.submitted for one in review.applications} == {submitted}


def test_their_rows_are_noticed_and_not_used(tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = screened()
    folder.add("inhabilitet", TOO_MUCH, "m02", None, None)
    assert told(folder, tmp_path) == messages


def test_their_rows_are_noticed_in_the_conference_too(
    tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = screened(returned())
    folder.replace("amount_max = 2_300_000", "amount_max = 9_000_000")
    assert said(folder, tmp_path) == messages


def test_1_2_9_an_adjustment_cannot_move_one_of_them(tmp_path: Path) -> None:
    folder = screened()
    folder.call += MOVE.format(TOO_MUCH) + MOVE.format(TAKES_PART)
    (line,) = [one for one in told(folder, tmp_path).splitlines() if "adjustments" in one]
    assert line == (
        "call.toml, nøkkel «adjustments[1].project»: søknaden «2019/FO100001» er avvist på "
        "formelle krav og kan ikke flyttes; fjern justeringen."
    )


def _blank(column: str) -> Callable[[CallFolder], object]:
    return lambda folder: folder.put("soknader", 2, column, None)


FAULTS: dict[str, Callable[[CallFolder], object]] = {
    "no time of submission": _blank("Innsendt"),
    "no amount": _blank("Søknadssum"),
    "no column": lambda folder: folder.rename("soknader", "Innsendt", "Tidspunkt"),
    "a deadline that is none": lambda folder: folder.replace("03T13:00:00", "03"),
    "nothing asked": lambda folder: folder.replace(
        "deadline = 2019-06-03T13:00:00\namount_min = 1_200_000\namount_max = 2_300_000\n", ""
    ),
    "amounts alone": lambda folder: folder.replace("deadline = 2019-06-03T13:00:00\n", ""),
}


@pytest.mark.parametrize("break_it", FAULTS.values(), ids=FAULTS)
def test_one_cause_has_one_message(
    break_it: Callable[[CallFolder], object], tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = screened()
    # Where it is not sure that it takes part, nobody is asked to stand in.
    folder.add("inhabilitet", TOO_MUCH, "m01", None, None)
    break_it(folder)
    assert told(folder, tmp_path) == messages


def test_without_screening_the_time_of_submission_is_a_column_like_any_unknown_one(
    tmp_path: Path,
) -> None:
    folder = screened()
    folder.replace(BOUNDS, "[grades]\n")
    assert told(folder, tmp_path) == (
        "Merknad: soknader.csv, rad 1, kolonne «Innsendt»: kolonnen er ukjent og ikke lest."
    )


def test_the_screening_reads_the_applications_alone(tmp_path: Path) -> None:
    folder = screened()
    written = folder.write(tmp_path)
    for path in (written / "fagutvalg.csv", written / "brukerrepresentanter.csv"):
        path.unlink()
    found = load_screening(written, failing)
    assert {one.file for one in found.sources} == {"call.toml", "soknader.csv"}
    assert found.problems == ()


def test_the_screening_is_refused_where_an_application_cannot_be_read(tmp_path: Path) -> None:
    folder = screened()
    folder.put("soknader", 3, "Innsendt", "i går")
    with pytest.raises(InputRejected) as refused:
        load_screening(folder.write(tmp_path), failing)
    (line,) = sentences(refused.value.problems)
    assert "«Innsendt»" in line


def test_the_forms_leave_them_out(tmp_path: Path) -> None:
    review = load_forms(screened().write(tmp_path), failing).review
    assert TOO_MUCH not in {one.project_number for one in review.applications}
