"""Turn the text of a cell into an exact value, or say what was expected."""

from __future__ import annotations

import re
from datetime import datetime
from fractions import Fraction
from typing import TypeAlias
from zoneinfo import ZoneInfo

from reviewpkg.domain.call import Scale
from reviewpkg.domain.headings import every_word, word_told
from reviewpkg.domain.steps import AnyStep
from reviewpkg.domain.tables import (
    LONGEST_LINE,
    Cell,
    Count,
    Identifier,
    Kroner,
    Moment,
    Number,
    StepNumber,
    Text,
    Word,
)
from reviewpkg.intake.expected import Expected, mismatch
from reviewpkg.intake.moments import moment
from reviewpkg.intake.names import plain
from reviewpkg.languages.figures import Figures
from reviewpkg.languages.language import Language
from reviewpkg.languages.lists import either
from reviewpkg.languages.sentence import Sentence, joined, quoted, sentence
from reviewpkg.languages.spelled import Spelled

Value: TypeAlias = str | int | Fraction | AnyStep | datetime

_NUMBER = re.compile(r"-?[0-9]{1,18}(?:[.,][0-9]{1,18})?")
# No third decimal: 2,000 may be two kroner or two thousand, so it is neither
_KRONER = re.compile(
    r"([0-9]{1,3}(?: [0-9]{3}){1,4}|[0-9]{1,15})(?:[.,]00?)? ?(?:kr\.?)?", re.IGNORECASE
)
_DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9:.]+)?"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}"
    r"|[0-9]{1,2}\.? ?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-z]*\.?"
    r"(?: ?[0-9]{2,4})?",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"#(?:N/A|I/T|REF!|VALUE!|VERDI!|DIV/0!|NAME\?|NAVN\?|NUM!|NULL!|SPILL!|CALC!)|Err:[0-9]{3}"
)
_MIDNIGHT = " 00:00:00"
_MADE_A_DATE = sentence(
    "Regnearket har gjort tallet om til en dato; formater cellen som tall og skriv det på nytt."
)
_LONGEST_SHOWN = 60
_MOST_DECIMALS = 10


def parse(cell: Cell, text: str) -> Value | Expected:
    """Parse a non-blank cell strictly; numbers become exact, nothing is guessed.

    A number may be written `5`, `5.0` or `5,5`; kroner with spaces between thousands and `kr` last.
    """
    match cell:
        case Text():
            return text
        case Identifier(of):
            told = plain(text)
            return told if 0 < len(told) <= LONGEST_LINE else Expected(of)
        case Kroner():
            return _kroner(plain(text))
        case Count(least):
            return _count(plain(text), least)
        case Number(scale):
            return _on(scale, plain(text))
        case Word() | StepNumber() | Moment():
            return _named(cell, plain(text))


def _named(cell: Word | StepNumber | Moment, text: str) -> Value | Expected:
    if isinstance(cell, StepNumber):
        return _step(cell, text)
    if isinstance(cell, Moment):
        return moment(text, ZoneInfo(cell.zone))
    meant = {said.casefold(): word for word in cell.words for said in every_word(word)}
    meant |= {word.casefold(): word for word in cell.words}
    found = meant.get(text.casefold())
    blank = [] if cell.required else [sentence("tom celle")]
    return found or Expected(either([*map(choice, cell.words), *blank]))


def _count(text: str, least: int) -> int | Expected:
    value = _number(text)
    if value is not None and value.denominator == 1 and value >= least:
        return int(value)
    return Expected(sentence("et helt tall, {least} eller mer", least=least))


def _on(scale: Scale, text: str) -> Fraction | Expected:
    value = _number(text)
    return value if value is not None and value in scale else Expected(on_scale(scale))


def _number(text: str) -> Fraction | None:
    return Fraction(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def _kroner(text: str) -> int | Expected:
    found = _KRONER.fullmatch(text)
    if not found:
        return Expected(sentence("et beløp i hele kroner, som 2 343 000"))
    return int(found[1].replace(" ", ""))


def _step(cell: StepNumber, text: str) -> AnyStep | Expected:
    written = text.replace(",", ".").upper()
    named = next((step for step in cell.steps if step.value == written), None)
    first, last = cell.steps[0], cell.steps[-1]
    return named or Expected(
        sentence("et trinn fra {first} til {last}, eller tom celle", first=first, last=last)
    )


def unexpected(expected: Expected, text: str) -> Sentence:
    """Say what a cell should have held and what it holds, and name a common accident behind it."""
    if error_shown(text):
        return cell_shows(text)
    told = mismatch(expected.what, shown(text.removesuffix(_MIDNIGHT)))
    made_a_date = not expected.of_date and _DATE.fullmatch(text)
    return joined((told, _MADE_A_DATE), between=" ") if made_a_date else told


def error_shown(text: str) -> bool:
    """Tell whether the cell shows a spreadsheet's error, such as #N/A, in place of a value."""
    return text.startswith(("#", "E")) and _ERROR.fullmatch(text) is not None


def cell_shows(error: str) -> Sentence:
    """Say that a cell shows an error in place of a value."""
    return sentence(
        "cellen viser feilen {error}; rett formelen eller skriv inn verdien.", error=error
    )


def on_scale(scale: Scale) -> Sentence:
    """Say which numbers a scale has."""
    low, high = decimal(scale.min), decimal(scale.max)
    if scale.step == 1 and scale.min.denominator == 1:
        return sentence("et helt tall fra {low} til {high}", low=low, high=high)
    return sentence(
        "et tall fra {low} til {high} i trinn på {step}",
        low=low,
        high=high,
        step=decimal(scale.step),
    )


def decimal(value: Fraction) -> Spelled:
    """Write an exact number with a decimal comma, as a fraction where no decimal is exact."""
    written = _written(value)
    point = Figures(Language.ENGLISH).decimal_mark
    return Spelled((written, written, written.replace(",", point)))


def _written(value: Fraction) -> str:
    for places in range(_MOST_DECIMALS):
        scaled = value * 10**places
        if scaled.denominator == 1:
            digits = f"{abs(int(scaled)):0{places + 1}d}"
            whole, part = digits[: len(digits) - places], digits[len(digits) - places :]
            return ("-" if value < 0 else "") + whole + ("," + part if part else "")
    return str(value)


def kroner(amount: int) -> Spelled:
    """Write an amount as people do, with spaces between thousands."""
    written = f"{amount:,} kr".replace(",", " ")
    return Spelled((written, written, Figures(Language.ENGLISH).kroner(amount)))


def shown(text: str) -> Sentence:
    """Quote a cell's text in a message, shortened, without line breaks or control characters."""
    return quoted(text if isinstance(text, Spelled) else legible(text))


def choice(word: str) -> Sentence:
    """Quote a word that a cell may hold as the forms of each language say it."""
    return shown(word_told(word))


def legible(text: str) -> str:
    """Return a cell's text shortened, without line breaks or control characters."""
    flat = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return f"{flat[:_LONGEST_SHOWN]}…" if len(flat) > _LONGEST_SHOWN else flat
