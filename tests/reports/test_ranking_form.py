"""2.6: the ballots that pairs and user representatives fill in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewpkg.domain.conference_tables import BALLOTS, RANKING_HEADINGS, USER_PLACES
from reviewpkg.intake.files import open_table
from reviewpkg.intake.rows import read_rows
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.ranking_form import By, RankingForm
from reviewpkg.reports.ranking_packet import ranking_packet
from reviewpkg.reports.user_ranking_form import UserRankingForm
from tests.reports.ranking_call import (
    COMMITTEE,
    FURNITURE,
    LEFT_OUT,
    POOL,
    STRUCK,
    areas,
    conference,
    decided,
    number,
)
from tests.workbook_xml import FIRST, cells, column, everything, filled_in, part

FORMS = {
    form.path: form for form in ranking_packet(decided(), conference(), areas(), FURNITURE).forms
}
P1, P2, P3 = (f"par/par-p{pair}/rangeringsskjema-ks-par-p{pair}" for pair in (1, 2, 3))
USERS = "brukerrepresentanter/brukerrangering-ks"


def page(path: str) -> RankingForm:
    printed = FORMS[path].printed
    assert printed
    assert isinstance(printed.page, RankingForm)
    return printed.page


def html(path: str) -> str:
    printed = FORMS[path].printed
    assert printed
    return render_html(printed.template, printed.page)


def headings(path: str) -> list[str]:
    found = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', html(path))
    return [one.replace("\u00ad", "") for one in found if one]


def test_every_pair_that_can_rank_something_has_a_form() -> None:
    assert list(FORMS) == [P1, P2, P3, USERS]


def test_the_eight_columns_stand_in_the_routines_order() -> None:
    assert RANKING_HEADINGS == (
        "Prosjektnummer",
        "Prosjektnavn",
        "Samlet vurdering fra paret",
        "Brukerrepresentantenes siste karakter",
        "Antallet prioriterte områder (fra «Innstille samlet»)",
        "Gjennomsnittskarakteren fra første vurderingsrunde",
        "Brukerrepresentantens karakter fra første runde",
        "Inhabilitet",
    )
    assert headings(P1) == [*RANKING_HEADINGS, "Plassering"]
    assert headings(P2) == [*RANKING_HEADINGS, "Felles plassering", "Plassering"]
    assert headings(P3) == [*RANKING_HEADINGS, "Plassering"]


def test_what_is_withdrawn_from_2_6_is_on_no_form() -> None:
    for path, form in FORMS.items():
        assert STRUCK not in html(path)
        assert STRUCK not in everything(form_workbook(form.workbook))
    assert [row.shown.project_number for row in page(P1).rows] == list(POOL)


def test_the_places_to_use_are_said() -> None:
    assert "Bruk plass 1–10." in html(P1)
    assert "Bruk plass 1–8." in html(P3)


def test_what_both_are_conflicted_on_is_grey_and_said_not_to_be_ranked() -> None:
    assert [row.shown.project_number for row in page(P3).rows if row.by is By.NOBODY] == [*LEFT_OUT]
    assert html(P3).count('<tr class="closed">') == 2
    assert html(P3).count("Skal ikke rangeres") == 2
    assert html(P1).count('class="closed"') == 0


def test_what_one_is_conflicted_on_is_placed_by_the_other() -> None:
    rows = {row.shown.project_number: row for row in page(P2).rows}
    assert rows[number(5)].conflicted == ("Ingrid Sæther Ås",)
    assert rows[number(7)].conflicted == ("Per Øygård",)
    assert page(P2).joint_places == 8
    assert "Ranger først de 8 dere begge er habile på" in html(P2)


def test_a_row_shows_the_latest_grades_and_those_of_round_1() -> None:
    row = next(row.shown for row in page(P1).rows if row.shown.project_number == number(9))
    shown = (row.grade, row.user_grade, row.priority_areas, row.mean_grade, row.first_user_grade)
    assert tuple(str(one) for one in shown) == ("5", "11/2", "3", "9/2", "11/2")


def test_no_ballot_shows_another_pairs_ranks_or_conflicts() -> None:
    for path, own in ((P1, "P1"), (P2, "P2"), (P3, "P3")):
        seen = html(path) + everything(form_workbook(FORMS[path].workbook))
        others = [one.name for one in COMMITTEE.reviewers if one.pair not in {own, ""}]
        assert not any(name in seen for name in others if "<" not in name and "\n" not in name)
        assert not re.search(r'class="mid pen">\d', seen)
        found = cells(form_workbook(FORMS[path].workbook))
        place = column(FORMS[path].workbook, "Plassering")
        assert {key for key in found if key.startswith(place)} == {f"{place}1"}


def test_the_workbook_takes_each_place_once() -> None:
    rule = part(form_workbook(FORMS[P3].workbook), FIRST)
    place = column(FORMS[P3].workbook, "Plassering")
    assert 'type="custom"' in rule
    assert f"COUNTIF(${place}$2:${place}$11,{place}2)=1" in rule
    assert f"{place}2&lt;=8" in rule
    assert 'type="duplicateValues"' in rule
    joint = column(FORMS[P2].workbook, "Felles plassering")
    assert f"{joint}2&lt;=8" in part(form_workbook(FORMS[P2].workbook), FIRST)


def test_rows_that_are_not_ranked_are_locked() -> None:
    form = FORMS[P3].workbook
    place = column(form, "Plassering")
    assert open_cells(FORMS[P3]) == {f"{place}{row}" for row in range(2, 10)}


def open_cells(form: FormDocument) -> set[str]:
    """Return the cells to write in, by what filling every cell leaves written."""
    workbook = form.workbook
    return {
        f"{chr(ord('A') + place)}{row}"
        for row, values in enumerate(workbook.rows, start=2)
        for place, (one, value) in enumerate(zip(workbook.columns, values, strict=True))
        if one.asks and value is None
    }


@pytest.mark.parametrize("path", [P1, P2, P3])
def test_filled_in_it_is_read_without_a_word(path: str, tmp_path: Path) -> None:
    form = FORMS[path].workbook
    (tmp_path / "rangering").mkdir()
    place = column(form, "Plassering")
    cells_to_fill = sorted(
        (cell for cell in open_cells(FORMS[path]) if cell.startswith(place)),
        key=lambda cell: int(cell[1:]),
    )
    answers = {cell: str(rank) for rank, cell in enumerate(cells_to_fill, start=1)}
    data = filled_in(form_workbook(form), answers)
    (tmp_path / "rangering" / f"{path.rpartition('/')[2]}.xlsx").write_bytes(data)
    read = read_rows(BALLOTS, open_table(tmp_path, "rangering"))
    assert read.problems == ()
    assert [row.text("project_number") for row in read.rows] == list(POOL)
    assert {row.text("pair") for row in read.rows} == {page(path).pair}
    given = [row.values["place"] for row in read.rows if row.values["place"] is not None]
    assert given == list(range(1, page(path).places + 1))


def test_the_user_representatives_rank_all_but_what_all_are_conflicted_on() -> None:
    printed = FORMS[USERS].printed
    assert printed
    assert isinstance(printed.page, UserRankingForm)
    assert printed.page.places == 8
    assert not set(LEFT_OUT) & {row.shown.project_number for row in printed.page.rows}
    conflicted = {row.shown.project_number: row.conflicted for row in printed.page.rows}
    assert conflicted[number(6)] == ("Bjørn Eide",)
    assert "kvaliteten på brukermedvirkningen" in html(USERS)
    assert [one.heading for one in FORMS[USERS].workbook.columns][:-1] == [
        "Prosjektnummer",
        *USER_PLACES.shown,
    ]


def test_the_user_representatives_form_is_read_without_a_word(tmp_path: Path) -> None:
    form = FORMS[USERS].workbook
    answers = {
        cell: str(rank) for rank, cell in enumerate(sorted(open_cells(FORMS[USERS])), start=1)
    }
    (tmp_path / "brukerrangering.xlsx").write_bytes(filled_in(form_workbook(form), answers))
    read = read_rows(USER_PLACES, open_table(tmp_path, "brukerrangering"))
    assert read.problems == ()
    assert [row.values["place"] for row in read.rows] == list(range(1, 9))
