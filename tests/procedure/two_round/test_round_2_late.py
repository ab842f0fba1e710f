"""Late withdrawals and conflicts (D24): nothing already decided moves."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.waiting import Awaited
from tests.procedure.build_conference import (
    ask,
    conference,
    entry,
    finished,
    note,
    numbers_in,
    settled,
)

NUMBERS = [f"{row:02}" for row in range(1, 17)]
# As long as nothing is withdrawn, rows 4 to 13 are ranked.
POOL = NUMBERS[3:13]
TABLES = conference(
    joint={number: 100 - row for row, number in enumerate(NUMBERS)},
    notes=[ask("03"), ask("08"), note("02", 99)],
    opinions={"03": "P2", "08": "P3"},
    decisions={"03": None, "08": None},
    ballots=dict.fromkeys(("P1", "P2", "P3"), NUMBERS),
    user_order=NUMBERS,
)
LATE = [step for step in Step if step >= Step.JOINT]


def ended(
    number: str = "",
    step: Step | None = None,
    conflicts: tuple[Conflict, ...] = (),
    tables: Conference = TABLES,
) -> AreaAward:
    """Return how sixteen for 100 each end in a frame of 800, one of them withdrawn from a step."""
    entries = [entry(one, withdrawn_from=step if one == number else None) for one in NUMBERS]
    return finished(settled(*entries, frames={"KS": 800}, conflicts=conflicts), tables)


def pool_of(found: AreaAward) -> list[str]:
    """Return the pool of 2.5."""
    assert found.conference.pool is not None
    return numbers_in(found.conference.pool.ranking)


def ranking_of(found: AreaAward) -> list[str]:
    """Return the ranking list of 2.6."""
    assert found.ranking is not None
    return [one.project_number for one in found.ranking.final]


def funded_of(found: AreaAward) -> list[str]:
    """Return what 2.7 sums up, from the top."""
    assert found.final is not None
    return [one.ranked.project_number for one in found.final.funded]


def awarded_of(found: AreaAward) -> list[str]:
    """Return award 1 and award 2, without what is withdrawn."""
    assert found.conference.pool is not None
    assert found.final is not None
    first = [
        one.project_number
        for one in found.conference.pool.award_1
        if not one.application.withdrawn_at(Step.FINAL_AWARD)
    ]
    return first + [one.ranked.project_number for one in found.final.funded if one.awarded]


def without(number: str, *, when: bool, numbers: list[str]) -> list[str]:
    """Return numbers, one of them left out when told to."""
    return [one for one in numbers if one != number or not when]


def test_d24_without_anything_late_the_first_eight_are_awarded() -> None:
    found = ended()
    assert pool_of(found) == ranking_of(found) == funded_of(found) == POOL
    assert awarded_of(found) == NUMBERS[:8]


@pytest.mark.parametrize("number", ["01", "03", "06", "08", "12", "15"])
@pytest.mark.parametrize("step", LATE)
def test_d24_a_withdrawn_application_is_there_before_its_step_and_gone_from_it(
    number: str, step: Step
) -> None:
    found = ended(number, step)
    before = found.conference
    after_joint = without(number, when=step <= Step.PLENARY_1, numbers=NUMBERS)
    assert numbers_in(before.after_joint) == after_joint
    asked = without(number, when=step <= Step.SECOND_OPINION, numbers=["03", "08"])
    assert sorted(one.application.project_number for one in before.requests) == asked
    supplements = [one.graded.project_number for one in before.supplements]
    assert supplements == without(number, when=step <= Step.SECOND_OPINION, numbers=NUMBERS)
    after_plenary = without(number, when=step <= Step.AROUND_THE_LINE, numbers=NUMBERS)
    assert numbers_in(before.after_plenary) == after_plenary
    if step > Step.AROUND_THE_LINE:
        assert pool_of(found) == POOL
    else:
        assert number not in pool_of(found)
    ranked = without(number, when=step <= Step.RANKING, numbers=pool_of(found))
    assert ranking_of(found) == ranked
    assert [one.project_number for one in found.conference.left_in_pool] == ranked
    assert all(list(duty.ranked) == ranked for duty in before.duties)
    assert list(before.user_duty) == ranked
    assert funded_of(found) == without(number, when=True, numbers=ranked)
    # Every frame has room for eight: one of the first eight that leaves makes room for the next.
    gone = without(number, when=True, numbers=NUMBERS)
    assert awarded_of(found) == gone[:8]


@pytest.mark.parametrize("step", LATE)
def test_d24_what_is_withdrawn_by_2_5_makes_the_pool_another(step: Step) -> None:
    # With row 1 gone from order O, the line lies one application further down the list.
    found = ended("01", step)
    moved = step <= Step.AROUND_THE_LINE
    assert pool_of(found) == (NUMBERS[4:14] if moved else POOL)


@pytest.mark.parametrize(("step", "points"), [(Step.RANKING, 9), (Step.FINAL_AWARD, 10)])
def test_d24_n_counts_those_left_from_2_6_and_the_ranking_stands_from_2_7(
    step: Step, points: int
) -> None:
    found = ended("06", step)
    assert found.ranking is not None
    last = found.ranking.computed[-1]
    assert last.mean_points == points
    assert (last.project_number, last.place, last.user_place) == ("13", points, points)


def test_d24_a_short_ballot_is_struck_from_too() -> None:
    short = [number for number in POOL if number not in {"05", "09"}]
    conflicts = tuple(Conflict(number, f"P2{letter}") for number in ("05", "09") for letter in "ab")
    ballots = conference(ballots={"P1": POOL, "P2": short, "P3": POOL}).ballots
    tables = replace(TABLES, ballots=ballots)
    found = ended("06", Step.RANKING, conflicts, tables)
    assert found.ranking is not None
    points = {one.project_number: one.points for one in found.ranking.computed}
    # Nine in the pool, seven on the ballot: its last place gives nine points.
    assert points["13"]["P2"] == 9
    assert points["07"] == {"P1": 3, "P2": Fraction(2 * 9, 7), "P3": 3}
    assert "05" in points
    assert "P2" not in points["05"]


@pytest.mark.parametrize("step", [Step.RANKING, Step.FINAL_AWARD])
def test_d24_a_withdrawn_award_1_gives_its_amount_back_to_its_frame(step: Step) -> None:
    found = ended("02", step)
    assert found.final is not None
    assert (found.final.spent_before, found.final.remaining) == (200, 600)
    assert awarded_of(found) == ["01", "03", *NUMBERS[3:9]]
    assert pool_of(found) == POOL


@pytest.mark.parametrize("step", [Step.RANKING, Step.FINAL_AWARD])
def test_d24_a_withdrawn_rejection_2_stays_where_it_was(step: Step) -> None:
    found = ended("15", step)
    assert found.conference.pool is not None
    assert numbers_in(found.conference.pool.rejection_2) == ["14", "15", "16"]


def test_d24_a_ruling_on_one_withdrawn_from_2_6_is_void_and_from_2_7_it_has_been_made() -> None:
    rulings = conference(rulings=[("13", 1), ("04", 3)]).rulings
    tables = replace(TABLES, rulings=rulings)
    assert ranking_of(ended("13", Step.RANKING, tables=tables))[:3] == ["05", "06", "04"]
    late = ended("13", Step.FINAL_AWARD, tables=tables)
    assert ranking_of(late)[:3] == ["13", "05", "04"]
    assert funded_of(late)[:2] == ["05", "04"]


@pytest.mark.parametrize(("step", "tied"), [(None, True), (Step.FINAL_AWARD, False)])
def test_d20_a_tie_with_one_that_is_withdrawn_from_2_7_needs_no_ruling(
    step: Step | None, *, tied: bool
) -> None:
    conflicts = tuple(Conflict(number, f"u{nth}") for number in ("04", "05") for nth in (1, 2))
    other = ["05", "04", *POOL[2:]]
    ballots = conference(ballots={"P1": POOL, "P2": other}).ballots
    tables = replace(TABLES, ballots=ballots)
    found = ended("05", step, conflicts, tables)
    assert found.open_ties == ((("04", "05"),) if tied else ())
    assert found.ranking is not None
    assert len(found.ranking.open_ties) == 1


def test_d24_an_area_whose_every_application_is_withdrawn_waits_for_nothing_more() -> None:
    entries = [entry("A", withdrawn_from=Step.PLENARY_1), entry("B", withdrawn_from=Step.JOINT)]
    found = finished(settled(*entries), Conference())
    assert found.awaited is None
    assert found.final is not None
    assert found.final.left_over == 1000


@pytest.mark.parametrize("step", LATE)
def test_d24_a_second_opinion_on_one_withdrawn_by_2_4_is_not_waited_for(step: Step) -> None:
    entries = [entry("A", withdrawn_from=step), entry("B"), entry("C")]
    tables = conference(joint={"A": 5, "B": 4, "C": 3}, notes=[ask("A")])
    waits = finished(settled(*entries, frames={"KS": 100}), tables).awaited
    assert waits is not None
    assert waits.table == ("rangering" if step <= Step.PLENARY_2 else "tilleggsvurdering")


@pytest.mark.parametrize("step", LATE)
def test_d24_a_step_that_only_a_withdrawn_one_has_a_row_of_has_been_taken(step: Step) -> None:
    entries = [entry("A", withdrawn_from=step), entry("B"), entry("C")]
    tables = conference(
        joint={"A": 5, "B": 4, "C": 3},
        notes=[note("A"), ask("B")],
        opinions={"B": "P2"},
        decisions={"B": None},
    )
    found = finished(settled(*entries, frames={"KS": 100}), tables)
    assert found.awaited == Awaited(Step.RANKING, "rangering")


@pytest.mark.parametrize("step", LATE)
def test_d24_a_late_conflict_takes_effect_on_the_ballots_up_to_2_6(step: Step) -> None:
    conflicts = (
        Conflict("06", "P1a", from_step=step),
        Conflict("07", "P1a", from_step=step),
        Conflict("07", "P1b", from_step=step),
        Conflict("08", "u1", from_step=step),
        Conflict("08", "u2", from_step=step),
    )
    found = ended(conflicts=conflicts)
    (duty,) = (one for one in found.conference.duties if one.pair == "P1")
    assert pool_of(found) == POOL
    if step > Step.RANKING:
        assert list(duty.ranked) == list(duty.together) == list(found.conference.user_duty) == POOL
        assert ranking_of(found) == POOL
        return
    assert list(duty.ranked) == without("07", when=True, numbers=POOL)
    assert (duty.alone, duty.left_out) == ({"06": "P1a"}, ("07",))
    assert list(found.conference.user_duty) == without("08", when=True, numbers=POOL)
    assert found.ranking is not None
    (one,) = (one for one in found.ranking.computed if one.project_number == "07")
    assert one.points.keys() == {"P2", "P3"}
