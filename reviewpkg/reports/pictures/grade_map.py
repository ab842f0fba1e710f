"""Show an area's applications by mean grade and difference, and where 1.2 drew its lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from reviewpkg.domain.call import Scale
from reviewpkg.procedure.cut_line import groups_of_equals
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import AdjustedSelection
from reviewpkg.procedure.two_round.step_1_2_selection import Group, by_mean_and_difference
from reviewpkg.reports.pictures.axis import tick_step
from reviewpkg.reports.sub_steps import Kind, SubStepReport, sub_step_reports


class Chosen(Enum):
    """Tell whether 1.2 selected a group; some of it only where applications were moved by name."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Dot:
    """Be a group of equals: its mean grade, its difference and how many it counts."""

    mean_grade: Fraction
    grade_difference: Fraction
    size: int
    selected: int
    chosen: Chosen


@dataclass(frozen=True, slots=True)
class Point:
    """Be a corner of a line; `order` counts from the left."""

    clause: str
    order: int
    grade_difference: Fraction
    mean_grade: Fraction
    high_grade: bool


@dataclass(frozen=True, slots=True)
class MapRow:
    """Be the groups with one mean: how many are at each difference, None where none are."""

    mean_grade: Fraction
    counts: tuple[int | None, ...]
    total: int
    selected: int


@dataclass(frozen=True, slots=True)
class GradeMap:
    """Be an area's map: groups as dots, lines between the places where a group could stand.

    `left` and `right` bound the differences drawn, `low` and `high` the means, with a figure for
    every `difference_step` and `mean_step`. `largest` is the largest group, `differences` are those
    of the table's columns.
    """

    dots: tuple[Dot, ...]
    corners: tuple[Point, ...]
    left: Fraction
    right: Fraction
    low: Fraction
    high: Fraction
    difference_step: int
    mean_step: int
    largest: Dot
    differences: tuple[Fraction, ...]
    rows: tuple[MapRow, ...]


def grade_map(selection: AdjustedSelection, scale: Scale) -> GradeMap | None:
    """Map an area's selection (1.2); `scale` is that of the total grade. None if it is empty."""
    ranked = selection.adjusted.ranked
    if not ranked:
        return None
    dots = tuple(
        _dot(group, selection.clause_of)
        for group in groups_of_equals(ranked, by_mean_and_difference)
    )
    differences = sorted({dot.grade_difference for dot in dots})
    left, right = -scale.step / 2, differences[-1] + scale.step / 2
    low, high = scale.min - scale.step / 2, scale.max + scale.step / 2
    reports = sub_step_reports(selection.adjusted)
    return GradeMap(
        dots,
        tuple(_corners(reports, scale.step, left, right)),
        left,
        right,
        low,
        high,
        tick_step(left, right),
        tick_step(low, high),
        max(dots, key=lambda dot: dot.size),
        tuple(differences),
        _rows(dots, differences),
    )


def _dot(group: Group, clause_of: Mapping[str, str]) -> Dot:
    size, selected = len(group), sum(one.project_number in clause_of for one in group)
    chosen = Chosen.SOME if selected else Chosen.NONE
    return Dot(
        group[0].mean_grade,
        group[0].grade_difference,
        size,
        selected,
        Chosen.ALL if selected == size else chosen,
    )


def _corners(
    reports: Iterable[SubStepReport], step: Fraction, left: Fraction, right: Fraction
) -> Iterable[Point]:
    """Return every line's corners: half-way between what it takes and what it leaves."""
    for report in reports:
        if report.kind is Kind.HIGH_GRADE:
            bound = Fraction(report.wanted) - step / 2
            line = [(left, bound - left / 2), (right, bound - right / 2)]
        elif report.line:
            difference = report.line.grade_difference
            line = _stairs(report.line.mean_grade, difference, step, left, right)
        else:
            continue
        for order, (across, up) in enumerate(line):
            yield Point(report.clause, order, across, up, report.kind is Kind.HIGH_GRADE)


def _stairs(
    mean: Fraction, difference: Fraction | None, step: Fraction, left: Fraction, right: Fraction
) -> list[tuple[Fraction, Fraction]]:
    """Return the line below the group of that mean and difference.

    Means lie half a step apart, and with one mean differences two steps. To the left of the
    group's difference the line passes above its mean, unless nothing can stand there.
    """
    below, above = mean - step / 4, mean + step / 4
    if difference is None or difference < 2 * step:
        return [(left, below), (right, below)]
    corner = difference - step
    return [(left, above), (corner, above), (corner, below), (right, below)]


def _rows(dots: Iterable[Dot], differences: Iterable[Fraction]) -> tuple[MapRow, ...]:
    """Return the numbers of the dots, highest mean first."""
    columns = tuple(differences)
    rows = []
    for group in groups_of_equals(dots, lambda dot: dot.mean_grade):
        sizes = {dot.grade_difference: dot.size for dot in group}
        rows.append(
            MapRow(
                group[0].mean_grade,
                tuple(sizes.get(difference) for difference in columns),
                sum(sizes.values()),
                sum(dot.selected for dot in group),
            )
        )
    return tuple(rows)
