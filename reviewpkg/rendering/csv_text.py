"""Write tables as CSV, for programs and for other systems; nothing in them runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from reviewpkg.languages.visible import visible

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
# What would begin a cell for a program that takes another separator than ours; not 500,-
_NEXT_CELL = re.compile('(?<=[,;\t\n])(?="*(?:[=@＝＠]|[-+＋－][\\w("\'$=@+-]))')  # noqa: RUF001
_MOST_DECIMALS = 6


def csv_bytes(
    header: Sequence[str], rows: Iterable[Sequence[object]], decimals: Mapping[str, int]
) -> bytes:
    """Return UTF-8 with `,`, `.` decimals, LF; `decimals` fixes how many a column shows."""
    return _written(header, rows, decimals, ",").encode()


def csv_for_spreadsheets(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return UTF-8 with byte order mark and `;`, as a Norwegian spreadsheet program expects."""
    lines = ([_for_people(cell) for cell in row] for row in rows)
    return _written(header, lines, {}, ";").encode("utf-8-sig")


def _for_people(value: object) -> str:
    """Return a cell on one line, a fraction with decimal comma, nothing as nothing."""
    if isinstance(value, Fraction):
        return plain_decimal(value).replace(".", ",")
    return "" if value is None else " ".join(visible(str(value)).split())


def _written(
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    decimals: Mapping[str, int],
    separator: str,
) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(header)
    places = [decimals.get(name) for name in header]
    for row in rows:
        writer.writerow([_cell(value, fixed) for value, fixed in zip(row, places, strict=True)])
    return text.getvalue()


def _cell(value: object, places: int | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | Fraction():
            return plain_decimal(Fraction(value), places)
        case _:
            return harmless(visible(str(value)))


def harmless(text: str) -> str:
    """Put an apostrophe before whatever a spreadsheet program would run as a formula.

    That is the text itself, or what follows a separator in it: a file with commas is often opened
    as one with semicolons.
    """
    text = _NEXT_CELL.sub("'", text)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def plain_decimal(value: Fraction, places: int | None = None) -> str:
    """Write a number with `.` and exactly `places` decimals, halves away from zero.

    Without `places` it is as short as it is exact, and rounded at six decimals at most.
    """
    shown = _MOST_DECIMALS if places is None else places
    units = _rounded(abs(value) * 10**shown)
    digits = f"{units:0{shown + 1}d}"
    whole, part = digits[: len(digits) - shown], digits[len(digits) - shown :]
    if places is None:
        part = part.rstrip("0")
    return ("-" if value < 0 and units else "") + whole + (f".{part}" if part else "")


def _rounded(value: Fraction) -> int:
    """Return the whole number nearest to a value of at least 0, a half rounded up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
