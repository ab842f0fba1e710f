"""Gather what the screening hands out in the panel routine (K1)."""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.panel import PanelApplication
from reviewpkg.domain.panel_tables import INSTITUTION, REGION
from reviewpkg.domain.screening import CRITERIA
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.sentence import sentence
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.formal.packet import formal_packet
from reviewpkg.reports.formal.screened_call import FormalApplication, FormalWords, ScreenedCall
from reviewpkg.reports.panel.overview import overview
from reviewpkg.reports.panel.packet import PanelPacket
from reviewpkg.reports.panel.panel_flow import before

WORDS: Final = FormalWords(
    step=PanelStep.SCREENING.value,
    step_name=sentence("Formell vurdering"),
    applicant=INSTITUTION,
    place=REGION,
    about=sentence("Prosjektnavn og søkerinstitusjon"),
    criteria=CRITERIA,
    reading_in=sentence("Leser listen «avslag-formelle-krav» inn i saksbehandlingssystemet."),
    next_step=sentence("Kjører «make forms», som lager ekspertenes skjemaer."),
)


def screening_packet(screened: Screening, furniture: Furniture) -> PanelPacket:
    """Return the protocol, the rejection list and the letters of K1."""
    made = formal_packet(screened_call(screened), furniture)
    way = before(screened, PanelStep.SCREENING)
    index = overview(made.packet, made.words, furniture, way, made.facts)
    return PanelPacket(made.packet, index, made.summary)


def screened_call(screened: Screening) -> ScreenedCall:
    """Return what the formal papers need of a panel call."""
    review = screened.review
    in_order = sorted(review.applications, key=lambda one: one.project_number)
    applications = tuple(_application(one) for one in in_order)
    return ScreenedCall(review.call.screening, applications, screened.results, WORDS)


def _application(one: PanelApplication) -> FormalApplication:
    return FormalApplication(
        project_number=one.project_number,
        title=one.title,
        applicant=one.institution,
        place=one.region,
        withdrawn_from=one.withdrawn_from or "",
        withdrawn_before=one.withdrawn_at(PanelStep.SCREENING),
    )
