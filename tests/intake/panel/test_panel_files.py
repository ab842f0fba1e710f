"""A panel's tables in every kind of file, and a call made of real votes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter

from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel import panel
from tests.intake.folders import CallFolder, Cell, Rows, csv_bytes
from tests.intake.folders import loaded as loaded_two_round
from tests.intake.panel.panel_folders import read, surveyed, valid

ROOT = Path(__file__).resolve().parents[3]
SNSF = ROOT.parent / "shared" / "data" / "snsf-mint"
REAL_CALL = """\
[call]
id = "votes"
title = "Real votes"
funder = "SNSF"
procedure = "panel"
date = 2020-10-01
budget = 20_000_000

[grades]
min = 1
max = 6
step = 1

[screening]
omit = ["F5", "F6", "F8", "F10"]

[panel]
support_worthy_min = 4.5
min_experts = 2
"""


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_every_kind_of_file_gives_the_same_review(ending: str, tmp_path: Path) -> None:
    expected = read(valid().write(tmp_path / "a")).review
    assert read(valid().write(tmp_path / "b", ending)).review == expected


def test_windows_1252_and_other_separators(tmp_path: Path) -> None:
    expected = read(valid().write(tmp_path / "a")).review
    folder = valid()
    target = folder.write(tmp_path / "b")
    for separator, name in zip(";,\t", ("soknader", "institusjoner", "partnere"), strict=True):
        data = csv_bytes(folder.tables[name], separator, "cp1252")
        (target / f"{name}.csv").write_bytes(data)
    assert read(target).review == expected
    assert b"\xf8" in (target / "soknader.csv").read_bytes()


def test_every_table_may_be_a_folder_of_files(tmp_path: Path) -> None:
    expected = read(valid().write(tmp_path / "a")).review
    folder = valid()
    for name in ("soknader", "partnere", "cv", "institusjoner"):
        headings, *rows = folder.tables.pop(name)
        half = len(rows) // 2
        folder.tables[f"{name}/1"] = [headings, *rows[:half]]
        folder.tables[f"{name}/2"] = [headings, *rows[half:]]
    assert read(folder.write(tmp_path / "b", "xlsx")).review == expected


def test_numbers_as_numbers_and_as_text_are_the_same(tmp_path: Path) -> None:
    expected = read(valid().write(tmp_path / "a", "xlsx")).review
    folder = valid()
    cells: list[tuple[str, int, str, Cell]] = [
        ("soknader", 2, "Søknadssum", 10_000_000),
        ("soknader", 3, "Søknadssum", "12000000,00 kr"),
        ("soknader", 2, "Varighet", 48.0),
        ("cv", 2, "Sider", "5"),
        ("karakterer/e1", 2, "Kvalitet", "5,0"),
        ("samlet", 2, "Samlet karakter", 4.8),
        ("lederbeslutning", 2, "Ny plassering", "2"),
    ]
    for table, row, column, cell in cells:
        folder.put(table, row, column, cell)
    assert read(folder.write(tmp_path / "b", "xlsx")).review == expected


def test_f1_a_workbooks_own_date_times_are_held_against_the_deadline(tmp_path: Path) -> None:
    folder = valid()
    target = folder.write(tmp_path)
    (target / "soknader.csv").unlink()
    column = folder.heading("soknader", "Innsendt")
    day = 45427 + 16 / 24
    times = (day - 1e-9, day + 59 / 86400, day + 60 / 86400 - 1e-9, day - 1)
    with xlsxwriter.Workbook(target / "soknader.xlsx") as book:
        page = book.add_worksheet()
        clock = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        for at, cells in enumerate(folder.tables["soknader"]):
            page.write_row(at, 0, cells)
        for at, time in enumerate(times, start=1):
            page.write_number(at, column, time, clock)
    review = read(target, PanelStep.SCREENING).review
    shown = [one.submission.submitted for one in review.applications]
    assert [one and one.replace(tzinfo=None) for one in shown] == [
        datetime(2024, 5, 15, 16),  # noqa: DTZ001 - what a clock shows
        datetime(2024, 5, 15, 16, 0, 59),  # noqa: DTZ001
        datetime(2024, 5, 15, 16, 1),  # noqa: DTZ001
        datetime(2024, 5, 14, 16),  # noqa: DTZ001
    ]
    failed = [one.failed for one in panel.screen(review).results]
    assert failed == [(), (), ("F1",), ()]


def rows(cells: Iterable[Iterable[Cell]]) -> Rows:
    return [list(one) for one in cells]


def test_real_votes_make_a_panels_recommendation(tmp_path: Path) -> None:
    if not SNSF.is_dir():
        pytest.skip("the folder of real votes is not beside the project")
    votes = loaded_two_round(SNSF).review
    own = [one for one in votes.applications if one.area == "KS"]
    numbers = {one.project_number for one in own}
    given = [one for one in votes.grades if one.project_number in numbers]
    folder = CallFolder(
        REAL_CALL,
        {
            "soknader": [
                ["Prosjektnummer", "Prosjektnavn", "Søkerinstitusjon", "Helseregion", "Søknadssum"],
                *rows((one.project_number, one.title, "SNSF", "Vest", one.amount) for one in own),
            ],
            "fagutvalg": [
                ["Medlem", "Navn"],
                *rows((one, one) for one in sorted({one.member for one in given})),
            ],
            "karakterer": [
                ["Prosjektnummer", "Medlem", "Kvalitet", "Nytte"],
                *rows((one.project_number, one.member, *[int(one.total)] * 2) for one in given),
            ],
        },
    )
    loaded = surveyed(folder.write(tmp_path))
    assert loaded.problems == ()
    found = panel.recommend(panel.screen(loaded.review))

    amounts = {one.project_number: one.amount for one in own}
    totals = {
        one: [grade.total for grade in given if grade.project_number == one] for one in numbers
    }
    means = {one: sum(totals[one]) / Fraction(len(totals[one])) for one in numbers}
    worthy = sorted(
        (one for one in numbers if 2 * means[one] >= 9), key=lambda one: (-means[one], one)
    )
    total, inside = 0, []
    for one in worthy:
        total += amounts[one]
        if total > loaded.review.call.budget:
            break
        inside.append(one)
    assert len(numbers) > 50
    assert [one.project_number for one in found.ranked] == worthy
    assert [one.project_number for one in found.recommended] == inside
    assert {one.project_number for one in found.below} == numbers - set(worthy)
    assert 0 < len(inside) < len(worthy) < len(numbers)
