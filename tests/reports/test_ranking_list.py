"""2.6: the ranking list, what the plenary sees first, and the tables for programs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_2 import finish
from reviewpkg.rendering.html import render_html
from reviewpkg.reports.ranked_pool import ballot_sizes, has_list
from reviewpkg.reports.ranking_decisions import points, ranked
from reviewpkg.reports.ranking_list import RankingListPage, ranking_list_page, ranking_table
from reviewpkg.reports.ranking_notices import ranking_list_warnings
from reviewpkg.reports.ranking_packet import ranking_list_packet
from reviewpkg.reports.ranking_screen import RankingScreen, ranking_screen
from tests.reports.ranking_call import (
    FURNITURE,
    LEFT_OUT,
    REASON,
    areas,
    awards,
    conference,
    decided,
    number,
)


def listed(*, ruled: bool = True) -> RankingListPage:
    award = awards(ruled=ruled)[0]
    assert award.ranking
    assert award.final
    return ranking_list_page(award, award.ranking, award.final, FURNITURE)


def screen() -> RankingScreen:
    award = awards()[0]
    assert award.ranking
    assert award.final
    return ranking_screen(award, award.ranking, award.final, FURNITURE)


def rows(page: RankingListPage | RankingScreen) -> list[str]:
    return [row.ranked.project_number[-2:] for row in (*page.list.above, *page.list.below)]


def test_the_list_stands_in_final_order_with_the_computed_place_beside() -> None:
    page = listed()
    assert rows(page) == ["04", "05", "07", "13", "12", "08", "09", "06", "11", "10"]
    found = {row.ranked.project_number: row for row in (*page.list.above, *page.list.below)}
    moved = found[number(6)]
    assert (moved.place, moved.ranked.place) == (8, 3)
    assert [one.reason for one in moved.rulings] == [REASON]
    text = render_html("ranking_list.html", page)
    assert REASON in text
    assert "Beregnet plass" in text
    assert "Like gode &amp; KS13 er billigst." in text


def test_the_table_inside_the_list_says_the_same_row_for_row() -> None:
    page = listed()
    table = ranking_table(page)
    assert [row[2][-2:] for row in table.rows if isinstance(row[2], str)] == rows(page)
    assert [row[0] for row in table.rows] == list(range(1, 11))
    above = len(page.list.above)
    assert [row[-1] for row in table.rows] == ["ja"] * above + ["nei"] * (10 - above)
    packet = ranking_list_packet(decided(), awards(), FURNITURE)
    enclosed = [one.enclosures for one in packet.documents if one.path == "rangeringsliste-ks"]
    assert [(one.name, one.table) for (one,) in enclosed] == [("rangeringsliste-ks.csv", table)]


def test_a_tie_only_the_chair_can_break_is_shown_as_one() -> None:
    page = listed(ruled=False)
    tied = [row for row in (*page.list.above, *page.list.below) if row.open_tie]
    assert [(row.place, row.ranked.project_number) for row in tied] == [
        (5, number(12)),
        (5, number(13)),
    ]
    assert page.open_ties == (LEFT_OUT,)
    text = render_html("ranking_list.html", page)
    assert "Står likt: lederen må avgjøre" in text
    assert "Beregnet plass" not in text


def test_a_tie_that_is_ruled_on_is_open_no_longer() -> None:
    page = listed()
    assert page.open_ties == ()
    assert not any(row.open_tie for row in (*page.list.above, *page.list.below))


def test_the_line_falls_where_the_frame_ends() -> None:
    page = listed()
    assert (page.remaining, page.spent_before) == (5_840_000, 2_160_000)
    assert page.list.line is not None
    assert page.list.line.awarded == len(page.list.above) == 7
    assert page.list.line.spent == page.list.above[-1].running_sum
    assert page.list.line.with_next == page.list.below[0].running_sum


def test_the_routines_example_comes_out_of_a_short_ballot() -> None:
    sizes = {one.pair: one for one in ballot_sizes(awards()[0])}
    assert list(sizes) == ["P1", "P2", "P3"]
    assert (sizes["P3"].ranked, sizes["P3"].in_pool, sizes["P3"].short) == (8, 10, True)
    assert sizes["P3"].first == Fraction(5, 4)
    assert not sizes["P1"].short
    given = {(row[0], row[1]): row[2:] for row in points(awards()).rows}
    assert given[number(6), "P3"] == (1, "5/4")
    assert given[number(10), "P3"] == (8, "10")
    assert "1,25 (5/4)" in render_html("ranking_list.html", listed())


def test_the_screen_shows_every_pairs_place_and_no_ruling() -> None:
    page = screen()
    assert rows(page) == ["04", "05", "06", "07", "12", "13", "08", "09", "11", "10"]
    text = render_html("ranking_screen.html", page)
    assert REASON not in text
    assert '<body class="landscape projected">' in text
    assert page.ties == (LEFT_OUT,)
    assert '<th scope="col" class="mid">P3</th>' in text
    assert "P4" not in text
    assert page.list.line is not None
    assert page.list.line.awarded == 7


def test_means_are_shown_with_two_decimals_and_exactly() -> None:
    text = render_html("ranking_list.html", listed())
    assert '7,08<span class="below">85/12</span>' in text


def test_what_withdraws_from_2_7_keeps_its_place_without_a_sum() -> None:
    ks = areas()[0]
    assert ks.pool
    standings = tuple(
        replace(one, application=replace(one.application, withdrawn_from=Step.FINAL_AWARD))
        if one.project_number == number(5)
        else one
        for one in ks.pool.standings
    )
    area = replace(ks, pool=replace(ks.pool, standings=standings), after_plenary=standings)
    award = finish(conference(), area)
    assert award.ranking
    assert award.final
    page = ranking_list_page(award, award.ranking, award.final, FURNITURE)
    second = page.list.above[1]
    assert (second.ranked.project_number, second.place, second.running_sum) == (number(5), 2, None)
    assert "trukket fra 2.7" in render_html("ranking_list.html", page)
    assert "2019/KS05 er trukket og regnes ikke med" in ranking_list_warnings([award], ())[0]


def test_an_area_that_waits_has_no_list() -> None:
    assert [has_list(award) for award in awards()] == [True, False]
    packet = ranking_list_packet(decided(), awards(), FURNITURE)
    paths = [document.path for document in packet.documents]
    assert paths == ["plenumsvisning-ks", "rangeringsliste-ks"]


def test_open_ties_and_missing_addresses_are_warned_of() -> None:
    packet = ranking_list_packet(decided(), awards(ruled=False), FURNITURE)
    tie, address = packet.warnings
    assert tie.startswith("KS: 2019/KS12 og 2019/KS13 står likt")
    assert address.startswith("Liv <b>Dahl</b> og Jon Lie har ingen e-postadresse")


def test_the_ranking_for_programs_is_exact() -> None:
    table = ranked(awards())
    assert table.header[2:] == ("mean_points", "user_place", "place", "final_place", "running_sum")
    assert table.rows[0] == (number(4), "KS", "11/6", 1, 1, 1, 740_000)
    assert table.rows[3] == (
        number(13),
        "KS",
        "11/2",
        None,
        5,
        4,
        740_000 + 750_000 + 770_000 + 830_000,
    )
