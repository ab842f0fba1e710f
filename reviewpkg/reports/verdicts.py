"""Say what became of each application in the end: which award or rejection, by which step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reviewpkg.domain.applications import Application
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round import step_2_5_around_the_line, step_2_7_final_award
from reviewpkg.procedure.two_round.round_1 import Decision, Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Pool
from reviewpkg.procedure.two_round.step_2_7_final_award import Funded


class Verdict(Enum):
    """Be how an application ends (2.7), or that it failed the formal criteria before 1.1."""

    AWARD_1 = "award-1"
    AWARD_2 = "award-2"
    REJECTION_1 = "rejection-1"
    REJECTION_2 = "rejection-2"
    REJECTION_3 = "rejection-3"
    FORMALLY_REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


AWARDS: Final = (Verdict.AWARD_1, Verdict.AWARD_2)
REJECTIONS: Final = (Verdict.REJECTION_1, Verdict.REJECTION_2, Verdict.REJECTION_3)
REJECTED_IN: Final = {
    Verdict.REJECTION_1: Step.REJECTION_1,
    Verdict.REJECTION_2: Step.AROUND_THE_LINE,
    Verdict.REJECTION_3: Step.FINAL_AWARD,
}


@dataclass(frozen=True, slots=True)
class Fate:
    """Be an application's end; `rule` is blank for a withdrawn one.

    That of a formally rejected one names the criteria that it failed: F1 F2.

    `standing` is its place in order O, None where it never came there or is withdrawn; `funded` its
    line on the final ranking, None outside the ranking pool.
    """

    application: Application
    verdict: Verdict
    rule: str
    standing: Standing | None = None
    funded: Funded | None = None

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.application.project_number


def finished(award: AreaAward) -> bool:
    """Tell whether an area's award stands: everything is there and no tie is open (2.7, D20)."""
    return award.final is not None and not award.open_ties


def fates(round_1: Round1, award: AreaAward) -> tuple[Fate, ...]:
    """Return the end of every application of a finished area (2.7, D24); none of an unfinished one.

    Award 1 by position, the ranking pool by final place, rejection 2 by position, then rejection 1,
    the formally rejected and the withdrawn, each by project number. A withdrawn application ends as
    withdrawn unless it was already rejected: formally, by 1.3, or by 2.5 where it withdrew from a
    later step.
    """
    pool = award.conference.pool
    if award.final is None or pool is None or award.open_ties:
        return ()
    area = award.conference.area.id
    standings = {one.project_number: one for one in pool.standings}
    above = [_award_1(one) for one in pool.award_1 if not _away(one)]
    ranked = [
        _ranked(one, standings[one.ranked.project_number], one.ranked.application)
        for one in award.final.funded
    ]
    below = [_rejection_2(one) for one in pool.rejection_2]
    settled = {one.project_number for one in (*above, *ranked, *below)}
    mine = [one for one in round_1.outcomes if one.application.area == area]
    turned_down = [one for one in mine if one.decision is Decision.REJECTION_1]
    settled |= {one.application.project_number for one in turned_down}
    gone = [one.application for one in mine if one.application.project_number not in settled]
    return (
        *above,
        *ranked,
        *below,
        *_by_number(Fate(one.application, Verdict.REJECTION_1, one.rule) for one in turned_down),
        *(one for one in formal_fates(round_1) if one.application.area == area),
        *_by_number(Fate(one, Verdict.WITHDRAWN, "") for one in gone),
    )


def formal_fates(round_1: Round1) -> tuple[Fate, ...]:
    """Return the end of what failed the formal criteria before 1.1, by project number."""
    failed = {one.project_number: " ".join(one.failed) for one in round_1.screened}
    return tuple(
        _by_number(
            Fate(one, Verdict.FORMALLY_REJECTED, failed[one.project_number])
            for one in round_1.review.formally_rejected
        )
    )


def returned_awards(pool: Pool) -> tuple[Standing, ...]:
    """Return award 1 that has since been withdrawn: its amounts go back to the frame (2.7, D24)."""
    return tuple(one for one in pool.award_1 if _away(one))


def _away(standing: Standing) -> bool:
    return standing.application.withdrawn_at(Step.FINAL_AWARD)


def _award_1(one: Standing) -> Fate:
    return Fate(one.application, Verdict.AWARD_1, step_2_5_around_the_line.RULE, one)


def _rejection_2(one: Standing) -> Fate:
    return Fate(one.application, Verdict.REJECTION_2, step_2_5_around_the_line.RULE, one)


def _ranked(funded: Funded, standing: Standing, application: Application) -> Fate:
    verdict = Verdict.AWARD_2 if funded.awarded else Verdict.REJECTION_3
    return Fate(application, verdict, step_2_7_final_award.RULE, standing, funded)


def _by_number(found: Iterable[Fate]) -> list[Fate]:
    return sorted(found, key=lambda one: one.project_number)
