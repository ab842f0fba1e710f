"""Say how far a call has come: which steps can run, what is missing and from whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from reviewpkg.domain.applications import Review
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.reports.award_notices import waits_for
from reviewpkg.reports.pictures.flow import Flow


class State(Enum):
    """Say how a step stands."""

    DONE = "ferdig"
    OUTDATED = "kjør på nytt"
    READY = "kan kjøres"
    WAITING = "venter"


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


SCREENING = StepNeeds("screening", "formell vurdering (før 1.1)", ("soknader",))
ROUND_1 = (
    StepNeeds("forms", "karakterskjemaer til fagutvalget (1.1)", ("soknader", "fagutvalg")),
    StepNeeds(
        "round1",
        "utvelgelse, avslag 1 og skjemaer (1.2–1.4)",
        ("soknader", "fagutvalg", "karakterer"),
    ),
)
ROUND_2 = (
    StepNeeds("joint", "brukerrepresentantenes dagsorden (2.1)", ("brukerkarakterer",), Step.JOINT),
    StepNeeds("plenary1", "møteark til plenum 1 (2.2)", ("samlet",), Step.PLENARY_1),
    StepNeeds("second-opinion", "tilleggsvurderinger (2.3)", ("plenum1",), Step.SECOND_OPINION),
    StepNeeds("plenary2", "møteark til plenum 2 (2.4)", ("tilleggsvurdering",), Step.PLENARY_2),
    StepNeeds("ranking", "til rangering, skjemaer (2.5)", ("plenum2",), Step.AROUND_THE_LINE),
    StepNeeds("ranking-list", "rangeringslisten (2.6)", ("rangering",), Step.RANKING),
    StepNeeds("award", "tildelingslisten (2.7)", ("lederbeslutning",), Step.FINAL_AWARD),
)
CHANGED = "inndataene er endret etter at pakken ble laget"
OFFICE: Final = "sekretariatet"
FROM: Final = MappingProxyType(
    {
        "karakterer": "fagutvalget",
        "brukerkarakterer": "brukerrepresentantene",
        "samlet": "parene",
        "tilleggsvurdering": "parene",
        "rangering": "parene",
        "lederbeslutning": "lederen",
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
        """Write the status for a terminal."""
        call = self.review.call
        lines = [f"{call.title} ({call.id}), {call.funder}", ""]
        for standing in self.standings:
            needs = standing.needs
            lines.append(f"  {needs.step:<14} {standing.state.value:<13} {needs.purpose}")
            lines += [f"  {'':<14} {'':<13} – {reason}" for reason in standing.waits_for]
        if self.undelivered:
            lines += ["", "Karakterer som mangler (1.1):", *self._undelivered_lines()]
        if self.problems:
            lines += ["", "Feil og merknader i inndataene:"]
            lines += [f"  {sentence}" for sentence in self.problems]
        return lines

    def _undelivered_lines(self) -> list[str]:
        names = self.review.committee.names
        width = max(len(member) for member in self.undelivered)
        return [
            f"  {member:<{width}}  {names.get(member, '')}: {len(numbers)} "
            f"{'søknad' if len(numbers) == 1 else 'søknader'}"
            for member, numbers in self.undelivered.items()
        ]


def absent(table: str, owners: Mapping[str, str] = FROM) -> str:
    """Say that a table is missing, and who it comes from."""
    return f"tabellen {table} mangler (fra {owners.get(table, OFFICE)})"


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
        people = "ett medlem" if len(undelivered) == 1 else f"{len(undelivered)} medlemmer"
        waits.append(f"karakterer fra {people} mangler")
    if faulty:
        waits.append("feil i inndataene må rettes")
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
        waiting = waits_for(award)
        if needs.at < Step.RANKING:
            waiting = "" if area.reached(needs.at) else waiting
        elif needs.at is Step.RANKING:
            waiting = "" if award.ranking is not None else waiting
        ready = ready or not waiting
        waits += (f"{area.area.id} venter på {waiting}",) if waiting else ()
    return waits, ready
