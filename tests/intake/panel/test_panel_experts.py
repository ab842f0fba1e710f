"""K2: `fagutvalg`, `inhabilitet` and `karakterer` of a panel, one fault to one message."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import PanelStep
from tests.intake.faults import Fault, add, drop, every, put
from tests.intake.panel.panel_folders import number, read, surveyed, told, valid

MEETING = PanelStep.MEETING
E1, E2, E3 = (f"karakterer/e{at}" for at in (1, 2, 3))

FAULTS: dict[str, Fault] = {
    "a member without a name": put("fagutvalg", 2, "Navn", None),
    "a member without an id": put("fagutvalg", 2, "Medlem", None),
    "two members of one id": put("fagutvalg", 3, "Medlem", "e1"),
    "a role that is none": put("fagutvalg", 2, "Rolle", "sekretær"),
    "no experts": lambda folder: folder.tables.__setitem__(
        "fagutvalg", folder.tables["fagutvalg"][:1]
    ),
    "the panel missing": lambda folder: folder.tables.pop("fagutvalg"),
    "a conflict of a stranger": put("inhabilitet", 2, "Medlem", "e9"),
    "a conflict of a member misspelt": put("inhabilitet", 2, "Medlem", "e-1"),
    "a conflict on an unknown application": put("inhabilitet", 2, "Prosjektnummer", "KB-24/040"),
    "a conflict twice": add("inhabilitet", number(4), "e1", "K2"),
    "a conflict from a step of the other routine": put("inhabilitet", 2, "Fra trinn", "2.2"),
    "a grade off the scale": put(E1, 2, "Kvalitet", 6),
    "a grade below the scale": put(E1, 2, "Nytte", 0),
    "half a grade": put(E1, 2, "Nytte", "4,5"),
    "a grade in words": put(E1, 2, "Kvalitet", "god"),
    "a grade that became a date": put(E1, 2, "Kvalitet", "2024-05-04 00:00:00"),
    "one of the two grades": put(E1, 2, "Nytte", None),
    "a grade by a stranger": put(E1, 2, "Medlem", "e7"),
    "a grade by the control committee": put(E1, 2, "Medlem", "k1"),
    "a grade by someone conflicted": add(E1, number(4), "e1", 5, 5, None),
    "a grade of an unknown application": put(E1, 2, "Prosjektnummer", "KB-24/01"),
    "a grade of an application of another call": put(E1, 2, "Prosjektnummer", "XY/9"),
    "a grade twice": add(E2, number(1), "e2", 5, 5, None),
    "a form twice": lambda folder: folder.tables.__setitem__(
        "karakterer/e1 (2)", [*folder.tables[E1]]
    ),
    "too few grades of one": drop(E1, 2),
    "too few grades of all": lambda folder: folder.tables.pop(E2),
    "no grade of one": every(drop(E1, 3), drop(E3, 2)),
    "grades missing": lambda folder: [folder.tables.pop(one) for one in (E1, E2, E3)],
    "a grade of one that was rejected": put("soknader", 2, "Varighet", 61),
    "a grade of one that is withdrawn": put("soknader", 2, "Status", "trukket"),
    "a mean below the grades": add(E1, None, "Gjennomsnitt", 4, 4, None),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_experts_and_grades(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    # What K4 adds is told elsewhere.
    del folder.tables["samlet"], folder.tables["lederbeslutning"]
    FAULTS[fault](folder)
    assert told(folder, tmp_path, step=MEETING) == messages


def test_k2_the_panel_has_experts_a_chair_and_somebody_of_the_control_committee(
    tmp_path: Path,
) -> None:
    experts = read(valid().write(tmp_path), PanelStep.GRADING).review.experts
    assert [(one.member, one.role) for one in experts] == [
        ("e1", Role.REVIEWER),
        ("e2", Role.REVIEWER),
        ("e3", Role.REVIEWER),
        ("k1", Role.CONTROL_COMMITTEE),
        ("l1", Role.CHAIR),
    ]


def test_k2_experts_of_one_name_are_told_apart(tmp_path: Path) -> None:
    folder = valid()
    folder.put("fagutvalg", 3, "Navn", "Anne Bakke")
    experts = read(folder.write(tmp_path), PanelStep.GRADING).review.experts
    assert [one.name for one in experts[:3]] == [
        "Anne Bakke (e1)",
        "Anne Bakke (e2)",
        "Cecilie Eide",
    ]


def test_k2_the_forms_need_no_grades(tmp_path: Path) -> None:
    folder = valid()
    folder.tables = {name: rows for name, rows in folder.tables.items() if "/" not in name}
    loaded = read(folder.write(tmp_path), PanelStep.GRADING)
    assert loaded.review.grades == ()
    assert loaded.problems == ()


def test_k2_a_row_left_blank_says_nothing_and_is_no_grade(tmp_path: Path) -> None:
    folder = valid()
    folder.add(E1, number(4), "e1", None, None, "Inhabil")
    folder.add(E3, number(1), "e3", None, None, None)
    review = read(folder.write(tmp_path)).review
    assert len(review.grades) == 8
    assert {one.member for one in review.grades if one.project_number == number(4)} == {"e2", "e3"}


@pytest.mark.parametrize(
    ("step", "may"), [(None, False), ("K1", False), ("K2", False), ("K3", True), ("K4", True)]
)
def test_d24_a_conflict_bars_a_grade_from_its_step_on(
    step: str | None, tmp_path: Path, *, may: bool
) -> None:
    folder = valid()
    folder.put("inhabilitet", 3, "Fra trinn", step)
    folder.add(E3, number(3), "e3", 4, 4, None)
    found = surveyed(folder.write(tmp_path), MEETING)
    members = {one.member for one in found.review.grades if one.project_number == number(3)}
    assert members == ({"e1", "e2", "e3"} if may else {"e1", "e3"})
    assert bool(found.problems) is not may


def test_k2_grades_are_kept_exactly_with_their_comments(tmp_path: Path) -> None:
    folder = valid()
    folder.replace("step = 1\n", "step = 0.1\n")
    folder.put(E1, 2, "Kvalitet", "4,1")
    folder.put(E1, 2, "Kommentar", "=God, men kort")
    first = read(folder.write(tmp_path)).review.grades[0]
    assert (first.member, first.quality, first.benefit) == ("e1", Fraction(41, 10), Fraction(5))
    assert first.comment == "=God, men kort"


def test_k2_a_call_may_ask_for_more_grades(tmp_path: Path) -> None:
    folder = valid()
    folder.replace("min_experts = 2", "min_experts = 3")
    assert told(folder, tmp_path, step=MEETING) == (
        "karakterer/: ventet karakterer fra minst 3 habile eksperter på hver søknad; for få har 4 "
        "søknader: KB-24/001 (2), KB-24/002 (2), KB-24/003 (2) og KB-24/004 (2)."
    )
