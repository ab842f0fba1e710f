"""Read the `call.toml` of a panel call strictly: every fault at once, each with its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field, StrictInt, ValidationError

from reviewpkg.domain.call import Grading
from reviewpkg.domain.panel import PanelCall
from reviewpkg.domain.screening import CRITERIA, Screening
from reviewpkg.intake.call_checks import at_least, scale_faults
from reviewpkg.intake.call_file import grading_of
from reviewpkg.intake.call_model import (
    MOST_COUNTED,
    CallTable,
    Exact,
    GradesTable,
    Line,
    Table,
)
from reviewpkg.intake.call_syntax import BrokenSyntaxError, parsed
from reviewpkg.intake.call_tables import Tables, call_problem
from reviewpkg.intake.cells import decimal, shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.screening_table import ScreeningTable, screening, screening_faults
from reviewpkg.languages.language import Language
from reviewpkg.languages.sentence import quoted, sentence
from reviewpkg.problems import Problem, Severity

Experts = Annotated[StrictInt, Field(ge=1, le=MOST_COUNTED)]


class PanelTable(Table):
    """Be `[panel]`.

    `experts` is how many are proposed for each application, else `min_experts`. `expert_language`
    is what the experts' forms are in, else the call's own: that experts come from abroad is a fact
    of a programme, not of the routine.
    """

    support_worthy_min: Exact
    priority_theme: Line | None = None
    min_experts: Experts
    experts: Experts | None = None
    expert_language: Language | None = None


class PanelCallTables(Tables):
    """Hold the tables of a panel call file, None in place of each that cannot be used."""

    def __init__(self, raw: Mapping[str, object]) -> None:
        names = ("call", "grades", "screening", "panel")
        required = {name: f"[{name}]" for name in names}
        super().__init__(raw, required, (), {"areas": "two-round", "adjustments": "two-round"})
        self.call = self.one(CallTable, "call")
        self.grades = self.one(GradesTable, "grades")
        self.screening = self.one(ScreeningTable, "screening")
        self.panel = self.one(PanelTable, "panel")


@dataclass(frozen=True, slots=True)
class PanelCallRead:
    """Hold what the call file gave: the call, None where anything is wrong, and all problems.

    `grading` is there as soon as its part of the file is sound, `screening` with every criterion
    whose keys are, so that the tables can be checked by them.
    """

    call: PanelCall | None
    screening: Screening | None
    grading: Grading | None
    problems: tuple[Problem, ...]


def read_panel_call(data: bytes) -> PanelCallRead:
    """Read the bytes of a call file."""
    try:
        raw = parsed(data)
    except BrokenSyntaxError as error:
        return PanelCallRead(None, None, None, (call_problem("", error.told),))
    tables = PanelCallTables(raw)
    of_grades = list(_grades_faults(tables.grades))
    of_screening = list(screening_faults(tables.screening)) if tables.screening else []
    of_panel = list(_panel_faults(tables.panel, tables.grades))
    problems = (*tables.problems, *of_grades, *of_screening, *of_panel)
    grading = grading_of(tables.grades) if tables.grades and not of_grades else None
    bounds = screening(tables.screening) if tables.screening else _sound_part(raw.get("screening"))
    call = None
    if not any(problem.severity is Severity.ERROR for problem in problems):
        call = _call(tables, grading, bounds)
    return PanelCallRead(call, bounds, grading, problems)


def _sound_part(raw: object) -> Screening | None:
    """Return the bounds that the faultless keys of `[screening]` set, to check the tables by."""
    if not isinstance(raw, dict):
        return None
    try:
        ScreeningTable.model_validate(raw)
    except ValidationError as error:
        wrong = {fault["loc"][0] for fault in error.errors()}
        table = ScreeningTable.model_validate({key: raw[key] for key in raw if key not in wrong})
        bounds = screening(table)
        # What was left out is not known: ask for nothing that may have been.
        left_out = CRITERIA if "omit" in wrong else ()
        return replace(bounds, omitted=bounds.omitted.union(left_out))
    return None


def _grades_faults(grades: GradesTable | None) -> Iterator[Problem]:
    if grades is None:
        return
    yield from scale_faults(grades)
    if grades.criteria:
        told = sentence(
            "eksperter gir karakter for kvalitet og nytte, ikke for kriterier; fjern dem."
        )
        yield call_problem("grades.criteria", told)


def _panel_faults(panel: PanelTable | None, grades: GradesTable | None) -> Iterator[Problem]:
    if panel is None:
        return
    if panel.experts is not None and panel.experts < panel.min_experts:
        wanted = at_least(panel.min_experts, "min_experts")
        yield call_problem("panel.experts", mismatch(wanted, quoted(panel.experts)))
    if grades and grades.min < grades.max:
        least = panel.support_worthy_min
        if not grades.min <= least <= grades.max:
            wanted = sentence(
                "en karakter fra {low} til {high}",
                low=decimal(grades.min),
                high=decimal(grades.max),
            )
            told = mismatch(wanted, shown(decimal(least)))
            yield call_problem("panel.support_worthy_min", told)


def _call(
    tables: PanelCallTables, grading: Grading | None, bounds: Screening | None
) -> PanelCall | None:
    call, panel = tables.call, tables.panel
    if call is None or panel is None or grading is None or bounds is None:
        return None
    return PanelCall(
        id=call.id,
        title=call.title,
        funder=call.funder,
        date=call.date,
        budget=call.budget,
        grading=grading,
        language=call.language,
        screening=bounds,
        support_worthy_min=panel.support_worthy_min,
        priority_theme=panel.priority_theme or "",
        min_experts=panel.min_experts,
        experts_proposed=panel.experts or panel.min_experts,
        expert_language=panel.expert_language or call.language,
    )
