"""Say what the secretariat should look at after the recommendation, and what it came to (K4).

The sentences stand in the record, on the overview and on standard error, so they are text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reviewpkg.domain.applications import conflicted_members
from reviewpkg.domain.headings import heading_in
from reviewpkg.domain.panel import PanelApplication
from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import quoted
from reviewpkg.languages.words import Words
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import (
    Outcome,
    Recommendation,
    is_priority,
)
from reviewpkg.reports.panel.endings import End, endings


def award_warnings(screened: Screening, found: Recommendation) -> tuple[str, ...]:
    """Return what stands out in the recommendation, where somebody should look (K3, K4)."""
    words = Words(screened.review.call.language)
    return (
        *_nothing_recommended(words, found),
        *_theme(words, screened, found),
        *_joint_grades(words, screened),
        *_chair_conflicted(words, screened, found),
        *_no_chair(words, screened),
    )


def _nothing_recommended(words: Words, found: Recommendation) -> Iterator[str]:
    """K4: warn that nobody gets anything."""
    if found.recommended:
        return
    if not found.ranked:
        yield words.say("Ingen søknader er støtteverdige, så ingenting er innstilt (K4).")
        return
    first = found.ranked[0]
    yield words.say(
        "Ingenting er innstilt: {number} står først og søker om {amount}, mer enn hele rammen på "
        "{budget} (K4).",
        number=first.project_number,
        amount=words.figures.kroner(first.application.amount),
        budget=words.figures.kroner(found.budget),
    )


def _theme(words: Words, screened: Screening, found: Recommendation) -> Iterator[str]:
    """K4: warn of a theme that nobody writes about, and of support-worthy ones it did not help."""
    call = screened.review.call
    if not call.priority_theme:
        return
    taking_part = screened.taking_part(PanelStep.RECOMMENDATION)
    if taking_part and not any(is_priority(one, call) for one in taking_part):
        yield _nobody_within(words, call.priority_theme, _themes(taking_part))
    beyond = [
        one.project_number
        for one in found.ranked
        if one.priority and one.outcome is not Outcome.RECOMMENDED
    ]
    if beyond:
        yield words.plural(
            "{numbers} er støtteverdig og innenfor «{theme}», men rammen rekker ikke (K4).",
            "{numbers} er støtteverdige og innenfor «{theme}», men rammen rekker ikke (K4).",
            len(beyond),
            numbers=words.retell(enumerated(beyond)),
            theme=call.priority_theme,
        )


def _nobody_within(words: Words, theme: str, written: tuple[str, ...]) -> str:
    column = heading_in(words.language, "Tema")
    if not written:
        return words.say(
            "Ingen av søknadene i K4 har temaet «{theme}» i kolonnen «{column}»; den er tom. "
            "Stemmer det?",
            theme=theme,
            column=column,
        )
    return words.say(
        "Ingen av søknadene i K4 har temaet «{theme}» i kolonnen «{column}»; der står {written}. "
        "Stemmer det?",
        theme=theme,
        column=column,
        written=words.retell(enumerated(map(quoted, written))),
    )


def _themes(applications: Iterable[PanelApplication]) -> tuple[str, ...]:
    """Return the themes that are written, each as it is written first."""
    written: dict[str, str] = {}
    for one in applications:
        theme = " ".join(one.theme.split())
        written.setdefault(theme.casefold(), theme)
    return tuple(sorted(theme for theme in written.values() if theme))


def _joint_grades(words: Words, screened: Screening) -> Iterator[str]:
    """K3: warn that the panel left no grades, or that some of them say nothing of why."""
    review = screened.review
    taking_part = {one.project_number for one in screened.taking_part(PanelStep.RECOMMENDATION)}
    if taking_part and not review.joint_grades:
        yield words.say(
            "Ingen samlede karakterer er ført, så ekspertenes snitt gjelder for alle. Ble panelet "
            "enig om noe annet, skal det stå i tabellen «samlet» (K3)."
        )
    silent = sorted(
        one.project_number
        for one in review.joint_grades
        if not one.reason and one.project_number in taking_part
    )
    if silent:
        yield words.say(
            "Den samlede karakteren mangler begrunnelse: {numbers} (K3).",
            numbers=words.retell(enumerated(silent)),
        )


def _chair_conflicted(words: Words, screened: Screening, found: Recommendation) -> Iterator[str]:
    """D20: warn of a ruling on an application that the chair is conflicted on."""
    chairs = {one.member for one in screened.review.experts if one.role is Role.CHAIR}
    conflicted = conflicted_members(screened.review.conflicts, PanelStep.RECOMMENDATION)
    decided = [
        one.project_number
        for one in (found.tie.members if found.tie and found.rulings else ())
        if chairs & conflicted.get(one.project_number, frozenset())
    ]
    if decided:
        yield words.say(
            "Lederen er inhabil på {numbers}, som står likt ved linjen, og har avgjort "
            "rekkefølgen (D20). Noen andre bør avgjøre den.",
            numbers=words.retell(enumerated(decided)),
        )


def _no_chair(words: Words, screened: Screening) -> Iterator[str]:
    """K4: warn that nobody is named to sign for the panel."""
    if not any(one.role is Role.CHAIR for one in screened.review.experts):
        yield words.say(
            "Ingen er ført som leder i tabellen «fagutvalg», så linjen for panelets underskrift "
            "er uten navn."
        )


def summary(screened: Screening, found: Recommendation) -> tuple[str, ...]:
    """Say in two lines what the recommendation came to, for whoever ran it."""
    words = Words(screened.review.call.language)
    result = _result(words, found)
    ends = Counter(one.end for one in endings(screened, found))
    others = tuple(_others(words, ends))
    if not others:
        return (result,)
    counted = words.retell(enumerated(others))
    return (result, words.say("Av de andre: {counted}.", counted=counted))


def _result(words: Words, found: Recommendation) -> str:
    kroner = words.figures.kroner
    sums = {
        "spent": kroner(found.spent),
        "budget": kroner(found.budget),
        "left": kroner(found.left_over),
    }
    if not found.recommended:
        return words.say(
            "Ingen søknader innstilt for {spent} av {budget}; {left} står igjen.", **sums
        )
    return words.plural(
        "{count} søknad innstilt for {spent} av {budget}; {left} står igjen.",
        "{count} søknader innstilt for {spent} av {budget}; {left} står igjen.",
        len(found.recommended),
        **sums,
    )


def _others(words: Words, ends: Counter[End]) -> Iterator[str]:
    """Count what was not recommended, by its end; those that nobody came to are left out."""
    if ends[End.SUPPORT_WORTHY]:
        yield words.plural(
            "{count} støtteverdige som ikke er innstilt",
            "{count} støtteverdige som ikke er innstilt",
            ends[End.SUPPORT_WORTHY],
        )
    if ends[End.NOT_SUPPORT_WORTHY]:
        yield words.plural(
            "{count} ikke-støtteverdige",
            "{count} ikke-støtteverdige",
            ends[End.NOT_SUPPORT_WORTHY],
        )
    if ends[End.REJECTED]:
        yield words.plural("{count} avvist formelt", "{count} avvist formelt", ends[End.REJECTED])
    if ends[End.WITHDRAWN]:
        yield words.plural("{count} trukket", "{count} trukket", ends[End.WITHDRAWN])
