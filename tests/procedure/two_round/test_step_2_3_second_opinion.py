"""Steps 2.2 and 2.3: who may give a second opinion, who does (D10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import confer
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_2_3_second_opinion import Chosen, Request, may_give
from tests.procedure.build import THOROUGH
from tests.procedure.build_conference import application, ask, conference, entry, note, settled

PAIRS = {
    "P1": frozenset({"P1a", "P1b"}),
    "P2": frozenset({"P2a", "P2b"}),
    "P3": frozenset({"P3a", "P3b"}),
}
RETURNED, NAMED, PROPOSED, NOBODY = Chosen


@pytest.mark.parametrize(
    ("conflicted", "acting", "eligible"),
    [
        ((), ("P1a", "P1b"), ("P2", "P3")),
        (("P1a",), ("P1b", "P2a"), ("P3",)),
        (("P1a", "P1b"), ("P3b", "P2a"), ()),
        (("P1a", "P1b"), ("P2a", "P2b"), ("P3",)),
        (("P2b",), ("P1a", "P1b"), ("P3",)),
        (("P2b", "P3a"), ("P1a", "P1b"), ()),
        (("u1",), ("P1a", "P1b"), ("P2", "P3")),
        ((), (), ("P2", "P3")),
    ],
)
def test_2_2_no_owner_nobody_who_graded_it_and_no_one_conflicted_gives_a_second_opinion(
    conflicted: tuple[str, ...], acting: tuple[str, ...], eligible: tuple[str, ...]
) -> None:
    assert may_give(application("A"), PAIRS, frozenset(conflicted), acting) == eligible


def requests(decided: Round1, tables: Conference) -> dict[str, Request]:
    """Return every request for a second opinion, over all areas."""
    found = [request for area in confer(decided, tables) for request in area.requests]
    assert len({one.application.project_number for one in found}) == len(found)
    return {one.application.project_number: one for one in found}


def chosen(decided: Round1, tables: Conference) -> dict[str, tuple[str, Chosen]]:
    """Return each request's pair, and why it lies there."""
    return {number: (one.pair, one.chosen) for number, one in requests(decided, tables).items()}


def joint_of(entries: Sequence[Graded]) -> dict[str, int]:
    """Return a joint grade for each of the entries."""
    return {one.project_number: 4 for one in entries}


def test_d10_only_what_plenary_1_asked_for_goes_out() -> None:
    entries = [entry("A"), entry("B"), entry("C")]
    tables = conference(joint=joint_of(entries), notes=[ask("B"), note("C", 5)])
    assert requests(settled(*entries), tables).keys() == {"B"}


def test_d10_what_has_come_back_stays_then_the_named_pair_holds_then_the_program_proposes() -> None:
    entries = [entry("A"), entry("B"), entry("C"), entry("D", pair="P2")]
    tables = conference(
        joint=joint_of(entries),
        notes=[ask("A", "P2"), ask("B", "P2"), ask("C"), ask("D")],
        opinions={"A": "P3"},
    )
    assert chosen(settled(*entries), tables) == {
        "A": ("P3", RETURNED),
        "B": ("P2", NAMED),
        "C": ("P2", PROPOSED),
        "D": ("P1", PROPOSED),
    }


def test_d10_the_fixed_ones_count_in_the_load() -> None:
    entries = [entry(number) for number in "ABCDE"]
    notes = [ask("A", "P2"), ask("B", "P2"), ask("C"), ask("D"), ask("E", "P2")]
    tables = conference(joint=joint_of(entries), notes=notes)
    pairs = {number: pair for number, (pair, _) in chosen(settled(*entries), tables).items()}
    assert pairs == {"A": "P2", "B": "P2", "C": "P3", "D": "P3", "E": "P2"}


def test_d10_nobody_is_left_where_conflicts_and_grades_take_every_pair() -> None:
    entries = [entry("A"), entry("B")]
    conflicts = [Conflict("A", "P2a"), Conflict("A", "P3b", from_step=Step.SECOND_OPINION)]
    tables = conference(joint=joint_of(entries), notes=[ask("A"), ask("B")])
    found = chosen(settled(*entries, conflicts=conflicts), tables)
    assert found["A"] == ("", NOBODY)
    assert found["B"][1] is PROPOSED


@pytest.mark.parametrize("step", list(Step))
def test_d24_a_conflict_keeps_a_pair_from_a_second_opinion_up_to_2_3(step: Step) -> None:
    tables = conference(joint={"A": 4}, notes=[ask("A")])
    conflicts = [Conflict("A", "P2b", from_step=step)]
    (pair, _) = chosen(settled(entry("A"), conflicts=conflicts), tables)["A"]
    assert pair == ("P3" if step <= Step.SECOND_OPINION else "P2")


def test_2_2_a_substitute_who_graded_it_keeps_their_pair_from_the_second_opinion() -> None:
    one = entry("A", members=("P2b", "P1b"))
    tables = conference(joint={"A": 4}, notes=[ask("A")])
    decided = settled(one, conflicts=[Conflict("A", "P1a", "P2b")])
    assert chosen(decided, tables) == {"A": ("P3", PROPOSED)}


def test_d24_a_second_opinion_that_has_come_back_stays_in_spite_of_a_later_conflict() -> None:
    conflicts = [Conflict("A", "P2a", from_step=Step.SECOND_OPINION)]
    tables = conference(joint={"A": 4}, notes=[ask("A")], opinions={"A": "P2"})
    assert chosen(settled(entry("A"), conflicts=conflicts), tables) == {"A": ("P2", RETURNED)}


@pytest.mark.parametrize("step", list(Step)[4:])
def test_d24_what_is_withdrawn_by_2_3_is_asked_of_nobody_and_counts_in_no_load(step: Step) -> None:
    entries = [entry("A", withdrawn_from=step), entry("B")]
    tables = conference(joint=joint_of(entries), notes=[ask("A", "P2"), ask("B")])
    found = chosen(settled(*entries), tables)
    if step <= Step.SECOND_OPINION:
        assert found == {"B": ("P2", PROPOSED)}
    else:
        assert found == {"A": ("P2", NAMED), "B": ("P3", PROPOSED)}


Case = tuple[list[Graded], list[Conflict], Conference]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw up to seven requests in two areas, some named or returned, and conflicts."""
    pair, person = st.sampled_from(["P1", "P2", "P3", "P4"]), st.sampled_from("ab")
    rows = draw(st.lists(st.tuples(st.sampled_from(["KS", "Annet"]), pair), max_size=7))
    entries = [entry(f"{place}", area=area, pair=owner) for place, (area, owner) in enumerate(rows)]
    conflicts = [
        Conflict(one.project_number, f"{draw(pair)}{draw(person)}", from_step=step)
        for one in entries
        for step in draw(st.lists(st.sampled_from([Step.JOINT, Step.PLENARY_2]), max_size=2))
    ]
    notes, opinions = [], {}
    for one in entries:
        fixed = draw(st.sampled_from(["", "", "", "named", "returned"]))
        notes.append(ask(one.project_number, draw(pair) if fixed == "named" else ""))
        if fixed == "returned":
            opinions[one.project_number] = draw(pair)
    return entries, conflicts, conference(joint=joint_of(entries), notes=notes, opinions=opinions)


def round_1_of(case: Case) -> Round1:
    """Return the round 1 of a case, with four pairs."""
    entries, conflicts, _ = case
    return settled(
        *entries,
        frames={"KS": 1000, "Annet": 1000},
        conflicts=conflicts,
        pairs=("P1", "P2", "P3", "P4"),
    )


def choices(case: Case) -> Mapping[str, Sequence[str]]:
    """Say, straight from 2.2, which pairs each second opinion can lie with."""
    entries, conflicts, tables = case
    returned = {one.project_number: one.pair for one in tables.second_opinions}
    named = {one.project_number: one.named_pair for one in tables.plenary_notes}
    found = {}
    for one in entries:
        number = one.project_number
        out = {one.application.pair}
        out |= {
            conflict.member[:2]
            for conflict in conflicts
            if conflict.project_number == number and conflict.from_step <= Step.SECOND_OPINION
        }
        eligible = [pair for pair in ("P1", "P2", "P3", "P4") if pair not in out]
        fixed = returned.get(number) or named[number]
        found[number] = [fixed] if fixed else eligible or [""]
    return found


def evenness(pairs: Sequence[str]) -> tuple[int, int]:
    """Return what D10 makes small: the greatest number, then the sum of squares."""
    loads = Counter(pair for pair in pairs if pair).values()
    return max(loads, default=0), sum(load * load for load in loads)


@THOROUGH
@given(cases())
def test_d10_over_both_areas_no_other_assignment_is_more_even(case: Case) -> None:
    found = requests(round_1_of(case), case[2])
    options = choices(case)
    assert found.keys() == options.keys()
    assert all(one.pair in options[number] for number, one in found.items())
    best = min(evenness(pairs) for pairs in product(*options.values()))
    assert evenness([one.pair for one in found.values()]) == best


@THOROUGH
@given(cases(), st.randoms(use_true_random=False))
def test_d10_the_order_of_what_is_delivered_changes_nothing(case: Case, chance: Random) -> None:
    entries, conflicts, tables = case
    shuffled = Conference(
        joint_grades=tables.joint_grades[::-1],
        plenary_notes=tuple(chance.sample(tables.plenary_notes, len(tables.plenary_notes))),
        second_opinions=tables.second_opinions[::-1],
    )
    other = (chance.sample(entries, len(entries)), conflicts[::-1], shuffled)
    assert chosen(round_1_of(other), shuffled) == chosen(round_1_of(case), tables)
