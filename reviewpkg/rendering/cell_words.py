"""Say in Norwegian what a cell of a form may hold, from the declaration that it is read by."""

from __future__ import annotations

from collections.abc import Sequence

from reviewpkg.domain.call import Scale
from reviewpkg.domain.tables import Cell, Count, Number, Word
from reviewpkg.rendering.filters import grade

ONCE = "Bruk hvert tall bare én gang."


def values_of(scale: Scale) -> str:
    """Name a scale's values: `1–7` in whole numbers, `1–7 i trinn på 0,5`."""
    ends = f"{grade(scale.min)}–{grade(scale.max)}"
    if scale.step == 1 and scale.min.denominator == 1:
        return ends
    return f"{ends} i trinn på {grade(scale.step)}"


def prompt(cell: Cell, *, once: bool = False) -> str:
    """Say what to write, for the one who has just come to the cell; empty for free text."""
    match cell:
        case Number(scale) if once:
            return f"Skriv et tall: {values_of(scale)}. {ONCE}{_comma(scale)}"
        case Count(least) if once:
            return f"Skriv et helt tall, {least} eller mer. {ONCE}"
        case Number(scale):
            return f"Velg fra listen eller skriv et tall: {values_of(scale)}.{_comma(scale)}"
        case Count(least):
            return f"Skriv et antall: et helt tall, {least} eller mer."
        case Word(words):
            return f"Velg {_either(words)}, eller la cellen stå tom."
        case _:
            return ""


def refusal(cell: Cell, *, once: bool = False) -> str:
    """Say what was expected, for the one who has written something else."""
    match cell:
        case Number(scale) if once:
            return f"Her passer {values_of(scale)}, men ikke et tall som er brukt i en annen rad."
        case Count(least) if once:
            return f"Her passer et helt tall, {least} eller mer, som ikke er brukt i en annen rad."
        case Number(scale):
            return f"Her kan du bare skrive tall på skalaen {values_of(scale)}.{_comma(scale)}"
        case Count(least):
            return f"Her kan du bare skrive et helt tall, {least} eller mer."
        case Word(words):
            return f"Her passer bare {_either(words)}."
        case _:
            return ""


def _either(words: Sequence[str]) -> str:
    return " eller ".join(f"«{word}»" for word in words)


def _comma(scale: Scale) -> str:
    whole = scale.step.denominator == 1 and scale.min.denominator == 1
    return "" if whole else " Bruk komma foran desimaler."
