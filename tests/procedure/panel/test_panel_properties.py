"""K2–K4 for any delivery: what always holds, and what must not count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.step_k4_recommendation import Outcome, Recommendation, Recommended
from tests.procedure.build import THOROUGH
from tests.procedure.panel import build_panel as build
from tests.procedure.panel.panel_by_the_book import Fate, PanelBook

TENTH = Fraction(1, 10)


@dataclass(frozen=True)
class Drawn:
    """Be a drawn review, with the rulings that would settle its tie one way."""

    review: PanelReview
    settled: PanelReview


@st.composite
def reviews(draw: st.DrawFn) -> Drawn:
    """Draw a review with few grades and amounts, so that equals are common."""
    size = draw(st.integers(0, 7))
    numbers = [f"K/{at}" for at in draw(st.permutations(range(size)))]
    grade = st.integers(3, 5)
    away = st.sampled_from([None, None, None, None, *PanelStep])
    theme = st.sampled_from(["", "", "Protonterapi", "annet"])
    applications = [
        build.application(number, draw(st.integers(1, 4)), draw(theme), draw(away))
        for number in numbers
    ]
    pairs = st.lists(st.tuples(grade, grade), min_size=1, max_size=3)
    grades = [one for number in numbers for one in build.given(number, draw(pairs))]
    agreed = [
        build.joint(number, draw(st.integers(30, 45)) * TENTH)
        for number in numbers
        if draw(st.integers(0, 3)) == 0
    ]
    call = replace(build.CALL, budget=draw(st.integers(1, 14)))
    drawn = build.review(applications, grades, call=call, joint_grades=agreed)
    tie = build.recommended(drawn).tie
    members = list(tie.members) if tie else []
    order: list[Recommended] = draw(st.permutations(members))
    rulings = [
        build.ruling(one.project_number, one.first + at) for at, one in enumerate(order[1:], 1)
    ]
    return Drawn(drawn, replace(drawn, rulings=tuple(rulings)))


def shuffled(review: PanelReview, seed: int) -> PanelReview:
    """Return the same review with the rows of its tables in another order."""
    shuffle = Random(seed)  # noqa: S311 - a shuffle that can be repeated
    return replace(
        review,
        applications=tuple(shuffle.sample(review.applications, len(review.applications))),
        grades=tuple(shuffle.sample(review.grades, len(review.grades))),
        joint_grades=tuple(shuffle.sample(review.joint_grades, len(review.joint_grades))),
    )


def renumbered(review: PanelReview, other: Callable[[str], str]) -> PanelReview:
    """Return the same review with other project numbers."""
    return replace(
        review,
        applications=tuple(
            replace(
                one,
                project_number=other(one.project_number),
                submission=replace(one.submission, project_number=other(one.project_number)),
            )
            for one in review.applications
        ),
        grades=tuple(
            replace(one, project_number=other(one.project_number)) for one in review.grades
        ),
        joint_grades=tuple(
            replace(one, project_number=other(one.project_number)) for one in review.joint_grades
        ),
    )


def fates(review: PanelReview) -> dict[str, Fate]:
    found = build.recommended(review)
    listed = {one.project_number: Fate("withdrawn") for one in review.applications}
    listed |= {one.project_number: Fate("not-support-worthy") for one in found.below}
    listed |= {
        one.project_number: Fate(one.outcome.value, one.final_place, one.running_sum)
        for one in found.ranked
    }
    return listed


def tied_in(found: Recommendation) -> set[str]:
    return {one.project_number for one in found.tie.members} if found.tie else set()


@THOROUGH
@given(reviews())
def test_k4_any_delivery_goes_by_the_book(drawn: Drawn) -> None:
    for review in (drawn.review, drawn.settled):
        found, book = build.recommended(review), PanelBook(review)
        assert fates(review) == book.fates()
        assert tied_in(found) == book.tied_at_the_line()


@THOROUGH
@given(reviews())
def test_k4_what_the_theme_changed_goes_by_the_book(drawn: Drawn) -> None:
    for review in (drawn.review, drawn.settled):
        theme = build.recommended(review).theme
        assert theme is not None
        groups = (theme.came_in, theme.fell_out, theme.undecided)
        told = tuple({one.project_number for one in group} for group in groups)
        assert told == PanelBook(review).theme_effect()


@THOROUGH
@given(reviews())
def test_k4_everyone_has_exactly_one_outcome_and_place(drawn: Drawn) -> None:
    found = build.recommended(drawn.settled)
    taking_part = {
        one.project_number
        for one in drawn.review.applications
        if not one.withdrawn_at(PanelStep.RECOMMENDATION)
    }
    listed = [one.project_number for one in found.ranked]
    listed += [one.project_number for one in found.below]
    assert sorted(listed) == sorted(taking_part)
    assert [one.final_place for one in found.ranked] == list(range(1, len(found.ranked) + 1))


@THOROUGH
@given(reviews())
def test_d22_the_recommended_are_a_prefix_within_the_budget(drawn: Drawn) -> None:
    found = build.recommended(drawn.settled)
    inside = [one.outcome is Outcome.RECOMMENDED for one in found.ranked]
    assert inside == sorted(inside, reverse=True)
    assert found.spent == sum(one.application.amount for one in found.recommended)
    assert found.left_over >= 0
    rest = found.ranked[len(found.recommended) :]
    assert not rest or rest[0].application.amount > found.left_over


@THOROUGH
@given(reviews(), st.integers(0, 999))
def test_k4_the_order_of_the_rows_changes_nothing(drawn: Drawn, seed: int) -> None:
    found = build.recommended(drawn.settled)
    assert build.recommended(shuffled(drawn.settled, seed)) == found


@THOROUGH
@given(
    reviews(),
    st.integers(1, 4),
    st.sampled_from(["", "Protonterapi"]),
    st.tuples(st.integers(3, 5), st.integers(3, 5)),
)
def test_k4_one_ranked_lower_changes_nothing_above_it(
    drawn: Drawn, amount: int, theme: str, pair: tuple[int, int]
) -> None:
    added = replace(
        drawn.review,
        applications=(*drawn.review.applications, build.application("K/9", amount, theme)),
        grades=(*drawn.review.grades, *build.given("K/9", [pair])),
    )
    before, after = fates(drawn.review), fates(added)
    ranked = build.recommended(added).ranked
    # One that is not support-worthy stands below everyone who is.
    reached = next((one.first for one in ranked if one.project_number == "K/9"), len(ranked) + 1)
    above = [one.project_number for one in ranked if one.last < reached]
    assert [after[number] for number in above] == [before[number] for number in above]


@THOROUGH
@given(reviews(), st.randoms(use_true_random=False))
def test_k4_numbers_order_nobody_but_equals_away_from_the_line(
    drawn: Drawn, shuffle: Random
) -> None:
    numbers = [one.project_number for one in drawn.review.applications]
    others = dict(zip(numbers, shuffle.sample(numbers, len(numbers)), strict=True))
    before = build.recommended(drawn.review)
    after = build.recommended(renumbered(drawn.review, others.__getitem__))
    named = {other: one for one, other in others.items()}
    assert {named[one.project_number]: (one.first, one.last) for one in after.ranked} == {
        one.project_number: (one.first, one.last) for one in before.ranked
    }
    tied = tied_in(before)
    assert tied == {named[number] for number in tied_in(after)}
    assert {
        (named[one.project_number], one.outcome)
        for one in after.ranked
        if named[one.project_number] not in tied
    } == {
        (one.project_number, one.outcome) for one in before.ranked if one.project_number not in tied
    }


@THOROUGH
@given(reviews())
def test_d20_a_ruling_moves_nobody_but_the_tied(drawn: Drawn) -> None:
    before, after = build.recommended(drawn.review), build.recommended(drawn.settled)
    assert after.tie is None or not after.tie.open
    tied = tied_in(before)
    unmoved = [one for one in before.ranked if one.project_number not in tied]
    assert [one for one in after.ranked if one.project_number not in tied] == unmoved
