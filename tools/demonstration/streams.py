"""Give every table a stream of random numbers of its own, so that none disturbs another."""

from __future__ import annotations

from random import Random
from typing import Final

SEED: Final = 2019


def stream(table: str, seed: int = SEED) -> Random:
    """Return a table's own stream of random numbers."""
    return Random(f"{table} {seed}")
