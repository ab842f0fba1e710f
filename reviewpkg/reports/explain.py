"""Say how one application went through the whole procedure, on demand, as far as it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Conference, PlenaryNote
from reviewpkg.procedure.two_round.round_1 import Decision, Outcome, Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.reports.award_notices import waits_for
from reviewpkg.reports.control_events import Opinion, opinions
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.explain_parts import (
    FinalPart,
    JointPart,
    PoolPart,
    Position,
    RankingPart,
    SupplementPart,
    final_part,
    joint_part,
    note_on,
    pool_part,
    position_in,
    ranking_part,
    supplement_part,
)
from reviewpkg.reports.reasons import Reason, reason_for
from reviewpkg.reports.sub_steps import SubStepReport, sub_step_reports
from reviewpkg.reports.verdicts import Verdict, fates, finished


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


@dataclass(frozen=True, slots=True)
class Round2Part:
    """Be the application's way through the conference; None is what it has not met."""

    joint: JointPart | None
    first: Position | None
    note: PlenaryNote | None
    opinion: Opinion | None
    supplement: SupplementPart | None
    second: Position | None
    pool: PoolPart | None
    ranking: RankingPart | None
    final: FinalPart | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Be one application's whole way; `verdict` is None while it is still under way."""

    frame: Frame
    application: Application
    people: tuple[str, ...]
    barred: tuple[Barred, ...]
    round_1: Round1Part
    round_2: Round2Part | None
    verdict: Verdict | None
    rule: str
    waits_for: str


def explanation(
    round_1: Round1,
    conference: Conference,
    awards: Sequence[AreaAward],
    project_number: str,
    furniture: Furniture,
) -> Explanation | None:
    """Follow one application from 1.1 to its end; None where the call has no such number."""
    outcome = next(
        (one for one in round_1.outcomes if one.application.project_number == project_number), None
    )
    if outcome is None:
        return None
    application = outcome.application
    award = next((one for one in awards if one.conference.area.id == application.area), None)
    verdict, rule = _end(round_1, outcome, award)
    goes_on = award is not None and any(
        one.project_number == project_number for one in award.conference.members
    )
    frame = furniture.frame(
        step="1.1–2.7",
        step_name="Én søknads vei",
        title=f"Søknad {project_number}",
        recipient="Sekretariatet",
    )
    people = round_1.review.committee.pairs.get(application.pair, ())
    return Explanation(
        frame,
        application,
        tuple(person.name for person in people),
        _barred(round_1, project_number),
        _first_round(round_1, outcome, conference),
        _conference(round_1, conference, award, project_number) if award and goes_on else None,
        verdict,
        rule,
        waits_for(award) if award and verdict is None else "",
    )


def _end(round_1: Round1, outcome: Outcome, award: AreaAward | None) -> tuple[Verdict | None, str]:
    """Return the end and the rule of an application, None where it is still under way."""
    if outcome.decision is Decision.REJECTION_1:
        return Verdict.REJECTION_1, outcome.rule
    if outcome.decision is Decision.WITHDRAWN:
        return Verdict.WITHDRAWN, ""
    if award is None or not finished(award):
        return None, ""
    number = outcome.application.project_number
    end = next(one for one in fates(round_1, award) if one.project_number == number)
    return end.verdict, end.rule


def _first_round(round_1: Round1, outcome: Outcome, conference: Conference) -> Round1Part:
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
        reason_for(selection, outcome),
        outcome.decision,
        outcome.user_review,
        users,
        sum(own, Fraction(0)) / len(own) if own else None,
    )


def _conference(
    round_1: Round1, conference: Conference, award: AreaAward, number: str
) -> Round2Part:
    area = award.conference
    pairs = round_1.review.committee.pairs
    people = {pair: tuple(one.name for one in members) for pair, members in pairs.items()}
    given = opinions(area, conference, people)
    return Round2Part(
        joint_part(conference, number),
        position_in(area.after_joint, number),
        note_on(conference, number),
        next((one for one in given if one.application.project_number == number), None),
        supplement_part(area, conference, number),
        position_in(area.after_plenary, number),
        pool_part(area, number),
        ranking_part(award, number),
        final_part(award, number),
    )


def _barred(round_1: Round1, number: str) -> tuple[Barred, ...]:
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
