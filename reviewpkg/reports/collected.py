"""Say what was collected from where: a line for each form, and the rows left blank below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from reviewpkg.languages.lists import enumerated


class Fate(Enum):
    """Tell what became of a form that came back."""

    TAKEN = "lest inn"
    REPLACED = "lest inn, den forrige er tatt vare på"
    ALREADY = "allerede lest inn"
    SAME = "samme svar som i en annen fil"
    BLANK = "tomt, ikke lest inn"


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


_HEADINGS = ("Fra", "Trinn", "Hvem", "Til", "Utfylt", "")


def collected_lines(folder: str, forms: Sequence[Collected]) -> Iterator[str]:
    """Give the lines to print, in the order of the files."""
    yield f"Skjemaer i {folder}:"
    rows = [_HEADINGS, *(_cells(one) for one in forms)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEADINGS))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    for one in forms:
        if one.blank and one.fate is not Fate.BLANK:
            rows_left = "rad" if len(one.blank) == 1 else "rader"
            yield f"{one.file}: {len(one.blank)} {rows_left} uten svar: {enumerated(one.blank)}."
        if one.kept:
            yield f"{one.file}: det som lå der fra før, er nå {enumerated(one.kept)}."
    yield _summary(forms)


def _cells(one: Collected) -> tuple[str, ...]:
    filled = f"{one.asked - len(one.blank)} av {one.asked}"
    return (one.file, one.step, one.whose, _lies(one), filled, one.fate.value)


def _lies(one: Collected) -> str:
    """Name where a form lies: the table, and the file where it is called something else."""
    same = PurePosixPath(one.lies).stem == PurePosixPath(one.file).stem
    return f"{one.table}/" if same else one.lies or "–"


def _summary(forms: Sequence[Collected]) -> str:
    taken = sum(one.fate in {Fate.TAKEN, Fate.REPLACED} for one in forms)
    noun = "skjema" if taken == 1 else "skjemaer"
    return f"{taken or 'Ingen'} {noun if taken else 'nye skjemaer'} er lest inn."
