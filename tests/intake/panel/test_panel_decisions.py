"""K3, D20: `samlet` and `lederbeslutning` of a panel, one fault to one message."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.conference import Ruling
from tests.intake.faults import Fault, add, every, put
from tests.intake.panel.panel_folders import number, read, told, valid

RULED = "lederbeslutning"

FAULTS: dict[str, Fault] = {
    "a joint grade off the scale": put("samlet", 2, "Samlet karakter", "5,1"),
    "a joint grade between two steps": put("samlet", 2, "Samlet karakter", "4,85"),
    "a joint grade in words": put("samlet", 2, "Samlet karakter", "fire"),
    "a joint grade twice": add("samlet", number(1), 4, None),
    "a joint grade of an unknown application": put("samlet", 2, "Prosjektnummer", "KB-24/010"),
    "a joint grade of one that was rejected": put("soknader", 2, "Varighet", 61),
    "a joint grade of one withdrawn from the meeting": every(
        put("soknader", 2, "Status", "trukket"), put("soknader", 2, "Fra trinn", "K3")
    ),
    "a joint grade of one withdrawn after the meeting": every(
        put("soknader", 2, "Status", "trukket"), put("soknader", 2, "Fra trinn", "K4")
    ),
    "a ruling without a place": put(RULED, 2, "Ny plassering", None),
    "a ruling without a reason": put(RULED, 2, "Begrunnelse", None),
    "a ruling to no place": put(RULED, 2, "Ny plassering", 0),
    "a ruling above the tied": put(RULED, 2, "Ny plassering", 1),
    "a ruling below the tied": put(RULED, 2, "Ny plassering", 4),
    "a ruling on one who is alone": put(RULED, 2, "Prosjektnummer", number(1)),
    "a ruling on one who is not support-worthy": put(RULED, 2, "Prosjektnummer", number(2)),
    "a ruling on an unknown application": put(RULED, 2, "Prosjektnummer", "KB-24/044"),
    "a ruling on one who was rejected": put("soknader", 5, "Varighet", 61),
    "a ruling on one who is withdrawn": every(
        put("soknader", 5, "Status", "trukket"), put("soknader", 5, "Fra trinn", "K4")
    ),
    "two rulings to one place": add(RULED, number(3), 2, "Også best"),
    "two rulings on one application": add(RULED, number(4), 3, "Ombestemt"),
    "every fault of both at once": every(
        put("samlet", 2, "Samlet karakter", 9),
        put(RULED, 2, "Ny plassering", "to"),
        add(RULED, "KB-24/099", 2, "Ukjent"),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_joint_grades_and_rulings(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    FAULTS[fault](folder)
    assert told(folder, tmp_path) == messages


def test_k3_a_blank_joint_grade_sets_none(tmp_path: Path) -> None:
    (joint,) = read(valid().write(tmp_path)).review.joint_grades
    assert (joint.project_number, joint.grade, joint.reason) == (
        number(1),
        Fraction(24, 5),
        "Enige",
    )


def test_k3_the_panel_need_not_have_met(tmp_path: Path) -> None:
    folder = valid()
    del folder.tables["samlet"]
    loaded = read(folder.write(tmp_path))
    assert loaded.review.joint_grades == ()
    assert loaded.problems == ()


def test_d20_a_ruling_is_kept_with_its_reason(tmp_path: Path) -> None:
    assert read(valid().write(tmp_path)).review.rulings == (
        Ruling(number(4), 2, "Best for pasientene"),
    )


def test_d20_both_of_two_may_be_given_their_places(tmp_path: Path) -> None:
    folder = valid()
    folder.add(RULED, number(3), 3, "Nest best")
    rulings = read(folder.write(tmp_path)).review.rulings
    assert [(one.project_number, one.place) for one in rulings] == [(number(4), 2), (number(3), 3)]
