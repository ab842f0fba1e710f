"""Give the overview of a whole call: how far it has come, and every document by its reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewpkg.domain.call import Call
from reviewpkg.languages.words import Words
from reviewpkg.problems import notice
from reviewpkg.reports.call_sections import sections
from reviewpkg.reports.call_shelves import PacketOnDisk, Section
from reviewpkg.reports.call_state import CallState, Owed, StepState
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.status import State


@dataclass(frozen=True, slots=True)
class StepLine:
    """Be a step on the overview: how it stands, and what lies there of it.

    `packet` is the path of its own overview, `kept` that of the folder with what someone had put
    into an earlier one, both blank without; `outdated` tells of the packet that lies there.
    """

    command: str
    purpose: str
    state: State
    waits_for: tuple[str, ...]
    packet: str
    kept: str
    outdated: bool


@dataclass(frozen=True, slots=True)
class Noticed:
    """Be something to look at, and the steps that said it; `steps` is empty for the tables as now.

    `outdated` tells that only packets said it that have been overtaken since.
    """

    sentence: str
    steps: tuple[str, ...]
    outdated: bool


@dataclass(frozen=True, slots=True)
class CallIndex:
    """Be the overview of a call, for the secretariat alone."""

    call: Call
    came_to: tuple[str, ...]
    steps: tuple[StepLine, ...]
    owed: tuple[Owed, ...]
    noticed: tuple[Noticed, ...]
    sections: tuple[Section, ...]
    flows: tuple[Flow, ...]


def call_index(told: CallState, packets: Sequence[PacketOnDisk]) -> CallIndex:
    """Make the overview of what lies in the packets, which may be of any steps in any order."""
    words = Words(told.call.language)
    state = told.retold(words)
    order = [one.command for one in state.steps]
    known = [one for command in order for one in packets if one.step == command]
    others = sorted((one for one in packets if one.step not in order), key=lambda one: one.step)
    in_order = (*known, *others)
    purposes = {one.command: one.purpose for one in state.steps}
    return CallIndex(
        state.call,
        state.came_to,
        _steps(state, known),
        state.owed,
        _noticed(words, state, in_order),
        sections(words, in_order, purposes),
        state.flows,
    )


def _steps(state: CallState, packets: Sequence[PacketOnDisk]) -> tuple[StepLine, ...]:
    lies = {one.step: one for one in packets}
    return tuple(_step(one, lies.get(one.command)) for one in state.steps)


def _step(one: StepState, packet: PacketOnDisk | None) -> StepLine:
    index, kept = (packet.index, packet.kept) if packet else ("", "")
    late = packet is not None and packet.outdated
    return StepLine(one.command, one.purpose, one.state, one.waits_for, index, kept, late)


def _noticed(
    words: Words, state: CallState, packets: Sequence[PacketOnDisk]
) -> tuple[Noticed, ...]:
    """Gather every sentence once, with the steps that said it; warnings before notices."""
    said: dict[str, list[PacketOnDisk]] = {sentence: [] for sentence in state.problems}
    for packet in packets:
        for sentence in packet.contents.warnings if packet.contents else ():
            said.setdefault(sentence, []).append(packet)
    found = [
        Noticed(
            sentence,
            tuple(one.step for one in by),
            sentence not in state.problems and all(one.outdated for one in by),
        )
        for sentence, by in said.items()
    ]
    only_noticed = words.retell(notice(""))
    return tuple(sorted(found, key=lambda one: one.sentence.startswith(only_noticed)))
