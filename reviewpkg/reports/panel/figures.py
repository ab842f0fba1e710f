"""Write grades as Norwegian text, for exports and messages; pages leave that to their templates."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

_EXACT_PLACES: Final = 4
_ROUNDED_PLACES: Final = 2


def grade(value: Fraction) -> str:
    """Write a grade of at least 0 as short as it is exact: 17/4 → `4,25`, 19/6 → `3,17`.

    What needs more than four decimals is rounded to two, halves up, as on the printed pages.
    """
    for places in range(_EXACT_PLACES + 1):
        if (value * 10**places).denominator == 1:
            return _with(value, places)
    return _with(value, _ROUNDED_PLACES)


def _with(value: Fraction, places: int) -> str:
    units = (2 * value.numerator * 10**places + value.denominator) // (2 * value.denominator)
    digits = f"{units:0{places + 1}d}"
    return f"{digits[:-places]},{digits[-places:]}" if places else digits
