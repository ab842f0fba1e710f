"""Gather what the recommendation hands out: the lists to board and directors, the record (K4)."""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.call import Call
from reviewpkg.languages.sentence import sentence, warning
from reviewpkg.languages.words import Words
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
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
from reviewpkg.reports.panel.packet import DECISIONS, OFFICE, PanelPacket
from reviewpkg.reports.panel.panel_flow import recommended
from reviewpkg.reports.panel.panel_record import Basis, panel_record
from reviewpkg.reports.panel.recommendation_list import recommendation_list
from reviewpkg.reports.parts import in_parts
from reviewpkg.reports.step_index import StepWords, Task

BOARD_LIST: Final = "programstyret/innstilling"
DIRECTORS_LIST: Final = "direktormotet/innstilling"
RECORD: Final = "protokoll"
WORDS: Final = StepWords(
    "K4",
    sentence("Innstilling"),
    sentence("Innstillingen: oversikt"),
    sentence(
        "Ekspertpanelets innstilling til programstyret og direktørmøtet, protokollen, og listene "
        "til saksbehandlingssystemet."
    ),
    (
        Task(
            OFFICE,
            sentence("Legger innstillingen fram for lederen av panelet og for programstyret."),
        ),
        Task(sentence("Lederen av panelet"), sentence("Undertegner innstillingen.")),
        Task(
            sentence("Programstyret"),
            sentence("Undertegner og sender innstillingen til direktørmøtet."),
        ),
        Task(
            sentence("Direktørmøtet"),
            sentence("Vedtar bevilgningen og undertegner sin egen liste."),
        ),
        Task(
            OFFICE,
            sentence("Arkiverer protokollen. Den har alle karakterer og skal ikke sendes videre."),
        ),
        Task(
            OFFICE,
            sentence(
                "Leser inn «innstilling» etter vedtaket, og skriver brev til søkerne i "
                "«avslag-ikke-innstilt». Søknader som ble avvist formelt, står i listene fra make "
                "screening."
            ),
        ),
    ),
)


def award_packet(
    screened: Screening, found: Recommendation, furniture: Furniture, basis: Basis
) -> PanelPacket:
    """Return the recommendation to the board and the directors, the record and exports (K4).

    The tie at the line, if any, is ruled; `basis` holds what was noticed while reading the tables.
    """
    words = furniture.words
    noticed = award_warnings(screened, found)
    warnings = (*basis.warnings, *map(warning, noticed))
    grounds = Basis(basis.inputs, warnings)
    directors = directors_list(screened, found, furniture)
    packet = Packet(
        documents=in_parts(
            (
                Document(
                    BOARD_LIST,
                    "panel/recommendation_list.html",
                    recommendation_list(screened, found, furniture),
                    _data(words, "programstyret", graded_export(screened, found)),
                    sealed=True,
                ),
                Document(
                    DIRECTORS_LIST,
                    "panel/directors_list.html",
                    directors,
                    _data(words, "direktormotet", directors_export(directors)),
                    sealed=True,
                ),
                Document(
                    RECORD,
                    "panel/panel_record.html",
                    panel_record(screened, found, furniture, grounds),
                    sealed=True,
                ),
            )
        ),
        tables={DECISIONS: award_decisions(screened, found)},
        exports={
            RECOMMENDATION: recommendation_export(screened, found),
            NOT_RECOMMENDED: not_recommended_export(screened, found),
        },
        warnings=noticed,
    )
    facts = _facts(words, screened.review.call, found)
    way = recommended(screened, found)
    index = overview(packet, WORDS, furniture, way, facts)
    return PanelPacket(packet, index, summary(screened, found))


def _data(words: Words, whom: str, table: CsvTable) -> tuple[Enclosure, ...]:
    """Let a list carry its rows, if it has any."""
    if not table.rows:
        return ()
    about = words.say("Søknadene i listen, som tabell")
    return (Enclosure(f"{RECOMMENDATION}-{whom}.csv", about, table),)


def _facts(words: Words, call: Call, found: Recommendation) -> tuple[tuple[str, str], ...]:
    """Say what the recommendation comes to, for the overview."""
    kroner = words.figures.kroner
    recommended_of = words.plural(
        "{recommended} av {count} støtteverdige",
        "{recommended} av {count} støtteverdige",
        len(found.ranked),
        recommended=len(found.recommended),
    )
    return (
        (words.say("Ramme"), kroner(call.budget)),
        (words.say("Innstilt"), recommended_of),
        (words.say("Innstilt i alt"), kroner(found.spent)),
        (words.say("Står igjen"), kroner(found.left_over)),
    )
