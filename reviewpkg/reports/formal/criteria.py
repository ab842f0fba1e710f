"""Name the formal criteria F1 to F11 in words, each with the bound that a call sets (K1)."""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType
from typing import Final

from reviewpkg.domain.headings import word_in
from reviewpkg.domain.screening import CRITERIA, Screening
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import sentence
from reviewpkg.languages.words import Words
from reviewpkg.reports.formal.lengths import months, pages
from reviewpkg.reports.formal.tongues import tongue
from reviewpkg.reports.points_in_time import clock, in_its_zone

NAMES: Final = MappingProxyType(
    {
        "F1": sentence("Frist"),
        "F2": sentence("Søknadssum"),
        "F3": sentence("Varighet"),
        "F4": sentence("Språk"),
        "F5": sentence("Ledelse og forankring"),
        "F6": sentence("Brukermedvirkning"),
        "F7": sentence("Deltakere fra helseregionene"),
        "F8": sentence("Pasienter fra helseregionene"),
        "F9": sentence("CV med publikasjonsliste"),
        "F10": sentence("Eksplorative markører"),
        "F11": sentence("Søknadskanal"),
    }
)
"""What each criterion is about, whether or not a call asks for it."""

HEADINGS: Final = MappingProxyType(
    {
        "F1": sentence("frist"),
        "F2": sentence("sum"),
        "F3": sentence("varighet"),
        "F4": sentence("språk"),
        "F5": sentence("ledelse"),
        "F6": sentence("brukere"),
        "F7": sentence("region"),
        "F8": sentence("pasient"),
        "F9": sentence("CV"),
        "F10": sentence("markør"),
        "F11": sentence("kanal"),
    }
)
"""A word for each criterion, short enough to stand over a narrow column."""


def named(words: Words, criterion: str) -> str:
    """Return a criterion's id and name: `F2 Søknadssum`."""
    return f"{criterion} {words.retell(NAMES[criterion])}"


def headed(words: Words, criterion: str) -> str:
    """Return a criterion's id and the word for a narrow column: `F2 sum`."""
    return f"{criterion} {words.retell(HEADINGS[criterion])}"


def bounded(words: Words, criterion: str, rules: Screening) -> str:
    """Return a criterion's id and bound: `F2 Søknadssum fra 7 000 000 til 25 000 000 kr`."""
    return f"{criterion} {bound(words, criterion, rules)}"


def bound(words: Words, criterion: str, rules: Screening) -> str:
    """Return in words what a criterion in force asks for, with the call's own numbers."""
    bounds = {
        "F1": _deadline(words, rules),
        "F2": _amount(words, rules),
        "F3": words.say(
            "Varighet på høyst {duration}", duration=months(words, rules.duration_max_months or 0)
        ),
        "F4": words.say(
            "Prosjektbeskrivelse og vedlegg på {language}", language=tongue(words, rules.language)
        ),
        "F5": words.say(
            "Ledet fra en søknadsberettiget institusjon, forankret i dens forskningsledelse"
        ),
        "F6": words.say("Brukermedvirkning"),
        "F7": words.say(
            "Søknadsberettigede deltakere fra {regions}",
            regions=words.retell(enumerated(_regions(words, rules))),
        ),
        "F8": words.say("Åpent for pasienter fra alle helseregionene"),
        "F9": _cv(words, rules),
        "F10": words.say("Omtale av eksplorative markører der de er relevante"),
        "F11": words.say("Sendt inn gjennom {channel}", channel=rules.channel),
    }
    return bounds[criterion]


def reading(words: Words, criterion: str, rules: Screening) -> str:
    """Say how a criterion in force is read where its bound leaves that open; blank elsewhere."""
    match criterion:
        case "F1" if rules.deadline:
            time = clock(rules.deadline)
            return words.say("I tide til og med hele minuttet kl.\u00a0{time}.", time=time)
        case "F5":
            return words.say("Søknadsberettiget er de som står i tabellen «institusjoner».")
        case "F7":
            return words.say(
                "Søkerinstitusjonen teller for sin egen region når den er søknadsberettiget."
            )
        case "F9":
            return words.say(
                "For søkerens egen region er prosjektlederens CV nok. Ingen CV kan være for lang."
            )
        case "F10":
            return words.say("«Ikke relevant» er også et svar.")
        case _:
            return ""


def left_out(words: Words, rules: Screening, known: Collection[str] = CRITERIA) -> tuple[str, ...]:
    """Name the criteria that a call does not ask for, of those its routine knows, in order."""
    return tuple(
        named(words, one) for one in CRITERIA if one in known and one not in rules.criteria
    )


def _regions(words: Words, rules: Screening) -> tuple[str, ...]:
    return tuple(word_in(words.language, region) for region in rules.regions)


def _deadline(words: Words, rules: Screening) -> str:
    if rules.deadline is None:
        return ""
    return words.say("Innsendt innen {moment}", moment=in_its_zone(words, rules.deadline))


def _amount(words: Words, rules: Screening) -> str:
    least, most, figures = rules.amount_min, rules.amount_max, words.figures
    if least is not None and most is not None:
        return words.say(
            "Søknadssum fra {least} til {most}\u00a0kr",
            least=figures.whole(least),
            most=figures.whole(most),
        )
    if least is not None:
        return words.say("Søknadssum på minst {least}", least=figures.kroner(least))
    if most is not None:
        return words.say("Søknadssum på høyst {most}", most=figures.kroner(most))
    return ""


def _cv(words: Words, rules: Screening) -> str:
    most = pages(words, rules.cv_max_pages or 0)
    if not rules.regions:
        return words.say(
            "CV med publikasjonsliste for prosjektlederen, på høyst {length}", length=most
        )
    return words.say(
        "CV med publikasjonsliste for prosjektlederen og for en partner fra hver av de andre "
        "helseregionene, hver på høyst {length}",
        length=most,
    )
