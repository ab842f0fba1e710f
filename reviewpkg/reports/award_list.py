"""Say what the board awards: the list that it signs (2.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import Final

from reviewpkg.languages.words import Words
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Pool
from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward
from reviewpkg.reports.award_notices import deviations, waits_for
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.verdicts import Fate, Verdict, fates, finished, returned_awards

BOARD_MEMBERS: Final = 6
AWAY: Final = (Verdict.FORMALLY_REJECTED, Verdict.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Row:
    """Be an award in whole kroner; `running_sum` counts the area's awards from the first one."""

    number: int
    project_number: str
    title: str
    applicant: str
    amount: int
    running_sum: int


@dataclass(frozen=True, slots=True)
class Share:
    """Be some of many: how many, of how many, the share; None of none."""

    count: int
    of: int

    @property
    def share(self) -> Fraction | None:
        """Return the share, None where there is nothing to share."""
        return Fraction(self.count, self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Sums:
    """Be what an area, or all finished areas together where `area` is blank, comes to.

    Amounts are whole kroner; `of_applications` leaves out of the count what was withdrawn or
    rejected formally.
    """

    area: str
    frame: int
    award_1: int
    award_2: int
    of_applications: Share
    of_pool: Share

    @property
    def spent(self) -> int:
        """Return what all awards cost."""
        return self.award_1 + self.award_2

    @property
    def left_over(self) -> int:
        """Return what is left of the frame; it is not moved by itself (D23)."""
        return self.frame - self.spent


@dataclass(frozen=True, slots=True)
class AreaList:
    """Be a finished area's awards.

    `next_sum` is what one award more would have brought the sum to, None where all got theirs;
    `returned` is award 1 that was withdrawn; `deviations` are sentences on the routine.
    """

    area: str
    sums: Sums
    award_1: tuple[Row, ...]
    award_2: tuple[Row, ...]
    ranked: bool
    next_sum: int | None
    returned: tuple[Row, ...]
    deviations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Be an area that is not on the list, its frame in whole kroner and what it waits for."""

    area: str
    frame: int
    waits_for: str


@dataclass(frozen=True, slots=True)
class AwardList:
    """Be the list that the board signs; only finished areas stand on it.

    `screened` tells that the call has formal criteria.
    """

    frame: Frame
    areas: tuple[AreaList, ...]
    in_all: Sums
    unfinished: tuple[Unfinished, ...]
    budget: int
    members: int
    screened: bool


def award_list(round_1: Round1, awards: Sequence[AreaAward], furniture: Furniture) -> AwardList:
    """List the awards of the finished areas, and name the others (2.7, D23)."""
    words = furniture.words
    frame = furniture.frame(
        step="2.7",
        step_name=words.say("Innvilgelse"),
        title=words.say("Tildelingsliste"),
        recipient=words.say("Styret"),
    )
    areas = tuple(
        _area(words, award, award.final, award.conference.pool, fates(round_1, award))
        for award in awards
        if award.final and award.conference.pool and finished(award)
    )
    unfinished = tuple(
        Unfinished(one.conference.area.id, one.conference.frame, words.retell(waits_for(one)))
        for one in awards
        if not finished(one)
    )
    return AwardList(
        frame,
        areas,
        _in_all([one.sums for one in areas]),
        unfinished,
        round_1.review.call.budget,
        BOARD_MEMBERS,
        bool(round_1.screened),
    )


def _area(
    words: Words, award: AreaAward, final: FinalAward, pool: Pool, ends: tuple[Fate, ...]
) -> AreaList:
    first = [one for one in ends if one.verdict is Verdict.AWARD_1]
    second = [one for one in ends if one.verdict is Verdict.AWARD_2]
    below = [one for one in final.funded if not one.awarded]
    taking_part = sum(one.verdict not in AWAY for one in ends)
    rows = _rows([*first, *second])
    area = award.conference.area.id
    returned = [one.application for one in returned_awards(pool)]
    sums = Sums(
        area,
        final.frame,
        final.spent_before,
        final.spent,
        Share(len(rows), taking_part),
        Share(len(second), len(final.funded)),
    )
    return AreaList(
        area,
        sums,
        rows[: len(first)],
        rows[len(first) :],
        ranked=pool.window is not None,
        next_sum=final.spent_before + below[0].running_sum if below else None,
        returned=tuple(
            Row(0, one.project_number, one.title, one.applicant, one.amount, 0) for one in returned
        ),
        deviations=tuple(map(words.retell, deviations(award))),
    )


def _rows(ends: Sequence[Fate]) -> tuple[Row, ...]:
    """List the awards with their numbers and running sums, award 1 first."""
    sums = accumulate(one.application.amount for one in ends)
    return tuple(
        Row(
            number,
            one.project_number,
            one.application.title,
            one.application.applicant,
            one.application.amount,
            total,
        )
        for number, (one, total) in enumerate(zip(ends, sums, strict=True), start=1)
    )


def _in_all(areas: Sequence[Sums]) -> Sums:
    def share(shares: Sequence[Share]) -> Share:
        return Share(sum(one.count for one in shares), sum(one.of for one in shares))

    return Sums(
        "",
        sum(one.frame for one in areas),
        sum(one.award_1 for one in areas),
        sum(one.award_2 for one in areas),
        share([one.of_applications for one in areas]),
        share([one.of_pool for one in areas]),
    )
