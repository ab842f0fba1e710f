"""F1: a date with a time of day, however a spreadsheet or a person wrote it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewpkg.domain.tables import Moment
from reviewpkg.intake.cells import parse, unexpected
from reviewpkg.intake.expected import Expected
from reviewpkg.intake.moments import in_zone, moment
from tests.procedure.build import THOROUGH

OSLO = ZoneInfo("Europe/Oslo")
FOUR = datetime(2024, 5, 15, 16, tzinfo=OSLO)
CELL = Moment("Europe/Oslo")


def read(text: str) -> datetime:
    found = moment(text, OSLO)
    assert isinstance(found, datetime), found
    return found


def said(text: str) -> str:
    found = parse(CELL, text)
    assert isinstance(found, Expected), found
    return unexpected(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "15.05.2024 16:00",
        "15.05.2024 16.00",
        "15.5.2024 16:00",
        "15. 5. 2024 16:00",
        "15.05.2024, 16:00",
        "15.05.2024 kl. 16.00",
        "15.05.2024 kl 16:00",
        "15.05.2024, Kl. 16:00",
        "15.05.2024 16:00:00",
        "15.05.2024 16.00.00",
        "2024-05-15 16:00",
        "2024-5-15 16:00",
        "2024-05-15T16:00",
        "2024-05-15t16:00",
        "2024-05-15 16:00:00",
        "2024-05-15T16:00:00.000",
        "2024-05-15T14:00:00Z",
        "2024-05-15T14:00:00z",
        "2024-05-15T14:00:00+00:00",
        "2024-05-15 16:00+02:00",
        "2024-05-15 16:00 +0200",
        "2024-05-15T15:00:00+01:00",
        "2024-05-15T10:30-03:30",
        "15.05.2024 14:00Z",
        # A hair short of the minute, as a fraction of a day may be
        "2024-05-15 15:59:59.9999",
        "2024-05-15T15:59:59.999999997",
        "2024-05-15 15:59:59,999",
    ],
)
def test_f1_every_accepted_form_names_the_same_instant(text: str) -> None:
    assert read(text) == FOUR
    assert str(read(text).tzinfo) == "Europe/Oslo"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15.05.2024 16:00:30", FOUR + timedelta(seconds=30)),
        ("15.05.2024 15:59", FOUR - timedelta(minutes=1)),
        ("15.05.2024 9:05", FOUR.replace(hour=9, minute=5)),
        ("15.05.2024 00:00", FOUR.replace(hour=0)),
        ("2024-05-15 23:59:59.9999", FOUR.replace(day=16, hour=0)),
        # A fraction that is no hair is not rounded up: to the second, then to the minute
        ("2024-05-15 16:00:59.600", FOUR + timedelta(seconds=59)),
        ("2024-05-15 16:00:59.998", FOUR + timedelta(seconds=59)),
        ("2024-05-15 16:00:59.999", FOUR + timedelta(minutes=1)),
        ("2024-05-15 16:00:00.346", FOUR),
        ("15.01.2024 16:00", datetime(2024, 1, 15, 15, tzinfo=UTC)),
    ],
)
def test_f1_a_time_is_read_to_the_second(text: str, expected: datetime) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "15.05.2024",
        "2024-05-15",
        "16:00",
        "15.05.2024 16",
        "15.05.24 16:00",
        "15/05/2024 16:00",
        "05/15/2024 4:00 PM",
        "15. mai 2024 kl. 16:00",
        "31.02.2024 16:00",
        "15.13.2024 16:00",
        "15.05.2024 24:00",
        "15.05.2024 16:60",
        "15.05.2024 16:00:60",
        "15.05.1924 16:00",
        "2024-05-15 16:00 CEST",
        "2024-05-15 16:00+02",
        "2024-05-15 16:00+15:00",
        "2024-05-15 16:00+01:60",
        "1899-12-31 16:00:00",
        "i tide",
    ],
)
def test_f1_what_is_no_date_with_a_time_is_refused(text: str) -> None:
    expected = f"ventet en dato med klokkeslett, som 15.05.2024 16:00, fant «{text}»."
    assert said(text) == expected


def test_f1_midnight_is_a_time_like_any_other() -> None:
    midnight = FOUR.replace(hour=0)
    assert read("2024-05-15 00:00:00") == midnight
    assert read("15.05.2024 00:00") == read("2024-05-15T00:00:00") == midnight


@pytest.mark.parametrize("text", ["45427", "45427.666666667", "45427,6667"])
def test_f1_a_serial_number_is_refused_with_what_to_do(text: str) -> None:
    assert said(text) == (
        "ventet en dato med klokkeslett, som 15.05.2024 16:00 (formater cellen som dato med "
        f"klokkeslett), fant «{text}»."
    )


@pytest.mark.parametrize("minute", ["02:00", "02:30", "02:59:59"])
def test_f1_a_time_that_the_clock_skips_is_refused(minute: str) -> None:
    assert said(f"31.03.2024 {minute}") == (
        "ventet et klokkeslett som finnes; klokken stilles fram over dette den natten, fant "
        f"«31.03.2024 {minute}»."
    )


@pytest.mark.parametrize("minute", ["02:00", "02:30", "02:59:59"])
def test_f1_a_time_that_the_clock_shows_twice_is_refused(minute: str) -> None:
    assert said(f"27.10.2024 {minute}") == (
        "ventet et klokkeslett med tidssone, som 2024-10-27 02:30:00+02:00, for klokken viser "
        f"dette to ganger den natten, fant «27.10.2024 {minute}»."
    )


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("31.03.2024 01:59:59", datetime(2024, 3, 31, 0, 59, 59, tzinfo=UTC)),
        ("31.03.2024 03:00", datetime(2024, 3, 31, 1, tzinfo=UTC)),
        ("27.10.2024 01:59:59", datetime(2024, 10, 26, 23, 59, 59, tzinfo=UTC)),
        ("27.10.2024 03:00", datetime(2024, 10, 27, 2, tzinfo=UTC)),
        ("2024-10-27 02:30+02:00", datetime(2024, 10, 27, 0, 30, tzinfo=UTC)),
        ("2024-10-27 02:30+01:00", datetime(2024, 10, 27, 1, 30, tzinfo=UTC)),
    ],
)
def test_f1_the_times_around_the_change_and_those_with_an_offset_are_sure(
    text: str, utc: datetime
) -> None:
    # Two times of the same zone are compared by their clocks, so both are turned to UTC.
    assert read(text).astimezone(UTC) == utc


def test_f1_a_zone_without_summer_time_has_no_such_nights() -> None:
    assert moment("27.10.2024 02:30", ZoneInfo("UTC")) == datetime(2024, 10, 27, 2, 30, tzinfo=UTC)


@THOROUGH
@example(datetime(2004, 10, 31, 1))  # noqa: DTZ001 - as below
@given(st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30)))  # noqa: DTZ001 - what a clock shows
def test_f1_every_instant_is_read_back_from_its_own_text(local: datetime) -> None:
    instant = local.replace(microsecond=0, tzinfo=UTC).astimezone(OSLO)
    assert read(instant.isoformat(" ")).astimezone(UTC) == instant.astimezone(UTC)
    shown = instant.replace(tzinfo=None)
    known = in_zone(shown, OSLO)
    text = f"{shown:%d.%m.%Y %H:%M:%S}"
    assert isinstance(known, Expected) or read(text).astimezone(UTC) == instant.astimezone(UTC)


def test_f1_an_offset_of_ones_own_is_turned_to_the_calls_zone() -> None:
    found = read("2024-05-15T10:00-04:00")
    assert found.utcoffset() == timedelta(hours=2)
    assert found == datetime(2024, 5, 15, 10, tzinfo=timezone(timedelta(hours=-4)))
