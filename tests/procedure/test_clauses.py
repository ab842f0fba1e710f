"""Every clause and reading of a routine stands in the code that follows it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

import reviewpkg
from reviewpkg.domain.screening import CRITERIA
from reviewpkg.domain.steps import PanelStep
from reviewpkg.domain.two_round import MoveAdjustment
from reviewpkg.procedure.formal_faults import Fault
from reviewpkg.procedure.panel import panel, step_k4_recommendation
from reviewpkg.procedure.panel.step_k4_recommendation import Outcome
from reviewpkg.procedure.two_round import (
    round_1,
    step_2_5_around_the_line,
    step_2_7_final_award,
)
from reviewpkg.reports.formal.decisions import screening_decisions
from reviewpkg.reports.panel.decisions import award_decisions
from tests.procedure.build import ANNET, KS, blocks, graded, review
from tests.procedure.panel import build_panel

CLAUSES = ("1.1", *(f"1.2.{sub_step}" for sub_step in range(1, 10)), "1.3", "1.4")
READINGS = (*(f"D{number}" for number in range(1, 8)), "D24")


# The rules of round 2 are all told where they are applied; how they are printed is told elsewhere.
CLAUSES_2 = tuple(f"2.{step}" for step in range(1, 8))
READINGS_2 = (*(f"D{number}" for number in range(8, 24)), "D24")

CLAUSES_OF_PANEL = tuple(f"K{step}" for step in range(1, 5))
READINGS_OF_PANEL = ("D20", "D22", "D24")


def docstrings(folder: Path) -> Iterator[str]:
    """Give the docstring of every module, class and function in a file, or below a folder."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for path in sorted(folder.rglob("*.py")) or [folder]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, documented):
                yield ast.get_docstring(node) or ""


def named(*folders: Path) -> frozenset[str]:
    """Return the clauses, criteria and readings that docstrings name."""
    return frozenset(
        name
        for folder in folders
        for text in docstrings(folder)
        for name in re.findall(r"\b[DFK]\d+\b|\b\d+(?:\.\d+)+\b", text)
    )


PACKAGE = Path(reviewpkg.__file__).parent
NAMED = named(PACKAGE)
NAMED_BY_RULES = named(PACKAGE / "procedure")
PANEL = PACKAGE / "procedure" / "panel"
# The criteria stand with the rules that both routines screen by.
NAMED_BY_PANEL = named(PANEL, PANEL.parent / "screening.py", PANEL.parent / "formal_faults.py")


@pytest.mark.parametrize("name", [*CLAUSES, *READINGS])
def test_every_clause_and_reading_of_round_1_is_named_by_a_docstring(name: str) -> None:
    assert name in NAMED


def test_every_rule_that_round_1_can_give_is_such_a_clause() -> None:
    ks = blocks((35, 7, 7), (20, 7, 6), (10, 5, 5), (5, 6, 1), (5, 1, 1))
    annet = tuple(
        graded(f"B{one.project_number}", *(grade.total for grade in one.grades), area="Annet")
        for one in blocks((17, 7, 7), (8, 7, 6), (5, 6, 6), (4, 7, 1), (5, 1, 1))
    )
    moves = (
        MoveAdjustment("075", selected=True, reason="Inn"),
        MoveAdjustment("001", selected=False, reason="Ut"),
    )
    decided = round_1.run(review(*ks, *annet, areas=(KS, ANNET), moves=moves))
    rules = {outcome.rule for outcome in decided.outcomes}
    assert rules == {*(f"1.2.{sub_step}" for sub_step in range(1, 10)), "1.3"}
    assert rules <= NAMED


@pytest.mark.parametrize("name", [*CLAUSES_2, *READINGS_2])
def test_every_clause_and_reading_of_round_2_is_named_where_it_is_applied(name: str) -> None:
    assert name in NAMED_BY_RULES


def test_every_rule_that_round_2_can_give_is_such_a_clause() -> None:
    rules = (step_2_5_around_the_line.RULE, step_2_7_final_award.RULE)
    assert rules == ("2.5", "2.7")
    assert set(rules) <= NAMED_BY_RULES


@pytest.mark.parametrize("name", [*CLAUSES_OF_PANEL, *CRITERIA, *READINGS_OF_PANEL])
def test_every_clause_criterion_and_reading_of_the_panel_is_named_by_its_rules(name: str) -> None:
    assert name in NAMED_BY_PANEL


@pytest.mark.parametrize("step", PanelStep)
def test_every_step_of_the_panel_has_a_module_that_names_it(step: PanelStep) -> None:
    (module, *more) = sorted(PANEL.glob(f"step_{step.value.lower()}_*.py"))
    for path in (module, *more):
        assert step.value in (ast.get_docstring(ast.parse(path.read_text())) or "")


@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_criterion_is_told_where_it_is_held_and_where_it_fails(criterion: str) -> None:
    faults = [kind for kind in get_args(Fault) if kind.criterion == criterion]
    assert faults
    assert all((kind.__doc__ or "").startswith(f"{criterion}: ") for kind in faults)


def test_every_decision_of_the_panel_can_come_out_and_no_other() -> None:
    withdrawn = build_panel.application("K/5", withdrawn_from=PanelStep.RECOMMENDATION)
    applications = [build_panel.application(f"K/{at}", 60) for at in range(1, 5)] + [withdrawn]
    grades = [
        one
        for at, grade in enumerate((5, 4, 3, 5, 5), start=1)
        for one in build_panel.given(f"K/{at}", [(grade, grade)])
    ]
    rejected = replace(applications[3], submission=replace(applications[3].submission, amount=0))
    applications[3] = rejected
    call = replace(build_panel.CALL, screening=replace(build_panel.CALL.screening, amount_min=1))
    screened = panel.screen(build_panel.review(applications, grades, call=call))
    of_screening = {row[1] for row in screening_decisions(screened.results).rows}
    of_award = [row[2] for row in award_decisions(screened, panel.recommend(screened)).rows]
    assert of_screening == {"eligible", "rejected"}
    assert of_award == [*(outcome.value for outcome in Outcome), "rejected", "withdrawn"]
    assert step_k4_recommendation.RULE == "K4"
    assert step_k4_recommendation.RULE in NAMED_BY_PANEL
