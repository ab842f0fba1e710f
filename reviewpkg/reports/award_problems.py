"""Say what stops an award: ties that only the chair can order, a pool that cannot be used.

It goes to standard error like any other fault of the input, so it is sentences that can be retold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.languages.figures import NO_BREAK_SPACE
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, joined, plural_sentence, sentence
from reviewpkg.languages.spelled import Spelled, figure
from reviewpkg.problems import Place, Problem
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Pool, Refusal
from reviewpkg.procedure.two_round.step_2_5_windows import (
    LARGEST,
    SMALLEST,
    Safety,
    Window,
    line_row,
)
from reviewpkg.reports.award_notices import waits_for

CALL_FILE: Final = "call.toml"
_SOFT: Final = {Refusal.LINE_OUTSIDE, Refusal.UNUSUAL_SIZE, Refusal.IMPOSSIBLE}


def open_tie_problems(awards: Iterable[AreaAward]) -> tuple[Problem, ...]:
    """Name the tied applications that the chair must order before anything is awarded (D20)."""
    return tuple(
        Problem(Place(RULINGS.name), _tied(award.conference.area.id, tie))
        for award in awards
        for tie in award.open_ties
    )


def _tied(area: str, tie: tuple[str, ...]) -> Sentence:
    if len(tie) == 1 + 1:
        return sentence(
            "{numbers} i {area} står likt på rangeringslisten, og bare lederen kan avgjøre "
            "rekkefølgen. Før en ny plassering med begrunnelse for den ene av dem, og kjør igjen.",
            numbers=enumerated(tie),
            area=area,
        )
    return sentence(
        "{numbers} i {area} står likt på rangeringslisten, og bare lederen kan avgjøre "
        "rekkefølgen. Før en ny plassering med begrunnelse for alle unntatt én av dem, og kjør "
        "igjen.",
        numbers=enumerated(tie),
        area=area,
    )


def unfinished(awards: Iterable[AreaAward]) -> tuple[Problem, ...]:
    """Say what each area waits for, where none is finished."""
    return tuple(
        Problem(
            Place(award.awaited.table if award.awaited else RULINGS.name),
            sentence(
                "området «{area}» venter på {what}.",
                area=award.conference.area.id,
                what=waits_for(award),
            ),
        )
        for award in awards
        if award.conference.members
    )


def pool_problems(conferences: Iterable[AreaConference]) -> tuple[Problem, ...]:
    """Say why an area's ranking pool cannot be used, and which ones come nearest (D16)."""
    return tuple(
        Problem(Place(CALL_FILE, key=f"areas[{place}].ranking_pool"), _refused(one.pool))
        for place, one in enumerate(conferences, start=1)
        if one.pool and one.pool.refusals
    )


def _refused(pool: Pool) -> Sentence:
    if Refusal.NONE_ADMISSIBLE in pool.refusals:
        return joined(_none(pool), between=" ")
    refusals = [one for one in pool.refusals if not _follows(one, pool.refusals)]
    told = [
        sentence(
            "gruppen til rangering i {area} kan ikke brukes: {why}.",
            area=pool.area,
            why=joined((_why(one, pool) for one in refusals), between="; "),
        )
    ]
    if not _SOFT.isdisjoint(refusals):
        told.append(
            sentence(
                "Skal rutinen fravikes i størrelse, linje eller andel, må «deviation» gi en grunn."
            )
        )
    if pool.others:
        told.append(
            sentence("Programmet ville foreslått {window}.", window=_window(pool.others[0]))
        )
    told.extend(_nearest(pool))
    return joined(told, between=" ")


def _why(refusal: Refusal, pool: Pool) -> Sentence:
    match refusal:
        case Refusal.OUTSIDE_THE_LIST:
            return sentence(
                "«last» ligger etter den siste raden; rekkefølgen har {rows} rader",
                rows=len(pool.standings),
            )
        case Refusal.TIE_AT_EDGE:
            return sentence("en kant deler søknader som står likt")
        case Refusal.OVER_FRAME:
            return sentence(
                "innvilgelse 1 over den koster mer enn rammen på {frame}",
                frame=_kroner(pool.frame),
            )
        case Refusal.LINE_OUTSIDE:
            return sentence(
                "budsjettlinjen, som går etter rad {line}, ligger ikke inne i den",
                line=line_row(pool.standings, pool.frame),
            )
        case Refusal.UNUSUAL_SIZE:
            return sentence("den har ikke 7 til 13 søknader")
        case Refusal.IMPOSSIBLE | Refusal.NONE_ADMISSIBLE:
            return sentence("ingen rangering kan innvilge mellom 20 og 80 prosent av den")


def _kroner(amount: int) -> Spelled:
    """Write an amount that may be broken over lines, as those of the terminal are."""
    return figure(lambda it: it.kroner(amount).replace(NO_BREAK_SPACE, " "))


def _follows(refusal: Refusal, refusals: Collection[Refusal]) -> bool:
    """Tell whether a refusal only repeats that award 1 costs more than the frame (D14)."""
    wordy = {Refusal.LINE_OUTSIDE, Refusal.IMPOSSIBLE}
    return refusal in wordy and Refusal.OVER_FRAME in refusals


def _none(pool: Pool) -> Iterator[Sentence]:
    """Say what the program looked for without finding it (D16)."""
    yield sentence(
        "programmet finner ingen gruppe til rangering i {area}: ingen {smallest} til {largest} "
        "rader i rekkefølgen har budsjettlinjen inne i seg, deler ingen som står likt, og kan gi "
        "mellom 20 og 80 prosent innvilget.",
        area=pool.area,
        smallest=SMALLEST,
        largest=LARGEST,
    )
    if line_row(pool.standings, pool.frame) == 0:
        yield sentence("Ikke engang den første søknaden får plass i rammen.")
    yield from _nearest(pool)
    yield sentence("Velg «first» og «last» her, med grunnen i «deviation».")


def _nearest(pool: Pool) -> Iterator[Sentence]:
    if pool.nearest:
        windows = joined((_window(one) for one in pool.nearest), between="; ")
        yield sentence("Nærmest kommer {windows}.", windows=windows)


def _window(one: Window) -> Sentence:
    """Name a window by its rows, its size and what any ranking gives (D15)."""
    return sentence(
        "rad {first}–{last} ({size}; {given})",
        first=one.first,
        last=one.last,
        size=_size(one),
        given=_given(one),
    )


def _size(one: Window) -> Sentence:
    if one.holds_line:
        return plural_sentence("{count} søknad", "{count} søknader", one.size)
    return plural_sentence("{count} søknad, uten linjen", "{count} søknader, uten linjen", one.size)


def _given(one: Window) -> Sentence:
    fewest, most = one.bounds.fewest, one.bounds.most
    awards = joined([str(fewest)])
    if fewest != most:
        awards = sentence("{fewest} til {most}", fewest=fewest, most=most)
    match one.safety:
        case Safety.SAFE:
            return sentence("uansett rangering innvilges {awards}", awards=awards)
        case Safety.POSSIBLE:
            return sentence(
                "uansett rangering innvilges {awards}, som kan bli utenfor 20–80 prosent",
                awards=awards,
            )
        case Safety.IMPOSSIBLE:
            return sentence(
                "uansett rangering innvilges {awards}, som aldri blir mellom 20 og 80 prosent",
                awards=awards,
            )
