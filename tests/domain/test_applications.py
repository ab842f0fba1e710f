"""Who grades what (1.1), and from which step withdrawals and conflicts count (D24)."""

from __future__ import annotations

import pytest

from reviewpkg.domain.applications import Conflict, acting_reviewers, conflicted_members
from reviewpkg.domain.steps import Step
from tests.procedure.build import graded, review


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("now", Step)
def test_d24_an_application_is_withdrawn_from_its_step_on(step: Step, now: Step) -> None:
    application = graded("A", 5, 5, withdrawn_from=step).application
    assert application.withdrawn_at(now) == (now >= step)


@pytest.mark.parametrize("now", Step)
def test_d24_an_application_that_stays_is_withdrawn_at_no_step(now: Step) -> None:
    assert not graded("A", 5, 5).application.withdrawn_at(now)


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("now", Step)
def test_d24_a_conflict_counts_from_its_step_on(step: Step, now: Step) -> None:
    conflicts = [Conflict("A", "m1", from_step=step)]
    expected = {"A": frozenset({"m1"})} if now >= step else {}
    assert conflicted_members(conflicts, now) == expected


def test_d24_a_conflict_without_a_step_counts_from_the_first_on() -> None:
    conflicts = [Conflict("A", "m1"), Conflict("A", "m2"), Conflict("B", "m1")]
    assert conflicted_members(conflicts, Step.GRADING) == {
        "A": frozenset({"m1", "m2"}),
        "B": frozenset({"m1"}),
    }


@pytest.mark.parametrize(
    ("conflicts", "acting"),
    [
        ((), ("P1a", "P1b")),
        ((Conflict("A", "P1a", "P2b"),), ("P2b", "P1b")),
        ((Conflict("A", "P1b", "P2b"),), ("P1a", "P2b")),
        ((Conflict("A", "P1b", "P2b"), Conflict("A", "P1a", "P2a")), ("P2a", "P2b")),
        ((Conflict("A", "P1a"),), ("P1b",)),
        ((Conflict("A", "P2a"), Conflict("A", "u1")), ("P1a", "P1b")),
        ((Conflict("B", "P1a", "P1b"),), ("P1a", "P1b")),
        ((Conflict("A", "P1a", "P2b", Step.SELECTION),), ("P1a", "P1b")),
    ],
)
def test_1_1_a_substitute_grades_in_the_place_of_a_conflicted_member(
    conflicts: tuple[Conflict, ...], acting: tuple[str, ...]
) -> None:
    whole = review(graded("A", 5, 5), graded("B", 5, 5, pair="P2"), conflicts=conflicts)
    assert acting_reviewers(whole)["A"] == acting
