"""Declare the keys of `call.toml` and what each may hold; numbers are exact from the start."""

from __future__ import annotations

import re
from datetime import date as Date  # noqa: N812 - a field of the call file is named `date`
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictInt,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from reviewpkg.domain.tables import LONGEST_LINE, LONGEST_TEXT
from reviewpkg.languages.language import Language
from reviewpkg.languages.visible import one_line

MOST_KRONER = 10**15
MOST_COUNTED = 10**9
MOST_LISTED = 1_000
_MOST_CRITERIA = 50
_FRACTION = re.compile(r"\s*[0-9]{1,9}(?:\s*/\s*[0-9]{1,9}|[.,][0-9]{1,9})?\s*")
_MOST_DIGITS = 12


def _day(value: object) -> object:
    if isinstance(value, datetime) or not isinstance(value, Date):
        raise PydanticCustomError("day", "")
    return value


def _exact(value: object) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("number", "")
    number = Decimal(value)
    if not number.is_finite():
        raise PydanticCustomError("number", "")
    if number and abs(number.adjusted()) > _MOST_DIGITS:
        raise PydanticCustomError("handy", "")
    return Fraction(value)


def _share(value: object) -> Fraction:
    try:
        if isinstance(value, str) and _FRACTION.fullmatch(value):
            share = Fraction("".join(value.split()).replace(",", "."))
        else:
            share = _exact(value)
    except (PydanticCustomError, ZeroDivisionError) as error:
        raise PydanticCustomError("share", "") from error
    if not 0 <= share <= 1:
        raise PydanticCustomError("share", "")
    return share


def _positive(value: Fraction) -> Fraction:
    if value <= 0:
        raise PydanticCustomError("positive", "")
    return value


def _four(value: object) -> object:
    if not isinstance(value, list) or len(value) != len(("top", "contested", "high", "minimum")):
        raise PydanticCustomError("four", "")
    return value


def _line(value: str) -> str:
    if one_line(value) != value:
        raise PydanticCustomError("line", "")
    return value


Filled = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT, strict=True),
]
Line = Annotated[Filled, StringConstraints(max_length=LONGEST_LINE), AfterValidator(_line)]
"""What names something: it stands in heads, file names and identities, on one line."""
Count = Annotated[StrictInt, Field(ge=0, le=MOST_COUNTED)]
Row = Annotated[StrictInt, Field(ge=1, le=MOST_COUNTED)]
Exact = Annotated[Fraction, BeforeValidator(_exact)]
Positive = Annotated[Fraction, BeforeValidator(_exact), AfterValidator(_positive)]
Share = Annotated[Fraction, BeforeValidator(_share)]
FourClauses = Annotated[tuple[Line, Line, Line, Line], BeforeValidator(_four)]


class Table(BaseModel):
    """Be a table of the call file: every key is known, no type is bent to fit."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class CallTable(Table):
    """Be `[call]`."""

    id: Line
    title: Line
    funder: Line
    procedure: Literal["two-round", "panel"]
    date: Annotated[Date, BeforeValidator(_day)]
    budget: Annotated[StrictInt, Field(gt=0, le=MOST_KRONER)]
    language: Language = Language.BOKMAL


class CriterionTable(Table):
    """Be one of `[grades] criteria`."""

    id: Line
    label: Line
    min: Exact
    max: Exact


class GradesTable(Table):
    """Be `[grades]`."""

    min: Exact
    max: Exact
    step: Positive
    joint_step: Positive | None = None
    criteria: Annotated[tuple[CriterionTable, ...], Field(max_length=_MOST_CRITERIA)] = ()


class PoolTable(Table):
    """Be an area's `ranking_pool`."""

    first: Row
    last: Row
    deviation: Filled | None = None


class AreaTable(Table):
    """Be one of `[[areas]]`."""

    id: Line
    share: Share | None = None
    frame: Annotated[StrictInt, Field(ge=0, le=MOST_KRONER)] | None = None
    top: Count
    top_cap: Count
    contested: Count
    high_grade: Exact
    minimum: Count
    user_review: Count
    clauses: FourClauses | None = None
    ranking_pool: PoolTable | None = None


class AdjustmentTable(Table):
    """Be one of `[[adjustments]]`: a changed number of an area, or an application moved."""

    area: Filled | None = None
    field: Literal["top", "top_cap", "contested", "high_grade", "minimum", "user_review"] | None = (
        None
    )
    value: Exact | None = None
    project: Filled | None = None
    decision: Literal["selected", "rejection-1"] | None = None
    reason: Filled
