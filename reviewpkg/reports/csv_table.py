"""Hold a table for programs: typed cells, no formatting yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

Cell: TypeAlias = str | int | bool | Fraction | None


@dataclass(frozen=True, slots=True)
class CsvTable:
    """Be a table to write as CSV; `decimals` fixes the number of decimals of a column."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    decimals: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
