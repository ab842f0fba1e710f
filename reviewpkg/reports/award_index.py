"""Hold the words of the award's overview: what is awarded, what waits, who does what next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from reviewpkg.languages.sentence import sentence
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.reports.award_notices import result, waits_for
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.pictures.two_round_flow import flows
from reviewpkg.reports.step_index import AreaState, StepWords, Task, step_index
from reviewpkg.reports.step_words import OFFICE
from reviewpkg.reports.verdicts import finished

WORDS: Final = StepWords(
    "2.7",
    sentence("Siste innvilgelse og avslag"),
    sentence("Tildelingen: oversikt"),
    sentence(
        "Tildelingslisten til styret, avslagene og protokollen til kontrollutvalget. Bare områder "
        "som er ferdige, er med."
    ),
    (
        Task(OFFICE, sentence("Legger tildelingslisten fram for styret.")),
        Task(sentence("Styret"), sentence("Vedtar tildelingene og undertegner listen.")),
        Task(sentence("Kontrollutvalget"), sentence("Får protokollen.")),
        Task(
            OFFICE,
            sentence(
                "Leser innvilgelser og avslag inn i ExtraWeb etter styrets vedtak. «avslag-alle» "
                "har avslag 1, 2 og 3 samlet; det som er lest inn før, leses ikke inn på nytt."
            ),
        ),
        Task(
            OFFICE,
            sentence(
                "Kan vise én søknads vei gjennom behandlingen med «python generate.py explain» og "
                "prosjektnummeret."
            ),
        ),
    ),
)


def award_index(  # noqa: PLR0913 - the overview's parts
    packet: Packet,
    round_1: Round1,
    awards: Sequence[AreaAward],
    furniture: Furniture,
    *,
    files: Collection[str],
    warnings: tuple[str, ...],
) -> Document:
    """Return the overview of the award (2.7); `files` are the paths of all files in the packet."""
    states = tuple(_state(award) for award in awards)
    way = flows(round_1, [award.conference for award in awards], awards)
    return step_index(
        packet, WORDS, furniture, areas=states, flows=way, files=files, warnings=warnings
    )


def _state(award: AreaAward) -> AreaState:
    area = award.conference.area.id
    if award.awaited:
        return AreaState(area, "", award.awaited.table)
    if award.final and finished(award):
        return AreaState(area, result(award, award.final))
    return AreaState(area, sentence("Venter på {what}.", what=waits_for(award)))
