"""Round 2: what an area has before its pool is found, and what names it afterwards."""

from __future__ import annotations

from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_2 import area_frames
from tests.procedure.build_conference import ask, conference, entry, held, note, settled

ENTRIES = [entry(f"{row:02}", area="Annet") for row in range(1, 15)]
JOINT = {one.project_number: 100 - row for row, one in enumerate(ENTRIES)}


def test_2_1_an_area_that_waits_for_its_joint_grades_has_nothing_of_what_comes_after() -> None:
    # The minutes of plenary 1 came in too early: nothing is asked of a pair on their account.
    tables = conference(notes=[ask("01")])
    waiting = held(settled(*ENTRIES, frames={"Annet": 700}), tables, "Annet")
    assert list(waiting.members) == ENTRIES
    assert waiting.reached(Step.JOINT)
    assert not waiting.reached(Step.PLENARY_1)
    assert (waiting.after_joint, waiting.after_plenary) == ((), ())
    assert (waiting.requests, waiting.supplements) == ((), ())
    assert (waiting.pool, waiting.left_in_pool) == (None, ())
    assert (waiting.duties, waiting.user_duty) == ((), ())


def test_d12_an_area_may_be_given_a_frame_of_nothing() -> None:
    decided = settled(*ENTRIES, frames={"KS": 0, "Annet": 1})
    assert area_frames(decided.review.call) == (0, 1)


def test_2_5_and_2_6_the_pool_and_every_ballot_are_the_areas_own() -> None:
    tables = conference(joint=JOINT, notes=[note("01")])
    found = held(settled(*ENTRIES, frames={"Annet": 700}), tables, "Annet")
    assert found.pool is not None
    assert (found.pool.area, found.pool.frame) == ("Annet", 700)
    assert [(one.area, one.pair) for one in found.duties] == [
        ("Annet", "P1"),
        ("Annet", "P2"),
        ("Annet", "P3"),
    ]
