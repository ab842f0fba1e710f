"""K1: `soknader`, `partnere`, `cv` and `institusjoner`, one fault to one message."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.screening import Institution, Markers
from reviewpkg.domain.steps import PanelStep
from tests.intake.faults import Fault, add, every, put, put_down
from tests.intake.folders import CallFolder
from tests.intake.panel.panel_folders import number, read, told, valid

SCREENING = PanelStep.SCREENING


def _without(table: str, column: str) -> Fault:
    def fault(folder: CallFolder) -> None:
        at = folder.heading(table, column)
        for row in folder.tables[table]:
            del row[at]

    return fault


def _only_headings(table: str) -> Fault:
    def fault(folder: CallFolder) -> None:
        del folder.tables[table][1:]

    return fault


FAULTS: dict[str, Fault] = {
    "a theme that is nearly the priority theme": put("soknader", 2, "Tema", "protonterpi"),
    "an institution without its ending": put(
        "soknader", 2, "Søkerinstitusjon", "Oslo universitetssykehus"
    ),
    "a channel that is nearly the channel": put("soknader", 2, "Kanal", "e-søknad"),
    "the language in the language": put("soknader", 2, "Språk", "English"),
    "a number in letters of full width": put(
        "soknader", 3, "Prosjektnummer", "\uff2b\uff22-\uff12\uff14/001"
    ),
    "a number with a Cyrillic letter": put("soknader", 3, "Prosjektnummer", "\u041aB-24/001"),
    "a number that differs in case alone": put("soknader", 3, "Prosjektnummer", "kb-24/001"),
    "a date without a time": put("soknader", 2, "Innsendt", "15.05.2024"),
    "a time as a serial number": put("soknader", 2, "Innsendt", 45427.666666667),
    "a time that the clock skips": put("soknader", 2, "Innsendt", "31.03.2024 02:30"),
    "a time that the clock shows twice": put("soknader", 2, "Innsendt", "27.10.2024 02:30"),
    "no time at all": put("soknader", 2, "Innsendt", None),
    "months in words": put("soknader", 2, "Varighet", "fire år"),
    "half a month": put("soknader", 2, "Varighet", "48,5"),
    "fewer months than none": put("soknader", 2, "Varighet", -1),
    "an amount in millions": put("soknader", 2, "Søknadssum", "10 mill."),
    "maybe": put("soknader", 2, "Ledelsesforankring", "kanskje"),
    "every answer blank": put_down("soknader", "Brukermedvirkning", None, None, None, None),
    "no answer on markers": put("soknader", 2, "Markører", None),
    "another answer on markers": put("soknader", 2, "Markører", "delvis"),
    "a region that is none": put("soknader", 2, "Helseregion", "Øst"),
    "a region that contradicts the list": put("soknader", 2, "Helseregion", "Nord"),
    "a partner's region that contradicts the list": put("partnere", 2, "Helseregion", "Nord"),
    "a branch in a third region": every(
        add("institusjoner", "Haukeland universitetssjukehus", "Nord"),
        put("soknader", 3, "Helseregion", "Midt-Norge"),
    ),
    "an application twice": add(
        "soknader", number(1), "Igjen", "Oslo universitetssykehus HF", "Sør-Øst", 1, *[None] * 11
    ),
    "a partner of an unknown application": put("partnere", 2, "Prosjektnummer", "KB-24/0001"),
    "a partner of an application of another call": put("partnere", 2, "Prosjektnummer", "XY/9"),
    "a CV of an unknown application": put("cv", 2, "Prosjektnummer", "KB-24/009"),
    "a CV of another role": put("cv", 2, "Rolle", "leder"),
    "a CV of no pages": put("cv", 2, "Sider", None),
    "a CV of half a page": put("cv", 2, "Sider", "4,5"),
    "a list of publications in words": put("cv", 2, "Publikasjonsliste", "vedlagt"),
    "a withdrawal without its word": put("soknader", 2, "Fra trinn", "K2"),
    "a withdrawal from a step of the other routine": every(
        put("soknader", 2, "Status", "trukket"), put("soknader", 2, "Fra trinn", "1.2")
    ),
    "another word than withdrawn": put("soknader", 2, "Status", "borte"),
    "no institution that may apply": _only_headings("institusjoner"),
    "no application": _only_headings("soknader"),
    "a sum of the amounts": add("soknader", "Sum", None, None, None, 39000000, *[None] * 11),
    "a column missing": _without("soknader", "Varighet"),
    "a column misspelt": lambda folder: folder.rename("soknader", "Markører", "Markør"),
    "a list of institutions missing": lambda folder: folder.tables.pop("institusjoner"),
    "partners missing": lambda folder: folder.tables.pop("partnere"),
    "CVs missing": lambda folder: folder.tables.pop("cv"),
    "a formula in place of a name": put("soknader", 2, "Søkerinstitusjon", "#I/T"),
    "a blank row about nobody": add("partnere", None, "Haukeland universitetssjukehus", "Vest"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_applications(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    FAULTS[fault](folder)
    assert told(folder, tmp_path, step=SCREENING) == messages


def test_k1_an_application_is_read_whole(tmp_path: Path) -> None:
    folder = valid()
    folder.put("soknader", 2, "Markører", "IKKE RELEVANT")
    folder.put("soknader", 2, "Tema", "Protonterapi")
    folder.put("soknader", 2, "Ledelsesforankring", "Nei")
    folder.put("cv", 3, "Publikasjonsliste", "NEI")
    first = read(folder.write(tmp_path), SCREENING).review.applications[0]
    found = first.submission
    assert (first.project_number, first.title, first.theme) == (
        "KB-24/001",
        "Protoner ved hjernesvulst",
        "Protonterapi",
    )
    assert (found.amount, found.duration_months, found.language) == (10_000_000, 48, "engelsk")
    assert found.submitted == datetime(2024, 5, 15, 12, tzinfo=ZoneInfo("Europe/Oslo"))
    assert found.applicant == Institution("Oslo universitetssykehus HF", "Sør-Øst")
    assert (found.anchored, found.user_involvement, found.patients_from_all_regions) == (
        False,
        True,
        True,
    )
    assert found.markers is Markers.NOT_RELEVANT
    assert [one.region for one in found.partners] == ["Vest", "Midt-Norge", "Nord"]
    assert [(cv.leader, cv.pages, cv.publications) for cv in found.cvs] == [
        (True, 5, True),
        (False, 4, False),
        (False, 4, True),
        (False, 4, True),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "HAUKELAND UNIVERSITETSSJUKEHUS",
        "haukeland universitetssjukehus",
        "Haukeland  universitetssjukehus",
        " Haukeland\u00a0universitetssjukehus ",
    ],
)
def test_f7_an_institution_is_known_without_regard_to_case_and_spaces(
    written: str, tmp_path: Path
) -> None:
    folder = valid()
    folder.put("soknader", 3, "Søkerinstitusjon", written)
    folder.put("partnere", 2, "Institusjon", written)
    review = read(folder.write(tmp_path), SCREENING).review
    listed = Institution("Haukeland universitetssjukehus", "Vest")
    assert listed in review.eligible
    assert review.applications[1].submission.applicant == listed
    assert review.applications[0].submission.partners[0] == listed


def test_f7_an_institution_that_is_not_listed_keeps_the_name_it_was_given(tmp_path: Path) -> None:
    folder = valid()
    folder.put("partnere", 2, "Institusjon", "Privatklinikken AS")
    review = read(folder.write(tmp_path), SCREENING).review
    stranger = Institution("Privatklinikken AS", "Vest")
    assert review.applications[0].submission.partners[0] == stranger
    assert stranger not in review.eligible


def test_f7_an_institution_with_branches_may_apply_from_each_of_them(tmp_path: Path) -> None:
    folder = valid()
    folder.add("institusjoner", "HAUKELAND universitetssjukehus", "Nord")
    folder.put("soknader", 3, "Helseregion", "nord")
    review = read(folder.write(tmp_path), SCREENING).review
    applicant = review.applications[1].submission.applicant
    assert applicant.region == "Nord"
    assert applicant in review.eligible


def test_d24_a_withdrawal_without_a_step_is_from_the_first(tmp_path: Path) -> None:
    folder = valid()
    for row, step in ((2, None), (3, "k2"), (4, "K4")):
        folder.put("soknader", row, "Status", "Trukket")
        folder.put("soknader", row, "Fra trinn", step)
    review = read(folder.write(tmp_path), SCREENING).review
    assert [one.withdrawn_from for one in review.applications] == [
        PanelStep.SCREENING,
        PanelStep.GRADING,
        PanelStep.RECOMMENDATION,
        None,
    ]


def test_k1_what_no_criterion_asks_for_is_left_unread(tmp_path: Path) -> None:
    folder = valid()
    folder.replace("duration_max_months = 60\n", "")
    folder.replace('channel = "eSøknad"\n', 'omit = ["F6", "F7", "F9", "F10"]\n')
    folder.put("soknader", 2, "Varighet", "fire år")
    folder.put("soknader", 2, "Markører", "kanskje")
    _without("soknader", "Kanal")(folder)
    _without("soknader", "Brukermedvirkning")(folder)
    for table in ("partnere", "cv"):
        folder.put(table, 2, "Helseregion", "Ingensteds")
    assert told(folder, tmp_path, step=SCREENING) == ""


@pytest.mark.parametrize("left_out", ["F5", "F7"])
def test_k1_either_of_f5_and_f7_asks_who_may_apply(left_out: str, tmp_path: Path) -> None:
    folder = valid()
    folder.replace('channel = "eSøknad"\n', f'omit = ["{left_out}"]\n')
    del folder.tables["institusjoner"]
    assert told(folder, tmp_path, step=SCREENING).startswith("institusjoner: tabellen mangler;")


def test_k1_nobody_who_may_apply_is_asked_for_without_f5_and_f7(tmp_path: Path) -> None:
    folder = valid()
    folder.replace('channel = "eSøknad"\n', 'omit = ["F5", "F7"]\n')
    del folder.tables["institusjoner"], folder.tables["partnere"]
    assert told(folder, tmp_path, step=SCREENING) == ""
