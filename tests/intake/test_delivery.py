from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.intake.loading import Loaded, survey
from reviewpkg.procedure.two_round.step_0_screening import failing
from tests.intake.folders import CallFolder, told, valid


def _nothing_at_all(folder: CallFolder) -> None:
    folder.tables = {
        name: rows[:1] if name.startswith("karakterer") else rows
        for name, rows in folder.tables.items()
    }


def _without(name: str) -> Callable[[CallFolder], object]:
    return lambda folder: folder.tables.pop(name)


def _slip_and_silence(folder: CallFolder) -> None:
    folder.put("karakterer/m03", 2, "Prosjektnummer", "2019/FO10003")
    folder.drop("karakterer/m04", 2)


FAULTS: dict[str, Callable[[CallFolder], object]] = {
    "one grade is missing": lambda folder: folder.drop("karakterer/m03", 3),
    "one member has not delivered": _without("karakterer/m03"),
    "a substitute has not delivered": lambda folder: folder.drop("karakterer/m05", 2),
    "nobody has delivered": _nothing_at_all,
    "an empty grade is not missing too": lambda folder: folder.put(
        "karakterer/m03", 3, "Totalkarakter", None
    ),
    "one slip, and another who has not delivered": _slip_and_silence,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_delivery(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    FAULTS[fault](folder)
    assert told(folder, tmp_path) == messages


def test_who_is_awaited_is_told_whatever_else_is_wrong(tmp_path: Path) -> None:
    folder = valid()
    folder.put("karakterer/m03", 3, "Totalkarakter", None)
    folder.drop("karakterer/m04", 2)
    found = survey(folder.write(tmp_path), failing, graded=True)
    assert isinstance(found, Loaded)
    assert found.undelivered == {"m03": ("2019/FO100004",), "m04": ("2019/FO100003",)}
