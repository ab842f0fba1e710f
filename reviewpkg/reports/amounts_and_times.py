"""Write amounts and points in time as Norwegian text, for sentences printed in several places."""

from __future__ import annotations

from datetime import datetime
from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"
NORWEGIAN_ZONE: Final = "Europe/Oslo"
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


def whole(number: int) -> str:
    """Write a whole number of at least 0 in groups of three: 2343000 → `2 343 000`."""
    return f"{number:,}".replace(",", NO_BREAK_SPACE)


def kroner(amount: int) -> str:
    """Write whole kroner, never broken over lines: 2343000 → `2 343 000 kr`."""
    return f"{whole(amount)}{NO_BREAK_SPACE}kr"


def counted(number: int, one: str, more: str) -> str:
    """Write a number with its noun, never parted: `1 side`, `7 sider`."""
    return f"{whole(number)}{NO_BREAK_SPACE}{one if number == 1 else more}"


def clock(moment: datetime) -> str:
    """Write the time of day to the minute, which is what F1 goes by: `kl. 16:01`."""
    return f"kl.{NO_BREAK_SPACE}{moment.hour:02}:{moment.minute:02}"


def date_and_clock(moment: datetime) -> str:
    """Write a point in time to the minute: `15. mai 2024 kl. 16:01`."""
    month = _MONTHS[moment.month - 1]
    return f"{moment.day}.{NO_BREAK_SPACE}{month} {moment.year} {clock(moment)}"


def zone(moment: datetime) -> str:
    """Name the time zone that a point in time is written in: `norsk tid`."""
    name = str(moment.tzinfo)
    return "norsk tid" if name == NORWEGIAN_ZONE else f"tidssone {name}"
