"""Say in Norwegian sentences what the secretariat should look at after the recommendation (K4).

They stand in the record, on the overview and on standard error, so they are text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from reviewpkg.domain.applications import conflicted_members
from reviewpkg.domain.panel import PanelApplication
from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.lists import enumerated
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import (
    Outcome,
    Recommendation,
    is_priority,
)
from reviewpkg.reports.amounts_and_times import kroner
from reviewpkg.reports.panel.endings import End, endings

_MANY: Final = {
    End.SUPPORT_WORTHY: "støtteverdige som ikke er innstilt",
    End.NOT_SUPPORT_WORTHY: "ikke-støtteverdige",
    End.REJECTED: "avvist formelt",
    End.WITHDRAWN: "trukket",
}


def award_warnings(screened: Screening, found: Recommendation) -> tuple[str, ...]:
    """Return what stands out in the recommendation, where somebody should look (K3, K4)."""
    return (
        *_nothing_recommended(found),
        *_theme(screened, found),
        *_joint_grades(screened),
        *_chair_conflicted(screened, found),
        *_no_chair(screened),
    )


def _nothing_recommended(found: Recommendation) -> Iterator[str]:
    """K4: warn that nobody gets anything."""
    if found.recommended:
        return
    if not found.ranked:
        yield "Ingen søknader er støtteverdige, så ingenting er innstilt (K4)."
        return
    first = found.ranked[0]
    yield (
        f"Ingenting er innstilt: {first.project_number} står først og søker om "
        f"{kroner(first.application.amount)}, mer enn hele rammen på {kroner(found.budget)} (K4)."
    )


def _theme(screened: Screening, found: Recommendation) -> Iterator[str]:
    """K4: warn of a theme that nobody writes about, and of support-worthy ones it did not help."""
    call = screened.review.call
    if not call.priority_theme:
        return
    taking_part = screened.taking_part(PanelStep.RECOMMENDATION)
    if taking_part and not any(is_priority(one, call) for one in taking_part):
        themes = _themes(taking_part)
        others = f"der står {enumerated(f'«{one}»' for one in themes)}" if themes else "den er tom"
        yield (
            f"Ingen av søknadene i K4 har temaet «{call.priority_theme}» i kolonnen «Tema»; "
            f"{others}. Stemmer det?"
        )
    beyond = [
        one.project_number
        for one in found.ranked
        if one.priority and one.outcome is not Outcome.RECOMMENDED
    ]
    if beyond:
        worthy = "støtteverdig" if len(beyond) == 1 else "støtteverdige"
        yield (
            f"{enumerated(beyond)} er {worthy} og innenfor «{call.priority_theme}», men rammen "
            "rekker ikke (K4)."
        )


def _themes(applications: Iterable[PanelApplication]) -> tuple[str, ...]:
    """Return the themes that are written, each as it is written first."""
    written: dict[str, str] = {}
    for one in applications:
        theme = " ".join(one.theme.split())
        written.setdefault(theme.casefold(), theme)
    return tuple(sorted(theme for theme in written.values() if theme))


def _joint_grades(screened: Screening) -> Iterator[str]:
    """K3: warn that the panel left no grades, or that some of them say nothing of why."""
    review = screened.review
    taking_part = {one.project_number for one in screened.taking_part(PanelStep.RECOMMENDATION)}
    if taking_part and not review.joint_grades:
        yield (
            "Ingen samlede karakterer er ført, så ekspertenes snitt gjelder for alle. Ble panelet "
            "enig om noe annet, skal det stå i tabellen «samlet» (K3)."
        )
    silent = sorted(
        one.project_number
        for one in review.joint_grades
        if not one.reason and one.project_number in taking_part
    )
    if silent:
        yield f"Den samlede karakteren mangler begrunnelse: {enumerated(silent)} (K3)."


def _chair_conflicted(screened: Screening, found: Recommendation) -> Iterator[str]:
    """D20: warn of a ruling on an application that the chair is conflicted on."""
    chairs = {one.member for one in screened.review.experts if one.role is Role.CHAIR}
    conflicted = conflicted_members(screened.review.conflicts, PanelStep.RECOMMENDATION)
    decided = [
        one.project_number
        for one in (found.tie.members if found.tie and found.rulings else ())
        if chairs & conflicted.get(one.project_number, frozenset())
    ]
    if decided:
        yield (
            f"Lederen er inhabil på {enumerated(decided)}, som står likt ved linjen, og har "
            "avgjort rekkefølgen (D20). Noen andre bør avgjøre den."
        )


def _no_chair(screened: Screening) -> Iterator[str]:
    """K4: warn that nobody is named to sign for the panel."""
    if not any(one.role is Role.CHAIR for one in screened.review.experts):
        yield (
            "Ingen er ført som leder i tabellen «fagutvalg», så linjen for panelets underskrift "
            "er uten navn."
        )


def summary(screened: Screening, found: Recommendation) -> tuple[str, ...]:
    """Say in two lines what the recommendation came to, for whoever ran it."""
    count = len(found.recommended)
    result = (
        f"{count or 'Ingen'} {'søknad' if count == 1 else 'søknader'} innstilt for "
        f"{kroner(found.spent)} av {kroner(found.budget)}; {kroner(found.left_over)} står igjen."
    )
    ends = Counter(one.end for one in endings(screened, found))
    others = [f"{ends[end]} {words}" for end, words in _MANY.items() if ends[end]]
    return (result, f"Av de andre: {enumerated(others)}.") if others else (result,)
