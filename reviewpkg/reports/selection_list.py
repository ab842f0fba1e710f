"""Say how an area's applications were selected (1.2): all of them in order, and every line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from reviewpkg.procedure.cut_line import groups_of_equals
from reviewpkg.procedure.two_round.round_1 import Decision, Outcome, Round1
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import CLAUSE, AdjustedSelection
from reviewpkg.procedure.two_round.step_1_2_selection import by_mean_and_difference
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.pictures.grade_map import GradeMap, grade_map
from reviewpkg.reports.sub_steps import SubStepReport, sub_step_reports

MOST_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """Be one application: its place among equals, its grades, what became of it and by what rule.

    `tied` tells that it shares its place, `level` that the row below is its equal; `rule` is what
    1.2 said, also of one that was withdrawn afterwards, and blank where 1.2 left it out.
    """

    position: int
    tied: bool
    level: bool
    project_number: str
    title: str
    applicant: str
    pair: str
    high: Fraction
    low: Fraction
    mean_grade: Fraction
    grade_difference: Fraction
    decision: Decision
    rule: str
    withdrawn_from: str
    user_review: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Be a run of applications and the lines drawn below it."""

    rows: tuple[Row, ...]
    lines: tuple[SubStepReport, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """Count what was moved by name after the sub-steps, and the total after that (1.2.9)."""

    moved_in: int
    moved_out: int
    total: int


@dataclass(frozen=True, slots=True)
class SelectionList:
    """Be an area's selection; where there are adjustments it is the adjusted run that counts.

    `decimals` is how many its means are written with, `map` is None in an area without any.
    """

    frame: Frame
    area: str
    decimals: int
    applications: int
    selected: int
    user_review: int
    sub_steps: tuple[SubStepReport, ...]
    map: GradeMap | None
    moves: Moves | None
    adjusted: bool
    stretches: tuple[Stretch, ...]
    withdrawn: tuple[Outcome, ...]

    def items(self) -> tuple[Item, ...]:
        """Return the applications of the list by place, equals together."""
        words = self.frame.words
        return tuple(
            Item(words.say("plass {place}", place=row.position), row.level)
            for stretch in self.stretches
            for row in stretch.rows
        )

    def portion(self, frame: PartFrame) -> SelectionList:
        """Return the page with a part of the list, and the lines that are drawn in it."""
        return replace(
            self,
            frame=frame,
            selected=self.selected if frame.opens else 0,
            user_review=self.user_review if frame.opens else 0,
            sub_steps=self.sub_steps if frame.opens else (),
            moves=self.moves if frame.opens else None,
            map=self.map if frame.closes else None,
            stretches=frame.part.of_stretches(self.stretches),
            withdrawn=self.withdrawn if frame.closes else (),
        )


def selection_list(
    round_1: Round1, selection: AdjustedSelection, furniture: Furniture
) -> SelectionList:
    """Lay out one area's selection for the secretariat (1.2)."""
    area = selection.area.id
    outcomes = tuple(one for one in round_1.outcomes if one.application.area == area)
    reports = sub_step_reports(selection.adjusted)
    ranked = {one.project_number for one in selection.adjusted.ranked}
    words = furniture.words
    frame = furniture.frame(
        step="1.2",
        step_name=words.say("Utvelgelse til runde 2"),
        title=words.say("Utvelgelse til runde 2 – {area}", area=area),
        recipient=words.say("Sekretariatet"),
        landscape=True,
    )
    return SelectionList(
        frame,
        area,
        _decimals(selection),
        len(ranked),
        len(selection.clause_of),
        sum(one.user_review for one in outcomes),
        reports,
        grade_map(selection, furniture.call.grading.total),
        moves_of(selection),
        bool(selection.effects),
        _stretches(_rows(selection, outcomes), reports),
        tuple(one for one in outcomes if one.application.project_number not in ranked),
    )


def _decimals(selection: AdjustedSelection) -> int:
    """Return how many decimals write every mean exactly, at least one."""
    means = [graded.mean_grade for graded in selection.adjusted.ranked]
    return next(
        (
            places
            for places in range(1, MOST_DECIMALS)
            if all((mean * 10**places).denominator == 1 for mean in means)
        ),
        MOST_DECIMALS,
    )


def moves_of(selection: AdjustedSelection) -> Moves | None:
    """Count an area's moves by name, or return None where nothing was moved."""
    moved_in = sum(rule == CLAUSE for rule in selection.clause_of.values())
    before = selection.adjusted.clause_of
    moved_out = len(before.keys() - selection.clause_of.keys())
    if not moved_in and not moved_out:
        return None
    return Moves(moved_in, moved_out, len(selection.clause_of))


def _rows(selection: AdjustedSelection, outcomes: tuple[Outcome, ...]) -> tuple[Row, ...]:
    """Return the rows in the order of 1.2; equals on mean and difference share a place."""
    by_number = {one.application.project_number: one for one in outcomes}
    rows: list[Row] = []
    for group in groups_of_equals(selection.adjusted.ranked, by_mean_and_difference):
        position = len(rows) + 1
        for left, graded in zip(range(len(group) - 1, -1, -1), group, strict=True):
            outcome = by_number[graded.project_number]
            application = graded.application
            rows.append(
                Row(
                    position,
                    len(group) > 1,
                    left > 0,
                    application.project_number,
                    application.title,
                    application.applicant,
                    application.pair,
                    graded.high,
                    graded.low,
                    graded.mean_grade,
                    graded.grade_difference,
                    outcome.decision,
                    outcome.rule or selection.clause_of.get(application.project_number, ""),
                    application.withdrawn_from or "",
                    outcome.user_review,
                )
            )
    return tuple(rows)


def _stretches(rows: tuple[Row, ...], reports: tuple[SubStepReport, ...]) -> tuple[Stretch, ...]:
    """Cut the rows where lines are drawn.

    Above a sub-step's line stands its last group and everything before it in the order: what it
    did not take itself there, an earlier sub-step had. One that found no room for even its first
    group stops where the one before it did.
    """
    lines_at: dict[int, list[SubStepReport]] = {}
    reached = 0
    for report in reports:
        if report.drawn:
            reached = max(reached, _end(rows, report))
            lines_at.setdefault(reached, []).append(report)
    ends = sorted({*lines_at, len(rows)})
    starts = [0, *ends]
    return tuple(
        Stretch(rows[start:end], tuple(lines_at.get(end, ())))
        for start, end in zip(starts, ends, strict=False)
    )


def _end(rows: tuple[Row, ...], report: SubStepReport) -> int:
    """Count the rows down to the last that equals the sub-step's line."""
    line = report.line
    if line is None:
        return 0
    difference = line.grade_difference
    return max(
        (
            place
            for place, row in enumerate(rows, start=1)
            if row.mean_grade == line.mean_grade and difference in {None, row.grade_difference}
        ),
        default=0,
    )
