"""Read a date with a time of day, and refuse times that a clock shows never or twice."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from reviewpkg.intake.expected import Expected
from reviewpkg.languages.sentence import sentence

_TIME = (
    r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})"
    r"(?:[:.](?P<second>[0-9]{2})(?P<part>[.,][0-9]{1,12})?)?"
)
_ZONE = r" ?(?P<zone>Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?"
CENTURY = range(2000, 2100)
"""The years that a moment may be in: far from those that no clock in another zone can show."""
_YEAR = r"(?P<year>20[0-9]{2})"
_FORMS = (
    re.compile(
        rf"{_YEAR}-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}})[ T]{_TIME}{_ZONE}", re.IGNORECASE
    ),
    re.compile(
        rf"(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?{_YEAR},? (?:kl\.? ?)?"
        rf"{_TIME}{_ZONE}",
        re.IGNORECASE,
    ),
)
_SERIAL = re.compile(r"[0-9]{5}(?:[.,][0-9]+)?")
_WANTED = Expected(sentence("en dato med klokkeslett, som 15.05.2024 16:00"), of_date=True)
_WANTED_FORMAT = Expected(
    sentence(
        "en dato med klokkeslett, som 15.05.2024 16:00 (formater cellen som dato med klokkeslett)"
    ),
    of_date=True,
)
_SKIPPED = Expected(
    sentence("et klokkeslett som finnes; klokken stilles fram over dette den natten"),
    of_date=True,
)
_REPEATED = Expected(
    sentence(
        "et klokkeslett med tidssone, som 2024-10-27 02:30:00+02:00, for klokken viser dette to "
        "ganger den natten"
    ),
    of_date=True,
)
_UTC = "Z"
_A_HAIR_SHORT = "999"


def moment(text: str, zone: ZoneInfo) -> datetime | Expected:
    """Return the instant that a text names, in `zone`, to the second.

    A spreadsheet stores a time as a fraction of a day, so that a whole minute may come out a hair
    short; what is less than a thousandth of a second short is made whole, and no other fraction
    counts. What a text says is taken as the time that a clock in `zone` shows, unless it names an
    offset from UTC. A year before this century is a time without a date, or a slip. A workbook's
    cell with a date alone comes as midnight: on the deadline's day, where it matters, the screening
    warns of it.
    """
    if _SERIAL.fullmatch(text):
        return _WANTED_FORMAT
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    local = _clock(found) if found else None
    if found is None or local is None:
        return _WANTED
    if found["zone"]:
        return local.replace(tzinfo=_offset(found["zone"])).astimezone(zone)
    return in_zone(local, zone)


def in_zone(local: datetime, zone: ZoneInfo) -> datetime | Expected:
    """Return the instant at which a clock in `zone` shows `local`, where that is exactly one."""
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first
    shown = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    return _REPEATED if shown == local else _SKIPPED


def _clock(found: re.Match[str]) -> datetime | None:
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - what a clock shows
    except ValueError:
        return None
    short = (found["part"] or "")[1:].startswith(_A_HAIR_SHORT)
    return local + timedelta(seconds=1) if short else local


def _offset(text: str) -> tzinfo:
    if text.upper() == _UTC:
        return UTC
    size = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-size if text.startswith("-") else size)
