"""Say what was collected from where: a line for each form, and the rows left blank below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath
from typing import Final

from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.words import Words, marked


class Fate(Enum):
    """Tell what became of a form that came back."""

    TAKEN = marked("lest inn")
    REPLACED = marked("lest inn, den forrige er tatt vare på")
    ALREADY = marked("allerede lest inn")
    SAME = marked("samme svar som i en annen fil")
    BLANK = marked("tomt, ikke lest inn")


@dataclass(frozen=True, slots=True)
class Collected:
    """Be a form that came back: its file, whose it is, where it now lies, how much is filled in.

    `lies` and `kept` are paths in the call folder, `kept` of what lay there before.
    """

    file: str
    step: str
    whose: str
    table: str
    lies: str
    asked: int
    blank: tuple[str, ...]
    fate: Fate
    kept: tuple[str, ...] = ()


_HEADINGS: Final = (
    marked("Fra"),
    marked("Trinn"),
    marked("Hvem"),
    marked("Til"),
    marked("Utfylt"),
)


def collected_lines(words: Words, folder: str, forms: Sequence[Collected]) -> Iterator[str]:
    """Give the lines to print, in the order of the files."""
    yield words.say("Skjemaer i {folder}:", folder=folder)
    headings = (*map(words.say, _HEADINGS), "")
    rows = [headings, *(_cells(words, one) for one in forms)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(headings))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    for one in forms:
        if one.blank and one.fate is not Fate.BLANK:
            yield words.plural(
                "{file}: {count} rad uten svar: {numbers}.",
                "{file}: {count} rader uten svar: {numbers}.",
                len(one.blank),
                file=one.file,
                numbers=words.retell(enumerated(one.blank)),
            )
        if one.kept:
            kept = words.retell(enumerated(one.kept))
            yield words.say(
                "{file}: det som lå der fra før, er nå {kept}.", file=one.file, kept=kept
            )
    yield _summary(words, forms)


def _cells(words: Words, one: Collected) -> tuple[str, ...]:
    filled = words.say("{filled} av {asked}", filled=one.asked - len(one.blank), asked=one.asked)
    return (one.file, one.step, one.whose, _lies(one), filled, words.say(one.fate.value))


def _lies(one: Collected) -> str:
    """Name where a form lies: the table, and the file where it is called something else."""
    same = PurePosixPath(one.lies).stem == PurePosixPath(one.file).stem
    return f"{one.table}/" if same else one.lies or "–"


def _summary(words: Words, forms: Sequence[Collected]) -> str:
    taken = sum(one.fate in {Fate.TAKEN, Fate.REPLACED} for one in forms)
    if not taken:
        return words.say("Ingen nye skjemaer er lest inn.")
    return words.plural("{count} skjema er lest inn.", "{count} skjemaer er lest inn.", taken)
