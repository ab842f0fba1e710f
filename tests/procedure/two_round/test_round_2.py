"""Round 2 as a whole: from the joint grades to the award, each area at its own pace."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import reduce

import pytest

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import PoolRange
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import area_frames, confer
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis, Refusal
from reviewpkg.procedure.two_round.waiting import Awaited
from tests.procedure.build import ANNET, KS
from tests.procedure.build_conference import (
    ask,
    conference,
    entry,
    finished,
    held,
    note,
    numbers_in,
    settled,
)

KS_NUMBERS = [f"A{row:02}" for row in range(1, 15)]
ANNET_NUMBERS = [f"B{row:02}" for row in range(1, 15)]
ENTRIES = [
    entry(number, area=area)
    for area, numbers in (("KS", KS_NUMBERS), ("Annet", ANNET_NUMBERS))
    for number in numbers
]
# Rows 3 to 12 are ranked, two awards lie above and two rejections below.
POOL = KS_NUMBERS[2:12]
FRAMES = {"KS": 700, "Annet": 700}
JOINT = {number: 100 - row for row, number in enumerate(KS_NUMBERS)}
OTHERS_JOINT = {number: 100 - row for row, number in enumerate(ANNET_NUMBERS)}
BALLOTS = dict.fromkeys(("P1", "P2", "P3"), POOL[::-1])


def both() -> Round1:
    """Return two areas of fourteen applications for 100 each, frames of 700."""
    return settled(*ENTRIES, frames=FRAMES)


def test_2_1_to_2_7_from_joint_grades_to_award() -> None:
    tables = conference(joint=JOINT, notes=[note("A01")], ballots=BALLOTS, user_order=POOL)
    ended = finished(both(), tables)
    pool = ended.conference.pool
    assert pool is not None
    assert numbers_in(pool.award_1) == ["A01", "A02"]
    assert numbers_in(pool.ranking) == POOL
    assert numbers_in(pool.rejection_2) == ["A13", "A14"]
    assert ended.ranking is not None
    assert [one.project_number for one in ended.ranking.final] == POOL[::-1]
    assert ended.final is not None
    assert (ended.final.spent_before, ended.final.remaining) == (200, 500)
    awarded = [one.ranked.project_number for one in ended.final.funded if one.awarded]
    assert awarded == POOL[:4:-1]
    assert (ended.final.left_over, ended.awaited, ended.open_ties) == (0, None, ())


def test_d12_frames_come_from_the_shares_of_the_budget_or_as_stated() -> None:
    call = both().review.call
    assert area_frames(call) == (700, 700)
    shared = replace(call, budget=100, areas=(KS, ANNET))
    assert area_frames(shared) == (67, 33)
    turned = replace(call, budget=100, areas=(ANNET, KS))
    assert area_frames(turned) == (33, 67)


# What an area waits for, and what has then come in beside what came in before.
STAGES = (
    (Awaited(Step.PLENARY_1, "samlet"), conference()),
    (Awaited(Step.SECOND_OPINION, "plenum1"), conference(joint=JOINT)),
    (
        Awaited(Step.PLENARY_2, "tilleggsvurdering"),
        conference(notes=[ask("A01"), note("A02", 3)]),
    ),
    (Awaited(Step.AROUND_THE_LINE, "plenum2"), conference(opinions={"A01": "P2"})),
    (Awaited(Step.RANKING, "rangering"), conference(decisions={"A01": None})),
    (Awaited(Step.RANKING, "brukerrangering"), conference(ballots=BALLOTS)),
    (None, conference(user_order=POOL)),
)


def tables_up_to(stage: int) -> Conference:
    """Return everything that has come in about KS at a stage."""
    return reduce(together, (tables for _, tables in STAGES[: stage + 1]))


def together(one: Conference, other: Conference) -> Conference:
    """Return two conferences in one set of tables."""
    return Conference(
        *(getattr(one, name) + getattr(other, name) for name in Conference.__dataclass_fields__)
    )


def of_annet(one: Conference) -> Conference:
    """Return the same conference about the other area, where A01 is B01."""
    return Conference(
        *(
            tuple(
                replace(row, project_number=row.project_number.replace("A", "B"))
                for row in getattr(one, name)
            )
            for name in Conference.__dataclass_fields__
        )
    )


@pytest.mark.parametrize("of_ks", range(len(STAGES)))
@pytest.mark.parametrize("of_other", range(len(STAGES)))
def test_2_1_to_2_7_each_area_waits_for_its_own_tables_alone(of_ks: int, of_other: int) -> None:
    tables = together(tables_up_to(of_ks), of_annet(tables_up_to(of_other)))
    for area, stage in (("KS", of_ks), ("Annet", of_other)):
        found = finished(both(), tables, area)
        conferred = found.conference
        assert found.awaited == STAGES[stage][0]
        assert conferred.awaited == (STAGES[stage][0] if stage < 4 else None)
        assert bool(conferred.after_joint) == (stage >= 1)
        assert bool(conferred.requests) == (stage >= 2)
        assert bool(conferred.after_plenary) == (conferred.pool is not None) == (stage >= 4)
        assert bool(conferred.duties) == bool(conferred.user_duty) == (stage >= 4)
        assert (found.ranking is not None) == (found.final is not None) == (stage == 6)
        waits = conferred.awaited.step if conferred.awaited else "3"
        assert [one for one in Step if conferred.reached(one)] == [
            one for one in Step if one < waits
        ]


def test_2_1_to_2_7_what_the_other_area_does_changes_nothing_here() -> None:
    alone = finished(both(), tables_up_to(6))
    for stage in range(7):
        found = finished(both(), together(tables_up_to(6), of_annet(tables_up_to(stage))))
        assert (found.ranking, found.final) == (alone.ranking, alone.final)
        assert found.conference.pool == alone.conference.pool


def test_2_4_without_a_request_an_area_waits_for_no_second_opinion() -> None:
    tables = conference(joint=JOINT, notes=[note("A02", 3)])
    assert finished(both(), tables).awaited == Awaited(Step.RANKING, "rangering")


def test_2_4_a_request_that_nobody_can_meet_is_not_waited_for() -> None:
    decided = settled(
        *ENTRIES, frames=FRAMES, conflicts=[Conflict("A01", "P2a"), Conflict("A01", "P3b")]
    )
    tables = conference(joint=JOINT, notes=[ask("A01")])
    found = finished(decided, tables)
    assert [one.pair for one in found.conference.requests] == [""]
    assert found.awaited == Awaited(Step.RANKING, "rangering")


def test_2_6_an_area_waits_for_no_ballot_that_nobody_is_to_fill_in() -> None:
    entries = [entry("A"), entry("B")]
    everyone = [
        Conflict(number, f"P1{letter}", from_step=Step.JOINT) for number in "AB" for letter in "ab"
    ]
    decided = settled(*entries, frames={"KS": 100}, conflicts=everyone, pairs=("P1",), users=())
    found = finished(decided, conference(joint={"A": 5, "B": 4}, notes=[note("A")]))
    assert found.awaited is None
    assert found.open_ties == (("A", "B"),)


def test_2_5_an_area_without_members_has_nothing_to_wait_for() -> None:
    decided = settled(*ENTRIES[:14], frames=FRAMES)
    found = finished(decided, conference(), "Annet")
    assert found.awaited is None
    assert found.conference.pool is not None
    assert found.conference.pool.basis is Basis.NOT_NEEDED
    assert found.final is not None
    assert (found.final.funded, found.final.left_over) == ((), 700)
    assert held(decided, conference()).awaited == Awaited(Step.PLENARY_1, "samlet")


def test_d17_an_area_where_everything_fits_is_finished_without_ballots() -> None:
    decided = settled(*ENTRIES[:6], frames={"KS": 600})
    found = finished(decided, conference(joint=JOINT, notes=[note("A01")]))
    assert found.awaited is None
    assert found.final is not None
    assert (found.final.spent_before, found.final.left_over) == (600, 0)


def test_d16_an_area_whose_pool_is_refused_is_neither_ranked_nor_awarded() -> None:
    decided = settled(*ENTRIES[:14], frames={"KS": 700}, pools={"KS": PoolRange(3, 14)})
    found = finished(decided, conference(joint=JOINT, notes=[note("A01")]))
    assert found.conference.pool is not None
    assert found.conference.pool.refusals == ()
    decided = settled(*ENTRIES[:14], frames={"KS": 700}, pools={"KS": PoolRange(1, 14)})
    found = finished(decided, conference(joint=JOINT, notes=[note("A01")], ballots=BALLOTS))
    assert found.conference.pool is not None
    assert found.conference.pool.refusals == (Refusal.UNUSUAL_SIZE,)
    assert (found.ranking, found.final) == (None, None)


def test_2_5_only_the_areas_own_pool_is_set() -> None:
    decided = settled(*ENTRIES, frames=FRAMES, pools={"Annet": PoolRange(4, 12)})
    tables = conference(joint=JOINT | OTHERS_JOINT, notes=[note("A01"), note("B01")])
    sizes = [len(one.pool.ranking) for one in confer(decided, tables) if one.pool]
    assert sizes == [10, 9]


def test_2_6_conflicts_shorten_one_pairs_ballot() -> None:
    """Ten in the pool, both conflicted on two: place 8 gives 10 points, place 1 gives 1.25."""
    conflicts = [Conflict(number, f"P2{letter}") for number in ("A05", "A12") for letter in "ab"]
    decided = settled(*ENTRIES[:14], frames={"KS": 700}, conflicts=conflicts)
    short = [number for number in POOL if number not in {"A05", "A12"}]
    tables = conference(
        joint=JOINT,
        notes=[note("A01")],
        ballots={"P1": POOL, "P2": short, "P3": POOL},
        user_order=POOL,
    )
    ended = finished(decided, tables)
    (duty,) = (one for one in ended.conference.duties if one.pair == "P2")
    assert (list(duty.ranked), duty.left_out) == (short, ("A05", "A12"))
    assert ended.ranking is not None
    points = {one.project_number: one.points for one in ended.ranking.computed}
    assert points["A03"]["P2"] == Fraction(5, 4)
    assert points["A11"]["P2"] == 10
    assert points["A05"].keys() == points["A12"].keys() == {"P1", "P3"}


def test_d20_a_tie_is_open_until_the_chair_rules_and_rulings_of_the_area_count() -> None:
    users = [Conflict(number, f"u{nth}") for number in ("A03", "A04") for nth in (1, 2)]
    decided = settled(*ENTRIES[:14], frames={"KS": 700}, conflicts=users)
    swapped = [POOL[1], POOL[0], *POOL[2:]]
    tables = conference(
        joint=JOINT,
        notes=[note("A01")],
        ballots={"P1": POOL, "P2": swapped},
        user_order=POOL[2:],
    )
    assert finished(decided, tables).open_ties == (("A03", "A04"),)
    ruled = replace(tables, rulings=conference(rulings=[("A04", 1)]).rulings)
    ended = finished(decided, ruled)
    assert ended.open_ties == ()
    assert ended.ranking is not None
    assert [one.project_number for one in ended.ranking.final[:2]] == ["A04", "A03"]
