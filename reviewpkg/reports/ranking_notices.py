"""Say in Norwegian sentences what the secretariat should look at in 2.5 and 2.6.

They stand on the pages of the two steps and on standard error, so they are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewpkg.domain.people import Reviewer
from reviewpkg.domain.steps import Step
from reviewpkg.languages.lists import enumerated
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis, Deviation, Pool
from reviewpkg.procedure.two_round.step_2_5_windows import LARGEST, SMALLEST, Window


def pool_deviations(pool: Pool) -> tuple[str, ...]:
    """Say where a pool departs from the routine, with the reason given (2.5, D15 to D17)."""
    if pool.window is None or pool.refusals:
        return ()
    said = [_deviation(pool, pool.window, one) for one in pool.deviations]
    if said and pool.reason:
        said.append(f"Sekretariatets begrunnelse: «{pool.reason}»")
    return tuple(said)


def _deviation(pool: Pool, one: Window, deviation: Deviation) -> str:
    fewest, most = one.bounds.fewest, one.bounds.most
    awards = f"{fewest}" if fewest == most else f"fra {fewest} til {most}"
    match deviation:
        case Deviation.UNUSUAL_SIZE if pool.basis is Basis.ALL_OF_FEW:
            return (
                f"Området har bare {one.size} søknader i runde 2, og alle går til rangering. "
                f"Rutinen regner med {SMALLEST} til {LARGEST}."
            )
        case Deviation.UNUSUAL_SIZE:
            return f"{one.size} søknader går til rangering. Rutinen sier {SMALLEST} til {LARGEST}."
        case Deviation.LINE_OUTSIDE:
            return "Budsjettlinjen ligger ikke mellom søknader som går til rangering."
        case Deviation.NOT_SAFE:
            return (
                "Det er ikke gitt på forhånd at mellom 20 og 80 prosent blir innvilget: "
                f"rangeringen kan gi {awards} av {one.size}."
            )
        case Deviation.IMPOSSIBLE:
            return (
                "Ingen rangering kan gi mellom 20 og 80 prosent innvilget: "
                f"det blir {awards} av {one.size}."
            )


def ranking_warnings(areas: Iterable[AreaConference]) -> tuple[str, ...]:
    """Return what stands out before the ranking, area by area (2.5, 2.6)."""
    return tuple(
        f"{area.area.id}: {sentence}"
        for area in areas
        if area.pool
        for sentence in (*_pool(area.pool), *_ballots(area))
    )


def _pool(pool: Pool) -> Iterator[str]:
    if pool.ignored_setting:
        yield "alle får plass i rammen, så «ranking_pool» i call.toml brukes ikke (2.5)."
    yield from pool_deviations(pool)


def _ballots(area: AreaConference) -> Iterator[str]:
    """2.6: say what nobody, or not everybody, is there to rank (D19, D24)."""
    left = [one.project_number for one in area.left_in_pool]
    if not left or area.pool is None:
        return
    struck = [one.project_number for one in area.pool.ranking if one.project_number not in left]
    if struck:
        yield f"{enumerated(struck)} er trukket og strøket fra rangeringen."
    idle = [duty.pair for duty in area.duties if not duty.ranked]
    if idle:
        yield (
            f"begge i {_pairs(idle)} er inhabile på alle søknadene som skal rangeres, "
            "så de får ikke noe skjema."
        )
    nobody = [number for number in left if not any(number in duty.ranked for duty in area.duties)]
    if nobody:
        yield (
            f"ingen par kan rangere {enumerated(nobody)}; uten poeng står slike søknader sist på "
            "listen til lederen bestemmer noe annet."
        )
    unplaced = [number for number in left if number not in area.user_duty]
    if unplaced:
        yield (
            f"alle brukerrepresentantene er inhabile på {enumerated(unplaced)}, som derfor ikke "
            "er med i deres rangering og står sist blant like."
        )


def _pairs(pairs: list[str]) -> str:
    return f"par {enumerated(pairs)}"


def ranking_list_warnings(
    awards: Iterable[AreaAward], without_address: Iterable[Reviewer]
) -> tuple[str, ...]:
    """Return what stands out in the ranking lists, and who gets no e-mail (2.6, D20)."""
    found: list[str] = []
    for award in awards:
        area = award.conference.area.id
        found += [f"{area}: {_tied(tie)}" for tie in award.open_ties]
        found += [f"{area}: {sentence}" for sentence in _moved_and_gone(award)]
    names = [person.name for person in without_address]
    if names:
        found.append(
            f"{enumerated(names)} har ingen e-postadresse som kan brukes, og får ingen e-post. "
            "Send rangeringslisten på en annen måte."
        )
    return tuple(found)


def _tied(tie: tuple[str, ...]) -> str:
    return (
        f"{enumerated(tie)} står likt, og bare lederen kan avgjøre rekkefølgen. "
        "Tildelingen venter på det («lederbeslutning»)."
    )


def _moved_and_gone(award: AreaAward) -> Iterator[str]:
    """Name what is withdrawn after the ranking: it holds no place in the award (D24)."""
    ranking = award.ranking
    gone = [
        one.project_number
        for one in (ranking.final if ranking else ())
        if one.application.withdrawn_at(Step.FINAL_AWARD)
    ]
    if gone:
        yield f"{enumerated(gone)} er trukket og regnes ikke med i summene (2.7)."
