"""Gather what the panel's meeting gets: the sheet, and what it would lead to as it stands (K3)."""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, plural_sentence, sentence
from reviewpkg.procedure.panel import panel
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.panel.decisions import panel_decisions
from reviewpkg.reports.panel.joint_record import joint_record
from reviewpkg.reports.panel.overview import overview
from reviewpkg.reports.panel.packet import DECISIONS, OFFICE, PanelPacket
from reviewpkg.reports.panel.panel_flow import before
from reviewpkg.reports.panel.panel_sheet import STEP_NAME, panel_sheet
from reviewpkg.reports.panel.provisional import provisional
from reviewpkg.reports.step_index import StepWords, Task

WORDS: Final = StepWords(
    "K3",
    STEP_NAME,
    sentence("Panelmøtet: oversikt"),
    sentence(
        "Panelarket til møtet, et regneark til referatet, og hva karakterene ville ført til slik "
        "de står nå. Ingenting er innstilt ennå."
    ),
    (
        Task(
            sentence("Panelet"),
            sentence(
                "Går gjennom søknadene i rekkefølgen på panelarket, særlig dem med stor spredning. "
                "Den som er inhabil, går ut."
            ),
        ),
        Task(
            sentence("Den som fører referat"),
            sentence("Skriver de samlede karakterene i «samlet»."),
        ),
        Task(
            OFFICE,
            sentence(
                "Legger «samlet» i utlysningsmappen og kjører make panel en gang til: da viser den "
                "foreløpige innstillingen hva de samlede karakterene gir."
            ),
        ),
        Task(
            sentence("Lederen"),
            sentence(
                "Ordner dem som står likt ved linjen, hvis noen gjør det, med begrunnelse i "
                "«lederbeslutning»."
            ),
        ),
        Task(OFFICE, sentence("Kjører make award.")),
    ),
)


def meeting_packet(screened: Screening, furniture: Furniture) -> PanelPacket:
    """Return the sheet of the meeting and the form that records it (K3)."""
    review = screened.review
    assessed = panel.meet(screened)
    found = panel.recommend(screened)
    packet = Packet(
        (
            panel_sheet(review, assessed, furniture),
            provisional(review.call, found, furniture),
        ),
        forms=(joint_record(review, assessed, furniture),),
        tables={DECISIONS: panel_decisions(screened, assessed)},
    )
    summary = (_rows(len(assessed)), _as_it_stands(found))
    way = before(screened, PanelStep.MEETING)
    return PanelPacket(packet, overview(packet, WORDS, furniture, way), summary)


def _rows(count: int) -> Sentence:
    return plural_sentence("Panelarket har én søknad.", "Panelarket har {count} søknader.", count)


def _as_it_stands(found: Recommendation) -> Sentence:
    worthy, tie = len(found.ranked), found.tie
    if tie and tie.open:
        return plural_sentence(
            "Slik karakterene står, er {count} støtteverdig, og {numbers} står likt ved linjen.",
            "Slik karakterene står, er {count} støtteverdige, og {numbers} står likt ved linjen.",
            worthy,
            numbers=enumerated(one.project_number for one in tie.members),
        )
    return plural_sentence(
        "Slik karakterene står, er {count} støtteverdig og {recommended} innstilt.",
        "Slik karakterene står, er {count} støtteverdige og {recommended} innstilt.",
        worthy,
        recommended=len(found.recommended),
    )
