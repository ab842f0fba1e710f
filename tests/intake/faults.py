"""Break one thing in a call folder, or several."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from tests.intake.folders import CallFolder, Cell

Fault: TypeAlias = Callable[[CallFolder], object]


def put(table: str, row: int, column: str, cell: Cell) -> Fault:
    return lambda folder: folder.put(table, row, column, cell)


def put_down(table: str, column: str, *cells: Cell) -> Fault:
    """Fill a column from row 2 on."""
    return every(*(put(table, at, column, cell) for at, cell in enumerate(cells, start=2)))


def add(table: str, *cells: Cell) -> Fault:
    return lambda folder: folder.add(table, *cells)


def drop(table: str, row: int) -> Fault:
    return lambda folder: folder.drop(table, row)


def every(*faults: Fault) -> Fault:
    return lambda folder: [fault(folder) for fault in faults]
