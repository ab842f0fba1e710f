"""F1 to 2.7: nobody is lost on the way from received to awarded."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from reviewpkg.intake.loading import load_round_1
from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.pictures.two_round_flow import flow, flows
from reviewpkg.reports.verdicts import Verdict, fates
from tests.reports.award_call import awards, decided
from tests.reports.small_call import review

SCREENED = Path(__file__).resolve().parents[2] / "scenarios" / "F1-F2-screening-before-1.1"


def award_flow() -> Flow:
    award = awards()[0]
    made = flow(decided(), "KS", award.conference, award)
    assert made
    return made


def test_round_1_ends_in_selected_rejected_and_withdrawn() -> None:
    made = flow(run(review()), "KS")
    assert made
    names = ("RECEIVED", "SELECTED", "REJECTION_1", "WITHDRAWN")
    assert [made.count(name) for name in names] == [12, 5, 5, 2]
    assert made.steps == 1


def test_the_ends_are_the_verdicts() -> None:
    made, verdicts = award_flow(), Counter(one.verdict for one in fates(decided(), awards()[0]))
    assert made.steps == 3
    assert made.count("AWARDED") == verdicts[Verdict.AWARD_1] + verdicts[Verdict.AWARD_2]
    for verdict in (Verdict.REJECTION_1, Verdict.REJECTION_2, Verdict.REJECTION_3):
        assert made.count(verdict.name) == verdicts[verdict]
    assert made.count("WITHDRAWN") == verdicts[Verdict.WITHDRAWN]


def test_an_area_that_waits_shows_only_what_is_decided() -> None:
    made = flows(decided(), [award.conference for award in awards()], awards())
    assert [(one.area, one.steps) for one in made] == [("KS", 3), ("Annet", 1)]


def test_an_area_that_received_nothing_has_no_flow() -> None:
    assert flow(run(review()), "Finnes ikke") is None


def test_those_rejected_formally_leave_first_so_that_received_is_everyone_in_soknader() -> None:
    call = load_round_1(SCREENED, failing).review
    rows = (SCREENED / "soknader.csv").read_text(encoding="utf-8").splitlines()[1:]
    for made in flows(run(call)):
        areas = [row.split(";")[3] for row in rows]
        assert made.count("RECEIVED") == areas.count(made.area)
    names = ("RECEIVED", "FORMALLY_REJECTED", "ASSESSED", "SELECTED", "REJECTION_1", "WITHDRAWN")
    counts = {made.area: [made.count(name) for name in names] for made in flows(run(call))}
    assert counts == {"KS": [13, 5, 7, 7, 0, 1], "Annet": [1, 1, 0, 0, 0, 0]}
    assert [made.steps for made in flows(run(call))] == [2, 1]


def test_a_call_without_formal_criteria_does_not_know_of_any() -> None:
    assert not award_flow().knows("FORMALLY_REJECTED")
    assert award_flow().knows("REJECTION_3")


def test_a_step_that_nobody_came_to_is_known_all_the_same() -> None:
    annet = flows(run(load_round_1(SCREENED, failing).review))[1]
    assert annet.knows("SELECTED")
    assert not annet.knows("RANKING")
