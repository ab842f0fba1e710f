from __future__ import annotations

from reviewpkg.domain.steps import Step
from reviewpkg.rendering.csv_text import csv_bytes
from reviewpkg.reports.conference_decisions import plenary_1_decisions, second_opinion_decisions
from reviewpkg.reports.csv_table import CsvTable
from tests.reports.conference_call import annet_waits, areas, before


def lines(table: CsvTable) -> list[str]:
    return csv_bytes(table.header, table.rows, table.decimals).decode().splitlines()


def test_plenary_1_in_order_o() -> None:
    written = lines(plenary_1_decisions(areas(before(Step.PLENARY_1))))
    assert written[0] == (
        "project_number,area,position,joint_grade,user_grade,priority_areas,mean_grade,decision"
    )
    assert written[1] == "2019/FO3001,KS,1,7,6,1,6.5,discuss"
    assert written[6:9] == [
        "2019/FO3005,KS,6,6,4,0,5.5,discuss",
        "2019/FO3006,KS,6,6,4,0,6,discuss",
        "2019/FO3007,KS,6,6,4,0,5.5,discuss",
    ]
    assert written[9] == "2019/FO3011,KS,9,5,,2,4.5,discuss"
    assert [line.split(",")[1] for line in written[1:]] == ["KS"] * 15 + ["Annet"] * 8


def test_what_was_decided_later_changes_nothing_in_plenary_1() -> None:
    early, late = areas(before(Step.PLENARY_1)), areas(before(Step.PLENARY_2))
    assert plenary_1_decisions(early) == plenary_1_decisions(late)


def test_an_area_that_waits_has_no_rows() -> None:
    waiting = areas(annet_waits(before(Step.PLENARY_1)))
    written = lines(plenary_1_decisions(waiting))
    assert {line.split(",")[1] for line in written[1:]} == {"KS"}


def test_second_opinions_of_every_application_by_number() -> None:
    written = lines(second_opinion_decisions(areas(before(Step.PLENARY_2))))
    assert written[0] == ("project_number,area,owner_pair,assigned_pair,user_supplement,decision")
    assert written[1] == "2019/FO3001,KS,P1,,false,"
    assert written[2] == "2019/FO3002,KS,P2,P4,false,second-opinion"
    assert "2019/FO3009,KS,P1,,true," in written
    assert "2019/FO4003,Annet,P3,,false,second-opinion" in written
    assert not [line for line in written if "FO3016" in line or "FO4008" in line]
