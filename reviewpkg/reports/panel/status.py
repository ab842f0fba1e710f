"""Say how far a panel call has come: which steps can run, what is missing and from whom."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import plural_sentence, sentence
from reviewpkg.languages.words import Words
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.status import CHAIR, State, absent, noticed, owed

WIDTH: Final = 92
_TWO: Final = 2
STEPS: Final = (
    (PanelStep.SCREENING, "screening", sentence("formell vurdering (K1)")),
    (PanelStep.GRADING, "forms", sentence("ekspertenes karakterskjemaer (K2)")),
    (PanelStep.MEETING, "panel", sentence("møtearket til ekspertpanelet (K3)")),
    (PanelStep.RECOMMENDATION, "award", sentence("innstillingen (K4)")),
)
"""Each step, its command, what it is for."""
FROM: Final = {"karakterer": sentence("ekspertene"), "lederbeslutning": CHAIR}
"""Who fills in a table; the others are the secretariat's own."""


@dataclass(frozen=True, slots=True)
class StepStanding:
    """Be how one step stands, with what it waits for; `command` is what runs it."""

    command: str
    purpose: str
    state: State
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PanelStatus:
    """Be a call's status.

    `came_to` says what K1 came to, `owed` maps a member to the applications still to be graded as
    proposed (K2), `flows` is the applications' way as far as they have come.
    """

    review: PanelReview
    came_to: tuple[str, ...]
    standings: tuple[StepStanding, ...]
    owed: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...]
    flows: tuple[Flow, ...] = ()

    def lines(self) -> list[str]:
        """Write the status for a terminal, in the language of the call."""
        call = self.review.call
        words = Words(call.language)
        lines = [f"{call.title} ({call.id}), {call.funder}"]
        lines += [line for told in self.came_to for line in _wrapped("", words.retell(told))]
        lines.append("")
        for one in self.standings:
            state, purpose = words.say(one.state.value), words.retell(one.purpose)
            lines.append(f"  {one.command:<10} {state:<13} {purpose}")
            for reason in one.waits_for:
                lines += _wrapped(f"  {'':<10} {'':<13} – ", words.retell(reason))
        if self.owed:
            lines += ["", words.say("Karakterer som mangler (K2), etter forslaget til fordeling:")]
            lines += self._owed_lines(words)
        return [*lines, *noticed(words, self.problems)]

    def _owed_lines(self, words: Words) -> Iterator[str]:
        names = {expert.member: expert.name for expert in self.review.experts}
        width = max(len(member) for member in self.owed)
        for member, numbers in self.owed.items():
            count = owed(words, len(numbers))
            listed = f"{names.get(member, '')}: {count}: {', '.join(numbers)}"
            yield from _wrapped(f"  {member:<{width}}  ", listed)


def _wrapped(indent: str, text: str) -> list[str]:
    """Break a text over lines, aligned below its first; numbers and names are never broken."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )


def missing(tables: tuple[str, ...]) -> tuple[str, ...]:
    """Say which tables a step waits for."""
    return tuple(absent(table, FROM) for table in tables)


def too_few(counts: Mapping[str, int], least: int) -> str:
    """Say which applications have too few grades for the panel to meet (K2)."""
    return plural_sentence(
        "{count} søknad har færre enn {least} karakterer: {listed}",
        "{count} søknader har færre enn {least} karakterer: {listed}",
        len(counts),
        least=least,
        listed=enumerated(f"{number} ({given})" for number, given in sorted(counts.items())),
    )


def open_tie(found: Recommendation) -> tuple[str, ...]:
    """Say which equals the chair must put in order before anything is recommended (D20)."""
    tie = found.tie
    if tie is None or not tie.open:
        return ()
    numbers = enumerated(sorted(one.project_number for one in tie.members))
    places = {"first": tie.members[0].first, "last": tie.members[0].last}
    if len(tie.members) == _TWO:
        told = sentence(
            "{numbers} står likt på plass {first} til {last}, og linjen går mellom dem: lederen må "
            "gi plass til én av dem i tabellen {table}",
            numbers=numbers,
            table=RULINGS.name,
            **places,
        )
    else:
        told = sentence(
            "{numbers} står likt på plass {first} til {last}, og linjen går mellom dem: lederen må "
            "gi plass til alle unntatt én av dem i tabellen {table}",
            numbers=numbers,
            table=RULINGS.name,
            **places,
        )
    return (told,)
