"""Say for programs what the panel's steps came to: the files `decisions.csv` of K3 and K4."""

from __future__ import annotations

from fractions import Fraction

from reviewpkg.domain.panel import PanelCall
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed
from reviewpkg.procedure.panel.step_k4_recommendation import (
    Outcome,
    Recommendation,
    Recommended,
    is_priority,
)
from reviewpkg.reports.csv_table import Cell, CsvTable
from reviewpkg.reports.panel.endings import End, Ending, endings

PANEL = (
    "project_number",
    "position",
    "grade",
    "quality",
    "benefit",
    "spread",
    "priority",
    "decision",
)
AWARD = (
    "project_number",
    "amount",
    "decision",
    "grade",
    "quality",
    "benefit",
    "priority",
    "final_place",
    "running_sum",
)


def panel_decisions(screened: Screening, assessed: tuple[Assessed, ...]) -> CsvTable:
    """List what the panel discusses, in its order, then what was withdrawn, by number (K3, D24)."""
    call = screened.review.call
    rows = [
        (
            one.project_number,
            one.position,
            *_grades(one),
            str(one.graded.spread),
            is_priority(one.application, call),
            "discuss",
        )
        for one in assessed
    ]
    rejected = {one.project_number for one in screened.results if not one.eligible}
    withdrawn = [
        (one.project_number, *[None] * 5, is_priority(one, call), "withdrawn")
        for one in sorted(screened.review.applications, key=lambda one: one.project_number)
        if one.withdrawn_at(PanelStep.MEETING) and one.project_number not in rejected
    ]
    return CsvTable(PANEL, (*rows, *withdrawn))


def _grades(one: Assessed) -> tuple[Cell, Cell, Cell]:
    # Exact, as text: a number would be written with decimals.
    values: tuple[Fraction, ...] = (one.grade, one.graded.quality, one.graded.benefit)
    grade, quality, benefit = map(str, values)
    return grade, quality, benefit


def award_decisions(screened: Screening, found: Recommendation) -> CsvTable:
    """List every application of the call: by final place, then by project number (K4)."""
    call = screened.review.call
    ends = endings(screened, found)
    ranked = [_ranked(one.ranked) for one in ends if one.ranked]
    rest = [
        _below(one.assessed, call) if one.assessed else _out(one, call)
        for one in sorted(ends, key=lambda one: one.project_number)
        if not one.ranked
    ]
    return CsvTable(AWARD, (*ranked, *rest))


def _ranked(one: Recommended) -> tuple[Cell, ...]:
    return (
        one.project_number,
        one.application.amount,
        one.outcome.value,
        *_grades(one.assessed),
        one.priority,
        one.final_place,
        one.running_sum,
    )


def _below(one: Assessed, call: PanelCall) -> tuple[Cell, ...]:
    """List one that is graded below what is support-worthy."""
    return (
        one.project_number,
        one.application.amount,
        Outcome.NOT_SUPPORT_WORTHY.value,
        *_grades(one),
        is_priority(one.application, call),
        None,
        None,
    )


def _out(one: Ending, call: PanelCall) -> tuple[Cell, ...]:
    """List one that K1 rejected or that was withdrawn; what was rejected before stays so (D24)."""
    return (
        one.project_number,
        one.application.amount,
        "rejected" if one.end is End.REJECTED else "withdrawn",
        *[None] * 3,
        is_priority(one.application, call),
        None,
        None,
    )
