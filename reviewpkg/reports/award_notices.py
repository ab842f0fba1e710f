"""Say in Norwegian sentences what the secretariat should look at after the award.

They stand in the control record, on the lists and on standard error, so they are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reviewpkg.domain.steps import Step
from reviewpkg.languages.lists import enumerated
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward
from reviewpkg.reports.ranking_notices import pool_deviations
from reviewpkg.reports.verdicts import finished

_AWAITED: Final = {
    "samlet": "parenes samlede karakterer",
    "plenum1": "resultatet av plenum 1",
    "tilleggsvurdering": "tilleggsvurderingene",
    "plenum2": "avgjørelsene i plenum 2",
    "rangering": "parenes rangering",
    "brukerrangering": "brukerrepresentantenes rangering",
}


def waits_for(award: AreaAward) -> str:
    """Say what an area waits for, after «venter på»; blank where it is finished."""
    pool = award.conference.pool
    if award.awaited:
        table = award.awaited.table
        step = award.awaited.step.value
        return f"{_AWAITED.get(table, table)} («{table}», trengs til trinn {step})"
    if pool and pool.refusals:
        return "at sekretariatet velger hvem som skal til rangering (trinn 2.5)"
    if award.open_ties:
        return f"at lederen ordner søknader som står likt: {_ties(award)} (trinn 2.6)"
    return ""


def _ties(award: AreaAward) -> str:
    return "; ".join(enumerated(tie) for tie in award.open_ties)


def deviations(award: AreaAward) -> tuple[str, ...]:
    """Say where an area departs from the routine (2.5, 2.7, D15 to D17), with the reason given."""
    pool, final = award.conference.pool, award.final
    if pool is None or pool.refusals:
        return ()
    return (*pool_deviations(pool), *(_share_deviation(final) if final else ()))


def _share_deviation(final: FinalAward) -> Iterator[str]:
    """2.7: say that the share awarded of the ranking pool is not between 20 and 80 %."""
    if final.deviates:
        awarded = sum(one.awarded for one in final.funded)
        yield (
            f"{awarded} av {len(final.funded)} i rangeringen er innvilget, "
            "og det er ikke mellom 20 og 80 prosent."
        )


def _count(number: int) -> str:
    return f"{number} {'søknad' if number == 1 else 'søknader'}"


def award_warnings(round_1: Round1, awards: Iterable[AreaAward]) -> tuple[str, ...]:
    """Return what stands out in the awards, area by area, in the order of the steps."""
    applications = {one.project_number: one for one in round_1.review.applications}
    found: list[str] = []
    for award in awards:
        area, pool = award.conference.area.id, award.conference.pool
        if pool and pool.ignored_setting:
            found.append(
                f"{area}: alle får plass i rammen, så «ranking_pool» i call.toml brukes ikke (2.5)."
            )
        found += [f"{area}: {sentence}" for sentence in deviations(award)]
        if award.ranking:
            found += [
                f"{area}: {one.project_number} er trukket, så søknaden holder ikke lenger den "
                f"plassen lederen ga den (2.6)."
                for one in award.ranking.rulings
                if applications[one.project_number].withdrawn_at(Step.FINAL_AWARD)
            ]
    return tuple(found)


def summary(awards: Iterable[AreaAward]) -> tuple[str, ...]:
    """Say in a line per area what the award came to, for whoever ran it; the waiting ones last."""
    ready, waiting = [], []
    for award in awards:
        area = award.conference.area.id
        if award.final and finished(award):
            ready.append(f"{area}: {result(award, award.final)}")
        else:
            waiting.append(f"{area} er ikke ferdig og venter på {waits_for(award)}.")
    return (*ready, *waiting)


def result(award: AreaAward, final: FinalAward) -> str:
    """Say in a sentence what a finished area came to (2.7, D23)."""
    pool = award.conference.pool
    above = pool.award_1 if pool else ()
    count = sum(not one.application.withdrawn_at(Step.FINAL_AWARD) for one in above)
    count += sum(one.awarded for one in final.funded)
    spent = final.spent_before + final.spent
    return (
        f"{_count(count)} innvilget for {kroner(spent)} av {kroner(final.frame)}; "
        f"{kroner(final.left_over)} står igjen."
    )


def kroner(amount: int) -> str:
    """Write whole kroner for the terminal: 2 343 000 kr."""
    return f"{amount:,} kr".replace(",", "\u00a0")
