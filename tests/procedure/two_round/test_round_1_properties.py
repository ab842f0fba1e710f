"""Round 1 as a whole: what holds for any delivery, and what must not count."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.applications import Conflict, Review
from reviewpkg.domain.call import Scale
from reviewpkg.domain.people import Committee
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import MoveAdjustment
from reviewpkg.procedure.two_round.round_1 import Decision, run
from tests.procedure.build import (
    ANNET,
    KS,
    THOROUGH,
    fates,
    graded,
    numbers,
    review,
    with_numbers,
)


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """Draw a review of two areas and two pairs, with withdrawals, conflicts and moves."""
    rows = draw(
        st.lists(
            st.tuples(
                st.integers(1, 7),
                st.integers(1, 7),
                st.sampled_from(["KS", "Annet"]),
                st.sampled_from(["P1", "P2"]),
                st.sampled_from([None, None, None, *Step]),
            ),
            max_size=14,
        )
    )
    items = [
        graded(f"{place:02}", first, second, area=area, pair=pair, withdrawn_from=step)
        for place, (first, second, area, pair, step) in enumerate(rows)
    ]
    some = st.sampled_from([one.project_number for one in items] or ["none"])
    conflicts = draw(
        st.lists(st.builds(Conflict, some, st.sampled_from(["u1", "u2", "u3"])), max_size=5)
    )
    moves = draw(st.lists(st.builds(MoveAdjustment, some, st.booleans(), st.just("")), max_size=3))
    own = [
        numbers(
            top=top,
            top_cap=top + draw(st.integers(0, 2)),
            contested=draw(st.integers(0, 6)),
            high_grade=Fraction(7),
            minimum=draw(st.integers(0, 8)),
            user_review=draw(st.integers(0, 8)),
        )
        for top in draw(st.tuples(st.integers(0, 4), st.integers(0, 4)))
    ]
    return review(
        *items,
        areas=(with_numbers(KS, own[0]), with_numbers(ANNET, own[1])),
        conflicts=tuple(conflicts),
        moves=tuple(moves),
        users=("u1", "u2", "u3"),
    )


@THOROUGH
@given(reviews(), st.randoms(use_true_random=False))
def test_1_1_to_1_4_the_order_of_what_is_delivered_changes_nothing(
    delivered: Review, chance: Random
) -> None:
    committee = Committee(
        tuple(chance.sample(delivered.committee.reviewers, len(delivered.committee.reviewers))),
        delivered.committee.user_representatives[::-1],
    )
    shuffled = replace(
        delivered,
        committee=committee,
        applications=tuple(chance.sample(delivered.applications, len(delivered.applications))),
        conflicts=tuple(chance.sample(delivered.conflicts, len(delivered.conflicts))),
        grades=tuple(chance.sample(delivered.grades, len(delivered.grades))),
    )
    one, other = run(delivered), run(shuffled)
    assert one.outcomes == other.outcomes
    assert one.selections == other.selections
    assert one.user_review == other.user_review


@THOROUGH
@given(reviews(), st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_1_1_to_1_4_grades_on_a_scale_of_any_other_size_decide_the_same(
    delivered: Review, factor: Fraction
) -> None:
    def scaled(scale: Scale) -> Scale:
        return Scale(scale.min * factor, scale.max * factor, scale.step * factor)

    call = delivered.call
    grading = replace(
        call.grading, total=scaled(call.grading.total), joint=scaled(call.grading.joint)
    )
    areas = tuple(
        with_numbers(area, replace(area.numbers, high_grade=area.numbers.high_grade * factor))
        for area in call.areas
    )
    other = replace(
        delivered,
        call=replace(call, grading=grading, areas=areas),
        grades=tuple(replace(grade, total=grade.total * factor) for grade in delivered.grades),
    )
    assert fates(run(other)) == fates(run(delivered))
    assert run(other).user_review.assigned == run(delivered).user_review.assigned


@THOROUGH
@given(reviews())
def test_1_2_to_1_4_every_application_is_decided_once_by_a_clause_that_fits(
    delivered: Review,
) -> None:
    decided = run(delivered)
    every = sorted(one.project_number for one in delivered.applications)
    assert sorted(one.application.project_number for one in decided.outcomes) == every
    clauses = {
        Decision.SELECTED: {*(f"1.2.{sub_step}" for sub_step in range(1, 10))},
        Decision.REJECTION_1: {"1.3", "1.2.9"},
        Decision.WITHDRAWN: {""},
    }
    for one in decided.outcomes:
        assert one.rule in clauses[one.decision]
        assert (one.graded is None) == (one.decision is Decision.WITHDRAWN)
        assert one.decision is Decision.SELECTED or not one.user_review
    for_users = {one.application.project_number for one in decided.outcomes if one.user_review}
    assert for_users == decided.user_review.assigned.keys()
