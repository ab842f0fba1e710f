"""Say how far a call has come: which steps can run, what is missing and from whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from reviewpkg.domain.applications import Review
from reviewpkg.domain.steps import Step
from reviewpkg.languages.sentence import plural_sentence, sentence
from reviewpkg.languages.words import Words, marked
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.reports.award_notices import waits_for
from reviewpkg.reports.pictures.flow import Flow


class State(Enum):
    """Say how a step stands."""

    DONE = marked("ferdig")
    OUTDATED = marked("kjør på nytt")
    READY = marked("kan kjøres")
    WAITING = marked("venter")


@dataclass(frozen=True, slots=True)
class StepNeeds:
    """Name a step, what it is for, and the tables that it cannot do without."""

    step: str
    purpose: str
    tables: tuple[str, ...]
    at: Step = Step.GRADING

    @property
    def graded(self) -> bool:
        """Tell whether the step needs the grades of 1.1."""
        return "karakterer" in self.tables


SCREENING = StepNeeds("screening", sentence("formell vurdering (før 1.1)"), ("soknader",))
ROUND_1 = (
    StepNeeds(
        "forms",
        sentence("karakterskjemaer til fagutvalget (1.1)"),
        ("soknader", "fagutvalg"),
    ),
    StepNeeds(
        "round1",
        sentence("utvelgelse, avslag 1 og skjemaer (1.2–1.4)"),
        ("soknader", "fagutvalg", "karakterer"),
    ),
)
ROUND_2 = (
    StepNeeds(
        "joint",
        sentence("brukerrepresentantenes dagsorden (2.1)"),
        ("brukerkarakterer",),
        Step.JOINT,
    ),
    StepNeeds("plenary1", sentence("møteark til plenum 1 (2.2)"), ("samlet",), Step.PLENARY_1),
    StepNeeds(
        "second-opinion",
        sentence("tilleggsvurderinger (2.3)"),
        ("plenum1",),
        Step.SECOND_OPINION,
    ),
    StepNeeds(
        "plenary2",
        sentence("møteark til plenum 2 (2.4)"),
        ("tilleggsvurdering",),
        Step.PLENARY_2,
    ),
    StepNeeds(
        "ranking",
        sentence("til rangering, skjemaer (2.5)"),
        ("plenum2",),
        Step.AROUND_THE_LINE,
    ),
    StepNeeds("ranking-list", sentence("rangeringslisten (2.6)"), ("rangering",), Step.RANKING),
    StepNeeds("award", sentence("tildelingslisten (2.7)"), ("lederbeslutning",), Step.FINAL_AWARD),
)
CHANGED: Final = sentence("inndataene er endret etter at pakken ble laget")
FAULTY: Final = sentence("feil i inndataene må rettes")
OFFICE: Final = sentence("sekretariatet")
CHAIR: Final = sentence("lederen")
_PAIRS: Final = sentence("parene")
FROM: Final = MappingProxyType(
    {
        "karakterer": sentence("fagutvalget"),
        "brukerkarakterer": sentence("brukerrepresentantene"),
        "samlet": _PAIRS,
        "tilleggsvurdering": _PAIRS,
        "rangering": _PAIRS,
        "lederbeslutning": CHAIR,
    }
)
"""Who fills in a table; the others are the secretariat's own."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Be how one step stands, with what it waits for."""

    needs: StepNeeds
    state: State
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """Be a call's status: `undelivered` maps a member to the applications still to be graded.

    `flows` show how far the applications of each area have come, once they are graded.
    """

    review: Review
    standings: tuple[Standing, ...]
    undelivered: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...]
    flows: tuple[Flow, ...] = ()

    def lines(self) -> list[str]:
        """Write the status for a terminal, in the language of the call."""
        call = self.review.call
        words = Words(call.language)
        lines = [f"{call.title} ({call.id}), {call.funder}", ""]
        for standing in self.standings:
            needs = standing.needs
            state, purpose = words.say(standing.state.value), words.retell(needs.purpose)
            lines.append(f"  {needs.step:<14} {state:<13} {purpose}")
            waits = map(words.retell, standing.waits_for)
            lines += [f"  {'':<14} {'':<13} – {reason}" for reason in waits]
        if self.undelivered:
            lines += ["", words.say("Karakterer som mangler (1.1):")]
            lines += self._undelivered_lines(words)
        return [*lines, *noticed(words, self.problems)]

    def _undelivered_lines(self, words: Words) -> list[str]:
        names = self.review.committee.names
        width = max(len(member) for member in self.undelivered)
        return [
            f"  {member:<{width}}  {names.get(member, '')}: {owed(words, len(numbers))}"
            for member, numbers in self.undelivered.items()
        ]


def owed(words: Words, applications: int) -> str:
    """Say how many applications somebody has still to grade."""
    return words.plural("{count} søknad", "{count} søknader", applications)


def noticed(words: Words, problems: Iterable[str]) -> Iterator[str]:
    """Give the lines that say what is wrong or strange in the tables, none if nothing is."""
    told = [f"  {words.retell(problem)}" for problem in problems]
    if told:
        yield from ("", words.say("Feil og merknader i inndataene:"), *told)


def absent(table: str, owners: Mapping[str, str] = FROM) -> str:
    """Say that a table is missing, and who it comes from."""
    owner = owners.get(table, OFFICE)
    return sentence("tabellen {table} mangler (fra {owner})", table=table, owner=owner)


def waits_behind(command: str) -> str:
    """Say that a step waits for one before it."""
    return sentence("{step} må kunne kjøres", step=command)


def round_1_waits(
    needs: StepNeeds,
    missing: Collection[str],
    undelivered: Mapping[str, tuple[str, ...]],
    *,
    faulty: bool,
) -> tuple[str, ...]:
    """Return what a step of round 1 waits for, nothing if it can run."""
    waits = [absent(table) for table in needs.tables if table in missing]
    if needs.graded and undelivered and "karakterer" not in missing:
        awaited = plural_sentence(
            "karakterer fra ett medlem mangler",
            "karakterer fra {count} medlemmer mangler",
            len(undelivered),
        )
        waits.append(awaited)
    if faulty:
        waits.append(FAULTY)
    return tuple(waits)


def round_2_waits(
    needs: StepNeeds, awards: Iterable[AreaAward], missing: Collection[str]
) -> tuple[tuple[str, ...], bool]:
    """Return what a step of round 2 waits for, area by area, and whether some area can take it."""
    waits: tuple[str, ...]
    if needs.at is Step.JOINT:
        waits = tuple(absent(table) for table in needs.tables if table in missing)
        return waits, not waits
    waits = ()
    ready = False
    for award in awards:
        area = award.conference
        waiting: str = waits_for(award)
        if needs.at < Step.RANKING:
            waiting = "" if area.reached(needs.at) else waiting
        elif needs.at is Step.RANKING:
            waiting = "" if award.ranking is not None else waiting
        ready = ready or not waiting
        if waiting:
            waits += (sentence("{area} venter på {what}", area=area.area.id, what=waiting),)
    return waits, ready
