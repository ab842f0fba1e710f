"""Say in Norwegian what a cell of a form may hold, from the declaration that it is read by."""

from __future__ import annotations

from reviewpkg.domain.call import Scale
from reviewpkg.domain.tables import Cell, Count, Number
from reviewpkg.rendering.filters import grade


def values_of(scale: Scale) -> str:
    """Name a scale's values: `1–7` in whole numbers, `1–7 i trinn på 0,5`."""
    ends = f"{grade(scale.min)}–{grade(scale.max)}"
    if scale.step == 1 and scale.min.denominator == 1:
        return ends
    return f"{ends} i trinn på {grade(scale.step)}"


def prompt(cell: Cell) -> str:
    """Say what to write, for the one who has just come to the cell; empty for free text."""
    match cell:
        case Number(scale):
            return f"Velg fra listen eller skriv et tall: {values_of(scale)}.{_comma(scale)}"
        case Count(least):
            return f"Skriv et antall: et helt tall, {least} eller mer."
        case _:
            return ""


def refusal(cell: Cell) -> str:
    """Say what was expected, for the one who has written something else."""
    match cell:
        case Number(scale):
            return f"Her kan du bare skrive tall på skalaen {values_of(scale)}.{_comma(scale)}"
        case Count(least):
            return f"Her kan du bare skrive et helt tall, {least} eller mer."
        case _:
            return ""


def _comma(scale: Scale) -> str:
    whole = scale.step.denominator == 1 and scale.min.denominator == 1
    return "" if whole else " Bruk komma foran desimaler."
