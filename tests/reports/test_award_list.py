"""2.7: the board's list, the exports and rejection 3."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewpkg.reports.award_exports import award_export, rejection_export
from reviewpkg.reports.award_list import AwardList, award_list
from reviewpkg.reports.rejection_3 import rejection_3
from reviewpkg.reports.verdicts import Verdict
from tests.reports.award_call import (
    ANNET,
    ANNET_TOO,
    CALL,
    CONFERENCE,
    FURNITURE,
    KS,
    NO_RULING,
    awards,
    decided,
)


def board() -> AwardList:
    return award_list(decided(), awards(), FURNITURE)


def test_awards_are_numbered_and_added_up_through_both_parts() -> None:
    area = board().areas[0]
    rows = [*area.award_1, *area.award_2]
    assert [(one.number, one.project_number) for one in rows] == [
        (1, "K01"),
        (2, "K03"),
        (3, "K04"),
        (4, "K05"),
        (5, "K07"),
    ]
    assert [one.running_sum for one in rows] == [
        1_000_000,
        2_000_000,
        3_200_000,
        4_500_000,
        5_500_000,
    ]


def test_sums_are_within_the_frame_also_where_they_equal_it() -> None:
    sums = board().areas[0].sums
    assert (sums.award_1, sums.award_2, sums.spent) == (1_000_000, 4_500_000, 5_500_000)
    assert (sums.frame, sums.left_over) == (5_500_000, 0)
    assert board().areas[0].next_sum == 5_600_000


def test_shares_leave_the_withdrawn_out() -> None:
    sums = board().areas[0].sums
    assert (sums.of_applications.count, sums.of_applications.of) == (5, 12)
    assert (sums.of_pool.count, sums.of_pool.of) == (4, 6)
    assert sums.of_pool.share == Fraction(2, 3)


def test_a_withdrawn_award_1_is_named_with_its_amount() -> None:
    area = board().areas[0]
    assert [(one.project_number, one.amount) for one in area.returned] == [("K02", 1_000_000)]


def test_an_area_that_waits_is_named_with_what_it_waits_for() -> None:
    waiting = board().unfinished
    assert [(one.area, one.frame) for one in waiting] == [("Annet", 3_000_000)]
    assert waiting[0].waits_for == "parenes samlede karakterer («samlet», trengs til trinn 2.2)"


def test_both_areas_add_up_and_nothing_moves_between_them() -> None:
    page = award_list(decided(), awards(ANNET_TOO), FURNITURE)
    assert not page.unfinished
    assert [one.sums.left_over for one in page.areas] == [0, 0]
    assert (page.in_all.frame, page.in_all.spent) == (8_500_000, 8_500_000)
    annet = page.areas[1]
    assert (annet.ranked, annet.next_sum, annet.award_2) == (False, None, ())
    assert annet.sums.of_pool.share is None


def test_what_is_left_stays_in_its_area() -> None:
    call = replace(CALL, areas=(KS, replace(ANNET, frame=3_200_000)))
    page = award_list(decided(call), awards(ANNET_TOO, decided(call)), FURNITURE)
    assert [one.sums.left_over for one in page.areas] == [0, 200_000]
    assert page.in_all.left_over == 200_000


def test_an_area_with_an_open_tie_waits_for_the_chair() -> None:
    page = award_list(decided(), awards(NO_RULING), FURNITURE)
    assert not page.areas
    assert page.unfinished[0].waits_for == (
        "at lederen ordner søknader som står likt: K06 og K07 (trinn 2.6)"
    )


def test_the_export_of_awards_follows_the_list() -> None:
    table = award_export(decided(), awards())
    assert [row[0] for row in table.rows] == ["K01", "K03", "K04", "K05", "K07"]
    assert table.rows[0][3:] == ("KS", 1_000_000, "Innvilgelse 1", "2.5", "2019-11-20")
    assert table.rows[1][3:] == ("KS", 1_000_000, "Innvilgelse 2", "2.7", "2019-11-20")


def test_the_export_of_rejections_names_the_step_of_each() -> None:
    table = rejection_export(decided(), awards())
    assert [(row[0], row[4]) for row in table.rows] == [
        ("K14", "1.3"),
        ("K15", "1.3"),
        ("K16", "1.3"),
        ("K11", "2.5"),
        ("K12", "2.5"),
        ("K06", "2.7"),
        ("K08", "2.7"),
    ]


def test_the_export_of_one_kind_holds_no_other() -> None:
    table = rejection_export(decided(), awards(), (Verdict.REJECTION_3,))
    assert [row[0] for row in table.rows] == ["K06", "K08"]


def test_rejection_3_stands_by_project_number() -> None:
    page = rejection_3(decided(), awards(CONFERENCE)[0], FURNITURE)
    assert [one.project_number for one in page.applications] == ["K06", "K08"]
    assert page.ranked == 6
