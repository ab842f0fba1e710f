"""Read `[screening]` of a call file: the bounds of the formal criteria (K1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, StrictInt
from pydantic_core import PydanticCustomError

from reviewpkg.domain.panel_tables import HEALTH_REGIONS
from reviewpkg.domain.screening import WITHOUT_BOUND, Screening
from reviewpkg.intake.call_model import MOST_KRONER, Line, Row, Table
from reviewpkg.intake.call_tables import call_problem
from reviewpkg.intake.cells import kroner, shown
from reviewpkg.intake.expected import Expected, mismatch
from reviewpkg.intake.moments import CENTURY, in_zone
from reviewpkg.intake.names import Ids
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Problem

Kroner = Annotated[StrictInt, Field(ge=0, le=MOST_KRONER)]
Criterion = Literal["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11"]


def _moment(value: object) -> object:
    if not isinstance(value, datetime):
        raise PydanticCustomError("moment", "")
    if value.year not in CENTURY:
        raise PydanticCustomError("century", "")
    return value


def _zone(value: object) -> object:
    try:
        return ZoneInfo(value if isinstance(value, str) else "")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise PydanticCustomError("zone", "") from error


class DeadlineTable(Table):
    """Be the part of `[screening]` that every routine knows: the deadline and the amounts."""

    deadline: Annotated[datetime, BeforeValidator(_moment)] | None = None
    timezone: Annotated[ZoneInfo, BeforeValidator(_zone)] = ZoneInfo("Europe/Oslo")
    amount_min: Kroner | None = None
    amount_max: Kroner | None = None


class ScreeningTable(DeadlineTable):
    """Be `[screening]` of a panel call."""

    duration_max_months: Row | None = None
    language: Line = ""
    regions: tuple[Line, ...] = ()
    cv_max_pages: Row | None = None
    channel: Line = ""
    omit: tuple[Criterion, ...] = ()


def screening_faults(table: DeadlineTable) -> Iterator[Problem]:
    """Check that the deadline is a time that exists, that bounds leave room, regions' names."""
    deadline = _deadline(table)
    if isinstance(deadline, Expected) and table.deadline:
        told = mismatch(deadline.what, shown(table.deadline.isoformat(" ")))
        yield call_problem("screening.deadline", told)
    low, high = table.amount_min, table.amount_max
    if low is not None and high is not None and high < low:
        wanted = sentence("{amount} (amount_min) eller mer", amount=kroner(low))
        yield call_problem("screening.amount_max", mismatch(wanted, shown(kroner(high))))
    regions = table.regions if isinstance(table, ScreeningTable) else ()
    known = Ids(HEALTH_REGIONS)
    for place, region in enumerate(regions, start=1):
        if region in regions[: place - 1]:
            told = sentence("regionen {region} står flere ganger.", region=shown(region))
            yield call_problem(f"screening.regions[{place}]", told)
        elif region not in known and known.meant(region):
            # Else no row could cover it, and everyone would fail
            told = mismatch(shown(known.meant(region)), shown(region))
            yield call_problem(f"screening.regions[{place}]", told)


def screening(table: DeadlineTable) -> Screening:
    """Return the bounds; a table without fault is given."""
    deadline = _deadline(table)
    bounds = Screening(
        deadline=deadline if isinstance(deadline, datetime) else None,
        amount_min=table.amount_min,
        amount_max=table.amount_max,
        omitted=frozenset(WITHOUT_BOUND),
    )
    if not isinstance(table, ScreeningTable):
        return bounds
    return replace(
        bounds,
        duration_max_months=table.duration_max_months,
        language=table.language,
        regions=table.regions,
        cv_max_pages=table.cv_max_pages,
        channel=table.channel,
        omitted=frozenset(table.omit),
    )


def _deadline(table: DeadlineTable) -> datetime | Expected | None:
    """Return the deadline in the call's zone; one with an offset of its own is turned to it."""
    if table.deadline is None:
        return None
    if table.deadline.tzinfo:
        return table.deadline.astimezone(table.timezone)
    return in_zone(table.deadline, table.timezone)
