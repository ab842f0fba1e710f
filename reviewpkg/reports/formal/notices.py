"""Count what the screening came to, and say what the secretariat should look at once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, joined, plural_sentence, sentence
from reviewpkg.reports.formal.criteria import HEADINGS, NAMES
from reviewpkg.reports.formal.screened_call import FormalApplication, ScreenedCall


@dataclass(frozen=True, slots=True)
class Counts:
    """Count applications: received, withdrawn beforehand, eligible, rejected."""

    received: int
    withdrawn: int
    eligible: int
    rejected: int

    @property
    def screened(self) -> int:
        """Return how many were held against the criteria."""
        return self.eligible + self.rejected


def counts(call: ScreenedCall) -> Counts:
    """Count what became of the applications of a call in the screening."""
    received, results = len(call.applications), len(call.results)
    eligible = len(call.passed)
    return Counts(received, received - results, eligible, results - eligible)


def failures(call: ScreenedCall) -> dict[str, int]:
    """Count the applications that fail each criterion in force, in the order of the criteria."""
    failed = Counter(criterion for one in call.results for criterion in one.failed)
    return {one: failed[one] for one in call.rules.criteria}


def withdrawn_before(call: ScreenedCall) -> tuple[FormalApplication, ...]:
    """Return what was withdrawn beforehand, by project number (D24)."""
    return tuple(one for one in call.applications if one.withdrawn_before)


def screening_summary(call: ScreenedCall) -> tuple[Sentence, ...]:
    """Say for the terminal what the screening came to."""
    found = counts(call)
    lines = [
        plural_sentence(
            "{count} søknad: {eligible} til vurdering, {rejected} avvist på formelle krav, "
            "{withdrawn} trukket.",
            "{count} søknader: {eligible} til vurdering, {rejected} avvist på formelle krav, "
            "{withdrawn} trukket.",
            found.received,
            eligible=found.eligible,
            rejected=found.rejected,
            withdrawn=found.withdrawn,
        )
    ]
    failed = [
        joined((criterion, HEADINGS[criterion], str(number)), between=" ")
        for criterion, number in failures(call).items()
        if number
    ]
    if failed:
        lines.append(sentence("Krav som ikke er oppfylt: {failed}.", failed=joined(failed)))
    return tuple(lines)


def screening_warnings(call: ScreenedCall) -> tuple[Sentence, ...]:
    """Say what may be a mistake in the tables rather than in the applications."""
    return tuple(_warnings(call))


def _warnings(call: ScreenedCall) -> Iterator[Sentence]:
    found = counts(call)
    if found.screened and not found.eligible:
        yield sentence(
            "ingen søknader oppfyller alle de formelle kravene, så ingen går til vurdering."
        )
    for criterion, number in failures(call).items():
        if number == found.screened > 1:
            yield sentence(
                "ingen av de {number} søknadene oppfyller {criterion} ({name}). Se etter om det er "
                "tabellen eller call.toml som er feil.",
                number=number,
                criterion=criterion,
                name=NAMES[criterion],
            )
    midnight = _at_midnight(call)
    if midnight:
        yield plural_sentence(
            "{numbers} er ført som innsendt kl. 00:00 på dagen for fristen. Se etter om "
            "klokkeslettet mangler i tabellen.",
            "{numbers} er ført som innsendt kl. 00:00 på dagen for fristen. Se etter om "
            "klokkeslettet mangler i tabellen.",
            len(midnight),
            numbers=enumerated(midnight),
        )


def _at_midnight(call: ScreenedCall) -> list[str]:
    """Return what came in as the day of the deadline began: a date alone is read as that (F1)."""
    rules = call.rules
    if rules.deadline is None or "F1" not in rules.criteria:
        return []
    day = rules.deadline.date()
    return [
        one.project_number
        for one in call.results
        if (submitted := one.submission.submitted)
        and (submitted.date(), submitted.time()) == (day, time())
    ]
