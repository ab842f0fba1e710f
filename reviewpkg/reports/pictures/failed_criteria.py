"""Show how many applications fail each formal criterion (K1, or before 1.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FEWEST: Final = 3
"""How many criteria there must be: fewer numbers are as soon read as looked at."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Be a criterion, by its id and a word for it, and how many applications fail it."""

    criterion: str
    failed: int


@dataclass(frozen=True, slots=True)
class FailedCriteria:
    """Be all criteria in force, in their order; `worst` are those that most fail."""

    bars: tuple[Bar, ...]
    worst: tuple[Bar, ...]


def failed_criteria(failures: Mapping[str, int]) -> FailedCriteria | None:
    """Draw how many fail each criterion, by its name; None where there is little to look at."""
    bars = tuple(Bar(*one) for one in failures.items())
    most = max(failures.values(), default=0)
    if len(bars) < FEWEST or not most:
        return None
    return FailedCriteria(bars, tuple(one for one in bars if one.failed == most))
