"""K1: `[screening]` in a two-round call, which asks for a deadline and amounts and nothing more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.screening import Screening
from reviewpkg.intake.call_file import read_call
from reviewpkg.problems import sentences
from tests.intake.folders import CALL


def with_screening(*lines: str) -> bytes:
    return "\n".join([CALL, "[screening]", *lines, ""]).encode()


def screening_of(*lines: str) -> Screening | None:
    read = read_call(with_screening(*lines))
    assert read.call is not None, sentences(read.problems)
    return read.call.screening


FAULTS = {
    "a criterion of the panel": ("cv_max_pages = 5", "omit = ['F5']"),
    "a key misspelt": ("dedline = 2019-05-15T12:00:00",),
    "a deadline without a time": ("deadline = 2019-05-15",),
    "a deadline that the clock skips": ("deadline = 2019-03-31T02:00:00",),
    "a deadline that the clock shows twice": ("deadline = 2019-10-27T02:00:00",),
    "a deadline after all clocks": (
        "deadline = 9999-12-31T23:59:59Z",
        'timezone = "Europe/Oslo"',
    ),
    "a deadline before all clocks": (
        "deadline = 0001-01-01T00:00:00+14:00",
        'timezone = "Asia/Tokyo"',
    ),
    "a deadline that a clock far west shows last": (
        "deadline = 9999-12-31T23:59:59-12:00",
        'timezone = "America/New_York"',
    ),
    "a deadline before all clocks that names no zone": ("deadline = 0001-01-01T00:00:00",),
    "bounds upside down": ("amount_min = 2_000_001", "amount_max = 2_000_000"),
    "a bound below nothing": ("amount_min = -1",),
    "a bound beyond reason": ("amount_max = 1_000_000_000_000_001",),
    "a zone that is none": ('timezone = "Oslo"',),
    "every fault at once": (
        'deadline = "i mai"',
        'timezone = "Oslo"',
        "amount_min = true",
        'amount_max = "mye"',
        'language = "norsk"',
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_screening_of_a_two_round_call(fault: str, messages: SnapshotAssertion) -> None:
    read = read_call(with_screening(*FAULTS[fault]))
    assert read.call is None
    assert "\n".join(sentences(read.problems)) == messages


def test_k1_a_call_without_the_table_asks_nothing() -> None:
    call = read_call(CALL.encode()).call
    assert call is not None
    assert call.screening is None


def test_k1_only_what_the_table_names_is_asked() -> None:
    found = screening_of("deadline = 2019-05-15T12:00:00", "amount_max = 2_000_000")
    assert found is not None
    assert found.criteria == ("F1", "F2")
    assert found.deadline is not None
    assert found.deadline.astimezone(UTC) == datetime(2019, 5, 15, 10, tzinfo=UTC)
    assert (found.amount_min, found.amount_max) == (None, 2_000_000)


def test_k1_an_empty_table_asks_nothing() -> None:
    found = screening_of()
    assert found is not None
    assert found.criteria == ()


def test_f2_equal_bounds_leave_room_for_one_amount() -> None:
    found = screening_of("amount_min = 2_000_000", "amount_max = 2_000_000")
    assert found is not None
    assert found.criteria == ("F2",)
