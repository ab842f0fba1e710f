"""Write exact values as text, as a language does.

Everything is computed with whole numbers; a float is refused. The marks within figures and the
names of the months are CLDR's. In every language a negative number gets a real minus sign, and no
space within a figure breaks over a line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final, TypeAlias

from reviewpkg.languages.language import Language

Exact: TypeAlias = int | Fraction | Decimal

MINUS: Final = "\u2212"
NO_BREAK_SPACE: Final = "\u00a0"

_EXACT_PLACES: Final = 4
_ROUNDED_PLACES: Final = 2


@dataclass(frozen=True, slots=True)
class _Habits:
    """Hold what CLDR says of a language: its marks within figures, and the months."""

    decimal: str
    group: str
    months: tuple[str, ...]


@cache
def _habits(language: Language) -> _Habits:
    # Loaded for the first figure: a command that prints none need not wait for it.
    from babel import Locale  # noqa: PLC0415

    locale = Locale.parse(language.locale)
    symbols = locale.number_symbols["latn"]
    months = locale.months["format"]["wide"]
    return _Habits(symbols["decimal"], symbols["group"], tuple(months[at] for at in range(1, 13)))


@dataclass(frozen=True, slots=True)
class Figures:
    """Write figures, dates and lists in one language; every method is a filter in templates."""

    language: Language

    @property
    def decimal_mark(self) -> str:
        """Return what stands before decimals."""
        return _habits(self.language).decimal

    def grade(self, value: Exact) -> str:
        """Write a grade or mean as short as it is exact: 5 → `5`, 11/2 → `5,5`.

        What needs more than four decimals, as a third does, is rounded to two, halves away
        from zero. Raise TypeError for a float.
        """
        exact = _fraction(value)
        for places in range(_EXACT_PLACES + 1):
            if (exact * 10**places).denominator == 1:
                return self.fixed(exact, places)
        return self.fixed(exact, _ROUNDED_PLACES)

    def fixed(self, value: Exact, places: int) -> str:
        """Write `value` with exactly `places` decimals, halves away from zero: 5, 1 → `5,0`."""
        exact = _fraction(value)
        units = _half_up(abs(exact) * 10**places)
        digits = str(units).rjust(places + 1, "0")
        text = f"{digits[:-places]}{self.decimal_mark}{digits[-places:]}" if places else digits
        return f"{MINUS}{text}" if exact < 0 and units else text

    def whole(self, value: int) -> str:
        """Write a whole number in groups of three: 12345 → `12 345`, −3 → `−3`."""
        if type(value) is not int:
            message = f"expected a whole number, got {value!r}"
            raise TypeError(message)
        groups = f"{abs(value):,}".replace(",", _habits(self.language).group)
        return f"{MINUS}{groups}" if value < 0 else groups

    def signed(self, value: int) -> str:
        """Write a change with its sign: 3 → `+3`, −3 → `−3`, 0 → `0`."""
        return f"+{self.whole(value)}" if value > 0 else self.whole(value)

    def kroner(self, value: int) -> str:
        """Write an amount in whole kroner, never broken over lines.

        2343000 → `2 343 000 kr`, in English `NOK 2,343,000`.
        """
        if self.language is Language.ENGLISH:
            return f"NOK{NO_BREAK_SPACE}{self.whole(value)}"
        return f"{self.whole(value)}{NO_BREAK_SPACE}kr"

    def percent(self, value: Exact, places: int = 0) -> str:
        """Write a share as per cent: 9/20 → `45 %`, in English `45%`."""
        space = "" if self.language is Language.ENGLISH else NO_BREAK_SPACE
        return f"{self.fixed(_fraction(value) * 100, places)}{space}%"

    def date_long(self, value: date) -> str:
        """Write a date in words: `20. november 2019`, in English `20 November 2019`."""
        point = "" if self.language is Language.ENGLISH else "."
        month = _habits(self.language).months[value.month - 1]
        return f"{value.day}{point}{NO_BREAK_SPACE}{month} {value.year}"

    def date_short(self, value: date) -> str:
        """Write a date in figures: `20.11.2019`, in English `20/11/2019`."""
        mark = "/" if self.language is Language.ENGLISH else "."
        return mark.join((f"{value.day:02}", f"{value.month:02}", f"{value.year:04}"))

    def date_time(self, value: datetime) -> str:
        """Write a point in time to the minute.

        `15. mai 2024 kl. 16.00`, in English `15 May 2024 at 16:00`.
        """
        day = self.date_long(value)
        if self.language is Language.ENGLISH:
            return f"{day} at{NO_BREAK_SPACE}{value.hour:02}:{value.minute:02}"
        return f"{day} kl.{NO_BREAK_SPACE}{value.hour:02}.{value.minute:02}"

    def join_and(self, items: Iterable[str]) -> str:
        """Join a list as in a sentence: `a, b og c`; nothing gives an empty string."""
        *head, last = list(items) or [""]
        both = "and" if self.language is Language.ENGLISH else "og"
        return f"{', '.join(head)} {both} {last}" if head else last


def _fraction(value: Exact) -> Fraction:
    """Return `value` as a fraction; raise TypeError for a float or a truth value."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        message = f"expected an exact number, got {value!r}"
        raise TypeError(message)
    return Fraction(value)


def _half_up(value: Fraction) -> int:
    """Return the whole number nearest to a `value` of at least 0, a half rounded up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
