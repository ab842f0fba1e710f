"""Read `call.toml` strictly: every fault at once, each with the path of its key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.call import Criterion, Grading, Scale
from reviewpkg.domain.screening import Screening
from reviewpkg.domain.two_round import (
    Area,
    MoveAdjustment,
    NumberAdjustment,
    PoolRange,
    SelectionClauses,
    SelectionNumbers,
    TwoRoundCall,
)
from reviewpkg.intake.adjustment_checks import adjustment_faults
from reviewpkg.intake.call_checks import ROUTINE_CLAUSES, area_faults, budget_faults, scale_faults
from reviewpkg.intake.call_model import AdjustmentTable, AreaTable, CallTable, GradesTable
from reviewpkg.intake.call_syntax import BrokenSyntaxError, parsed
from reviewpkg.intake.call_tables import Tables, call_problem
from reviewpkg.intake.names import nearest
from reviewpkg.intake.routine import named_routine
from reviewpkg.intake.screening_table import (
    DeadlineTable,
    ScreeningTable,
    screening,
    screening_faults,
)
from reviewpkg.problems import Problem, Severity

_TABLES = ("call", "grades", "areas", "adjustments", "screening")
ROUTINES = ("two-round", "panel")
_OF_A_PANEL = {"panel": "panel"} | {
    f"screening.{key}": "panel"
    for key in ScreeningTable.model_fields
    if key not in DeadlineTable.model_fields
}


@dataclass(frozen=True, slots=True)
class CallRead:
    """Hold what the call file gave: the call, None where anything is wrong, and all problems.

    `grading`, `areas` and `screening` are there as soon as their part of the file is sound, so that
    the tables can be checked by them; `areas` is empty where it is not. `moves` gives the key of
    each adjustment that names an application; `in_doubt` tells that there is a screening that
    cannot be used. Where no `routine` is named nothing else is looked at.
    """

    call: TwoRoundCall | None
    grading: Grading | None = None
    areas: tuple[str, ...] = ()
    moves: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    screening: Screening | None = None
    in_doubt: bool = False
    routine: bool = True


class CallTables(Tables):
    """Hold the tables of a two-round call file, None in place of each that cannot be used."""

    def __init__(self, raw: Mapping[str, object]) -> None:
        required = {"call": "[call]", "grades": "[grades]", "areas": "[[areas]]"}
        super().__init__(raw, required, ("adjustments", "screening"), _OF_A_PANEL)
        self.call = self.one(CallTable, "call")
        self.grades = self.one(GradesTable, "grades")
        self.areas = self.many(AreaTable, "areas")
        self.adjustments = self.many(AdjustmentTable, "adjustments")
        self.screening = self.one(DeadlineTable, "screening")


def read_call(data: bytes) -> CallRead:
    """Read the bytes of a call file."""
    try:
        raw = parsed(data)
    except BrokenSyntaxError as error:
        return CallRead(None, problems=(call_problem("", error.told),))
    tables = CallTables(raw)
    if named_routine(raw) not in ROUTINES:
        of_call = tuple(one for one in tables.problems if _is_of_call(one, raw))
        return CallRead(None, problems=of_call or tuple(tables.problems), routine=False)
    problems = list(tables.problems)
    of_screening = list(screening_faults(tables.screening)) if tables.screening else []
    problems += of_screening
    grading_faults = list(scale_faults(tables.grades)) if tables.grades else []
    problems += grading_faults
    problems += area_faults(tables.areas, tables.grades)
    areas = [area for area in tables.areas if area is not None]
    sound = len(areas) == len(tables.areas)
    if sound:
        problems += budget_faults(areas, tables.call)
    problems += adjustment_faults(tables.adjustments, tables.areas, tables.grades)
    adjustments = [change for change in tables.adjustments if change is not None]
    grading = grading_of(tables.grades) if tables.grades and not grading_faults else None
    bounds = screening(tables.screening) if tables.screening and not of_screening else None
    call = None
    if not any(problem.severity is Severity.ERROR for problem in problems):
        call = _call(tables, grading, bounds, areas, adjustments)
    return CallRead(
        call,
        grading,
        tuple(area.id for area in areas) if sound else (),
        tuple(_moves(tables.adjustments)),
        tuple(problems),
        bounds,
        bounds is None and "screening" in raw,
    )


def _is_of_call(problem: Problem, raw: Mapping[str, object]) -> bool:
    """Tell whether a fault is in `[call]`, under that name or one that was meant to be it."""
    table = problem.place.key.partition(".")[0]
    return table == "call" or (table in raw and nearest(table, _TABLES) == "call")


def _moves(adjustments: Iterable[AdjustmentTable | None]) -> Iterator[tuple[str, str]]:
    for place, change in enumerate(adjustments, start=1):
        if change is not None and change.project is not None:
            yield f"adjustments[{place}].project", change.project


def grading_of(grades: GradesTable) -> Grading:
    """Return the scales of a call."""
    criteria = tuple(
        Criterion(one.id, one.label, Scale(one.min, one.max, Fraction(1)))
        for one in grades.criteria
    )
    return Grading(
        total=Scale(grades.min, grades.max, grades.step),
        joint=Scale(grades.min, grades.max, grades.joint_step or grades.step),
        criteria=criteria,
    )


def _call(
    tables: CallTables,
    grading: Grading | None,
    bounds: Screening | None,
    areas: Iterable[AreaTable],
    adjustments: Iterable[AdjustmentTable],
) -> TwoRoundCall | None:
    call = tables.call
    if call is None or grading is None:
        return None
    return TwoRoundCall(
        id=call.id,
        title=call.title,
        funder=call.funder,
        date=call.date,
        budget=call.budget,
        grading=grading,
        language=call.language,
        areas=tuple(_area(place, area) for place, area in enumerate(areas)),
        number_adjustments=tuple(_changes(adjustments)),
        moves=tuple(
            MoveAdjustment(change.project, change.decision == "selected", change.reason)
            for change in adjustments
            if change.project is not None
        ),
        screening=bounds,
    )


def _area(place: int, area: AreaTable) -> Area:
    pool = area.ranking_pool
    clauses = SelectionClauses(*area.clauses) if area.clauses else ROUTINE_CLAUSES[place]
    return Area(
        id=area.id,
        share=area.share,
        frame=area.frame,
        numbers=SelectionNumbers(
            area.top, area.top_cap, area.contested, area.high_grade, area.minimum, area.user_review
        ),
        clauses=clauses,
        ranking_pool=PoolRange(pool.first, pool.last, pool.deviation or "") if pool else None,
    )


def _changes(adjustments: Iterable[AdjustmentTable]) -> Iterator[NumberAdjustment]:
    for change in adjustments:
        if change.area is not None and change.field is not None and change.value is not None:
            value = change.value if change.field == "high_grade" else int(change.value)
            yield NumberAdjustment(change.area, change.field, value, change.reason)
