"""Say in a sentence what an application fails formally: what was found, and the bound.

Both routines screen by these rules. The sentences stand on pages, in exports and in letters.
"""

from __future__ import annotations

from typing import assert_never

from reviewpkg.domain.headings import word_in
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.words import Words
from reviewpkg.procedure.formal_faults import (
    AmountTooLarge,
    AmountTooSmall,
    ApplicantNotEligible,
    CvTooLong,
    Fault,
    Late,
    LeaderWithoutCv,
    MarkersMissing,
    NotAnchored,
    NoUserInvolvement,
    OtherChannel,
    OtherLanguage,
    PatientsFromSomeRegions,
    RegionWithoutCv,
    RegionWithoutPartner,
    TooLong,
)
from reviewpkg.reports.formal.lengths import months, pages
from reviewpkg.reports.formal.tongues import tongue
from reviewpkg.reports.points_in_time import date_and_clock, zone


def reason(words: Words, fault: Fault) -> str:  # noqa: C901, PLR0911, PLR0912 - a sentence for each fault there is
    """Return the sentence of one fault (K1, F1 to F11), to be read without the others."""
    kroner = words.figures.kroner
    match fault:
        case Late():
            return _late(words, fault)
        case AmountTooSmall(amount, least):
            return words.say(
                "Søknadssummen på {amount} er under {least}.",
                amount=kroner(amount),
                least=kroner(least),
            )
        case AmountTooLarge(amount, most):
            return words.say(
                "Søknadssummen på {amount} er over {most}.",
                amount=kroner(amount),
                most=kroner(most),
            )
        case TooLong(found, most):
            return words.say(
                "Varigheten på {duration} er over {most}.",
                duration=months(words, found),
                most=months(words, most),
            )
        case OtherLanguage(language, wanted):
            return words.say(
                "Prosjektbeskrivelse og vedlegg skal være på {wanted}; språket er oppgitt som "
                "«{language}».",
                wanted=tongue(words, wanted),
                language=tongue(words, language),
            )
        case ApplicantNotEligible(institution):
            return words.say(
                "Søkerinstitusjonen {institution} er ikke søknadsberettiget.",
                institution=institution,
            )
        case NotAnchored(institution):
            return words.say(
                "Prosjektet er ikke forankret i forskningsledelsen ved {institution}.",
                institution=institution,
            )
        case NoUserInvolvement():
            return words.say("Prosjektet har ikke brukermedvirkning.")
        case RegionWithoutPartner():
            return _without_partner(words, fault)
        case PatientsFromSomeRegions():
            return words.say("Prosjektet er ikke åpent for pasienter fra alle helseregionene.")
        case LeaderWithoutCv():
            return _without_leader_cv(words, fault)
        case RegionWithoutCv():
            return _without_region_cv(words, fault)
        case CvTooLong(participant, found, most):
            return words.say(
                "CV-en til {name} er på {length}; den kan være på høyst {most}.",
                name=participant,
                length=pages(words, found),
                most=most,
            )
        case MarkersMissing():
            return words.say(
                "Søknaden sier ikke noe om eksplorative markører, som er relevante her."
            )
        case OtherChannel(channel, wanted):
            return words.say(
                "Søknaden kom inn gjennom «{channel}», ikke gjennom {wanted}.",
                channel=channel,
                wanted=wanted,
            )
        case _:
            assert_never(fault)


def _late(words: Words, fault: Late) -> str:
    """F1: both times are in the call's zone, so that naming it once is enough."""
    return words.say(
        "Innsendt {submitted} ({zone}), som er etter fristen {deadline}.",
        submitted=date_and_clock(words, fault.submitted),
        zone=zone(words, fault.deadline),
        deadline=date_and_clock(words, fault.deadline),
    )


def _without_partner(words: Words, fault: RegionWithoutPartner) -> str:
    """F7: name the partners that are there, so that a misspelt one is seen."""
    region = word_in(words.language, fault.region)
    if not fault.others:
        return words.say(
            "Prosjektet har ingen søknadsberettiget deltaker fra helseregion {region}.",
            region=region,
        )
    return words.plural(
        "Prosjektet har ingen søknadsberettiget deltaker fra helseregion {region}; {names} er ikke "
        "søknadsberettiget.",
        "Prosjektet har ingen søknadsberettiget deltaker fra helseregion {region}; {names} er ikke "
        "søknadsberettiget.",
        len(fault.others),
        region=region,
        names=words.retell(enumerated(fault.others)),
    )


def _without_leader_cv(words: Words, fault: LeaderWithoutCv) -> str:
    if not fault.without_list:
        return words.say("Prosjektlederen har ikke levert CV med publikasjonsliste.")
    return words.say(
        "Publikasjonsliste mangler i CV-en til prosjektlederen, {names}.",
        names=words.retell(enumerated(fault.without_list)),
    )


def _without_region_cv(words: Words, fault: RegionWithoutCv) -> str:
    region = word_in(words.language, fault.region)
    if not fault.without_list:
        return words.say(
            "Ingen partner fra helseregion {region} har levert CV med publikasjonsliste.",
            region=region,
        )
    return words.say(
        "Publikasjonsliste mangler i CV-en til {names}, fra helseregion {region}.",
        names=words.retell(enumerated(fault.without_list)),
        region=region,
    )
