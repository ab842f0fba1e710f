"""Say what each sub-step of 1.2 did: how many it took, where it stopped and why there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from reviewpkg.procedure.two_round.step_1_2_selection import Group, Selection, Stop, SubStep


class Kind(Enum):
    """Tell the four sub-steps apart, whatever an area's clauses are called."""

    TOP = "by mean grade up to a number"
    CONTESTED = "by mean grade and difference up to a total"
    HIGH_GRADE = "by one high grade"
    MINIMUM = "by mean grade and difference until enough"


@dataclass(frozen=True, slots=True)
class Equals:
    """Be a group of equals; `grade_difference` is None where the mean alone ranks (1.2.1)."""

    size: int
    mean_grade: Fraction
    grade_difference: Fraction | None


@dataclass(frozen=True, slots=True)
class SubStepReport:
    """Be what one sub-step did.

    `line` is the last group it took, `left_out` the first it did not, each None if there is none;
    `with_left_out` is the total had that group come in. `in_whole` tells that the last group
    brought more in than was wanted, `fits_no_group` that the best group was already too large.
    """

    clause: str
    kind: Kind
    wanted: int | Fraction
    cap: int | None
    taken: int
    total: int
    stop: Stop
    line: Equals | None
    left_out: Equals | None
    with_left_out: int
    in_whole: bool
    fits_no_group: bool

    @property
    def drawn(self) -> bool:
        """Tell whether the list has a line of this sub-step; a high grade is met anywhere on it."""
        return self.line is not None or self.fits_no_group


def sub_step_reports(selection: Selection) -> tuple[SubStepReport, ...]:
    """Return what the four sub-steps of an area's selection did, in order (1.2)."""
    return tuple(
        _report(kind, sub_step) for kind, sub_step in zip(Kind, selection.sub_steps, strict=True)
    )


def _report(kind: Kind, sub_step: SubStep) -> SubStepReport:
    ranked = kind is not Kind.HIGH_GRADE
    line = sub_step.taken[-1] if ranked and sub_step.taken else ()
    counted = ranked and sub_step.stop is Stop.REACHED
    over = sub_step.stop in {Stop.OVER_CAP, Stop.OVER_NUMBER}
    return SubStepReport(
        sub_step.clause,
        kind,
        sub_step.wanted,
        sub_step.cap,
        len(sub_step.members),
        sub_step.total,
        sub_step.stop,
        _equals(kind, line),
        _equals(kind, sub_step.left_out),
        sub_step.total + len(sub_step.left_out),
        counted and sub_step.total > sub_step.wanted,
        over and not sub_step.taken,
    )


def _equals(kind: Kind, group: Group) -> Equals | None:
    if not group:
        return None
    difference = None if kind is Kind.TOP else group[0].grade_difference
    return Equals(len(group), group[0].mean_grade, difference)
