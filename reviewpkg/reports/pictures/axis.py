"""Say how far apart the figures along an axis stand."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

_MOST_TICKS: Final = 20


def tick_step(low: Fraction, high: Fraction) -> int:
    """Return the least power of ten that a span holds no more than 20 times."""
    step = 1
    while high - low > _MOST_TICKS * step:
        step *= 10
    return step
