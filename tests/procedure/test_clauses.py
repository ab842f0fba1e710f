"""Every clause and reading of the two-round routine stands in the code that follows it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reviewpkg
from reviewpkg.domain.call import MoveAdjustment
from reviewpkg.procedure.two_round import (
    round_1,
    step_2_5_around_the_line,
    step_2_7_final_award,
)
from tests.procedure.build import ANNET, KS, blocks, graded, review

CLAUSES = ("1.1", *(f"1.2.{sub_step}" for sub_step in range(1, 10)), "1.3", "1.4")
READINGS = (*(f"D{number}" for number in range(1, 8)), "D24")


# The rules of round 2 are all told where they are applied; how they are printed is told elsewhere.
CLAUSES_2 = tuple(f"2.{step}" for step in range(1, 8))
READINGS_2 = (*(f"D{number}" for number in range(8, 24)), "D24")


def docstrings(folder: Path) -> Iterator[str]:
    """Give the docstring of every module, class and function in a folder and below it."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, documented):
                yield ast.get_docstring(node) or ""


def named(folder: Path) -> frozenset[str]:
    """Return the clauses and readings that docstrings name."""
    return frozenset(
        name
        for text in docstrings(folder)
        for name in re.findall(r"\bD\d+\b|\b\d+(?:\.\d+)+\b", text)
    )


PACKAGE = Path(reviewpkg.__file__).parent
NAMED = named(PACKAGE)
NAMED_BY_RULES = named(PACKAGE / "procedure")


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
