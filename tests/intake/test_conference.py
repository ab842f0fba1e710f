from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.conference import (
    DecidedBy,
    JointGrade,
    PlenaryDecision,
    PlenaryNote,
    SecondOpinion,
    UserGrade,
    UserJointGrade,
)
from tests.intake.conference_folders import (
    FOREIGN,
    UNSELECTED,
    conference,
    returned,
    said,
)
from tests.intake.faults import Fault, add, drop, every, put
from tests.intake.folders import CallFolder, Cell

OWN, JOINT, USERS, NOTES, EXTRA = (
    "brukerkarakterer/b01",
    "samlet/par-1",
    "brukersamlet",
    "plenum1",
    "brukertillegg",
)


def _same_and_changed(table: str, column: str, cell: Cell) -> Fault:
    def change(folder: CallFolder) -> None:
        folder.tables[f"{table} ny"] = [list(row) for row in folder.tables[table]]
        folder.put(f"{table} ny", 2, column, cell)

    return change


def _one_samlet(folder: CallFolder) -> None:
    pairs = [folder.tables.pop(f"samlet/par-{pair}") for pair in (1, 2, 3)]
    rows = [[*row, None][:4] for table in pairs for row in table[1:]]
    folder.tables["samlet"] = [list(pairs[0][0]), *rows]
    folder.put("samlet", 4, "Prosjektnummer", FOREIGN)
    folder.drop("samlet", 2)


USER_GRADES: dict[str, Fault] = {
    "a grade off the joint scale": put(OWN, 2, "Karakter", "4,25"),
    "an unselected application": add(OWN, UNSELECTED, "b01", 3, None),
    "an unknown application": put(OWN, 2, "Prosjektnummer", "2019/FO10001"),
    "an application of another call": put(OWN, 2, "Prosjektnummer", FOREIGN),
    "an unknown user representative": put(OWN, 2, "Medlem", "b1"),
    "a reviewer": put(OWN, 2, "Medlem", "m01"),
    "a conflicted user representative": add(OWN, "2019/FO100003", "b01", 3, None),
    "the same member twice": add(OWN, "2019/FO100001", "b01", 5, None),
    "the same member in two files": add("brukerkarakterer/b02", "2019/FO100001", "b01", 5, None),
    "a form and its correction": _same_and_changed(OWN, "Karakter", 6),
    "no member, twice": every(
        add(OWN, "2019/FO100004", None, 5, None), add(OWN, "2019/FO100004", None, 4, None)
    ),
    "no grade": put(OWN, 2, "Karakter", None),
}
JOINT_GRADES: dict[str, Fault] = {
    "priority areas not a whole number": put(JOINT, 2, "Prioriterte områder", "1,5"),
    "priority areas below zero": put(JOINT, 2, "Prioriterte områder", -1),
    "a grade off the joint scale": put(JOINT, 2, "Samlet karakter", "5,3"),
    "a grade above the joint scale": put(JOINT, 2, "Samlet karakter", "7,5"),
    "an unselected application": add(JOINT, UNSELECTED, 3, 1, None),
    "an unknown application": add(JOINT, FOREIGN, 3, 1, None),
    "a slip is not missing too": put(JOINT, 2, "Prosjektnummer", "2019/FO10001"),
    "a foreign number is not missing too": put(JOINT, 2, "Prosjektnummer", FOREIGN),
    "a blank number is not missing too": put(JOINT, 2, "Prosjektnummer", None),
    "a foreign number where a pair has no other": put("samlet/par-2", 2, "Prosjektnummer", FOREIGN),
    "a foreign number in another pair's file": every(
        put(JOINT, 2, "Prosjektnummer", FOREIGN), drop("samlet/par-2", 2)
    ),
    "all in one file, a foreign number and one missing": _one_samlet,
    "an empty grade is not missing too": put(JOINT, 2, "Samlet karakter", None),
    "a blank form": every(
        *(
            put(JOINT, row, column, None)
            for row in (2, 3)
            for column in ("Samlet karakter", "Prioriterte områder")
        )
    ),
    "one is missing": drop(JOINT, 2),
    "a pair has not delivered": lambda folder: folder.tables.pop("samlet/par-2"),
    "a substitute's pair has not delivered": lambda folder: folder.tables.pop(JOINT),
    "an application twice": add(JOINT, "2019/FO100002", 4, 0, None),
    "an application twice in two files": add("samlet/par-2", "2019/FO100002", 5, 0, None),
    "a form and its correction": _same_and_changed(JOINT, "Samlet karakter", 6),
    "a file that cannot be read": lambda folder: folder.tables[JOINT].insert(0, ["Tittel"]),
}
BY_USERS: dict[str, Fault] = {
    "a joint user grade off the scale": put(USERS, 2, "Samlet karakter", 8),
    "a joint user grade of an unselected application": add(USERS, UNSELECTED, 3, None),
    "a joint user grade twice": add(USERS, "2019/FO100001", 3, None),
    "a joint user grade of an unknown application": add(USERS, "2019/FO-100004", 3, None),
    "a supplement off the scale": put(EXTRA, 2, "Karakter", "tre"),
    "a supplement of an unselected application": add(EXTRA, UNSELECTED, 3, None),
    "a supplement twice": add(EXTRA, "2019/FO100004", 3, None),
}
PLENARY_1: dict[str, Fault] = {
    "a grade off the joint scale": put(NOTES, 2, "Ny karakter", "5,1"),
    "a user grade off the joint scale": put(NOTES, 2, "Ny brukerkarakter", 0),
    "an unselected application": add(NOTES, UNSELECTED, 3, None, None, None, None),
    "an application twice": add(NOTES, "2019/FO100002", 3, None, None, None, None),
    "a named pair without ja": put(NOTES, 5, "Tilleggspar", "1"),
    "an odd word is not a missing ja too": put(NOTES, 2, "Tilleggsvurdering", "jaa"),
    "an unknown named pair": put(NOTES, 2, "Tilleggspar", "02"),
    "the owner named": put(NOTES, 2, "Tilleggspar", "1"),
    "a conflicted pair named": put(NOTES, 2, "Tilleggspar", "3"),
    "a pair named in which both are conflicted": every(
        add("inhabilitet", "2019/FO100001", "m06", None, "2.3"),
        put(NOTES, 2, "Tilleggspar", "3"),
    ),
    "a pair named that has graded": every(
        put(NOTES, 3, "Tilleggsvurdering", "ja"), put(NOTES, 3, "Tilleggspar", "3")
    ),
    "a pair named that is conflicted only later": every(
        add("inhabilitet", "2019/FO100003", "m06", None, "2.4"),
        put(NOTES, 4, "Tilleggspar", "3"),
    ),
    "a slip in the number does not unask": put(NOTES, 2, "Prosjektnummer", "2019/FO10001"),
    "a foreign number does not unask": put(NOTES, 2, "Prosjektnummer", FOREIGN),
    "a blank number does not unask": put(NOTES, 2, "Prosjektnummer", None),
}


def _told(fault: Fault, at: Path) -> str:
    folder = returned()
    fault(folder)
    return said(folder, at)


def test_a_whole_conference_has_no_problems(tmp_path: Path) -> None:
    assert said(returned(), tmp_path / "a") == ""
    assert said(returned(), tmp_path / "b", "xlsx") == ""


@pytest.mark.parametrize("fault", USER_GRADES)
def test_1_4_user_grades(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _told(USER_GRADES[fault], tmp_path) == messages


@pytest.mark.parametrize("fault", JOINT_GRADES)
def test_2_1_joint_grades(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _told(JOINT_GRADES[fault], tmp_path) == messages


@pytest.mark.parametrize("fault", BY_USERS)
def test_2_1_and_2_3_user_grades(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _told(BY_USERS[fault], tmp_path) == messages


@pytest.mark.parametrize("fault", PLENARY_1)
def test_2_2_plenary_1(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert _told(PLENARY_1[fault], tmp_path) == messages


def test_everything_wrong_is_said_at_once(tmp_path: Path, messages: SnapshotAssertion) -> None:
    wrong = every(
        USER_GRADES["a reviewer"],
        JOINT_GRADES["one is missing"],
        BY_USERS["a supplement off the scale"],
        PLENARY_1["the owner named"],
        put("tilleggsvurdering/par-2", 2, "Par", "3"),
        put("plenum2", 2, "Begrunnelse", None),
        put("rangering/par-1", 2, "Plassering", "først"),
        lambda folder: folder.tables.update({"plenum": [["Notat"]]}),
    )
    assert _told(wrong, tmp_path) == messages


def test_an_area_without_joint_grades_has_not_started(tmp_path: Path) -> None:
    folder = returned()
    del folder.tables["samlet/par-3"]
    assert said(folder, tmp_path) == ""


def test_what_comes_back_is_kept_as_it_was_written(tmp_path: Path) -> None:
    found = conference(returned(), tmp_path)
    assert found.user_grades[:2] == (
        UserGrade("2019/FO100001", "b01", Fraction(5), "Godt forankret"),
        UserGrade("2019/FO100002", "b01", Fraction(9, 2)),
    )
    assert found.joint_grades[0] == JointGrade("2019/FO100001", Fraction(11, 2), 2, "Enige")
    assert found.user_joint_grades[1] == UserJointGrade("2019/FO100003", Fraction(6))
    assert found.plenary_notes[:3] == (
        PlenaryNote("2019/FO100001", None, None, True, "2", "Uenighet"),  # noqa: FBT003
        PlenaryNote("2019/FO100002", Fraction(9, 2), reason="Justert"),
        PlenaryNote("2019/FO100003", user_grade=Fraction(11, 2), second_opinion=True),
    )
    assert found.second_opinions[0] == SecondOpinion("2019/FO100003", "1", Fraction(6), "Solid")
    assert found.user_supplements == (UserJointGrade("2019/FO100004", Fraction(3)),)
    assert found.plenary_decisions == (
        PlenaryDecision("2019/FO100001", Fraction(5), DecidedBy.CHAIR, "Metoden holder"),
        PlenaryDecision("2019/FO100003"),
    )
