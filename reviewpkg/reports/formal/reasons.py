"""Say in a Norwegian sentence what an application fails formally: what was found, and the bound.

Both routines screen by these rules. The sentences stand on pages, in exports and in letters.
"""

from __future__ import annotations

from typing import assert_never

from reviewpkg.languages.lists import enumerated
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
from reviewpkg.reports.amounts_and_times import counted, date_and_clock, kroner, zone


def reason(fault: Fault) -> str:  # noqa: C901, PLR0911, PLR0912 - a sentence for each fault there is
    """Return the sentence of one fault (K1, F1 to F11), to be read without the others."""
    match fault:
        case Late():
            return _late(fault)
        case AmountTooSmall(amount, least):
            return f"Søknadssummen på {kroner(amount)} er under {kroner(least)}."
        case AmountTooLarge(amount, most):
            return f"Søknadssummen på {kroner(amount)} er over {kroner(most)}."
        case TooLong(months, most):
            return f"Varigheten på {_months(months)} er over {_months(most)}."
        case OtherLanguage(language, wanted):
            return (
                f"Prosjektbeskrivelse og vedlegg skal være på {wanted}; "
                f"språket er oppgitt som «{language}»."
            )
        case ApplicantNotEligible(institution):
            return f"Søkerinstitusjonen {institution} er ikke søknadsberettiget."
        case NotAnchored(institution):
            return f"Prosjektet er ikke forankret i forskningsledelsen ved {institution}."
        case NoUserInvolvement():
            return "Prosjektet har ikke brukermedvirkning."
        case RegionWithoutPartner():
            return _without_partner(fault)
        case PatientsFromSomeRegions():
            return "Prosjektet er ikke åpent for pasienter fra alle helseregionene."
        case LeaderWithoutCv():
            return _without_leader_cv(fault)
        case RegionWithoutCv():
            return _without_region_cv(fault)
        case CvTooLong(participant, pages, most):
            found = counted(pages, "side", "sider")
            return f"CV-en til {participant} er på {found}; den kan være på høyst {most}."
        case MarkersMissing():
            return "Søknaden sier ikke noe om eksplorative markører, som er relevante her."
        case OtherChannel(channel, wanted):
            return f"Søknaden kom inn gjennom «{channel}», ikke gjennom {wanted}."
        case _:
            assert_never(fault)


def _months(number: int) -> str:
    return counted(number, "måned", "måneder")


def _late(fault: Late) -> str:
    """F1: both times are in the call's zone, so that naming it once is enough."""
    submitted, deadline = date_and_clock(fault.submitted), date_and_clock(fault.deadline)
    return f"Innsendt {submitted} ({zone(fault.deadline)}), som er etter fristen {deadline}."


def _without_partner(fault: RegionWithoutPartner) -> str:
    """F7: name the partners that are there, so that a misspelt one is seen."""
    lacking = f"Prosjektet har ingen søknadsberettiget deltaker fra helseregion {fault.region}"
    if not fault.others:
        return f"{lacking}."
    return f"{lacking}; {enumerated(fault.others)} er ikke søknadsberettiget."


def _without_leader_cv(fault: LeaderWithoutCv) -> str:
    if not fault.without_list:
        return "Prosjektlederen har ikke levert CV med publikasjonsliste."
    names = enumerated(fault.without_list)
    return f"Publikasjonsliste mangler i CV-en til prosjektlederen, {names}."


def _without_region_cv(fault: RegionWithoutCv) -> str:
    if not fault.without_list:
        return f"Ingen partner fra helseregion {fault.region} har levert CV med publikasjonsliste."
    names = enumerated(fault.without_list)
    return f"Publikasjonsliste mangler i CV-en til {names}, fra helseregion {fault.region}."
