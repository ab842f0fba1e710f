"""Name the formal criteria F1 to F11 in Norwegian, each with the bound that a call sets (K1)."""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType
from typing import Final

from reviewpkg.domain.screening import CRITERIA, Screening
from reviewpkg.languages.lists import enumerated
from reviewpkg.reports.amounts_and_times import (
    clock,
    counted,
    date_and_clock,
    kroner,
    whole,
    zone,
)

NAMES: Final = MappingProxyType(
    {
        "F1": "Frist",
        "F2": "Søknadssum",
        "F3": "Varighet",
        "F4": "Språk",
        "F5": "Ledelse og forankring",
        "F6": "Brukermedvirkning",
        "F7": "Deltakere fra helseregionene",
        "F8": "Pasienter fra helseregionene",
        "F9": "CV med publikasjonsliste",
        "F10": "Eksplorative markører",
        "F11": "Søknadskanal",
    }
)
"""What each criterion is about, whether or not a call asks for it."""

HEADINGS: Final = MappingProxyType(
    {
        "F1": "frist",
        "F2": "sum",
        "F3": "varighet",
        "F4": "språk",
        "F5": "ledelse",
        "F6": "brukere",
        "F7": "region",
        "F8": "pasient",
        "F9": "CV",
        "F10": "markør",
        "F11": "kanal",
    }
)
"""A word for each criterion, short enough to stand over a narrow column."""


def named(criterion: str) -> str:
    """Return a criterion's id and name: `F2 Søknadssum`."""
    return f"{criterion} {NAMES[criterion]}"


def bounded(criterion: str, rules: Screening) -> str:
    """Return a criterion's id and bound: `F2 Søknadssum fra 7 000 000 til 25 000 000 kr`."""
    return f"{criterion} {bound(criterion, rules)}"


def bound(criterion: str, rules: Screening) -> str:
    """Return in words what a criterion in force asks for, with the call's own numbers."""
    bounds = {
        "F1": _deadline(rules),
        "F2": _amount(rules),
        "F3": _duration(rules),
        "F4": f"Prosjektbeskrivelse og vedlegg på {rules.language}",
        "F5": "Ledet fra en søknadsberettiget institusjon, forankret i dens forskningsledelse",
        "F6": "Brukermedvirkning",
        "F7": f"Søknadsberettigede deltakere fra {enumerated(rules.regions)}",
        "F8": "Åpent for pasienter fra alle helseregionene",
        "F9": _cv(rules),
        "F10": "Omtale av eksplorative markører der de er relevante",
        "F11": f"Sendt inn gjennom {rules.channel}",
    }
    return bounds[criterion]


def reading(criterion: str, rules: Screening) -> str:
    """Say how a criterion in force is read where its bound leaves that open; blank elsewhere."""
    readings = {
        "F1": f"I tide til og med hele minuttet {clock(rules.deadline)}." if rules.deadline else "",
        "F5": "Søknadsberettiget er de som står i tabellen «institusjoner».",
        "F7": "Søkerinstitusjonen teller for sin egen region når den er søknadsberettiget.",
        "F9": "For søkerens egen region er prosjektlederens CV nok. Ingen CV kan være for lang.",
        "F10": "«Ikke relevant» er også et svar.",
    }
    return readings.get(criterion, "")


def left_out(rules: Screening, known: Collection[str] = CRITERIA) -> tuple[str, ...]:
    """Name the criteria that a call does not ask for, of those its routine knows, in order."""
    return tuple(named(one) for one in CRITERIA if one in known and one not in rules.criteria)


def _deadline(rules: Screening) -> str:
    if rules.deadline is None:
        return ""
    return f"Innsendt innen {date_and_clock(rules.deadline)} ({zone(rules.deadline)})"


def _amount(rules: Screening) -> str:
    least, most = rules.amount_min, rules.amount_max
    if least is not None and most is not None:
        return f"Søknadssum fra {whole(least)} til {kroner(most)}"
    if least is not None:
        return f"Søknadssum på minst {kroner(least)}"
    return f"Søknadssum på høyst {kroner(most)}" if most is not None else ""


def _duration(rules: Screening) -> str:
    return f"Varighet på høyst {counted(rules.duration_max_months or 0, 'måned', 'måneder')}"


def _cv(rules: Screening) -> str:
    pages = f"på høyst {counted(rules.cv_max_pages or 0, 'side', 'sider')}"
    if not rules.regions:
        return f"CV med publikasjonsliste for prosjektlederen, {pages}"
    return (
        "CV med publikasjonsliste for prosjektlederen og for en partner fra hver av de andre "
        f"helseregionene, hver {pages}"
    )
