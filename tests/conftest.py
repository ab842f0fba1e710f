"""Whatever a test makes the program say of its input, it must be able to say in every language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reviewpkg.problems import Problem
from tests.retold import left_in_bokmal


@pytest.fixture(autouse=True)
def every_problem_can_be_retold(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Note every problem that is found while a test runs, and retell them all in the end."""
    found: dict[Problem, None] = {}
    made = Problem.__init__

    def noted(problem: Problem, *values: Any, **named: Any) -> None:  # noqa: ANN401
        made(problem, *values, **named)
        found[problem] = None

    monkeypatch.setattr(Problem, "__init__", noted)
    yield
    assert left_in_bokmal(found) == []
