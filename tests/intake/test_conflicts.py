from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.steps import Step
from tests.intake.folders import CallFolder, loaded, told, valid

TABLE = "inhabilitet"


def _both(folder: CallFolder, substitute: str) -> None:
    folder.add(TABLE, "2019/FO100002", "m02", substitute, None)
    folder.drop("karakterer/m02", 3)
    folder.add("karakterer/m06", "2019/FO100002", "m06", 1, 4, None)


FAULTS: dict[str, Callable[[CallFolder], object]] = {
    "an unknown application": lambda folder: folder.put(TABLE, 2, "Prosjektnummer", "2019/FO10002"),
    "an unknown member": lambda folder: folder.put(TABLE, 2, "Medlem", "m1"),
    "no substitute": lambda folder: folder.put(TABLE, 2, "Stedfortreder", None),
    "no column for substitutes": lambda folder: folder.rename(TABLE, "Stedfortreder", "Vara"),
    "an unknown substitute": lambda folder: folder.put(TABLE, 2, "Stedfortreder", "M-05"),
    "a substitute who is conflicted": lambda folder: folder.add(
        TABLE, "2019/FO100002", "m05", None, None
    ),
    "a substitute who is conflicted only later": lambda folder: folder.add(
        TABLE, "2019/FO100002", "m05", None, "2.2"
    ),
    "a substitute for oneself": lambda folder: folder.put(TABLE, 2, "Stedfortreder", "m01"),
    "a substitute of the same pair": lambda folder: folder.put(TABLE, 2, "Stedfortreder", "m02"),
    "one substitute for both": lambda folder: _both(folder, "m05"),
    "a substitute for each": lambda folder: _both(folder, "m06"),
    "a substitute from the control committee": lambda folder: folder.put(
        TABLE, 2, "Stedfortreder", "k01"
    ),
    "a user representative as substitute": lambda folder: folder.put(
        TABLE, 2, "Stedfortreder", "b01"
    ),
    "a substitute nobody needs": lambda folder: folder.put(TABLE, 3, "Stedfortreder", "m05"),
    "the same conflict twice": lambda folder: folder.add(
        TABLE, "2019/FO100002", "m01", "m05", None
    ),
    "an unknown step": lambda folder: folder.put(TABLE, 2, "Fra trinn", "2"),
    "no member": lambda folder: folder.put(TABLE, 2, "Medlem", None),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_conflicts(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    FAULTS[fault](folder)
    assert told(folder, tmp_path, "xlsx") == messages


def test_a_substitute_is_kept_only_where_someone_must_grade(tmp_path: Path) -> None:
    folder = valid()
    folder.put("inhabilitet", 4, "Stedfortreder", "m06")
    assert loaded(folder.write(tmp_path)).review.conflicts == (
        Conflict("2019/FO100002", "m01", "m05"),
        Conflict("2019/FO100003", "b01"),
        Conflict("2019/FO100004", "m03", from_step=Step.PLENARY_1),
    )
