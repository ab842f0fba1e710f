"""Say at a glance what round 1 decided, what it printed for whom, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.procedure.two_round.round_1 import Decision, Round1
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.notices import formally_rejected
from reviewpkg.reports.packet_index import Shelf
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.pictures.two_round_flow import flows


@dataclass(frozen=True, slots=True)
class Figures:
    """Be the key figures of an area, or of all areas where `area` is blank."""

    area: str
    applications: int
    selected: int
    rejected: int
    withdrawn: int
    user_review: int


@dataclass(frozen=True, slots=True)
class Round1Index:
    """Be the overview of a packet; `formal` says how many were rejected before 1.1, if any."""

    frame: Frame
    areas: tuple[Figures, ...]
    in_all: Figures
    flows: tuple[Flow, ...]
    pair_forms: int
    user_representatives: int
    adjusted: bool
    formal: tuple[str, ...]
    warnings: tuple[str, ...]
    shelves: tuple[Shelf, ...]


def round_1_index(
    round_1: Round1,
    furniture: Furniture,
    shelves: tuple[Shelf, ...],
    pair_forms: int,
    warnings: tuple[str, ...],
) -> Round1Index:
    """Give the overview of round 1; empty shelves are left out."""
    call, committee = round_1.review.call, round_1.review.committee
    words = furniture.words
    frame = furniture.frame(
        step="1.2–1.4",
        step_name=words.say("Runde 1"),
        title=words.say("Runde 1: oversikt"),
        recipient=words.say("Sekretariatet"),
    )
    areas = [area.id for area in call.areas]
    return Round1Index(
        frame,
        tuple(_figures(round_1, area, (area,)) for area in areas),
        _figures(round_1, "", tuple(areas)),
        flows(round_1),
        pair_forms,
        len(committee.user_representatives),
        bool(call.number_adjustments or call.moves),
        tuple(map(words.retell, formally_rejected(round_1.review))),
        tuple(map(words.retell, warnings)),
        tuple(one for one in shelves if one.documents),
    )


def _figures(round_1: Round1, name: str, areas: tuple[str, ...]) -> Figures:
    mine = [one for one in round_1.outcomes if one.application.area in areas]
    decided = [one.decision for one in mine]
    return Figures(
        name,
        len(mine),
        decided.count(Decision.SELECTED),
        decided.count(Decision.REJECTION_1),
        decided.count(Decision.WITHDRAWN),
        sum(one.user_review for one in mine),
    )
