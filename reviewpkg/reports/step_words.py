"""Hold the words of the overviews of 2.5 and 2.6, and say how far each area has come there."""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis
from reviewpkg.reports.step_index import AreaState, StepWords, Task

OFFICE: Final = sentence("Sekretariatet")

RANKING: Final = StepWords(
    "2.5–2.6",
    sentence("Avslag, innvilgelse og rangering"),
    sentence("Til rangering: oversikt"),
    sentence(
        "Hvem som er innvilget eller avslått nå, hvem som går til rangering, og skjemaene til "
        "parene og brukerrepresentantene."
    ),
    (
        Task(
            sentence("Lederen"),
            sentence("Leser opp hva rangeringen kan gi, fra arket om budsjettlinjen."),
        ),
        Task(OFFICE, sentence("Velger eventuelt en annen gruppe i call.toml («ranking_pool»).")),
        Task(
            sentence("Parene"),
            sentence("Rangerer på hvert sitt skjema. Det legges utfylt i «rangering»."),
        ),
        Task(
            sentence("Brukerrepresentantene"),
            sentence("Blir enige om én rangering («brukerrangering»)."),
        ),
        Task(OFFICE, sentence("Kjører make ranking-list.")),
    ),
)
RANKING_LIST: Final = StepWords(
    "2.6",
    sentence("Rangering av gjenstående søknader"),
    sentence("Rangeringslisten: oversikt"),
    sentence(
        "Rangeringslisten til plenum og lederen, og e-postene den skal sendes med. Programmet "
        "sender ingenting."
    ),
    (
        Task(sentence("Plenum"), sentence("Ser listen på storskjerm og kommenterer den.")),
        Task(
            sentence("Lederen"),
            sentence(
                "Avgjør det som står likt, og eventuelle tungtveiende innvendinger, med "
                "begrunnelse i tabellen «{table}».",
                table=RULINGS.name,
            ),
        ),
        Task(OFFICE, sentence("Åpner e-postene, ser over dem og sender dem.")),
        Task(OFFICE, sentence("Kjører make award.")),
    ),
)


def at_the_line(area: AreaConference) -> AreaState:
    """Say what 2.5 came to in an area."""
    if area.pool is None:
        return AreaState(area.area.id, "", area.awaited.table if area.awaited else "")
    pool = area.pool
    if pool.basis is Basis.NOT_NEEDED:
        all_in = sentence("{awarded} innvilget, ingen til rangering", awarded=len(pool.standings))
        return AreaState(area.area.id, all_in)
    done = sentence(
        "{awarded} innvilget, {ranked} til rangering, {rejected} avslått",
        awarded=len(pool.award_1),
        ranked=len(pool.ranking),
        rejected=len(pool.rejection_2),
    )
    return AreaState(area.area.id, done)


def ranked(award: AreaAward) -> AreaState:
    """Say what the ranking came to in an area (2.6)."""
    area = award.conference.area.id
    if award.ranking is None:
        return AreaState(area, "", award.awaited.table if award.awaited else RULINGS.name)
    count = len(award.ranking.final)
    if not count:
        return AreaState(area, sentence("ingen til rangering"))
    ties = sum(len(tie) for tie in award.open_ties)
    return AreaState(area, _ranked(count, ties))


def _ranked(ranked: int, ties: int) -> Sentence:
    if not ties:
        return sentence("{ranked} rangert", ranked=ranked)
    return sentence(
        "{ranked} rangert, {ties} står likt og venter på lederen", ranked=ranked, ties=ties
    )
