from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.intake.conference_folders import ANNET, UNSELECTED, returned, said
from tests.intake.faults import Fault, add, drop, every, put

NOTES, SETTLED = "plenum1", "plenum2"
BY_1, BY_2 = "tilleggsvurdering/par-1", "tilleggsvurdering/par-2"
SECOND_OPINIONS: dict[str, Fault] = {
    "not asked for": add(BY_2, "2019/FO100002", "2", 4, None),
    "not asked for in an area that has not started": every(
        drop(NOTES, 6), add(BY_2, ANNET, "2", 4, None)
    ),
    "nobody can have asked": lambda folder: folder.tables.pop(NOTES),
    "by the owner": put(BY_2, 2, "Par", "1"),
    "by a conflicted pair": put(BY_2, 2, "Par", "3"),
    "by a pair that has graded": every(
        put(NOTES, 3, "Tilleggsvurdering", "ja"),
        add(BY_2, "2019/FO100002", "3", 4, None),
    ),
    "by an unknown pair": put(BY_2, 2, "Par", "Par 2"),
    "by another pair than the named one": every(
        put(NOTES, 4, "Tilleggspar", "3"), put(BY_1, 2, "Karakter", 5)
    ),
    "off the joint scale": put(BY_2, 2, "Karakter", "4,4"),
    "without a grade": put(BY_2, 2, "Karakter", None),
    "of an unselected application": add(BY_2, UNSELECTED, "2", 4, None),
    "twice in two files": add(BY_1, "2019/FO100001", "2", 4, None),
}
PLENARY_2: dict[str, Fault] = {
    "an application without a second opinion": add(SETTLED, "2019/FO100002", 5, "par", None),
    "an application that nobody can have asked for": lambda folder: [
        folder.tables.pop(name) for name in (NOTES, BY_1, BY_2)
    ],
    "a second opinion that has not come": every(
        put(NOTES, 3, "Tilleggsvurdering", "ja"), add(SETTLED, "2019/FO100002", 5, "par", None)
    ),
    "nothing settled yet of a second opinion that has not come": every(
        put(NOTES, 3, "Tilleggsvurdering", "ja"), add(SETTLED, "2019/FO100002", None, None, None)
    ),
    "the chair without a reason": put(SETTLED, 2, "Begrunnelse", None),
    "the chair with a reason that shows an error": put(SETTLED, 2, "Begrunnelse", "#N/A"),
    "an odd word for who decided": put(SETTLED, 2, "Besluttet av", "styret"),
    "a grade off the joint scale": put(SETTLED, 2, "Ny karakter", "5,75"),
    "an application twice": add(SETTLED, "2019/FO100001", 6, "par", None),
    "an unselected application": add(SETTLED, UNSELECTED, 6, "par", None),
}


def _told(fault: Fault, at: Path) -> str:
    folder = returned()
    fault(folder)
    return said(folder, at)


@pytest.mark.parametrize("fault", SECOND_OPINIONS)
def test_2_3_second_opinions(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _told(SECOND_OPINIONS[fault], tmp_path) == messages


@pytest.mark.parametrize("fault", PLENARY_2)
def test_2_4_plenary_2(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _told(PLENARY_2[fault], tmp_path) == messages
