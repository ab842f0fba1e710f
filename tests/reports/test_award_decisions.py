"""2.7: the file for programs, row by row, for every way an application can end (D24)."""

from __future__ import annotations

from dataclasses import replace

from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import PoolRange
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.rendering.csv_text import csv_bytes
from reviewpkg.reports.award_decisions import HEADER, award_decisions
from tests.reports.award_call import ANNET_TOO, CALL, CONFERENCE, KS, NO_RULING, awards, decided

KS_ROWS = """\
K01,KS,1000000,award-1,2.5,1,,,,
K03,KS,1000000,award-2,2.7,3,22/15,2,1,1000000
K04,KS,1200000,award-2,2.7,4,12/5,1,2,2200000
K05,KS,1300000,award-2,2.7,5,44/15,3,3,3500000
K07,KS,1000000,award-2,2.7,7,9/2,,4,4500000
K06,KS,100000,rejection-3,2.7,6,9/2,,5,4600000
K08,KS,900000,rejection-3,2.7,8,31/5,4,6,5500000
K11,KS,700000,rejection-2,2.5,11,,,,
K12,KS,600000,rejection-2,2.5,12,,,,
K14,KS,400000,rejection-1,1.2.9,,,,,
K15,KS,300000,rejection-1,1.3,,,,,
K16,KS,200000,rejection-1,1.3,,,,,
K02,KS,1000000,withdrawn,,,,,,
K09,KS,1100000,withdrawn,,,,,,
K10,KS,800000,withdrawn,,,,,,
K13,KS,500000,withdrawn,,,,,,
K17,KS,150000,withdrawn,,,,,,
"""


def written(round_1: Round1, ends: tuple[AreaAward, ...]) -> dict[str, str]:
    table = award_decisions(round_1, ends)
    lines = csv_bytes(table.header, table.rows, table.decimals).decode().splitlines()
    assert lines[0] == ",".join(HEADER)
    return {line.split(",")[0]: line for line in lines[1:]}


def test_every_end_of_a_finished_area_in_order() -> None:
    assert "\n".join(written(decided(), awards()).values()) + "\n" == KS_ROWS


def test_an_area_that_waits_is_not_in_the_file() -> None:
    assert not [number for number in written(decided(), awards()) if number.startswith("A")]


def test_a_finished_area_without_a_pool_is_award_1_alone() -> None:
    rows = written(decided(), awards(ANNET_TOO))
    assert list(rows)[-3:] == ["A01", "A02", "A03"]
    assert rows["A03"] == "A03,Annet,1000000,award-1,2.5,3,,,,"


def test_award_1_withdrawn_where_no_pool_was_needed_is_withdrawn() -> None:
    for step in (Step.RANKING, Step.FINAL_AWARD):
        round_1 = decided(away={"A01": step})
        rows = written(round_1, awards(ANNET_TOO, round_1))
        assert rows["A01"] == "A01,Annet,1000000,withdrawn,,,,,,"
        assert rows["A02"] == "A02,Annet,1000000,award-1,2.5,2,,,,"


def test_withdrawn_from_2_5_takes_no_place_in_the_order() -> None:
    round_1 = decided(away={"A01": Step.AROUND_THE_LINE})
    rows = written(round_1, awards(ANNET_TOO, round_1))
    assert rows["A01"].startswith("A01,Annet,1000000,withdrawn,,,")
    assert rows["A02"] == "A02,Annet,1000000,award-1,2.5,1,,,,"


def test_withdrawn_before_rejection_1_is_withdrawn_and_after_it_rejected() -> None:
    for step, decision in (
        (Step.SELECTION, "withdrawn"),
        (Step.REJECTION_1, "withdrawn"),
        (Step.USER_REVIEW, "rejection-1"),
        (Step.FINAL_AWARD, "rejection-1"),
    ):
        round_1 = decided(away={"K15": step})
        assert written(round_1, awards(CONFERENCE, round_1))["K15"].split(",")[3] == decision


def test_rejected_in_2_5_stays_rejected_when_withdrawn_from_later() -> None:
    for step, decision in (
        (Step.AROUND_THE_LINE, "withdrawn"),
        (Step.RANKING, "rejection-2"),
        (Step.FINAL_AWARD, "rejection-2"),
    ):
        round_1 = decided(away={"K11": step})
        assert written(round_1, awards(CONFERENCE, round_1))["K11"].split(",")[3] == decision


def test_a_withdrawn_award_1_gives_its_amount_back_to_the_ranking() -> None:
    call = replace(CALL, areas=(replace(KS, frame=4_500_000, ranking_pool=PoolRange(3, 10)),))
    rows = written(decided(call), awards(CONFERENCE, decided(call)))
    # Of 4.5 million K01 takes one; K02's million is free again, so 3.5 is left.
    assert rows["K05"].split(",")[3] == "award-2"
    assert rows["K07"].split(",")[3] == "rejection-3"


def test_an_area_with_an_open_tie_is_not_in_the_file() -> None:
    assert not written(decided(), awards(NO_RULING))
