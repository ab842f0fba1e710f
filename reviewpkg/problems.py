"""Say what is wrong with the input, and exactly where.

A fault in the input is a value, not an exception: checks return problems, and only the loading of a
call folder raises, once, with all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeAlias

from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, joined, plural_sentence, sentence, warning

_Alike: TypeAlias = tuple[int, str, str, str, str, str, str]


class Severity(Enum):
    """Tell what stops a run from what it only reports; the gravest stands first."""

    ERROR = "feil"
    WARNING = "advarsel"
    NOTICE = "merknad"


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Place:
    """Point to a spot in the input, with the row number that a spreadsheet program shows.

    `field` is what a field of a PDF asks for, which has no row and column.
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    key: str = ""
    field: str = ""

    def at(self, column: str) -> Place:
        """Return the same row's cell under the heading `column`."""
        return replace(self, column=column)


@dataclass(frozen=True, slots=True)
class Problem:
    """Hold one sentence about one place."""

    place: Place
    sentence: Sentence
    severity: Severity = field(default=Severity.ERROR)


class InputRejected(Exception):  # noqa: N818 - named after what happens, as the exit code is
    """Carry everything that keeps a call folder from being used.

    `problems` holds the errors and, after them, whatever was only noticed on the way.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in order."""
        self.problems = in_order(problems)
        super().__init__(f"{len(self.problems)} problems")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems, the gravest first, by file, sheet, row and column; drop exact repeats."""

    def key(problem: Problem) -> tuple[int, str, str, str, int, str, str, str]:
        severity, file, sheet, name, column, field_name, sentence = _alike(problem)
        return (severity, file, sheet, name, problem.place.row, column, field_name, sentence)

    return tuple(sorted(set(problems), key=key))


def sentences(problems: Iterable[Problem]) -> tuple[Sentence, ...]:
    """Write problems as lines to print; the same fault on many rows becomes one line."""
    rows: dict[_Alike, list[int]] = {}
    first: dict[_Alike, Problem] = {}
    for problem in in_order(problems):
        alike = _alike(problem)
        first.setdefault(alike, problem)
        rows.setdefault(alike, []).append(problem.place.row)
    return tuple(_line(problem, rows[alike]) for alike, problem in first.items())


def _alike(problem: Problem) -> _Alike:
    place = problem.place
    rank = _RANKS[problem.severity]
    spot = (place.key, place.column, place.field)
    return (rank, place.file, place.sheet, *spot, problem.sentence)


def _line(problem: Problem, rows: Sequence[int]) -> Sentence:
    place = problem.place
    parts = [place.file]
    if place.sheet:
        parts.append(sentence("ark «{sheet}»", sheet=place.sheet))
    if place.key:
        parts.append(sentence("nøkkel «{key}»", key=place.key))
    if place.row:
        listed = enumerated(rows)
        parts.append(plural_sentence("rad {rows}", "rad {rows}", len(rows), rows=listed))
    if place.column:
        parts.append(sentence("kolonne «{column}»", column=place.column))
    if place.field:
        parts.append(sentence("felt «{field}»", field=place.field))
    line = joined([joined(parts), problem.sentence], between=": ")
    if problem.severity is Severity.WARNING:
        return warning(line)
    return notice(line) if problem.severity is Severity.NOTICE else line


def notice(text: str) -> Sentence:
    """Return what is only worth knowing, as it is told."""
    return sentence("Merknad: {line}", line=text)
