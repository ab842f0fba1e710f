"""Say what the secretariat should look at after the award.

It stands in the control record, on the lists and on standard error, so it is sentences that can be
retold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reviewpkg.domain.steps import Step
from reviewpkg.languages.figures import NO_BREAK_SPACE
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, joined, plural_sentence, sentence
from reviewpkg.languages.spelled import Spelled, figure
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward
from reviewpkg.reports.ranking_notices import in_area, pool_deviations, pool_not_needed
from reviewpkg.reports.verdicts import finished

_AWAITED: Final = {
    "samlet": sentence("parenes samlede karakterer"),
    "plenum1": sentence("resultatet av plenum 1"),
    "tilleggsvurdering": sentence("tilleggsvurderingene"),
    "plenum2": sentence("avgjørelsene i plenum 2"),
    "rangering": sentence("parenes rangering"),
    "brukerrangering": sentence("brukerrepresentantenes rangering"),
}


def waits_for(award: AreaAward) -> Sentence:
    """Say what an area waits for, after «venter på»; blank where it is finished."""
    pool = award.conference.pool
    if award.awaited:
        table = award.awaited.table
        return sentence(
            "{what} («{table}», trengs til trinn {step})",
            what=_AWAITED.get(table, table),
            table=table,
            step=award.awaited.step.value,
        )
    if pool and pool.refusals:
        return sentence("at sekretariatet velger hvem som skal til rangering (trinn 2.5)")
    if award.open_ties:
        return sentence(
            "at lederen ordner søknader som står likt: {ties} (trinn 2.6)",
            ties=joined((enumerated(tie) for tie in award.open_ties), between="; "),
        )
    return joined(())


def deviations(award: AreaAward) -> tuple[Sentence, ...]:
    """Say where an area departs from the routine (2.5, 2.7, D15 to D17), with the reason given."""
    pool, final = award.conference.pool, award.final
    if pool is None or pool.refusals:
        return ()
    return (*pool_deviations(pool), *(_share_deviation(final) if final else ()))


def _share_deviation(final: FinalAward) -> Iterator[Sentence]:
    """2.7: say that the share awarded of the ranking pool is not between 20 and 80 %."""
    if final.deviates:
        yield sentence(
            "{awarded} av {ranked} i rangeringen er innvilget, "
            "og det er ikke mellom 20 og 80 prosent.",
            awarded=sum(one.awarded for one in final.funded),
            ranked=len(final.funded),
        )


def award_warnings(round_1: Round1, awards: Iterable[AreaAward]) -> tuple[Sentence, ...]:
    """Return what stands out in the awards, area by area, in the order of the steps."""
    applications = {one.project_number: one for one in round_1.review.applications}
    found: list[Sentence] = []
    for award in awards:
        area, pool = award.conference.area.id, award.conference.pool
        if pool and pool.ignored_setting:
            found.append(in_area(area, pool_not_needed()))
        found += [in_area(area, one) for one in deviations(award)]
        if award.ranking:
            found += [
                sentence(
                    "{area}: {number} er trukket, så søknaden holder ikke lenger den plassen "
                    "lederen ga den (2.6).",
                    area=area,
                    number=one.project_number,
                )
                for one in award.ranking.rulings
                if applications[one.project_number].withdrawn_at(Step.FINAL_AWARD)
            ]
    return tuple(found)


def summary(awards: Iterable[AreaAward]) -> tuple[Sentence, ...]:
    """Say in a line per area what the award came to, for whoever ran it; the waiting ones last."""
    ready, waiting = [], []
    for award in awards:
        area = award.conference.area.id
        if award.final and finished(award):
            ready.append(in_area(area, result(award, award.final)))
        else:
            waiting.append(
                sentence(
                    "{area} er ikke ferdig og venter på {what}.", area=area, what=waits_for(award)
                )
            )
    return (*ready, *waiting)


def result(award: AreaAward, final: FinalAward) -> Sentence:
    """Say in a sentence what a finished area came to (2.7, D23)."""
    pool = award.conference.pool
    above = pool.award_1 if pool else ()
    count = sum(not one.application.withdrawn_at(Step.FINAL_AWARD) for one in above)
    count += sum(one.awarded for one in final.funded)
    return plural_sentence(
        "{count} søknad innvilget for {spent} av {frame}; {left} står igjen.",
        "{count} søknader innvilget for {spent} av {frame}; {left} står igjen.",
        count,
        spent=_kroner(final.spent_before + final.spent),
        frame=_kroner(final.frame),
        left=_kroner(final.left_over),
    )


def _kroner(amount: int) -> Spelled:
    """Write whole kroner for the terminal: 2 343 000 kr."""
    return figure(lambda it: it.kroner(amount).replace(f"{NO_BREAK_SPACE}kr", " kr"))
