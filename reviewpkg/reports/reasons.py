"""Say why each application is in or out (1.2–1.3): the clause, its key and the lines it met."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reviewpkg.domain.two_round import MoveAdjustment
from reviewpkg.procedure.two_round.round_1 import Decision, Outcome
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import CLAUSE, AdjustedSelection
from reviewpkg.procedure.two_round.step_1_2_selection import Stop
from reviewpkg.reports.sub_steps import Kind, SubStepReport, sub_step_reports


class Ground(Enum):
    """Tell what decided."""

    LINE = "at or above a line"
    HIGH_GRADE = "one member's grade is enough"
    MISSED = "met no line"
    MOVED_IN = "moved in by name"
    MOVED_OUT = "moved out by name"
    WITHDRAWN_BEFORE = "withdrawn before the selection"
    WITHDRAWN_AFTER = "withdrawn after the selection"


class Miss(Enum):
    """Tell how an application missed a sub-step."""

    BELOW_LINE = "below its line"
    LEFT_OUT = "in the group of equals that had no room"
    NO_ROOM = "a better group had no room already"
    NOT_NEEDED = "it took nobody: enough were in"
    UNDER_GRADE = "no grade high enough"


@dataclass(frozen=True, slots=True)
class Missed:
    """Be one sub-step that an application missed, and how."""

    how: Miss
    sub_step: SubStepReport


@dataclass(frozen=True, slots=True)
class Reason:
    """Be why one application stands where it does.

    `clause` is what decided, or what the selection alone had said where someone moved or withdrew
    it afterwards (blank if that left it out). `sub_step` holds the line it met, `missed` those it
    did not meet, `stated` the reason of a move by name.
    """

    ground: Ground
    clause: str
    graded: Graded | None
    sub_step: SubStepReport | None = None
    missed: tuple[Missed, ...] = ()
    stated: str = ""
    withdrawn_from: str = ""

    @property
    def below(self) -> tuple[SubStepReport, ...]:
        """Return the sub-steps whose line it is below."""
        return tuple(one.sub_step for one in self.missed if one.how is Miss.BELOW_LINE)

    @property
    def no_room(self) -> tuple[Missed, ...]:
        """Return the sub-steps that had no room, or needed nobody."""
        ways = {Miss.LEFT_OUT, Miss.NO_ROOM, Miss.NOT_NEEDED}
        return tuple(one for one in self.missed if one.how in ways)

    @property
    def under_grade(self) -> SubStepReport | None:
        """Return the sub-step that neither grade was high enough for."""
        ways = (one.sub_step for one in self.missed if one.how is Miss.UNDER_GRADE)
        return next(ways, None)


class Reasons:
    """Say why an area's applications stand where they do; what they share is found once."""

    def __init__(self, selection: AdjustedSelection) -> None:
        self._selection = selection
        self._alone = selection.adjusted.clause_of
        self._graded = {one.project_number: one for one in selection.adjusted.ranked}
        self._reports = sub_step_reports(selection.adjusted)

    def of(self, outcome: Outcome) -> Reason:
        """Return why one was selected, rejected or neither, traceable to its clause."""
        number = outcome.application.project_number
        away = outcome.application.withdrawn_from or ""
        alone = self._alone.get(number, "")
        graded = self._graded.get(number)
        if graded is None:
            return Reason(Ground.WITHDRAWN_BEFORE, "", None, withdrawn_from=away)
        if outcome.decision is Decision.WITHDRAWN:
            stood = self._selection.clause_of.get(number, "")
            return Reason(Ground.WITHDRAWN_AFTER, stood, graded, withdrawn_from=away)
        if outcome.rule == CLAUSE:
            selected = outcome.decision is Decision.SELECTED
            ground = Ground.MOVED_IN if selected else Ground.MOVED_OUT
            stated = _stated(self._selection, number)
            return Reason(ground, alone, graded, stated=stated, withdrawn_from=away)
        if outcome.decision is Decision.REJECTION_1:
            missed = tuple(Missed(_how(graded, report), report) for report in self._reports)
            return Reason(Ground.MISSED, outcome.rule, graded, None, missed, "", away)
        met = next(report for report in self._reports if report.clause == alone)
        ground = Ground.HIGH_GRADE if met.kind is Kind.HIGH_GRADE else Ground.LINE
        return Reason(ground, alone, graded, met, withdrawn_from=away)


def _stated(selection: AdjustedSelection, number: str) -> str:
    return next(
        effect.adjustment.reason
        for effect in selection.effects
        if isinstance(effect.adjustment, MoveAdjustment)
        and effect.adjustment.project_number == number
    )


def _how(graded: Graded, report: SubStepReport) -> Miss:
    """Tell how a rejected application missed a sub-step (1.2)."""
    if report.kind is Kind.HIGH_GRADE:
        return Miss.UNDER_GRADE
    left_out = report.left_out
    if left_out and report.stop in {Stop.OVER_CAP, Stop.OVER_NUMBER}:
        level = left_out.grade_difference in {None, graded.grade_difference}
        if level and left_out.mean_grade == graded.mean_grade:
            return Miss.LEFT_OUT
    if report.line is not None:
        return Miss.BELOW_LINE
    return Miss.NO_ROOM if report.fits_no_group else Miss.NOT_NEEDED
