"""Say what stops an award: ties that only the chair can order, a pool that cannot be used.

They go to standard error like any other fault of the input, so they are text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.languages.lists import enumerated
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
_WHY: Final = {
    Refusal.OUTSIDE_THE_LIST: "«last» ligger etter den siste raden; rekkefølgen har {rows} rader",
    Refusal.TIE_AT_EDGE: "en kant deler søknader som står likt",
    Refusal.OVER_FRAME: "innvilgelse 1 over den koster mer enn rammen på {frame} kr",
    Refusal.LINE_OUTSIDE: "budsjettlinjen, som går etter rad {line}, ligger ikke inne i den",
    Refusal.UNUSUAL_SIZE: "den har ikke 7 til 13 søknader",
    Refusal.IMPOSSIBLE: "ingen rangering kan innvilge mellom 20 og 80 prosent av den",
}
_SOFT: Final = {Refusal.LINE_OUTSIDE, Refusal.UNUSUAL_SIZE, Refusal.IMPOSSIBLE}
_SAFETY: Final = {
    Safety.SAFE: "",
    Safety.POSSIBLE: ", som kan bli utenfor 20–80 prosent",
    Safety.IMPOSSIBLE: ", som aldri blir mellom 20 og 80 prosent",
}


def open_tie_problems(awards: Iterable[AreaAward]) -> tuple[Problem, ...]:
    """Name the tied applications that the chair must order before anything is awarded (D20)."""
    return tuple(
        Problem(Place(RULINGS.name), _tied(award.conference.area.id, tie))
        for award in awards
        for tie in award.open_ties
    )


def _tied(area: str, tie: tuple[str, ...]) -> str:
    most = "den ene av dem" if len(tie) == 1 + 1 else "alle unntatt én av dem"
    return (
        f"{enumerated(tie)} i {area} står likt på rangeringslisten, og bare lederen kan avgjøre "
        f"rekkefølgen. Før en ny plassering med begrunnelse for {most}, og kjør igjen."
    )


def unfinished(awards: Iterable[AreaAward]) -> tuple[Problem, ...]:
    """Say what each area waits for, where none is finished."""
    return tuple(
        Problem(
            Place(award.awaited.table if award.awaited else RULINGS.name),
            f"området «{award.conference.area.id}» venter på {waits_for(award)}.",
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


def _refused(pool: Pool) -> str:
    rows, frame = len(pool.standings), f"{pool.frame:,}".replace(",", " ")
    line = line_row(pool.standings, pool.frame)
    if Refusal.NONE_ADMISSIBLE in pool.refusals:
        return " ".join(_none(pool, line))
    refusals = [one for one in pool.refusals if not _follows(one, pool.refusals)]
    why = "; ".join(_WHY[one].format(rows=rows, frame=frame, line=line) for one in refusals)
    sentences = [f"gruppen til rangering i {pool.area} kan ikke brukes: {why}."]
    if not _SOFT.isdisjoint(refusals):
        sentences.append(
            "Skal rutinen fravikes i størrelse, linje eller andel, må «deviation» gi en grunn."
        )
    if pool.others:
        sentences.append(f"Programmet ville foreslått {_window(pool.others[0])}.")
    sentences.extend(_nearest(pool))
    return " ".join(sentences)


def _follows(refusal: Refusal, refusals: Collection[Refusal]) -> bool:
    """Tell whether a refusal only repeats that award 1 costs more than the frame (D14)."""
    wordy = {Refusal.LINE_OUTSIDE, Refusal.IMPOSSIBLE}
    return refusal in wordy and Refusal.OVER_FRAME in refusals


def _none(pool: Pool, line: int) -> Iterator[str]:
    """Say what the program looked for without finding it (D16)."""
    yield (
        f"programmet finner ingen gruppe til rangering i {pool.area}: ingen {SMALLEST} til "
        f"{LARGEST} rader i rekkefølgen har budsjettlinjen inne i seg, deler ingen som står likt, "
        "og kan gi mellom 20 og 80 prosent innvilget."
    )
    if line == 0:
        yield "Ikke engang den første søknaden får plass i rammen."
    yield from _nearest(pool)
    yield "Velg «first» og «last» her, med grunnen i «deviation»."


def _nearest(pool: Pool) -> Iterator[str]:
    if pool.nearest:
        yield f"Nærmest kommer {'; '.join(_window(one) for one in pool.nearest)}."


def _window(one: Window) -> str:
    """Name a window by its rows, its size and what any ranking gives (D15)."""
    fewest, most = one.bounds.fewest, one.bounds.most
    given = f"{fewest}" if fewest == most else f"{fewest} til {most}"
    outside = "" if one.holds_line else ", uten linjen"
    return (
        f"rad {one.first}–{one.last} ({one.size} søknader{outside}; uansett rangering innvilges "
        f"{given}{_SAFETY[one.safety]})"
    )
