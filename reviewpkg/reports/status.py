"""Say how far a call has come: which steps can run, what is missing and from whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from reviewpkg.domain.applications import Review


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

    @property
    def graded(self) -> bool:
        """Tell whether the step needs the grades of 1.1."""
        return "karakterer" in self.tables


STEPS = (
    StepNeeds("forms", "karakterskjemaer til fagutvalget (1.1)", ("soknader", "fagutvalg")),
    StepNeeds(
        "round1",
        "utvelgelse, avslag 1 og skjemaer (1.2–1.4)",
        ("soknader", "fagutvalg", "karakterer"),
    ),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Be how one step stands, with what it waits for."""

    needs: StepNeeds
    state: State
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """Be a call's status: `undelivered` maps a member to the applications still to be graded."""

    review: Review
    standings: tuple[Standing, ...]
    undelivered: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...]

    def lines(self) -> list[str]:
        """Write the status for a terminal."""
        call = self.review.call
        lines = [f"{call.title} ({call.id}), {call.funder}", ""]
        for standing in self.standings:
            needs = standing.needs
            lines.append(f"  {needs.step:<8} {standing.state.value:<13} {needs.purpose}")
            lines += [f"  {'':<8} {'':<13} – {reason}" for reason in standing.waits_for]
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


def standing(  # noqa: PLR0913 - each is one fact that the state hangs on
    needs: StepNeeds,
    *,
    missing: tuple[str, ...],
    undelivered: Mapping[str, tuple[str, ...]],
    faulty: bool,
    sealed_inputs: tuple[str, ...] | None,
    inputs: tuple[str, ...],
) -> Standing:
    """Return how a step stands.

    `sealed_inputs` are the digests that its packet was made from, None where there is no packet;
    `inputs` are those of the call folder now.
    """
    waits = [f"tabellen {table} mangler" for table in needs.tables if table in missing]
    if needs.graded and undelivered and "karakterer" not in missing:
        waits.append(f"karakterer fra {len(undelivered)} medlemmer mangler")
    if faulty:
        waits.append("feil i inndataene må rettes")
    if waits:
        return Standing(needs, State.WAITING, tuple(waits))
    if sealed_inputs is None:
        return Standing(needs, State.READY)
    if sealed_inputs != inputs:
        return Standing(needs, State.OUTDATED, ("inndataene er endret etter at pakken ble laget",))
    return Standing(needs, State.DONE)
