from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.intake.folders import CallFolder, told, valid

TABLE = "fagutvalg"


def _without_users(folder: CallFolder) -> None:
    del folder.tables["brukerrepresentanter"]
    folder.drop("inhabilitet", 3)


FAULTS: dict[str, Callable[[CallFolder], object]] = {
    "a pair of three": lambda folder: folder.add(TABLE, "m07", "Kari Moe", "2", None, None),
    "a pair of one": lambda folder: folder.put(TABLE, 5, "Par", "1"),
    "a reviewer without a pair": lambda folder: folder.put(TABLE, 5, "Par", None),
    "a chair with a pair": lambda folder: folder.put(TABLE, 8, "Par", "3"),
    "an unknown role": lambda folder: folder.put(TABLE, 8, "Rolle", "sekretær"),
    "one id for two reviewers": lambda folder: folder.put(TABLE, 5, "Medlem", "m03"),
    "one id for a reviewer and a user representative": lambda folder: folder.put(
        "brukerrepresentanter", 2, "Medlem", "m03"
    ),
    "no id": lambda folder: folder.put(TABLE, 5, "Medlem", None),
    "no name": lambda folder: folder.put(TABLE, 5, "Navn", "  "),
    "headings only": lambda folder: folder.tables.update(fagutvalg=folder.tables[TABLE][:1]),
    "no user representatives' table": _without_users,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_people(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    FAULTS[fault](folder)
    assert told(folder, tmp_path, "xlsx") == messages
