"""Say all that round 1 decided and on what grounds: the record that everything is traced by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewpkg.domain.applications import Application, Review, acting_reviewers
from reviewpkg.languages.alphabet import alphabetical
from reviewpkg.procedure.two_round.round_1 import Decision, Outcome, Round1
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import AdjustedSelection
from reviewpkg.procedure.two_round.step_1_2_selection import by_mean_and_difference
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.formal.rejected_before import RejectedBefore
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.pictures.two_round_flow import flows
from reviewpkg.reports.reasons import Reason, Reasons
from reviewpkg.reports.screening_packet import formal_record
from reviewpkg.reports.selection_list import Moves, moves_of
from reviewpkg.reports.sub_steps import SubStepReport, sub_step_reports

READINGS = ("D1", "D2", "D3", "D4", "D5", "D6", "D7", "D24")


@dataclass(frozen=True, slots=True)
class Input:
    """Be a file that was read: its path in the call folder, SHA-256 in hex, size in bytes."""

    file: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Be one application's decision and the reason for it."""

    project_number: str
    decision: Decision
    user_review: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class AreaRecord:
    """Be an area's numbers and, in the order of 1.2, every application's reason."""

    area: str
    sub_steps: tuple[SubStepReport, ...]
    moves: Moves | None
    selected: int
    rejected: int
    withdrawn: int
    user_review: int
    entries: tuple[Entry, ...]

    @property
    def empty(self) -> bool:
        """Tell whether the area has no applications at all."""
        return not (self.selected or self.rejected or self.withdrawn)


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Be a conflict of interest; `substitute` is blank where nobody stands in for the person."""

    project_number: str
    name: str
    from_step: str
    substitute: str
    acting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UserLoad:
    """Be how many applications a user representative assesses (1.4)."""

    name: str
    applications: int


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """Be the record of round 1; `formal` is None where the call has no formal criteria."""

    frame: Frame
    formal: RejectedBefore | None
    inputs: tuple[Input, ...]
    warnings: tuple[str, ...]
    adjusted: bool
    flows: tuple[Flow, ...]
    areas: tuple[AreaRecord, ...]
    withdrawn: tuple[Application, ...]
    conflicts: tuple[ConflictRow, ...]
    user_loads: tuple[UserLoad, ...]
    readings: tuple[str, ...]

    def items(self) -> tuple[Item, ...]:
        """Return the applications of all areas, equals in an area together."""
        return tuple(item for one in self.areas for item in _items(one.entries))

    def portion(self, frame: PartFrame) -> DecisionRecord:
        """Return the page with a part of the reasons; all the rest stands in the first."""
        entries = frame.part.of_each(one.entries for one in self.areas)
        areas = list(zip(self.areas, entries, strict=True))
        if frame.opens:
            here = tuple(replace(area, entries=some) for area, some in areas)
            return replace(self, frame=frame, areas=here)
        here = tuple(AreaRecord(area.area, (), None, 0, 0, 0, 0, some) for area, some in areas)
        kept = tuple(one for one in here if one.entries)
        return DecisionRecord(frame, None, (), (), False, (), kept, (), (), (), ())  # noqa: FBT003


def _items(entries: tuple[Entry, ...]) -> Iterator[Item]:
    keys = [one.reason.graded and by_mean_and_difference(one.reason.graded) for one in entries]
    for place, (one, key) in enumerate(zip(entries, keys, strict=True), start=1):
        yield Item(one.project_number, level=key is not None and key in keys[place : place + 1])


def decision_record(
    round_1: Round1,
    furniture: Furniture,
    inputs: tuple[tuple[str, str, int], ...],
    warnings: tuple[str, ...],
) -> DecisionRecord:
    """Record round 1; `inputs` are file, SHA-256 in hex and size in bytes, in order."""
    review, words = round_1.review, furniture.words
    frame = furniture.frame(
        step="1.2–1.4",
        step_name=words.say("Runde 1"),
        title=words.say("Vedtaksprotokoll for runde 1"),
        recipient=words.say("Sekretariatet"),
    )
    return DecisionRecord(
        frame,
        formal_record(round_1),
        tuple(Input(*one) for one in inputs),
        tuple(words.retell(warning) for warning in warnings),
        bool(review.call.number_adjustments or review.call.moves),
        flows(round_1),
        tuple(_area(selection, round_1.outcomes) for selection in round_1.selections),
        tuple(
            one.application
            for one in round_1.outcomes
            if one.application.withdrawn_from is not None
        ),
        _conflicts(review),
        _user_loads(round_1),
        READINGS,
    )


def _area(selection: AdjustedSelection, outcomes: tuple[Outcome, ...]) -> AreaRecord:
    area = selection.area.id
    mine = tuple(one for one in outcomes if one.application.area == area)
    reasons = Reasons(selection)

    def count(decision: Decision) -> int:
        return sum(one.decision is decision for one in mine)

    return AreaRecord(
        area,
        sub_step_reports(selection.adjusted),
        moves_of(selection),
        count(Decision.SELECTED),
        count(Decision.REJECTION_1),
        count(Decision.WITHDRAWN),
        sum(one.user_review for one in mine),
        tuple(
            Entry(
                one.application.project_number,
                one.decision,
                one.user_review,
                reasons.of(one),
            )
            for one in mine
        ),
    )


def _conflicts(review: Review) -> tuple[ConflictRow, ...]:
    """List every conflict with the acting pair that it led to (1.1)."""
    acting, names = acting_reviewers(review), review.committee.names
    rows = (
        ConflictRow(
            conflict.project_number,
            names.get(conflict.member, conflict.member),
            conflict.from_step.value,
            names.get(conflict.substitute, conflict.substitute),
            tuple(names.get(one, one) for one in acting.get(conflict.project_number, ())),
        )
        for conflict in review.conflicts
    )
    language = review.call.language
    return tuple(
        sorted(rows, key=lambda row: (row.project_number, alphabetical(row.name, language)))
    )


def _user_loads(round_1: Round1) -> tuple[UserLoad, ...]:
    people = round_1.review.committee.user_representatives
    return tuple(
        UserLoad(person.name, len(round_1.user_review.of(person.member)))
        for person in sorted(people, key=lambda person: person.member)
    )
