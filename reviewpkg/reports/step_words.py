"""Hold the words of the overviews of 2.5 and 2.6, and say how far each area has come there."""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis
from reviewpkg.reports.step_index import AreaState, StepWords, Task

OFFICE: Final = "Sekretariatet"

RANKING: Final = StepWords(
    "2.5–2.6",
    "Avslag, innvilgelse og rangering",
    "Til rangering: oversikt",
    "Hvem som er innvilget eller avslått nå, hvem som går til rangering, og skjemaene til parene "
    "og brukerrepresentantene.",
    (
        Task("Lederen", "Leser opp hva rangeringen kan gi, fra arket om budsjettlinjen."),
        Task(OFFICE, "Velger eventuelt en annen gruppe i call.toml («ranking_pool»)."),
        Task("Parene", "Rangerer på hvert sitt skjema. Det legges utfylt i «rangering»."),
        Task("Brukerrepresentantene", "Blir enige om én rangering («brukerrangering»)."),
        Task(OFFICE, "Kjører make ranking-list."),
    ),
)
RANKING_LIST: Final = StepWords(
    "2.6",
    "Rangering av gjenstående søknader",
    "Rangeringslisten: oversikt",
    "Rangeringslisten til plenum og lederen, og e-postene den skal sendes med. Programmet sender "
    "ingenting.",
    (
        Task("Plenum", "Ser listen på storskjerm og kommenterer den."),
        Task(
            "Lederen",
            "Avgjør det som står likt, og eventuelle tungtveiende innvendinger, med begrunnelse i "
            f"tabellen «{RULINGS.name}».",
        ),
        Task(OFFICE, "Åpner e-postene, ser over dem og sender dem."),
        Task(OFFICE, "Kjører make award."),
    ),
)


def at_the_line(area: AreaConference) -> AreaState:
    """Say what 2.5 came to in an area."""
    if area.pool is None:
        return AreaState(area.area.id, "", area.awaited.table if area.awaited else "")
    pool = area.pool
    if pool.basis is Basis.NOT_NEEDED:
        return AreaState(area.area.id, f"{len(pool.standings)} innvilget, ingen til rangering")
    done = (
        f"{len(pool.award_1)} innvilget, {len(pool.ranking)} til rangering, "
        f"{len(pool.rejection_2)} avslått"
    )
    return AreaState(area.area.id, done)


def ranked(award: AreaAward) -> AreaState:
    """Say what the ranking came to in an area (2.6)."""
    area = award.conference.area.id
    if award.ranking is None:
        return AreaState(area, "", award.awaited.table if award.awaited else RULINGS.name)
    count = len(award.ranking.final)
    if not count:
        return AreaState(area, "ingen til rangering")
    ties = sum(len(tie) for tie in award.open_ties)
    tied = f", {ties} står likt og venter på lederen" if ties else ""
    return AreaState(area, f"{count} rangert{tied}")
