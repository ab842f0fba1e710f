"""Gather what the panel's meeting gets: the sheet, and what it would lead to as it stands (K3)."""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.lists import enumerated
from reviewpkg.procedure.panel import panel
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.form_texts import applications
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.panel.decisions import panel_decisions
from reviewpkg.reports.panel.joint_record import joint_record
from reviewpkg.reports.panel.overview import overview
from reviewpkg.reports.panel.packet import DECISIONS, PanelPacket
from reviewpkg.reports.panel.panel_flow import before
from reviewpkg.reports.panel.panel_sheet import STEP_NAME, panel_sheet
from reviewpkg.reports.panel.provisional import provisional
from reviewpkg.reports.step_index import StepWords, Task
from reviewpkg.reports.step_words import OFFICE

WORDS: Final = StepWords(
    "K3",
    STEP_NAME,
    "Panelmøtet: oversikt",
    "Panelarket til møtet, et regneark til referatet, og hva karakterene ville ført til slik de "
    "står nå. Ingenting er innstilt ennå.",
    (
        Task(
            "Panelet",
            "Går gjennom søknadene i rekkefølgen på panelarket, særlig dem med stor spredning. Den "
            "som er inhabil, går ut.",
        ),
        Task("Den som fører referat", "Skriver de samlede karakterene i «samlet»."),
        Task(
            OFFICE,
            "Legger «samlet» i utlysningsmappen og kjører make panel en gang til: da viser den "
            "foreløpige innstillingen hva de samlede karakterene gir.",
        ),
        Task(
            "Lederen",
            "Ordner dem som står likt ved linjen, hvis noen gjør det, med begrunnelse i "
            "«lederbeslutning».",
        ),
        Task(OFFICE, "Kjører make award."),
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
    summary = (f"Panelarket har {applications(furniture.words, len(assessed))}.", _summary(found))
    way = before(screened, PanelStep.MEETING)
    return PanelPacket(packet, overview(packet, WORDS, furniture, way), summary)


def _summary(found: Recommendation) -> str:
    worthy = len(found.ranked)
    tie = found.tie
    if tie and tie.open:
        numbers = enumerated(one.project_number for one in tie.members)
        return f"Slik karakterene står, er {_worthy(worthy)}, og {numbers} står likt ved linjen."
    return f"Slik karakterene står, er {_worthy(worthy)} og {len(found.recommended)} innstilt."


def _worthy(count: int) -> str:
    return f"{count} {'støtteverdig' if count == 1 else 'støtteverdige'}"
