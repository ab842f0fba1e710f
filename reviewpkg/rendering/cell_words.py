"""Say what a cell of a form may hold, from the declaration that it is read by."""

from __future__ import annotations

from collections.abc import Sequence

from reviewpkg.domain.call import Scale
from reviewpkg.domain.tables import Cell, Count, Number, Word
from reviewpkg.languages.words import Words, marked

ONCE = marked("Bruk hvert tall bare én gang.")
COMMA = marked("Bruk komma foran desimaler.")


def values_of(scale: Scale, words: Words) -> str:
    """Name a scale's values: `1–7` in whole numbers, `1–7 i trinn på 0,5`."""
    figures = words.figures
    ends = f"{figures.grade(scale.min)}–{figures.grade(scale.max)}"
    if scale.step == 1 and scale.min.denominator == 1:
        return ends
    return words.say("{ends} i trinn på {step}", ends=ends, step=figures.grade(scale.step))


def prompt(cell: Cell, words: Words, *, once: bool = False) -> str:
    """Say what to write, for the one who has just come to the cell; empty for free text."""
    match cell:
        case Number(scale) if once:
            said = words.say("Skriv et tall: {values}.", values=values_of(scale, words))
            return _with_comma(f"{said} {words.say(ONCE)}", scale, words)
        case Count(least) if once:
            said = words.say("Skriv et helt tall, {least} eller mer.", least=least)
            return f"{said} {words.say(ONCE)}"
        case Number(scale):
            values = values_of(scale, words)
            said = words.say("Velg fra listen eller skriv et tall: {values}.", values=values)
            return _with_comma(said, scale, words)
        case Count(least):
            return words.say("Skriv et antall: et helt tall, {least} eller mer.", least=least)
        case Word(choices):
            either = _either(choices, words)
            return words.say("Velg {either}, eller la cellen stå tom.", either=either)
        case _:
            return ""


def refusal(cell: Cell, words: Words, *, once: bool = False) -> str:
    """Say what was expected, for the one who has written something else."""
    match cell:
        case Number(scale) if once:
            return words.say(
                "Her passer {values}, men ikke et tall som er brukt i en annen rad.",
                values=values_of(scale, words),
            )
        case Count(least) if once:
            return words.say(
                "Her passer et helt tall, {least} eller mer, som ikke er brukt i en annen rad.",
                least=least,
            )
        case Number(scale):
            values = values_of(scale, words)
            said = words.say("Her kan du bare skrive tall på skalaen {values}.", values=values)
            return _with_comma(said, scale, words)
        case Count(least):
            return words.say("Her kan du bare skrive et helt tall, {least} eller mer.", least=least)
        case Word(choices):
            return words.say("Her passer bare {either}.", either=_either(choices, words))
        case _:
            return ""


def _either(choices: Sequence[str], words: Words) -> str:
    quoted = [words.say("«{text}»", text=choice) for choice in choices]
    return words.say(" eller ").join(quoted)


def _with_comma(said: str, scale: Scale, words: Words) -> str:
    whole = scale.step.denominator == 1 and scale.min.denominator == 1
    return said if whole else f"{said} {words.say(COMMA)}"
