"""Say how one application went through the whole procedure, on demand, as far as it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Conference, PlenaryNote
from reviewpkg.languages.words import Words
from reviewpkg.procedure.two_round.round_1 import Decision, Outcome, Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
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
from reviewpkg.reports.explain_round_1 import Barred, Round1Part, barred, first_round
from reviewpkg.reports.formal.answers import FormalAnswer, formal_answers
from reviewpkg.reports.verdicts import Fate, Verdict, fates, finished, formal_fates


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
    """Be one application's whole way; `verdict` is None while it is still under way.

    `formal` is empty where the call has no formal criteria, or the application withdrew before
    them; `round_1` is None for one that failed them.
    """

    frame: Frame
    application: Application
    people: tuple[str, ...]
    barred: tuple[Barred, ...]
    formal: tuple[FormalAnswer, ...]
    round_1: Round1Part | None
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
    rejected = next(
        (one for one in formal_fates(round_1) if one.project_number == project_number), None
    )
    if rejected is not None:
        return _rejected(round_1, rejected, furniture)
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
    return Explanation(
        _frame(project_number, furniture),
        application,
        _people(round_1, application),
        barred(round_1, project_number),
        _formal(round_1, project_number),
        first_round(round_1, outcome, conference),
        _conference(round_1, conference, award, project_number) if award and goes_on else None,
        verdict,
        rule,
        furniture.words.retell(waits_for(award)) if award and verdict is None else "",
    )


def _rejected(round_1: Round1, fate: Fate, furniture: Furniture) -> Explanation:
    """Explain an application that failed the formal criteria and went no further."""
    return Explanation(
        _frame(fate.project_number, furniture),
        fate.application,
        _people(round_1, fate.application),
        (),
        _formal(round_1, fate.project_number),
        None,
        None,
        fate.verdict,
        fate.rule,
        "",
    )


def _frame(project_number: str, furniture: Furniture) -> Frame:
    words = furniture.words
    return furniture.frame(
        step="1.1–2.7",
        step_name=words.say("Én søknads vei"),
        title=words.say("Søknad {number}", number=project_number),
        recipient=words.say("Sekretariatet"),
    )


def _people(round_1: Round1, application: Application) -> tuple[str, ...]:
    people = round_1.review.committee.pairs.get(application.pair, ())
    return tuple(person.name for person in people)


def _formal(round_1: Round1, project_number: str) -> tuple[FormalAnswer, ...]:
    """Return what the application answered before 1.1."""
    call = round_1.review.call
    result = next((one for one in round_1.screened if one.project_number == project_number), None)
    if result is None or call.screening is None:
        return ()
    return formal_answers(Words(call.language), result, call.screening)


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
