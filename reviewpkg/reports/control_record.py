"""Say to the control committee everything that people decided or that departs from the routine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.languages.alphabet import alphabetical
from reviewpkg.languages.words import Words
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis
from reviewpkg.procedure.two_round.step_2_5_windows import Window
from reviewpkg.reports.adjustment_report import Move, NumberChange, adjustment_report
from reviewpkg.reports.award_list import AreaList, Sums, Unfinished, award_list
from reviewpkg.reports.award_notices import deviations
from reviewpkg.reports.control_events import (
    GradeChange,
    Opinion,
    RulingRow,
    grade_changes,
    opinions,
    rulings,
)
from reviewpkg.reports.decision_record import Input
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.formal.rejected_before import RejectedBefore
from reviewpkg.reports.pictures import running_sum
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.pictures.running_sum import RunningSum
from reviewpkg.reports.pictures.two_round_flow import flows
from reviewpkg.reports.screening_packet import formal_record
from reviewpkg.reports.verdicts import Verdict, fates, finished

READINGS: Final = tuple(f"D{number}" for number in range(1, 25))


@dataclass(frozen=True, slots=True)
class AreaRecord:
    """Be what people settled in one area, and where it departs from the routine.

    `basis` says where the ranking pool comes from and `window` is the pool, both None where it has
    not come so far; `window` also where no pool was needed (D17).
    """

    area: str
    basis: Basis | None
    window: Window | None
    struck: tuple[Application, ...]
    deviations: tuple[str, ...]
    changes: tuple[GradeChange, ...]
    opinions: tuple[Opinion, ...]
    rulings: tuple[RulingRow, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Be a withdrawn application; `stays` tells that it was rejected before it withdrew (D24).

    `verdict` is how it ends, None while its area is not finished and nothing has rejected it.
    """

    application: Application
    stays: bool
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class LateConflict:
    """Be a conflict of interest that came after 1.1, in force from a step on (D24)."""

    project_number: str
    area: str
    name: str
    from_step: str


@dataclass(frozen=True, slots=True)
class AreaSums:
    """Be how a finished area's awards come up to its frame."""

    area: str
    sums: RunningSum


@dataclass(frozen=True, slots=True)
class ControlRecord:
    """Be the control committee's record of the whole procedure, as far as it has come.

    `formal` is None where the call has no formal criteria.
    """

    frame: Frame
    formal: RejectedBefore | None
    finished: tuple[AreaList, ...]
    in_all: Sums
    unfinished: tuple[Unfinished, ...]
    flows: tuple[Flow, ...]
    sums: tuple[AreaSums, ...]
    numbers: tuple[NumberChange, ...]
    moves: tuple[Move, ...]
    areas: tuple[AreaRecord, ...]
    withdrawn: tuple[Withdrawal, ...]
    conflicts: tuple[LateConflict, ...]
    warnings: tuple[str, ...]
    inputs: tuple[Input, ...]
    readings: tuple[str, ...]


def control_record(  # noqa: PLR0913, PLR0917 - what the whole procedure hangs on
    round_1: Round1,
    conference: Conference,
    awards: Sequence[AreaAward],
    furniture: Furniture,
    inputs: tuple[tuple[str, str, int], ...],
    warnings: tuple[str, ...],
) -> ControlRecord:
    """Record every adjustment, decision, ruling and deviation (1.2.9 to 2.7).

    `inputs` are file, SHA-256 in hex and size in bytes, in order.
    """
    words = furniture.words
    frame = furniture.frame(
        step="1.1–2.7",
        step_name=words.say("Hele behandlingen"),
        title=words.say("Protokoll til kontrollutvalget"),
        recipient=words.say("Kontrollutvalget"),
    )
    outcome = award_list(round_1, awards, furniture)
    adjusted = adjustment_report(round_1, furniture)
    return ControlRecord(
        frame,
        formal_record(round_1),
        outcome.areas,
        outcome.in_all,
        outcome.unfinished,
        flows(round_1, [award.conference for award in awards], awards),
        _sums(awards),
        adjusted.numbers,
        adjusted.moves,
        tuple(_area(words, round_1, conference, award) for award in awards),
        _withdrawals(round_1, awards),
        _late_conflicts(round_1),
        tuple(map(words.retell, warnings)),
        tuple(Input(*one) for one in inputs),
        READINGS,
    )


def _sums(awards: Sequence[AreaAward]) -> tuple[AreaSums, ...]:
    return tuple(
        AreaSums(one.conference.area.id, running_sum.at_the_award(one.conference.pool, one.final))
        for one in awards
        if one.conference.pool and one.final and finished(one)
    )


def _area(words: Words, round_1: Round1, conference: Conference, award: AreaAward) -> AreaRecord:
    area, pool = award.conference, award.conference.pool
    people = {
        pair: tuple(person.name for person in members)
        for pair, members in round_1.review.committee.pairs.items()
    }
    usable = pool if pool and not pool.refusals else None
    ranking = [one.application for one in usable.ranking] if usable else []
    return AreaRecord(
        area.area.id,
        usable.basis if usable else None,
        usable.window if usable else None,
        tuple(one for one in ranking if one.withdrawn_at(Step.FINAL_AWARD)),
        tuple(map(words.retell, deviations(award))),
        grade_changes(area, conference),
        opinions(area, conference, people),
        rulings(award),
    )


def _withdrawals(round_1: Round1, awards: Sequence[AreaAward]) -> tuple[Withdrawal, ...]:
    """List the withdrawn by project number, with what stays of what was decided before (D24)."""
    ends = {fate.project_number: fate.verdict for award in awards for fate in fates(round_1, award)}
    ends |= {
        one.application.project_number: Verdict.REJECTION_1
        for one in round_1.outcomes
        if one.decision.value == Verdict.REJECTION_1.value
    }
    gone = (one.application for one in round_1.outcomes if one.application.withdrawn_from)
    return tuple(
        Withdrawal(
            one,
            ends.get(one.project_number, Verdict.WITHDRAWN) is not Verdict.WITHDRAWN,
            ends.get(one.project_number),
        )
        for one in sorted(gone, key=lambda one: one.project_number)
    )


def _late_conflicts(round_1: Round1) -> tuple[LateConflict, ...]:
    """List the conflicts in force from later than 1.1, by project number and name (D24)."""
    names = round_1.review.committee.names
    areas = {one.project_number: one.area for one in round_1.review.applications}
    late = (
        LateConflict(
            one.project_number,
            areas[one.project_number],
            names.get(one.member, one.member),
            one.from_step.value,
        )
        for one in round_1.review.conflicts
        if one.from_step > Step.GRADING
    )
    language = round_1.review.call.language
    return tuple(
        sorted(late, key=lambda one: (one.project_number, alphabetical(one.name, language)))
    )
