"""Keep what a run said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Be what a run said: how many files it made, what was noticed, what it came to."""

    files: int
    told: tuple[str, ...]
    summary: tuple[str, ...]
