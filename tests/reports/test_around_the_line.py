"""2.5: order O around the budget line, the proof of the pool, award 1 and rejection 2."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewpkg.domain.two_round import PoolRange
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.procedure.two_round.step_2_5_around_the_line import pool as choose
from reviewpkg.procedure.two_round.step_2_5_windows import Safety
from reviewpkg.rendering.html import render_html
from reviewpkg.reports.around_the_line import AroundTheLine, Edge, around_the_line
from reviewpkg.reports.award_1 import award_1
from reviewpkg.reports.ranking_decisions import decisions
from reviewpkg.reports.ranking_packet import ranking_packet
from reviewpkg.reports.rejection_2 import extra_web, rejection_2
from tests.reports.ranking_call import FURNITURE, areas, conference, decided, number

SET = PoolRange(4, 14)


def area(pool: PoolRange | None = SET, *, frame: int = 8_000_000) -> AreaConference:
    """Return KS with a pool that is set, or proposed, for a frame in kroner."""
    found = areas()[0]
    return replace(found, frame=frame, pool=choose("KS", found.after_plenary, frame, pool))


def page(one: AreaConference | None = None) -> AroundTheLine:
    one = one or area()
    assert one.pool
    return around_the_line(one, one.pool, FURNITURE)


def text(one: AreaConference | None = None) -> str:
    return render_html("around_the_line.html", page(one)).replace("\xa0", " ")


def test_every_row_of_order_o_has_its_sum_and_outcome() -> None:
    rows = [row for stretch in page().stretches for row in stretch.rows]
    assert [row.standing.project_number for row in rows] == [number(row) for row in range(1, 18)]
    assert (rows[0].running_sum, rows[2].running_sum) == (710_000, 2_160_000)
    outcomes = [row.outcome.value for row in rows]
    assert outcomes == ["award-1"] * 3 + ["ranking"] * 11 + ["rejection-2"] * 3


def test_equals_share_a_position_and_stand_together() -> None:
    rows = [row for stretch in page().stretches for row in stretch.rows]
    assert [row.standing.position for row in rows[6:8]] == [7, 7]
    assert [row.level for row in rows[5:8]] == [False, True, False]


def test_three_lines_are_drawn() -> None:
    lines = [line for stretch in page().stretches for line in stretch.lines]
    assert [(line.edge, line.rows_above) for line in lines] == [
        (Edge.AWARD_1, 3),
        (Edge.BUDGET, 10),
        (Edge.REJECTION_2, 14),
    ]
    assert (lines[0].spent, lines[0].left) == (2_160_000, 5_840_000)


def test_the_proof_can_be_read_aloud() -> None:
    one = area(PoolRange(2, 14))
    assert "Uansett rangering innvilges <b>9 av 13</b>." in text(one)
    few = area(PoolRange(5, 14), frame=6_900_000)
    assert "Uansett rangering innvilges <b>minst 4 og høyst 5 av 10</b>." in text(few)


def test_the_proof_shows_the_sums_at_both_ends() -> None:
    proof = page(area(PoolRange(5, 14), frame=6_900_000)).proof
    assert proof
    assert (proof.remaining, proof.spent_above) == (4_000_000, 2_900_000)
    assert (proof.largest_first.count, proof.smallest_first.count) == (4, 5)
    assert proof.largest_first.spent == 840_000 + 830_000 + 820_000 + 810_000
    assert proof.largest_first.with_next == 4_100_000
    assert (proof.least_wanted, proof.most_wanted) == (2, 8)
    assert proof.safety is Safety.SAFE


def test_wanted_shares_are_rounded_inwards() -> None:
    proof = page().proof
    assert proof
    assert (proof.size, proof.least_wanted, proof.most_wanted) == (11, 3, 8)


def test_the_other_windows_stand_in_the_order_of_preference() -> None:
    shown = page()
    assert shown.others[0] == shown.would_propose
    assert [one.preference for one in shown.others] == sorted(
        one.preference for one in shown.others
    )
    assert shown.window not in shown.others
    assert (
        f"programmet ville foreslått rad {shown.others[0].first}–{shown.others[0].last}" in text()
    )
    proposed = page(area(None))
    assert proposed.would_propose is None
    assert "Programmet foreslår disse radene." in text(area(None))


def test_a_deviation_and_its_reason_are_on_every_list() -> None:
    one = area(PoolRange(3, 17, "Styret ba om det."))
    assert one.pool
    for deviations in (
        page(one).deviations,
        award_1(one.pool, FURNITURE).deviations,
        rejection_2(one.pool, FURNITURE).deviations,
    ):
        assert "15 søknader går til rangering. Rutinen sier 7 til 13." in deviations
        assert deviations[-1] == "Sekretariatets begrunnelse: «Styret ba om det.»"


def test_a_pool_that_cannot_be_used_says_why_and_decides_nothing() -> None:
    one = area(PoolRange(4, 7))
    assert one.pool
    shown = page(one)
    assert "deler søknader som står likt" in shown.refusal
    assert {row.outcome.value for stretch in shown.stretches for row in stretch.rows} == {""}
    assert [line.edge for stretch in shown.stretches for line in stretch.lines] == [Edge.BUDGET]
    packet = ranking_packet(decided(), conference(), [one], FURNITURE)
    assert [document.path for document in packet.documents] == ["budsjettlinje-ks"]
    assert (packet.forms, dict(packet.exports)) == ((), {})
    assert decisions([one]).rows == ()


def test_an_area_that_fits_needs_no_pool() -> None:
    one = area(None, frame=99_000_000)
    assert one.pool
    assert "Ingen må rangeres, og alle er innvilgelse 1." in text(one)
    shown = award_1(one.pool, FURNITURE)
    assert (len(shown.rows), shown.all_fit) == (17, True)
    assert "Det er ikke avgjort" not in text(one)


def test_a_frame_too_small_for_the_first_draws_the_line_above_it() -> None:
    shown = page(area(None, frame=100))
    assert shown.stretches[0].rows == ()
    assert shown.stretches[0].lines[0].edge is Edge.BUDGET
    assert "Ikke engang den første" in shown.refusal


def test_award_1_is_summed_against_the_frame() -> None:
    pool = area().pool
    assert pool
    shown = award_1(pool, FURNITURE)
    assert [row.running_sum for row in shown.rows] == [710_000, 1_430_000, 2_160_000]
    assert (shown.spent, shown.left, shown.to_rank) == (2_160_000, 5_840_000, 11)


def test_rejection_2_gives_no_order_away() -> None:
    pool = area().pool
    assert pool
    shown = rejection_2(pool, FURNITURE)
    assert [one.project_number for one in shown.applications] == [
        number(row) for row in (15, 16, 17)
    ]
    table = extra_web(pool, FURNITURE)
    assert table.header[-3:] == ("Område", "Trinn", "Dato")
    assert table.rows[0][-3:] == ("KS", "2.5", "2019-11-20")


def test_decisions_for_programs() -> None:
    table = decisions(areas())
    assert table.header == (
        "project_number",
        "area",
        "position",
        "joint_grade",
        "user_grade",
        "priority_areas",
        "mean_grade",
        "decision",
    )
    assert table.rows[9] == (
        number(10), "KS", 10, Fraction(5), None, 2, Fraction(4), "ranking",
    )  # fmt: skip
    assert [row[2] for row in table.rows[6:9]] == [7, 7, 9]
    assert table.rows[13][-1] == "ranking"


@pytest.mark.parametrize("pool", [None, PoolRange(4, 14)])
def test_an_area_that_waits_has_no_page(pool: PoolRange | None) -> None:
    packet = ranking_packet(decided(), conference(), areas(pool=pool), FURNITURE)
    assert not any("annet" in document.path for document in packet.documents)
    assert list(packet.exports) == ["avslag-2-ks-extraweb"]
