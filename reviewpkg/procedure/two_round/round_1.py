"""Run round 1: the steps 1.1 to 1.4, in order, and the screening that may come before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from reviewpkg.domain.applications import Application, Review, conflicted_members
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.screening import Screened
from reviewpkg.procedure.two_round.step_0_screening import results
from reviewpkg.procedure.two_round.step_1_1_grading import Graded, graded_applications
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import (
    MOST_SELECTED,
    AdjustedSelection,
    PairLoad,
    adjust,
    pair_loads,
)
from reviewpkg.procedure.two_round.step_1_3_rejection import rejected, rule_of
from reviewpkg.procedure.two_round.step_1_4_user_review import (
    UserReview,
    assign,
    for_user_review,
)


class Decision(Enum):
    """Be what round 1 decides about an application."""

    SELECTED = "selected"
    REJECTION_1 = "rejection-1"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Be the outcome for one application; `graded` is None for a withdrawn one, `rule` blank."""

    application: Application
    graded: Graded | None
    decision: Decision
    rule: str
    user_review: bool


@dataclass(frozen=True, slots=True)
class Round1:
    """Be the outcome of round 1: by area in the call file's order, and by application.

    `screened` holds the formal result of every application, the rejected ones too, by project
    number; it is empty where the call has no formal criteria.
    """

    review: Review
    selections: tuple[AdjustedSelection, ...]
    user_review: UserReview
    outcomes: tuple[Outcome, ...]
    screened: tuple[Screened, ...] = ()

    @property
    def selected_in_all(self) -> int:
        """Return how many applications 1.2 selected over all areas."""
        return sum(len(selection.clause_of) for selection in self.selections)

    @property
    def too_many_selected(self) -> bool:
        """Tell whether more than 120 are selected, so that 1.2.9 should be considered."""
        return self.selected_in_all > MOST_SELECTED

    @property
    def pair_loads(self) -> tuple[PairLoad, ...]:
        """Return every pair's load, area by area (D5)."""
        return tuple(load for selection in self.selections for load in pair_loads(selection))

    @property
    def to_round_2(self) -> tuple[Outcome, ...]:
        """Return the applications that go on, in order."""
        return tuple(one for one in self.outcomes if one.decision is Decision.SELECTED)


def run(review: Review) -> Round1:
    """Decide round 1 from a review whose every application has its two grades."""
    call = review.call
    ranked = graded_applications(review)
    selections = tuple(
        adjust(
            area,
            tuple(graded for graded in ranked if graded.application.area == area.id),
            call.number_adjustments,
            call.moves,
        )
        for area in call.areas
    )
    for_users = tuple(graded for selection in selections for graded in for_user_review(selection))
    conflicted = conflicted_members(review.conflicts, Step.USER_REVIEW)
    user_review = assign(for_users, review.committee.user_representatives, conflicted)
    outcomes = _outcomes(review, selections, user_review)
    return Round1(review, selections, user_review, outcomes, results(review))


def _outcomes(
    review: Review, selections: tuple[AdjustedSelection, ...], user_review: UserReview
) -> tuple[Outcome, ...]:
    """List every application, by area, then in the order of 1.2, the withdrawn ones last."""
    outcomes: list[Outcome] = []
    for selection in selections:
        decided = _decided(selection, {one.project_number for one in user_review.applications})
        outcomes += decided.values()
        outcomes += [
            Outcome(application, None, Decision.WITHDRAWN, "", user_review=False)
            for application in sorted(review.applications, key=lambda one: one.project_number)
            if application.area == selection.area.id and application.project_number not in decided
        ]
    return tuple(outcomes)


def _decided(selection: AdjustedSelection, for_users: set[str]) -> Mapping[str, Outcome]:
    """Return, in order, the applications of an area that are not withdrawn in round 1 (D24)."""
    turned_down = {one.project_number for one in rejected(selection)}
    decided = {}
    for graded in selection.adjusted.ranked:
        application, number = graded.application, graded.project_number
        if number in turned_down:
            rule = rule_of(selection, number)
            decision = Decision.REJECTION_1
        elif number in selection.clause_of and not application.withdrawn_at(Step.USER_REVIEW):
            rule = selection.clause_of[number]
            decision = Decision.SELECTED
        else:
            continue
        decided[number] = Outcome(application, graded, decision, rule, number in for_users)
    return decided
