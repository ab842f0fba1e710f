"""Write exact values as Norwegian text, for templates.

Everything is computed with whole numbers; a float is refused. Negative numbers get a real
minus sign, and no space within a figure breaks over a line.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import product
from operator import attrgetter
from types import MappingProxyType
from typing import Final, TypeAlias

from markupsafe import Markup

Exact: TypeAlias = int | Fraction | Decimal

MINUS: Final = "\u2212"
NO_BREAK_SPACE: Final = "\u00a0"
SOFT_HYPHEN: Final = "\u00ad"
NOTHING: Final = "–"
"""What stands in a cell without a figure."""

_LONG_WORD: Final = re.compile(r"\w{18,}")
_JOINT: Final = re.compile(r"(?<=\w{5})(?=karakter|representant)")

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


def decimals(rows: Iterable[object], *attributes: str) -> int:
    """Return how many decimals `grade` writes at most, of the rows' attributes that are figures.

    An attribute may be a path, as in `standing.grade`.
    """
    values = (attrgetter(path)(row) for path, row in product(attributes, list(rows)))
    return max((len(_decimals(value)) for value in values if value is not None), default=0)


def aligned(value: Exact | None, places: int) -> Markup:
    """Write a grade for a column of figures that line up at the comma.

    What the others have and this one lacks is left open, exactly as wide: 5, 2 → `5` and room
    for `,00`. The stylesheet makes the room; the text stays `5`, to copy, search and read aloud.
    A value with more than `places` decimals is rounded to them; None, no figure, is a dash.
    """
    if value is None:
        return _with_room(NOTHING, f",{'0' * places}" if places else "")
    has = len(_decimals(value))
    if has > places:
        return _with_room(fixed(value, places), "")
    comma = "" if has or not places else ","
    return _with_room(grade(value), f"{comma}{'0' * (places - has)}")


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


def compound(text: str) -> str:
    """Let a long compound break where it is joined, as `Gjennomsnitts-karakter`.

    A soft hyphen does it, invisible where the word is whole. Other words are left to the
    dictionary of the program that lays the page out.
    """
    return _LONG_WORD.sub(lambda word: _JOINT.sub(SOFT_HYPHEN, word[0]), text)


def join_and(items: Iterable[str]) -> str:
    """Join a list as in a sentence: `a, b og c`; nothing gives an empty string."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} og {last}" if head else last


def _decimals(value: Exact) -> str:
    """Return the decimals that `grade` writes."""
    return grade(value).partition(",")[2]


def _with_room(text: str, room: str) -> Markup:
    """Return a figure followed by the room of what it lacks."""
    return Markup(f'{text}<span class="pad" data-pad="{room}"></span>' if room else text)  # noqa: S704 - figures, commas and a dash


def _fraction(value: Exact) -> Fraction:
    """Return `value` as a fraction; raise TypeError for a float or a truth value."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        message = f"expected an exact number, got {value!r}"
        raise TypeError(message)
    return Fraction(value)


def _half_up(value: Fraction) -> int:
    """Return the whole number nearest to a `value` of at least 0, a half rounded up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


FILTERS: Final[Mapping[str, Callable[..., str | int]]] = MappingProxyType(
    {
        function.__name__: function
        for function in (
            grade,
            fixed,
            decimals,
            aligned,
            whole,
            signed,
            kroner,
            percent,
            date_long,
            date_short,
            date_time,
            compound,
            join_and,
        )
    },
)
