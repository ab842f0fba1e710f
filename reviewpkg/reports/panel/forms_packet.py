"""Gather what the experts get: a form each (K2)."""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.words import Words
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.form_texts import applications
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.panel.expert_form import STEP_NAME, expert_forms
from reviewpkg.reports.panel.expert_load import expert_load, load_warnings
from reviewpkg.reports.panel.overview import overview
from reviewpkg.reports.panel.packet import PanelPacket
from reviewpkg.reports.panel.panel_flow import before
from reviewpkg.reports.panel.proposal import Proposal, proposal
from reviewpkg.reports.step_index import StepWords, Task
from reviewpkg.reports.step_words import OFFICE

WORDS: Final = StepWords(
    "K2",
    STEP_NAME,
    "Ekspertenes skjemaer: oversikt",
    "Ett skjema til hver ekspert, og en oversikt over hvem som er foreslått til hva. Forslaget "
    "binder ingen: karakterer teller fra alle eksperter som er habile.",
    (
        Task(OFFICE, "Ser over fordelingen og sender hvert skjema bare til den det gjelder."),
        Task("Ekspertene", "Setter karakterer på egen hånd og sender skjemaet tilbake."),
        Task(
            OFFICE,
            "Legger de utfylte skjemaene i mappen «karakterer», under navnene de har. De skal "
            "ikke slås sammen eller endres.",
        ),
        Task(OFFICE, "Kjører make panel når karakterene er inne."),
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
    summary = (_summary(furniture.words, proposed),)
    way = before(screened, PanelStep.GRADING)
    return PanelPacket(packet, overview(packet, WORDS, furniture, way), summary)


def _summary(words: Words, proposed: Proposal) -> str:
    loads = [len(one.applications) for one in proposed.work if one.applications]
    if not loads:
        return "Ingen søknader er fordelt på ekspertene."
    each = f"{min(loads)}" if min(loads) == max(loads) else f"{min(loads)} til {max(loads)}"
    experts = "én ekspert" if len(loads) == 1 else f"{len(loads)} eksperter"
    count = applications(words, len(proposed.applications))
    spread = "" if len(loads) == 1 else f", {each} på hver"
    return f"{count[0].upper()}{count[1:]} er fordelt på {experts}{spread}."
