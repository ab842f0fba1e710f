"""Record all that a panel call came to and on what grounds: what it is traced by (K4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from reviewpkg.domain.panel import PanelApplication, PanelCall, PanelReview
from reviewpkg.domain.people import Reviewer
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.alphabet import alphabetical
from reviewpkg.languages.words import Words
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.decision_record import Input
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.formal.criteria import bound, left_out, reading
from reviewpkg.reports.panel.endings import End
from reviewpkg.reports.panel.line_tie import LineTie, RulingShown, line_tie, rulings_shown
from reviewpkg.reports.panel.panel_flow import recommended
from reviewpkg.reports.panel.panel_reasons import PanelReason, panel_reasons
from reviewpkg.reports.panel.recommendation_list import JointGradeShown, joint_grades_shown
from reviewpkg.reports.panel.recommendation_sums import Sums, sums
from reviewpkg.reports.panel.recorded_grades import GradedRow, graded_rows
from reviewpkg.reports.panel.theme_effect import ThemeShown, theme_shown
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.pictures.flow import Flow

READINGS: Final = ("D20", "D22", "D24")


@dataclass(frozen=True, slots=True)
class Basis:
    """Be what the record names: inputs (file, SHA-256 in hex, bytes), and what was noticed."""

    inputs: tuple[tuple[str, str, int], ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """Be a formal criterion in force: its bound in words, and how it is read, if that is open."""

    id: str
    bound: str
    reading: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Be a conflict of interest; `graded` tells that the person had graded before it was in force.

    Such a grade stands, as all that was done in earlier steps (D24).
    """

    project_number: str
    name: str
    from_step: str
    graded: bool


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Be a withdrawn application; `stays` tells that K1 had turned it down already (D24)."""

    application: PanelApplication
    stays: bool


@dataclass(frozen=True, slots=True)
class PanelRecord:
    """Be the record of a panel call.

    `flows` is the way of all applications, empty where there are none, `other_rulings` order equals
    that the line did not part, `left_out` are criteria that the call does not ask for.
    """

    frame: Frame
    call: PanelCall
    sums: Sums
    flows: tuple[Flow, ...]
    tie: LineTie | None
    other_rulings: tuple[RulingShown, ...]
    theme: ThemeShown | None
    entries: tuple[PanelReason, ...]
    joint_grades: tuple[JointGradeShown, ...]
    grades: tuple[GradedRow, ...]
    panel: tuple[Reviewer, ...]
    conflicts: tuple[ConflictRow, ...]
    withdrawn: tuple[Withdrawal, ...]
    warnings: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    left_out: tuple[str, ...]
    readings: tuple[str, ...]
    inputs: tuple[Input, ...]

    def items(self) -> tuple[Item, ...]:
        """Return the applications in order, equals together, with a row for every expert's grade.

        Below them stands what the grades came to.
        """
        graded = {one.project_number: len(one.experts) + 1 for one in self.grades}
        keys = [one.keys for one in self.entries]
        numbers = [one.ending.project_number for one in self.entries]
        return tuple(
            Item(number, bool(key) and key in keys[place : place + 1], 1 + graded.get(number, 0))
            for place, (number, key) in enumerate(zip(numbers, keys, strict=True), start=1)
        )

    def portion(self, frame: PartFrame) -> PanelRecord:
        """Return the page with a part of the applications, and all that is said of these.

        What decided stands before them, people, withdrawals, rules and basis after them.
        """
        entries = frame.part.of(self.entries)
        numbers = {one.ending.project_number for one in entries}
        here = replace(
            self,
            frame=frame,
            entries=entries,
            joint_grades=tuple(one for one in self.joint_grades if one.project_number in numbers),
            grades=tuple(one for one in self.grades if one.project_number in numbers),
        )
        if not frame.opens:
            here = replace(here, flows=(), tie=None, other_rulings=(), warnings=())
        if not frame.closes:
            here = replace(here, panel=(), conflicts=(), withdrawn=(), criteria=(), left_out=())
            here = replace(here, readings=(), inputs=())
        return here


def panel_record(
    screened: Screening, found: Recommendation, furniture: Furniture, basis: Basis
) -> PanelRecord:
    """Record every decision of the call from K1 to K4, with its clause, keys and line."""
    words = furniture.words
    frame = furniture.frame(
        step="K1–K4",
        step_name=words.say("Hele behandlingen"),
        title=words.say("Protokoll"),
        recipient=words.say("Sekretariatet"),
    )
    review = screened.review
    reasons = panel_reasons(screened, found)
    tie = line_tie(found)
    way = recommended(screened, found)
    at_line = set(tie.numbers) if tie else set[str]()
    elsewhere = [one for one in found.ranked if one.project_number not in at_line]
    return PanelRecord(
        frame=frame,
        call=review.call,
        sums=sums(found),
        flows=(way,) if way else (),
        tie=tie,
        other_rulings=rulings_shown(found, elsewhere),
        theme=theme_shown(review.call, found),
        entries=reasons,
        joint_grades=joint_grades_shown(found),
        grades=graded_rows(screened, found),
        panel=tuple(sorted(review.experts, key=lambda one: one.member)),
        conflicts=_conflicts(review),
        withdrawn=_withdrawals(reasons),
        warnings=tuple(map(words.retell, basis.warnings)),
        criteria=_criteria(words, review.call),
        left_out=left_out(words, review.call.screening),
        readings=READINGS,
        inputs=tuple(Input(*one) for one in basis.inputs),
    )


def _conflicts(review: PanelReview) -> tuple[ConflictRow, ...]:
    """List the conflicts by project number and name (K2, K3, D24)."""
    names = {one.member: one.name for one in review.experts}
    graded = {(one.project_number, one.member) for one in review.grades}
    rows = (
        ConflictRow(
            one.project_number,
            names.get(one.member, one.member),
            one.from_step.value,
            one.from_step > PanelStep.GRADING and (one.project_number, one.member) in graded,
        )
        for one in review.conflicts
    )
    language = review.call.language
    return tuple(
        sorted(rows, key=lambda row: (row.project_number, alphabetical(row.name, language)))
    )


def _withdrawals(reasons: tuple[PanelReason, ...]) -> tuple[Withdrawal, ...]:
    gone = (one.ending for one in reasons if one.withdrawn_from)
    return tuple(
        Withdrawal(one.application, one.end is not End.WITHDRAWN)
        for one in sorted(gone, key=lambda one: one.project_number)
    )


def _criteria(words: Words, call: PanelCall) -> tuple[Criterion, ...]:
    rules = call.screening
    return tuple(
        Criterion(one, bound(words, one, rules), reading(words, one, rules))
        for one in rules.criteria
    )
