from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.intake.folders import CallFolder, told, valid

TABLE = "soknader"


def _withdrawn(folder: CallFolder, status: str | None, step: str | float | None) -> None:
    for column, cell in (("Status", status), ("Fra trinn", step)):
        for at, cells in enumerate(folder.tables[TABLE], start=1):
            cells.append(column if at == 1 else cell if at == 4 else None)


def _twice(folder: CallFolder) -> None:
    folder.tables[TABLE] += [list(cells) for cells in folder.tables[TABLE][1:6]]


def _an_area_without_applications(folder: CallFolder) -> None:
    for row in (6, 7):
        folder.put(TABLE, row, "Område", "KS")


FAULTS: dict[str, Callable[[CallFolder], object]] = {
    "an unknown area": lambda folder: folder.put(TABLE, 6, "Område", "Anet"),
    "an area in the wrong case": lambda folder: folder.put(TABLE, 3, "Område", "ks"),
    "an unknown pair": lambda folder: folder.put(TABLE, 6, "Par", "7"),
    "a pair nearly right": lambda folder: folder.put(TABLE, 6, "Par", "03"),
    "the same application twice": lambda folder: folder.add(TABLE, *folder.tables[TABLE][2]),
    "the whole table twice": _twice,
    "no project number": lambda folder: folder.put(TABLE, 5, "Prosjektnummer", None),
    "several cells empty": lambda folder: folder.add(TABLE, "2019/FO100007", "Håp", None, "KS"),
    "an amount with words": lambda folder: folder.put(TABLE, 2, "Søknadssum", "ca. 2 mill."),
    "an amount that may be two kroner": lambda folder: folder.put(TABLE, 2, "Søknadssum", "2,000"),
    "an amount below zero": lambda folder: folder.put(TABLE, 2, "Søknadssum", -5),
    "an amount of zero": lambda folder: folder.put(TABLE, 2, "Søknadssum", 0),
    "an area without applications": _an_area_without_applications,
    "no applications": lambda folder: folder.tables.update(soknader=folder.tables[TABLE][:1]),
    "an unknown status": lambda folder: _withdrawn(folder, "avslått", None),
    "a step without a status": lambda folder: _withdrawn(folder, None, 1.2),
    "an unknown step": lambda folder: _withdrawn(folder, "trukket", "3.1"),
    "withdrawn but graded": lambda folder: _withdrawn(folder, "Trukket", None),
    "withdrawn later": lambda folder: _withdrawn(folder, "trukket", 2.1),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_applications(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    FAULTS[fault](folder)
    assert told(folder, tmp_path, "xlsx") == messages
