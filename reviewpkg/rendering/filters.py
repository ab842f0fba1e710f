"""Write exact values as Norwegian text, for templates.

Everything is computed with whole numbers; a float is refused. Negative numbers get a real
minus sign, and no space within a figure breaks over a line.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

Exact: TypeAlias = int | Fraction | Decimal

MINUS: Final = "\u2212"
NO_BREAK_SPACE: Final = "\u00a0"
FIGURE_SPACE: Final = "\u2007"
COMMA_SPACE: Final = "\u2008"

_EXACT_PLACES: Final = 4
_ROUNDED_PLACES: Final = 2
_MONTHS: Final = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)


def grade(value: Exact) -> str:
    """Write a grade or mean as short as it is exact: 5 → `5`, 11/2 → `5,5`.

    What needs more than four decimals, as a third does, is rounded to two, halves away
    from zero. Raise TypeError for a float.
    """
    exact = _fraction(value)
    for places in range(_EXACT_PLACES + 1):
        if (exact * 10**places).denominator == 1:
            return fixed(exact, places)
    return fixed(exact, _ROUNDED_PLACES)


def fixed(value: Exact, places: int) -> str:
    """Write `value` with exactly `places` decimals, halves away from zero: 5, 1 → `5,0`."""
    exact = _fraction(value)
    units = _half_up(abs(exact) * 10**places)
    digits = str(units).rjust(places + 1, "0")
    text = f"{digits[:-places]},{digits[-places:]}" if places else digits
    return f"{MINUS}{text}" if exact < 0 and units else text


def aligned(value: Exact, places: int) -> str:
    """Write a grade so that figures set flush right line up at the comma.

    Missing decimals become spaces of the same width: 5 → `5` and room for `,0`. A value
    with more than `places` decimals is rounded to them.
    """
    whole, _, decimals = grade(value).partition(",")
    if not decimals:
        return whole + (COMMA_SPACE + FIGURE_SPACE * places if places else "")
    if len(decimals) > places:
        return fixed(value, places)
    return f"{whole},{decimals}{FIGURE_SPACE * (places - len(decimals))}"


def whole(value: int) -> str:
    """Write a whole number in groups of three: 12345 → `12 345`, −3 → `−3`."""
    if type(value) is not int:
        message = f"expected a whole number, got {value!r}"
        raise TypeError(message)
    groups = f"{abs(value):,}".replace(",", NO_BREAK_SPACE)
    return f"{MINUS}{groups}" if value < 0 else groups


def signed(value: int) -> str:
    """Write a change with its sign: 3 → `+3`, −3 → `−3`, 0 → `0`."""
    return f"+{whole(value)}" if value > 0 else whole(value)


def kroner(value: int) -> str:
    """Write an amount in whole kroner: 2343000 → `2 343 000 kr`, without line breaks."""
    return f"{whole(value)}{NO_BREAK_SPACE}kr"


def percent(value: Exact, places: int = 0) -> str:
    """Write a share as per cent: 9/20 → `45 %`."""
    return f"{fixed(_fraction(value) * 100, places)}{NO_BREAK_SPACE}%"


def date_long(value: date) -> str:
    """Write a date in words: `20. november 2019`."""
    return f"{value.day}.{NO_BREAK_SPACE}{_MONTHS[value.month - 1]} {value.year}"


def date_short(value: date) -> str:
    """Write a date in figures: `20.11.2019`."""
    return f"{value.day:02}.{value.month:02}.{value.year:04}"


def date_time(value: datetime) -> str:
    """Write a point in time to the minute: `15. mai 2024 kl. 16.00`."""
    return f"{date_long(value)} kl.{NO_BREAK_SPACE}{value.hour:02}.{value.minute:02}"


def join_and(items: Iterable[str]) -> str:
    """Join a list as in a sentence: `a, b og c`; nothing gives an empty string."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} og {last}" if head else last


def _fraction(value: Exact) -> Fraction:
    """Return `value` as a fraction; raise TypeError for a float or a truth value."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        message = f"expected an exact number, got {value!r}"
        raise TypeError(message)
    return Fraction(value)


def _half_up(value: Fraction) -> int:
    """Return the whole number nearest to a `value` of at least 0, a half rounded up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


FILTERS: Final[Mapping[str, Callable[..., str]]] = MappingProxyType(
    {
        function.__name__: function
        for function in (
            grade,
            fixed,
            aligned,
            whole,
            signed,
            kroner,
            percent,
            date_long,
            date_short,
            date_time,
            join_and,
        )
    },
)
