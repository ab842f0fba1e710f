"""Gather what the recommendation hands out: the lists to board and directors, the record (K4)."""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.call import Call
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.amounts_and_times import kroner
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Document, Enclosure, Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.panel.award_exports import (
    NOT_RECOMMENDED,
    RECOMMENDATION,
    directors_export,
    graded_export,
    not_recommended_export,
    recommendation_export,
)
from reviewpkg.reports.panel.award_notices import award_warnings, summary
from reviewpkg.reports.panel.decisions import award_decisions
from reviewpkg.reports.panel.directors_list import directors_list
from reviewpkg.reports.panel.overview import overview
from reviewpkg.reports.panel.packet import DECISIONS, PanelPacket
from reviewpkg.reports.panel.panel_flow import recommended
from reviewpkg.reports.panel.panel_record import Basis, panel_record
from reviewpkg.reports.panel.recommendation_list import recommendation_list
from reviewpkg.reports.step_index import StepWords, Task

BOARD_LIST: Final = "programstyret/innstilling"
DIRECTORS_LIST: Final = "direktormotet/innstilling"
RECORD: Final = "protokoll"
OFFICE: Final = "Sekretariatet"
WORDS: Final = StepWords(
    "K4",
    "Innstilling",
    "Innstillingen: oversikt",
    "Ekspertpanelets innstilling til programstyret og direktørmøtet, protokollen, og listene til "
    "saksbehandlingssystemet.",
    (
        Task(OFFICE, "Legger innstillingen fram for lederen av panelet og for programstyret."),
        Task("Lederen av panelet", "Undertegner innstillingen."),
        Task("Programstyret", "Undertegner og sender innstillingen til direktørmøtet."),
        Task("Direktørmøtet", "Vedtar bevilgningen og undertegner sin egen liste."),
        Task(OFFICE, "Arkiverer protokollen. Den har alle karakterer og skal ikke sendes videre."),
        Task(
            OFFICE,
            f"Leser inn «{RECOMMENDATION}» etter vedtaket, og skriver brev til søkerne i "
            f"«{NOT_RECOMMENDED}». Søknader som ble avvist formelt, står i listene fra make "
            "screening.",
        ),
    ),
)


def award_packet(
    screened: Screening, found: Recommendation, furniture: Furniture, basis: Basis
) -> PanelPacket:
    """Return the recommendation to the board and the directors, the record and exports (K4).

    The tie at the line, if any, is ruled; `basis` holds what was noticed while reading the tables.
    """
    noticed = award_warnings(screened, found)
    warnings = (*basis.warnings, *(f"Advarsel: {one}" for one in noticed))
    grounds = Basis(basis.inputs, warnings)
    directors = directors_list(screened, found, furniture)
    packet = Packet(
        documents=(
            Document(
                BOARD_LIST,
                "panel/recommendation_list.html",
                recommendation_list(screened, found, furniture),
                _data("programstyret", graded_export(screened, found)),
            ),
            Document(
                DIRECTORS_LIST,
                "panel/directors_list.html",
                directors,
                _data("direktormotet", directors_export(directors)),
            ),
            Document(
                RECORD,
                "panel/panel_record.html",
                panel_record(screened, found, furniture, grounds),
            ),
        ),
        tables={DECISIONS: award_decisions(screened, found)},
        exports={
            RECOMMENDATION: recommendation_export(screened, found),
            NOT_RECOMMENDED: not_recommended_export(screened, found),
        },
        warnings=noticed,
    )
    facts = _facts(screened.review.call, found)
    way = recommended(screened, found)
    index = overview(packet, WORDS, furniture, way, facts)
    return PanelPacket(packet, index, summary(screened, found))


def _data(whom: str, table: CsvTable) -> tuple[Enclosure, ...]:
    """Let a list carry its rows, if it has any."""
    name = f"{RECOMMENDATION}-{whom}.csv"
    return (Enclosure(name, "Søknadene i listen, som tabell", table),) if table.rows else ()


def _facts(call: Call, found: Recommendation) -> tuple[tuple[str, str], ...]:
    """Say what the recommendation comes to, for the overview."""
    return (
        ("Ramme", kroner(call.budget)),
        ("Innstilt", f"{len(found.recommended)} av {len(found.ranked)} støtteverdige"),
        ("Innstilt i alt", kroner(found.spent)),
        ("Står igjen", kroner(found.left_over)),
    )
