"""Write points in time to the minute, as a deadline is told: with a colon, and with its zone."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from reviewpkg.languages.words import Words

NORWEGIAN_ZONE: Final = "Europe/Oslo"


def clock(moment: datetime) -> str:
    """Write the time of day to the minute, which is what F1 goes by: `16:01`."""
    return f"{moment.hour:02}:{moment.minute:02}"


def date_and_clock(words: Words, moment: datetime) -> str:
    """Write a point in time to the minute: `15. mai 2024 kl. 16:01`."""
    day = words.figures.date_long(moment)
    return words.say("{day} kl.\u00a0{time}", day=day, time=clock(moment))


def in_its_zone(words: Words, moment: datetime) -> str:
    """Write a point in time with its zone: `15. mai 2024 kl. 16:01 (norsk tid)`."""
    return f"{date_and_clock(words, moment)} ({zone(words, moment)})"


def zone(words: Words, moment: datetime) -> str:
    """Name the time zone that a point in time is written in: `norsk tid`."""
    name = str(moment.tzinfo)
    if name == NORWEGIAN_ZONE:
        return words.say("norsk tid")
    return words.say("tidssone {name}", name=name)
