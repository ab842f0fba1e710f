"""Show the chair who gives how many second opinions, and what is settled of it (2.2, 2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.procedure.two_round.step_2_3_second_opinion import Chosen, Request
from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.room import Leaving, Seat, room


@dataclass(frozen=True, slots=True)
class Load:
    """Be how many second opinions a pair gives: in all, and by why they lie with it."""

    pair: str
    names: tuple[str, ...]
    total: int
    returned: int
    named: int
    proposed: int


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """Be one request; `chair_away` are chairs who are conflicted on it."""

    request: Request
    chair_away: tuple[Leaving, ...]


@dataclass(frozen=True, slots=True)
class SecondOpinionBalance:
    """Be the balance over the areas that have come this far; `nobody` are requests without a pair.

    The reasons for asking are left out: the chair may be conflicted on one of them.
    """

    frame: Frame
    areas: tuple[str, ...]
    loads: tuple[Load, ...]
    rows: tuple[BalanceRow, ...]
    nobody: tuple[BalanceRow, ...]

    @property
    def fewest(self) -> int:
        """Return the smallest number that a pair gives."""
        return min((one.total for one in self.loads), default=0)

    @property
    def most(self) -> int:
        """Return the largest number that a pair gives."""
        return max((one.total for one in self.loads), default=0)


def second_opinion_balance(
    round_1: Round1, areas: Sequence[AreaConference], furniture: Furniture
) -> Document:
    """Show the assignment over all areas together (D10), for the chair to change by naming."""
    committee = round_1.review.committee
    chairs = [one.name for one in committee.reviewers if one.role is Role.CHAIR]
    barred = room(round_1.review, Step.SECOND_OPINION).only((Seat.CHAIR,))
    requests = [one for area in areas for one in area.requests]
    rows = [
        BalanceRow(one, barred.leaving(one.application.project_number))
        for one in sorted(requests, key=lambda one: one.application.project_number)
    ]
    words = furniture.words
    frame = furniture.frame(
        step=Step.SECOND_OPINION.value,
        step_name=words.say("Tilleggsvurdering"),
        title=words.say("Fordeling av tilleggsvurderinger"),
        recipient=", ".join(chairs) or words.say("Lederen av fagutvalget"),
    )
    page = SecondOpinionBalance(
        frame,
        tuple(area.area.id for area in areas),
        tuple(
            _load(pair, tuple(one.name for one in members), requests)
            for pair, members in committee.pairs.items()
        ),
        tuple(row for row in rows if row.request.pair),
        tuple(row for row in rows if not row.request.pair),
    )
    return Document("lederen/fordeling-tilleggsvurderinger", "second_opinion_balance.html", page)


def _load(pair: str, names: tuple[str, ...], requests: Sequence[Request]) -> Load:
    mine = [one.chosen for one in requests if one.pair == pair]
    return Load(
        pair,
        names,
        len(mine),
        mine.count(Chosen.RETURNED),
        mine.count(Chosen.NAMED),
        mine.count(Chosen.PROPOSED),
    )
