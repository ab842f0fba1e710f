"""Gather what the screening before 1.1 hands out in the two-round routine."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from reviewpkg.domain.applications import Application, Review
from reviewpkg.domain.screening import Screening
from reviewpkg.domain.steps import Step
from reviewpkg.domain.tables import APPLICANT, AREA
from reviewpkg.languages.sentence import sentence
from reviewpkg.languages.words import Words
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.step_0_screening import results
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.formal.packet import FormalPacket, formal_packet
from reviewpkg.reports.formal.rejected_before import RejectedBefore, rejected_before
from reviewpkg.reports.formal.screened_call import FormalApplication, FormalWords, ScreenedCall
from reviewpkg.reports.step_index import step_index

WORDS: Final = FormalWords(
    step="",
    step_name=sentence("Formell vurdering før 1.1"),
    applicant=APPLICANT,
    place=AREA,
    about=sentence("Prosjektnavn og søkerorganisasjon"),
    criteria=("F1", "F2"),
    reading_in=sentence("Leser listen «avslag-formelle-krav» inn i ExtraWeb."),
    next_step=sentence("Kjører «make forms», som lager fagutvalgets skjemaer."),
)


@dataclass(frozen=True, slots=True)
class ScreeningPacket:
    """Be the screening's packet with what its overview is made of."""

    made: FormalPacket
    furniture: Furniture

    def index(self, files: Collection[str], warnings: tuple[str, ...]) -> Document:
        """Return the overview, HTML only; `files` are the paths of all files in the packet."""
        made = self.made
        return step_index(
            made.packet,
            made.words,
            self.furniture,
            areas=(),
            files=files,
            warnings=warnings,
            facts=made.facts,
        )


def screening_packet(review: Review, rules: Screening, furniture: Furniture) -> ScreeningPacket:
    """Return the protocol, the rejection list and the letters of a call with formal criteria."""
    made = formal_packet(screened_call(review, rules), furniture)
    return ScreeningPacket(made, furniture)


def screened_call(review: Review, rules: Screening) -> ScreenedCall:
    """Return what the formal papers need of a two-round call."""
    everyone = (*review.applications, *review.formally_rejected)
    in_order = sorted(everyone, key=lambda one: one.project_number)
    applications = tuple(_application(one) for one in in_order)
    return ScreenedCall(rules, applications, results(review), WORDS)


def formal_record(round_1: Round1) -> RejectedBefore | None:
    """Return what a record says of the screening; None where the call has no formal criteria."""
    rules = round_1.review.call.screening
    if rules is None or not rules.criteria:
        return None
    words = Words(round_1.review.call.language)
    return rejected_before(words, screened_call(round_1.review, rules))


def _application(one: Application) -> FormalApplication:
    return FormalApplication(
        project_number=one.project_number,
        title=one.title,
        applicant=one.applicant,
        place=one.area,
        withdrawn_from=one.withdrawn_from or "",
        withdrawn_before=one.withdrawn_at(Step.GRADING),
    )
