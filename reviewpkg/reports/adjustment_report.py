"""Say what the secretariat adjusted, why, and whom it moved (1.2.9).

For the review committee and the control committee. It names applications and clauses but no grades:
every member reads it, also those conflicted on an application.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import MoveAdjustment, NumberAdjustment
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import (
    CLAUSE,
    AdjustedSelection,
    Effect,
)
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.user_review_change import (
    UserReviewChange,
    user_review_change,
    user_review_in_all,
)


@dataclass(frozen=True, slots=True)
class Named:
    """Be an application by name, without its grades."""

    project_number: str
    title: str
    applicant: str


@dataclass(frozen=True, slots=True)
class NumberChange:
    """Be a changed number of an area and those that it alone moved, on to round 2 and in 1.4.

    `users_before` and `users_after` are the sizes of the user representatives' list.
    """

    area: str
    field: str
    clause: str
    before: int | Fraction
    after: int | Fraction
    reason: str
    moved_in: tuple[Named, ...]
    moved_out: tuple[Named, ...]
    users_before: int
    users_after: int
    users_in: tuple[Named, ...]
    users_out: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Be an application moved by name; `withdrawn_from` tells why it had no effect, if so."""

    area: str
    application: Named
    selected: bool
    reason: str
    moved: bool
    withdrawn_from: str


@dataclass(frozen=True, slots=True)
class Count:
    """Be how many a clause took, by the routine's numbers and as adjusted."""

    clause: str
    routine: int
    adjusted: int
    change: int


@dataclass(frozen=True, slots=True)
class Change:
    """Be an application's clause in both runs; blank where it was not selected."""

    application: Named
    routine: str
    adjusted: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Be an area's two runs side by side; `other_clause` changed the clause, not the outcome."""

    area: str
    counts: tuple[Count, ...]
    selected: Count
    users: Count
    moved_in: tuple[Change, ...]
    moved_out: tuple[Change, ...]
    other_clause: tuple[Change, ...]
    users_in: tuple[Named, ...]
    users_out: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class AdjustmentReport:
    """Be the adjustments in the order given, and what they came to."""

    frame: Frame
    numbers: tuple[NumberChange, ...]
    moves: tuple[Move, ...]
    comparisons: tuple[Comparison, ...]
    routine: int
    adjusted: int


def adjustment_report(round_1: Round1, furniture: Furniture) -> AdjustmentReport:
    """Report every adjustment of a call and compare the two runs, area by area (1.2.9)."""
    words = furniture.words
    frame = furniture.frame(
        step="1.2.9",
        step_name=words.say("Justeringer"),
        title=words.say("Justeringer av utvelgelsen"),
        recipient=words.say("Fagutvalget og kontrollutvalget"),
    )
    return AdjustmentReport(
        frame,
        tuple(
            _number(selection, effect, effect.adjustment)
            for selection in round_1.selections
            for effect in selection.effects
            if isinstance(effect.adjustment, NumberAdjustment)
        ),
        tuple(_move(round_1, move) for move in round_1.review.call.moves),
        tuple(_comparison(selection) for selection in round_1.selections),
        sum(len(selection.routine.clause_of) for selection in round_1.selections),
        round_1.selected_in_all,
    )


def _named(graded: tuple[Graded, ...]) -> tuple[Named, ...]:
    """Name applications by project number: their order gives no ranking away."""
    ordered = sorted((one.application for one in graded), key=lambda one: one.project_number)
    return tuple(Named(one.project_number, one.title, one.applicant) for one in ordered)


def _number(selection: AdjustedSelection, effect: Effect, change: NumberAdjustment) -> NumberChange:
    clauses = selection.area.clauses
    clause = {
        "top": clauses.top,
        "top_cap": clauses.top,
        "contested": clauses.contested,
        "high_grade": clauses.high_grade,
        "minimum": clauses.minimum,
        "user_review": Step.USER_REVIEW.value,
    }[change.field]
    users = user_review_change(selection, change)
    return NumberChange(
        effect.area,
        change.field,
        clause,
        effect.before if effect.before is not None else change.value,
        change.value,
        change.reason,
        _named(effect.moved_in),
        _named(effect.moved_out),
        users.before,
        users.after,
        _named(users.moved_in),
        _named(users.moved_out),
    )


def _move(round_1: Round1, move: MoveAdjustment) -> Move:
    """Tell what a move by name did; on a withdrawn application it did nothing (D24)."""
    application = next(
        one for one in round_1.review.applications if one.project_number == move.project_number
    )
    moved = any(
        effect.adjustment == move and (effect.moved_in or effect.moved_out)
        for selection in round_1.selections
        for effect in selection.effects
    )
    away = application.withdrawn_at(Step.SELECTION)
    return Move(
        application.area,
        Named(application.project_number, application.title, application.applicant),
        move.selected,
        move.reason,
        moved and not away,
        application.withdrawn_from or "" if away else "",
    )


def _comparison(selection: AdjustedSelection) -> Comparison:
    was, now = selection.routine.clause_of, selection.clause_of
    clauses = [sub_step.clause for sub_step in selection.adjusted.sub_steps]
    if CLAUSE in now.values():
        clauses.append(CLAUSE)
    by_routine, as_adjusted = Counter(was.values()), Counter(now.values())
    users: UserReviewChange = user_review_in_all(selection)
    ranked = {one.project_number: one for one in selection.adjusted.ranked}
    changes = tuple(
        Change(_named((ranked[number],))[0], was.get(number, ""), now.get(number, ""))
        for number in sorted(ranked)
        if was.get(number) != now.get(number)
    )
    return Comparison(
        selection.area.id,
        tuple(_count(clause, by_routine[clause], as_adjusted[clause]) for clause in clauses),
        _count("", len(was), len(now)),
        _count(Step.USER_REVIEW.value, users.before, users.after),
        tuple(change for change in changes if not change.routine),
        tuple(change for change in changes if not change.adjusted),
        tuple(change for change in changes if change.routine and change.adjusted),
        _named(users.moved_in),
        _named(users.moved_out),
    )


def _count(clause: str, routine: int, adjusted: int) -> Count:
    return Count(clause, routine, adjusted, adjusted - routine)
