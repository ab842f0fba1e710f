from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.conference import BallotLine, Ruling, UserPlace
from tests.intake.conference_folders import (
    ANNET,
    FOREIGN,
    KS,
    UNSELECTED,
    annet_without_pool,
    conference,
    returned,
    said,
    withdraw,
)
from tests.intake.faults import Fault, add, drop, every, put, put_down
from tests.intake.folders import CallFolder, Cell

BY_1, BY_2, BY_3 = (f"rangering/par-{pair}" for pair in (1, 2, 3))
USERS, RULINGS = "brukerrangering", "lederbeslutning"


def _places(table: str, *cells: Cell) -> Fault:
    return put_down(table, "Plassering", *cells)


def _again(folder: CallFolder) -> None:
    folder.tables["rangering/par-1 ny"] = [list(row) for row in folder.tables[BY_1]]
    _places("rangering/par-1 ny", 2, 1, 3, 4)(folder)


def _one_file(folder: CallFolder) -> None:
    tables = [folder.tables.pop(name) for name in (BY_1, BY_2, BY_3)]
    folder.tables["rangering"] = [tables[0][0], *(row for rows in tables for row in rows[1:])]


BALLOTS: dict[str, Fault] = {
    "a place twice": _places(BY_1, 1, 2, 2, 4),
    "a place twice in two files": every(
        drop(BY_1, 5), add("rangering/par-2", "2019/FO100004", "1", 3, 3)
    ),
    "a place beyond m and a gap": _places(BY_1, 1, 2, 3, 5),
    "a place beyond m of a pair that ranks fewer": _places(BY_2, 4, 1, 2),
    "place zero": _places(BY_1, 0, 2, 3, 4),
    "a place in words is not missing too": _places(BY_1, "først", 2, 3, 4),
    "half a place": _places(BY_1, 1, "1,5", 3, 4),
    "an application is missing": drop(BY_1, 3),
    "the last application is missing": drop(BY_1, 5),
    "a blank place": _places(BY_1, 1, None, 2, 3),
    "two blank places": _places(BY_1, 1, None, None, 2),
    "an application that both are conflicted on": _places(BY_2, 3, 1, 2, 4),
    "an application that both are conflicted on in the middle": _places(BY_2, 4, 1, 3, 2),
    "an application that both are conflicted on, in the joint order": put(
        BY_2, 5, "Felles plassering", 1
    ),
    "an unselected application": add(BY_1, UNSELECTED, "1", None, 5),
    "an unknown application": add(BY_1, FOREIGN, "1", None, 5),
    "a slip in the number is not missing too": put(BY_1, 3, "Prosjektnummer", "2019/FO10002"),
    "a foreign number is not missing too": put(BY_1, 3, "Prosjektnummer", FOREIGN),
    "a blank number is not missing too": put(BY_1, 3, "Prosjektnummer", None),
    "an application twice": add(BY_1, "2019/FO100002", "1", None, 5),
    "a ballot and its correction": _again,
    "a pair that has not delivered": lambda folder: folder.tables.pop(BY_2),
    "a ballot of a single foreign number": every(
        put(BY_2, 2, "Prosjektnummer", FOREIGN), *[drop(BY_2, 3)] * 3
    ),
    "a blank ballot": _places(BY_2, None, None, None),
    "all in one file, one pair missing": every(
        lambda folder: folder.tables.update({BY_2: folder.tables[BY_2][:1]}), _one_file
    ),
    "an unknown pair": put_down(BY_2, "Par", *["02"] * 4),
    "a pair that is nobody": put_down(BY_2, "Par", *["Oslo"] * 4),
    "no pair": put_down(BY_2, "Par", *[None] * 4),
    "no pair in one row": put(BY_1, 3, "Par", None),
    "a pair that is nobody, and another that has not delivered": every(
        put_down(BY_2, "Par", *["Oslo"] * 4), lambda folder: folder.tables.pop(BY_3)
    ),
    "no column of places": lambda folder: folder.rename(BY_1, "Plassering", "Rekkefølge"),
}
JOINT_ORDER: dict[str, Fault] = {
    "a reversal": _places(BY_1, 3, 2, 1, 4),
    "a reversal all through": _places(BY_1, 4, 3, 2, 1),
    "the last put first": _places(BY_1, 2, 3, 4, 1),
    "a place on an application that one is conflicted on": put_down(
        BY_1, "Felles plassering", 1, 2, 3, 4
    ),
    "a place twice": put_down(BY_1, "Felles plassering", 1, None, 1, 3),
    "a reversal of a place in doubt": _places(BY_1, "3.", 2, 1, 4),
    "a reversal by a pair that need not": every(
        put_down(BY_2, "Felles plassering", 1, 2, 3), _places(BY_2, 1, 3, 2)
    ),
    "left blank": every(
        put_down(BY_1, "Felles plassering", None, None, None, None), _places(BY_1, 4, 3, 2, 1)
    ),
    "half filled in": every(
        put_down(BY_1, "Felles plassering", 1, None, None, None), _places(BY_1, 4, 3, 2, 1)
    ),
}
USER_RANKING: dict[str, Fault] = {
    "a place twice": _places(USERS, 2, 2, 4, 3),
    "a place beyond m": _places(USERS, 2, 1, 7, 3),
    "an application is missing": drop(USERS, 3),
    "an unselected application": add(USERS, UNSELECTED, 5),
    "an application twice": add(USERS, "2019/FO100001", 5),
    "a blank place": _places(USERS, 2, 1, None, 3),
    "a slip in the number": put(USERS, 3, "Prosjektnummer", "2019/FO10002"),
    "an application that all are conflicted on": add(
        "inhabilitet", "2019/FO100003", "b02", None, "2.6"
    ),
    "an application that all are conflicted on is left out": every(
        add("inhabilitet", "2019/FO100003", "b02", None, "2.6"), drop(USERS, 4)
    ),
}
THE_CHAIR: dict[str, Fault] = {
    "no reason": put(RULINGS, 2, "Begrunnelse", None),
    "an unselected application": put(RULINGS, 2, "Prosjektnummer", UNSELECTED),
    "an unknown application": put(RULINGS, 2, "Prosjektnummer", "2019/FO10002"),
    "a place beyond the list": put(RULINGS, 2, "Ny plassering", 5),
    "a withdrawn application": lambda folder: withdraw(folder, "2019/FO100002", "2.6"),
    "an application withdrawn before the pool": lambda folder: withdraw(
        folder, "2019/FO100002", "2.5"
    ),
    "a place beyond a list that has closed up": every(
        put(RULINGS, 2, "Ny plassering", 4),
        lambda folder: withdraw(folder, "2019/FO100001", "2.6"),
    ),
    "an application twice": add(RULINGS, "2019/FO100002", 3, "Ombestemt"),
}
LATE: dict[str, Fault] = {
    "the ballots still rank it": lambda folder: withdraw(folder, "2019/FO100003", "2.6"),
    "the ballots never had it": every(
        lambda folder: withdraw(folder, "2019/FO100003", "2.6"),
        *(drop(table, 4) for table in (BY_1, BY_2, BY_3, USERS)),
        _places(BY_1, 1, 2, 3),
        _places(BY_2, 2, 1),
        _places(BY_3, 2, 1, 3),
        _places(USERS, 2, 1, 3),
    ),
    "its row was taken out and left a gap": every(
        lambda folder: withdraw(folder, "2019/FO100003", "2.6"), drop(BY_1, 4), drop(USERS, 4)
    ),
    "its cell was emptied and left a gap": every(
        lambda folder: withdraw(folder, "2019/FO100003", "2.6"), _places(BY_1, 1, 2, None, 4)
    ),
    "a gap too wide": every(
        lambda folder: withdraw(folder, "2019/FO100003", "2.6"), _places(BY_1, 1, 2, None, 5)
    ),
    "what else is wrong is still said": every(
        lambda folder: withdraw(folder, "2019/FO100003", "2.6"), _places(BY_1, 1, 1, 3, 4)
    ),
    "reversed only against what was struck": every(
        lambda folder: withdraw(folder, "2019/FO100003", "2.6"), _places(BY_1, 2, 3, 1, 4)
    ),
    "reversed beside what was struck": every(
        lambda folder: withdraw(folder, "2019/FO100003", "2.6"), _places(BY_1, 4, 3, 2, 1)
    ),
    "withdrawn once ranked": lambda folder: withdraw(folder, "2019/FO100003", "2.7"),
    "withdrawn before the pool": lambda folder: withdraw(folder, "2019/FO100003", "2.5"),
    "a conflict since the ballots": add("inhabilitet", "2019/FO100003", "m04", None, "2.7"),
    "a conflict of both before the ballots": every(
        add("inhabilitet", "2019/FO100003", "m03", None, "2.6"),
        add("inhabilitet", "2019/FO100003", "m04", None, "2.6"),
    ),
}
AREAS: dict[str, Fault] = {
    "ballots": add(BY_1, ANNET, "1", None, 1),
    "user ranking": add(USERS, ANNET, 1),
    "ruling": add(RULINGS, ANNET, 1, "Viktig"),
}


def _broken(fault: Fault, at: Path) -> str:
    folder = returned()
    fault(folder)
    return said(folder, at, others=[annet_without_pool()])


@pytest.mark.parametrize("fault", BALLOTS)
def test_2_6_ballots(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _broken(BALLOTS[fault], tmp_path) == messages


@pytest.mark.parametrize("fault", JOINT_ORDER)
def test_2_6_d18_joint_order(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _broken(JOINT_ORDER[fault], tmp_path) == messages


@pytest.mark.parametrize("fault", USER_RANKING)
def test_2_6_d19_user_ranking(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _broken(USER_RANKING[fault], tmp_path) == messages


@pytest.mark.parametrize("fault", THE_CHAIR)
def test_2_6_d21_rulings(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _broken(THE_CHAIR[fault], tmp_path) == messages


@pytest.mark.parametrize("change", LATE)
def test_2_6_d24_late_changes(change: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _broken(LATE[change], tmp_path) == messages


@pytest.mark.parametrize("outside", [2, 4])
def test_2_6_what_is_not_in_the_pool_is_not_ranked(
    outside: int, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    assert said(returned(), tmp_path, outside={KS[outside - 1]}) == messages


@pytest.mark.parametrize("table", AREAS)
def test_an_area_that_is_not_ranked_is_not_used(
    table: str, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = returned()
    AREAS[table](folder)
    waiting = said(folder, tmp_path / "a")
    needless = said(folder, tmp_path / "b", others=[annet_without_pool()])
    assert f"{waiting}\n{needless}" == messages


def test_nothing_is_owed_before_the_first_ballot_of_an_area(tmp_path: Path) -> None:
    folder = returned()
    for name in (BY_1, BY_2, BY_3, USERS):
        del folder.tables[name]
    assert said(folder, tmp_path / "a") == ""
    folder = returned()
    for name, rows in ((BY_1, 4), (BY_2, 3), (BY_3, 4)):
        _places(name, *[None] * rows)(folder)
    assert said(folder, tmp_path / "b") == ""


def test_a_place_far_beyond_is_said_once_however_the_ballots_are_kept(tmp_path: Path) -> None:
    folder = returned()
    _places(BY_1, 1, 2, 3, 40)(folder)
    _one_file(folder)
    assert said(folder, tmp_path) == (
        "rangering.csv, rad 5, kolonne «Plassering»: ventet en plass fra 1 til 4, fant «40»; "
        "plass 4 er ikke brukt."
    )


def test_what_is_ranked_is_kept_as_it_was_written(tmp_path: Path) -> None:
    found = conference(returned(), tmp_path)
    assert found.ballots[:2] == (BallotLine(KS[0], "1", 1, 1), BallotLine(KS[1], "1", 2))
    assert len(found.ballots) == 11
    assert found.user_places[0] == UserPlace(KS[0], 2)
    assert found.rulings == (Ruling(KS[1], 1, "Faglige innvendinger"),)
