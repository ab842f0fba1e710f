"""1.3: the rejection lists, and their export for ExtraWeb."""

from __future__ import annotations

from dataclasses import replace

from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.reports.rejection_list import extra_web, rejection_list
from reviewpkg.reports.round_1_packet import extra_web_tables
from tests.reports.small_call import furniture, review


def test_the_rejected_stand_by_project_number_with_their_clause() -> None:
    page = rejection_list(run(review()), "KS", furniture())
    numbers = [row.project_number[-2:] for row in page.rows]
    assert numbers == ["05", "06", "08", "09", "11"]
    assert page.applications == 10
    moved_out = rejection_list(run(review()), "Annet", furniture())
    assert [row.rule for row in moved_out.rows] == ["1.2.9", "1.3"]


def test_the_export_names_step_and_date() -> None:
    table = extra_web(run(review()), "Annet")
    assert table.header[-3:] == ("Område", "Trinn", "Dato")
    assert [row[0] for row in table.rows] == ["2019/FO2003", "2019/FO2004"]
    assert table.rows[0][-3:] == ("Annet", "1.3", "2019-11-20")


def test_the_exports_have_paths_of_their_own() -> None:
    assert list(extra_web_tables(run(review()))) == [
        "avslag-1-ks-extraweb",
        "avslag-1-annet-extraweb",
    ]


def test_an_area_without_rejections_still_has_its_list() -> None:
    found = review(adjusted=False)
    empty = replace(
        found, applications=tuple(one for one in found.applications if one.area == "KS")
    )
    page = rejection_list(run(empty), "Annet", furniture())
    assert (page.rows, page.applications) == ((), 0)
    assert extra_web(run(empty), "Annet").rows == ()
