"""Follow one application through round 1, as a value (1.1 to 1.4)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.conference import Conference
from reviewpkg.procedure.two_round.round_1 import Decision, Outcome, Round1
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.reports.reasons import Reason, Reasons
from reviewpkg.reports.sub_steps import SubStepReport, sub_step_reports


@dataclass(frozen=True, slots=True)
class Given:
    """Be what one person gave: a grade, None where it has not come, and their comment."""

    name: str
    grade: Fraction | None
    comment: str


@dataclass(frozen=True, slots=True)
class Barred:
    """Be a person conflicted on the application, from a step on; `substitute` may be blank."""

    name: str
    from_step: str
    substitute: str


@dataclass(frozen=True, slots=True)
class Round1Part:
    """Be the application's way through round 1.

    `graded` and `grades` are empty where it was withdrawn before the selection; `sub_steps` are
    those of 1.2 down to the one that took it in, `users` who assessed it in 1.4.
    """

    graded: Graded | None
    grades: tuple[Given, ...]
    sub_steps: tuple[SubStepReport, ...]
    reason: Reason
    decision: Decision
    user_review: bool
    users: tuple[Given, ...]
    user_mean: Fraction | None


def first_round(round_1: Round1, outcome: Outcome, conference: Conference) -> Round1Part:
    """Return who graded it, what the selection did with it, and who assessed it in 1.4."""
    number = outcome.application.project_number
    names = round_1.review.committee.names
    selection = next(one for one in round_1.selections if one.area.id == outcome.application.area)
    graded = next((one for one in selection.adjusted.ranked if one.project_number == number), None)
    took = selection.adjusted.clause_of.get(number, "")
    reports = sub_step_reports(selection.adjusted) if graded else ()
    clauses = [one.clause for one in reports]
    met = reports[: clauses.index(took) + 1] if took in clauses else reports
    came = {one.member: one for one in conference.user_grades if one.project_number == number}
    asked = (*round_1.user_review.assigned.get(number, ()), *came)
    users = tuple(
        Given(
            names.get(member, member),
            came[member].grade if member in came else None,
            came[member].comment if member in came else "",
        )
        for member in dict.fromkeys(asked)
    )
    own = [one.grade for one in came.values()]
    return Round1Part(
        graded,
        tuple(
            Given(names.get(one.member, one.member), one.total, one.comment)
            for one in (graded.grades if graded else ())
        ),
        met,
        Reasons(selection).of(outcome),
        outcome.decision,
        outcome.user_review,
        users,
        sum(own, Fraction(0)) / len(own) if own else None,
    )


def barred(round_1: Round1, number: str) -> tuple[Barred, ...]:
    """Return who is conflicted on an application, by step and member."""
    names = round_1.review.committee.names
    return tuple(
        Barred(
            names.get(one.member, one.member),
            one.from_step.value,
            names.get(one.substitute, one.substitute),
        )
        for one in sorted(round_1.review.conflicts, key=lambda one: (one.from_step, one.member))
        if one.project_number == number
    )
