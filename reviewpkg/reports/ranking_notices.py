"""Say what the secretariat should look at in 2.5 and 2.6.

It stands on the pages of the two steps and on standard error, so it is sentences that can be
retold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewpkg.domain.people import Reviewer
from reviewpkg.domain.steps import Step
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, joined, plural_sentence, sentence
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis, Deviation, Pool
from reviewpkg.procedure.two_round.step_2_5_windows import LARGEST, SMALLEST, Window


def pool_deviations(pool: Pool) -> tuple[Sentence, ...]:
    """Say where a pool departs from the routine, with the reason given (2.5, D15 to D17)."""
    if pool.window is None or pool.refusals:
        return ()
    said = [_deviation(pool, pool.window, one) for one in pool.deviations]
    if said and pool.reason:
        said.append(sentence("Sekretariatets begrunnelse: «{reason}»", reason=pool.reason))
    return tuple(said)


def _deviation(pool: Pool, one: Window, deviation: Deviation) -> Sentence:
    match deviation:
        case Deviation.UNUSUAL_SIZE if pool.basis is Basis.ALL_OF_FEW:
            return plural_sentence(
                "Området har bare {count} søknad i runde 2, og den går til rangering. "
                "Rutinen regner med {smallest} til {largest}.",
                "Området har bare {count} søknader i runde 2, og alle går til rangering. "
                "Rutinen regner med {smallest} til {largest}.",
                one.size,
                smallest=SMALLEST,
                largest=LARGEST,
            )
        case Deviation.UNUSUAL_SIZE:
            return plural_sentence(
                "{count} søknad går til rangering. Rutinen sier {smallest} til {largest}.",
                "{count} søknader går til rangering. Rutinen sier {smallest} til {largest}.",
                one.size,
                smallest=SMALLEST,
                largest=LARGEST,
            )
        case Deviation.LINE_OUTSIDE:
            return sentence("Budsjettlinjen ligger ikke mellom søknader som går til rangering.")
        case Deviation.NOT_SAFE:
            return sentence(
                "Det er ikke gitt på forhånd at mellom 20 og 80 prosent blir innvilget: "
                "rangeringen kan gi {awards} av {size}.",
                awards=_awards(one),
                size=one.size,
            )
        case Deviation.IMPOSSIBLE:
            return sentence(
                "Ingen rangering kan gi mellom 20 og 80 prosent innvilget: "
                "det blir {awards} av {size}.",
                awards=_awards(one),
                size=one.size,
            )


def _awards(one: Window) -> Sentence:
    fewest, most = one.bounds.fewest, one.bounds.most
    if fewest == most:
        return joined([str(fewest)])
    return sentence("fra {fewest} til {most}", fewest=fewest, most=most)


def ranking_warnings(areas: Iterable[AreaConference]) -> tuple[Sentence, ...]:
    """Return what stands out before the ranking, area by area (2.5, 2.6)."""
    return tuple(
        in_area(area.area.id, found)
        for area in areas
        if area.pool
        for found in (*_pool(area.pool), *_ballots(area))
    )


def in_area(area: str, found: Sentence) -> Sentence:
    """Put before a sentence which area it is about."""
    return joined([area, found], between=": ")


def pool_not_needed() -> Sentence:
    """Say that the call file names a pool although everybody gets theirs (2.5, D17)."""
    return sentence("alle får plass i rammen, så «ranking_pool» i call.toml brukes ikke (2.5).")


def _pool(pool: Pool) -> Iterator[Sentence]:
    if pool.ignored_setting:
        yield pool_not_needed()
    yield from pool_deviations(pool)


def _ballots(area: AreaConference) -> Iterator[Sentence]:
    """2.6: say what nobody, or not everybody, is there to rank (D19, D24)."""
    left = [one.project_number for one in area.left_in_pool]
    if not left or area.pool is None:
        return
    struck = [one.project_number for one in area.pool.ranking if one.project_number not in left]
    if struck:
        yield sentence(
            "{numbers} er trukket og strøket fra rangeringen.",
            numbers=enumerated(struck),
        )
    idle = [duty.pair for duty in area.duties if not duty.ranked]
    if idle:
        yield sentence(
            "begge i par {pairs} er inhabile på alle søknadene som skal rangeres, "
            "så de får ikke noe skjema.",
            pairs=enumerated(idle),
        )
    nobody = [number for number in left if not any(number in duty.ranked for duty in area.duties)]
    if nobody:
        yield sentence(
            "ingen par kan rangere {numbers}; uten poeng står slike søknader sist på "
            "listen til lederen bestemmer noe annet.",
            numbers=enumerated(nobody),
        )
    unplaced = [number for number in left if number not in area.user_duty]
    if unplaced:
        yield sentence(
            "alle brukerrepresentantene er inhabile på {numbers}, som derfor ikke "
            "er med i deres rangering og står sist blant like.",
            numbers=enumerated(unplaced),
        )


def ranking_list_warnings(
    awards: Iterable[AreaAward], without_address: Iterable[Reviewer]
) -> tuple[Sentence, ...]:
    """Return what stands out in the ranking lists, and who gets no e-mail (2.6, D20)."""
    found: list[Sentence] = []
    for award in awards:
        area = award.conference.area.id
        found += [in_area(area, _tied(tie)) for tie in award.open_ties]
        found += [in_area(area, one) for one in _moved_and_gone(award)]
    names = [person.name for person in without_address]
    if names:
        found.append(
            sentence(
                "{names} har ingen e-postadresse som kan brukes, og får ingen e-post. "
                "Send rangeringslisten på en annen måte.",
                names=enumerated(names),
            )
        )
    return tuple(found)


def _tied(tie: tuple[str, ...]) -> Sentence:
    return sentence(
        "{numbers} står likt, og bare lederen kan avgjøre rekkefølgen. "
        "Tildelingen venter på det («lederbeslutning»).",
        numbers=enumerated(tie),
    )


def _moved_and_gone(award: AreaAward) -> Iterator[Sentence]:
    """Name what is withdrawn after the ranking: it holds no place in the award (D24)."""
    ranking = award.ranking
    gone = [
        one.project_number
        for one in (ranking.final if ranking else ())
        if one.application.withdrawn_at(Step.FINAL_AWARD)
    ]
    if gone:
        yield sentence(
            "{numbers} er trukket og regnes ikke med i summene (2.7).",
            numbers=enumerated(gone),
        )
