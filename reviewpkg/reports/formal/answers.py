"""Say what an application answers to each formal criterion, beside the bound it is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewpkg.domain.headings import word_in
from reviewpkg.domain.panel_tables import LEADER, NO, YES
from reviewpkg.domain.screening import Cv, Screening, Submission
from reviewpkg.languages.words import Words
from reviewpkg.procedure.screening import Screened
from reviewpkg.reports.formal.criteria import bound, named
from reviewpkg.reports.formal.lengths import months, pages
from reviewpkg.reports.formal.reasons import reason
from reviewpkg.reports.formal.tongues import tongue
from reviewpkg.reports.points_in_time import date_and_clock


@dataclass(frozen=True, slots=True)
class FormalAnswer:
    """Be one criterion in force: its id and name, its bound, what the application answers.

    `sentences` say how it fails, none where it is met.
    """

    named: str
    bound: str
    answer: str
    sentences: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Tell whether the application meets the criterion."""
        return not self.sentences


def formal_answers(words: Words, one: Screened, rules: Screening) -> tuple[FormalAnswer, ...]:
    """Return every criterion in force with an application's answer, in order (F1 to F11)."""
    answers = _answers(words, one.submission)
    return tuple(
        FormalAnswer(
            named(words, criterion),
            bound(words, criterion, rules),
            answers[criterion],
            tuple(reason(words, fault) for fault in one.faults if fault.criterion == criterion),
        )
        for criterion in rules.criteria
    )


def _answers(words: Words, one: Submission) -> dict[str, str]:
    institution = one.applicant.name
    return {
        "F1": date_and_clock(words, one.submitted) if one.submitted else "",
        "F2": words.figures.kroner(one.amount),
        "F3": months(words, one.duration_months),
        "F4": tongue(words, one.language),
        "F5": words.say("{institution}, forankret", institution=institution)
        if one.anchored
        else words.say("{institution}, ikke forankret", institution=institution),
        "F6": _yes_or_no(words, yes=one.user_involvement),
        "F7": _by_region(words, one),
        "F8": _yes_or_no(words, yes=one.patients_from_all_regions),
        "F9": _cvs(words, one.cvs),
        "F10": word_in(words.language, one.markers.value),
        "F11": one.channel,
    }


def _yes_or_no(words: Words, *, yes: bool) -> str:
    return word_in(words.language, YES if yes else NO)


def _by_region(words: Words, one: Submission) -> str:
    """List the applicant, then the partners as they stand, by region."""
    applicant = words.say("{name} (søker)", name=one.applicant.name)
    found: dict[str, list[str]] = {one.applicant.region: [applicant]}
    for partner in one.partners:
        found.setdefault(partner.region, []).append(partner.name)
    return "; ".join(
        f"{word_in(words.language, region)}: {', '.join(names)}" for region, names in found.items()
    )


def _cvs(words: Words, cvs: Iterable[Cv]) -> str:
    return "; ".join(_cv(words, one) for one in cvs) or words.say("ingen")


def _cv(words: Words, one: Cv) -> str:
    role = word_in(words.language, LEADER if one.leader else one.region)
    if one.publications:
        return words.say(
            "{name} ({role}, {pages}, med publikasjonsliste)",
            name=one.participant,
            role=role,
            pages=pages(words, one.pages),
        )
    return words.say(
        "{name} ({role}, {pages}, uten publikasjonsliste)",
        name=one.participant,
        role=role,
        pages=pages(words, one.pages),
    )
