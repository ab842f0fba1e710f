"""F1–F11: every criterion on its bound, one below and one above; no fault hides another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations
from typing import Any, get_args

import pytest

from reviewpkg.domain.screening import CRITERIA, Institution, Markers, Screening, Submission
from reviewpkg.procedure.formal_faults import (
    AmountTooLarge,
    AmountTooSmall,
    Fault,
    Late,
    MarkersMissing,
    NoUserInvolvement,
    OtherChannel,
    OtherLanguage,
    PatientsFromSomeRegions,
    TooLong,
)
from reviewpkg.procedure.screening import Screened, screened
from tests.procedure.panel.build_panel import (
    CVS,
    DEADLINE,
    ELIGIBLE,
    FLAWLESS,
    MIDDLE,
    OSLO,
    RULES,
    WEST,
)

SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))


def held_against(
    one: Submission, rules: Screening = RULES, eligible: frozenset[Institution] = ELIGIBLE
) -> Screened:
    (found,) = screened([one], rules, eligible)
    return found


def faults(one: Submission, rules: Screening = RULES) -> tuple[Fault, ...]:
    return held_against(one, rules).faults


def test_k1_an_application_that_fails_nothing_is_eligible() -> None:
    found = held_against(FLAWLESS)
    assert found.eligible
    assert (found.faults, found.failed) == ((), ())


@pytest.mark.parametrize(
    ("clock", "in_time"),
    [
        ((15, 59, 0), True),
        ((15, 59, 59), True),
        ((16, 0, 0), True),
        ((16, 0, 1), True),
        ((16, 0, 59), True),
        ((16, 1, 0), False),
        ((16, 1, 1), False),
    ],
)
@pytest.mark.parametrize("day", [(2024, 5, 15), (2024, 1, 17)], ids=["summer", "winter"])
def test_f1_the_deadlines_minute_is_in_time(
    day: tuple[int, int, int], clock: tuple[int, int, int], *, in_time: bool
) -> None:
    deadline = datetime(*day, 16, tzinfo=OSLO)
    submitted = datetime(*day, *clock, tzinfo=OSLO)
    late = faults(replace(FLAWLESS, submitted=submitted), replace(RULES, deadline=deadline))
    assert late == (() if in_time else (Late(submitted, deadline),))


@pytest.mark.parametrize(
    ("submitted", "in_time"),
    [
        (datetime(2024, 5, 15, 14, 0, 59, tzinfo=UTC), True),
        (datetime(2024, 5, 15, 14, 1, tzinfo=UTC), False),
        (datetime(2024, 5, 15, 16, 0, 59, tzinfo=SUMMER), True),
        (datetime(2024, 5, 15, 16, 1, tzinfo=SUMMER), False),
        (datetime(2024, 5, 15, 15, 0, 59, tzinfo=WINTER), True),
        (datetime(2024, 5, 15, 15, 1, tzinfo=WINTER), False),
        (datetime(2024, 5, 15, 15, 30, tzinfo=UTC), False),
    ],
)
def test_f1_instants_are_compared_not_clocks(submitted: datetime, *, in_time: bool) -> None:
    assert (faults(replace(FLAWLESS, submitted=submitted)) == ()) is in_time


def test_f1_in_winter_the_clock_is_an_hour_from_utc() -> None:
    rules = replace(RULES, deadline=datetime(2024, 1, 17, 16, tzinfo=OSLO))
    last = datetime(2024, 1, 17, 15, 0, 59, tzinfo=UTC)
    assert faults(replace(FLAWLESS, submitted=last), rules) == ()
    assert faults(replace(FLAWLESS, submitted=last + timedelta(seconds=1)), rules)


@pytest.mark.parametrize(
    ("deadline_fold", "submitted_fold", "minute", "in_time"),
    [(0, 0, 30, True), (0, 0, 31, False), (0, 1, 29, False), (1, 0, 59, True), (1, 1, 31, False)],
)
def test_f1_an_hour_that_comes_twice_is_told_apart(
    deadline_fold: int, submitted_fold: int, minute: int, *, in_time: bool
) -> None:
    deadline = datetime(2024, 10, 27, 2, 30, tzinfo=OSLO, fold=deadline_fold)
    submitted = datetime(2024, 10, 27, 2, minute, tzinfo=OSLO, fold=submitted_fold)
    found = faults(replace(FLAWLESS, submitted=submitted), replace(RULES, deadline=deadline))
    assert (found == ()) is in_time


def test_f1_the_seconds_of_a_deadline_do_not_count_either() -> None:
    rules = replace(RULES, deadline=DEADLINE.replace(second=30))
    assert faults(replace(FLAWLESS, submitted=DEADLINE.replace(second=59)), rules) == ()
    assert faults(replace(FLAWLESS, submitted=DEADLINE.replace(minute=1)), rules)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (0, (AmountTooSmall(0, 7_000_000),)),
        (6_999_999, (AmountTooSmall(6_999_999, 7_000_000),)),
        (7_000_000, ()),
        (7_000_001, ()),
        (24_999_999, ()),
        (25_000_000, ()),
        (25_000_001, (AmountTooLarge(25_000_001, 25_000_000),)),
    ],
)
def test_f2_both_bounds_are_within(amount: int, expected: tuple[Fault, ...]) -> None:
    assert faults(replace(FLAWLESS, amount=amount)) == expected


def test_f2_a_call_may_have_one_bound_only() -> None:
    least, most = replace(RULES, amount_max=None), replace(RULES, amount_min=None)
    assert faults(replace(FLAWLESS, amount=10**12), least) == ()
    assert faults(replace(FLAWLESS, amount=6_999_999), least)
    assert faults(replace(FLAWLESS, amount=1), most) == ()
    assert faults(replace(FLAWLESS, amount=25_000_001), most)


@pytest.mark.parametrize(
    ("months", "expected"), [(0, ()), (59, ()), (60, ()), (61, (TooLong(61, 60),))]
)
def test_f3_the_longest_duration_is_within(months: int, expected: tuple[Fault, ...]) -> None:
    assert faults(replace(FLAWLESS, duration_months=months)) == expected


@pytest.mark.parametrize("language", ["engelsk", "Engelsk", "ENGELSK", "  engelsk "])
def test_f4_a_language_is_read_without_regard_to_case_and_spaces(language: str) -> None:
    assert faults(replace(FLAWLESS, language=language)) == ()


@pytest.mark.parametrize("language", ["norsk", "", "engelsk og norsk", "engelsk?"])
def test_f4_another_language_is_a_fault(language: str) -> None:
    assert faults(replace(FLAWLESS, language=language)) == (OtherLanguage(language, "engelsk"),)


def test_f6_and_f8_are_answered_with_yes_or_no() -> None:
    assert faults(replace(FLAWLESS, user_involvement=False)) == (NoUserInvolvement(),)
    assert faults(replace(FLAWLESS, patients_from_all_regions=False)) == (
        PatientsFromSomeRegions(),
    )


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        (Markers.ACCOUNTED_FOR, ()),
        (Markers.NOT_RELEVANT, ()),
        (Markers.MISSING, (MarkersMissing(),)),
    ],
)
def test_f10_markers_are_accounted_for_where_they_are_relevant(
    markers: Markers, expected: tuple[Fault, ...]
) -> None:
    assert faults(replace(FLAWLESS, markers=markers)) == expected


@pytest.mark.parametrize("channel", ["eSøknad", "ESØKNAD", " esøknad  "])
def test_f11_a_channel_is_read_without_regard_to_case_and_spaces(channel: str) -> None:
    assert faults(replace(FLAWLESS, channel=channel)) == ()


@pytest.mark.parametrize("channel", ["e-post", "eSoknad", ""])
def test_f11_another_channel_is_a_fault(channel: str) -> None:
    assert faults(replace(FLAWLESS, channel=channel)) == (OtherChannel(channel, "eSøknad"),)


WRONG: dict[str, dict[str, Any]] = {
    "F1": {"submitted": DEADLINE.replace(minute=1)},
    "F2": {"amount": 1},
    "F3": {"duration_months": 61},
    "F4": {"language": "norsk"},
    "F5": {"anchored": False},
    "F6": {"user_involvement": False},
    "F7": {"partners": (WEST, MIDDLE)},
    "F8": {"patients_from_all_regions": False},
    "F9": {"cvs": CVS[1:]},
    "F10": {"markers": Markers.MISSING},
    "F11": {"channel": "e-post"},
}


def failing(criteria: Iterable[str]) -> Submission:
    """Return a submission that fails these criteria and no others."""
    wrong = {field: value for one in criteria for field, value in WRONG[one].items()}
    return replace(FLAWLESS, **wrong)


def subsets() -> list[tuple[str, ...]]:
    """Return every set of criteria, each in order."""
    return [
        tuple(one for at, one in enumerate(CRITERIA) if mask >> at & 1)
        for mask in range(2 ** len(CRITERIA))
    ]


def test_k1_every_set_of_failures_is_listed_whole_and_in_order() -> None:
    for criteria in subsets():
        found = held_against(failing(criteria))
        assert found.failed == criteria
        assert found.eligible is (not criteria)
        assert len(found.faults) == len(criteria)


def test_k1_every_set_of_criteria_can_be_left_out_and_no_other_goes_with_them() -> None:
    everything = failing(CRITERIA)
    for left_out in subsets():
        rules = replace(RULES, omitted=frozenset(left_out))
        rest = tuple(one for one in CRITERIA if one not in left_out)
        assert rules.criteria == rest
        assert held_against(everything, rules).failed == rest


def test_k1_a_criterion_without_its_bound_is_not_asked() -> None:
    rules = Screening()
    assert rules.criteria == ("F5", "F6", "F8", "F10")
    assert held_against(failing(CRITERIA), rules).failed == rules.criteria


def test_k1_a_criterion_that_fails_twice_is_named_once() -> None:
    found = held_against(replace(FLAWLESS, partners=(), cvs=()))
    assert [fault.criterion for fault in found.faults] == ["F7"] * 3 + ["F9"] * 4
    assert found.failed == ("F7", "F9")


def test_k1_every_criterion_has_a_fault_of_its_own() -> None:
    named = {kind.criterion for kind in get_args(Fault)}
    assert named == set(CRITERIA) == set(WRONG)


def test_k1_applications_stand_by_number_whatever_the_order_of_the_rows() -> None:
    several = [replace(failing(CRITERIA[at:]), project_number=f"K/{at}") for at in range(4)]
    expected = screened(several, RULES, ELIGIBLE)
    assert [one.project_number for one in expected] == ["K/0", "K/1", "K/2", "K/3"]
    for order in permutations(several):
        assert screened(order, RULES, ELIGIBLE) == expected
