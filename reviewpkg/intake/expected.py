"""Say what a cell should have held."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """Say in Norwegian what a cell should have held; `of_date` tells that a date belongs there."""

    what: str
    of_date: bool = False
