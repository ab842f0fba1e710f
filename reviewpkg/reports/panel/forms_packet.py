"""Gather what the experts get: a form each (K2)."""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.sentence import Sentence, plural_sentence, sentence
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.panel.expert_form import STEP_NAME, expert_forms
from reviewpkg.reports.panel.expert_load import expert_load, load_warnings
from reviewpkg.reports.panel.overview import overview
from reviewpkg.reports.panel.packet import OFFICE, PanelPacket
from reviewpkg.reports.panel.panel_flow import before
from reviewpkg.reports.panel.proposal import Proposal, proposal
from reviewpkg.reports.step_index import StepWords, Task

WORDS: Final = StepWords(
    "K2",
    STEP_NAME,
    sentence("Ekspertenes skjemaer: oversikt"),
    sentence(
        "Ett skjema til hver ekspert, og en oversikt over hvem som er foreslått til hva. Forslaget "
        "binder ingen: karakterer teller fra alle eksperter som er habile."
    ),
    (
        Task(
            OFFICE,
            sentence("Ser over fordelingen og sender hvert skjema bare til den det gjelder."),
        ),
        Task(
            sentence("Ekspertene"),
            sentence("Setter karakterer på egen hånd og sender skjemaet tilbake."),
        ),
        Task(
            OFFICE,
            sentence(
                "Legger de utfylte skjemaene i mappen «karakterer», under navnene de har. De skal "
                "ikke slås sammen eller endres."
            ),
        ),
        Task(OFFICE, sentence("Kjører make panel når karakterene er inne.")),
    ),
)


def forms_packet(screened: Screening, furniture: Furniture) -> PanelPacket:
    """Return the experts' forms, and who was proposed for what (K2)."""
    call = screened.review.call
    proposed = proposal(screened)
    wanted, least = call.experts_proposed, call.min_experts
    packet = Packet(
        (expert_load(proposed, furniture, wanted, least),),
        forms=expert_forms(proposed, furniture.speaking(call.expert_language)),
        warnings=load_warnings(proposed, wanted, least),
    )
    summary = (_summary(proposed),)
    way = before(screened, PanelStep.GRADING)
    return PanelPacket(packet, overview(packet, WORDS, furniture, way), summary)


def _summary(proposed: Proposal) -> Sentence:
    loads = [len(one.applications) for one in proposed.work if one.applications]
    count = len(proposed.applications)
    if not loads:
        return sentence("Ingen søknader er fordelt på ekspertene.")
    if len(loads) == 1:
        return plural_sentence(
            "Én søknad er fordelt på én ekspert.",
            "{count} søknader er fordelt på én ekspert.",
            count,
        )
    if min(loads) == max(loads):
        return plural_sentence(
            "Én søknad er fordelt på {experts} eksperter, {each} på hver.",
            "{count} søknader er fordelt på {experts} eksperter, {each} på hver.",
            count,
            experts=len(loads),
            each=loads[0],
        )
    return plural_sentence(
        "Én søknad er fordelt på {experts} eksperter, {fewest} til {most} på hver.",
        "{count} søknader er fordelt på {experts} eksperter, {fewest} til {most} på hver.",
        count,
        experts=len(loads),
        fewest=min(loads),
        most=max(loads),
    )
