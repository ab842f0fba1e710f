"""Play a call from its forms to its tables, with a value of its own in every cell.

Every text that anybody gives is found nowhere else, and every grade as well where the scale is
wide enough, so that a document that holds it has it from there.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from reviewpkg.domain.forms import FormWorkbook, Shown
from reviewpkg.domain.tables import Count, Number, Text, Word
from reviewpkg.rendering.xlsx import form_workbook
from tests.filling_in import forms_of

_STYLE = re.compile(r"<style>.*?</style>|<svg.*?</svg>", re.DOTALL)
_WIDE = 500
"""Values of a scale that everybody has one of their own on."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Be what a form was answered in one cell: at a step, by whom, on what, and the text of it."""

    step: str
    form: str
    recipient: str
    number: str
    field: str
    text: str


@dataclass(slots=True)
class Played:
    """Be a call while it is played; no fact's text is the mean of two of one field either."""

    call: Path
    chance: random.Random = field(default_factory=lambda: random.Random(2019))  # noqa: S311
    facts: list[Fact] = field(default_factory=list)
    _taken: set[Fraction] = field(default_factory=set)
    _given: dict[tuple[str, str, str], list[Fraction]] = field(default_factory=dict)

    def step(self, step: str) -> None:
        """Have everybody fill in the forms of a step that have not been filled in before."""
        for name, made in forms_of(self.call, step).items():
            form = made.workbook
            target = self.call / form.table.name / f"{name}.xlsx"
            if not target.exists():
                target.parent.mkdir(exist_ok=True)
                answers = dict(self._answers(step, name, form))
                target.write_bytes(form_workbook(form, answers))

    def _answers(
        self, step: str, name: str, form: FormWorkbook
    ) -> Iterator[tuple[tuple[int, int], Shown]]:
        places: dict[int, int] = {}
        for row, at in form.open_cells():
            column, number = form.columns[at], form.number(row)
            key = (step, number, column.field)
            value: Shown = None
            if column.unique:
                value = places[at] = places.get(at, 0) + 1
            elif isinstance(column.asks, Word):
                value = column.asks.words[0] if row % 3 == 0 else None
            elif isinstance(column.asks, Number):
                value = self._grade(tuple(column.asks.scale), key)
            elif isinstance(column.asks, Count):
                value = self._told(5000 + len(self.facts), name, form, key)
            elif isinstance(column.asks, Text):
                value = self._told(f"ord{len(self.facts):04}", name, form, key)
            if value is not None:
                yield (row, at), value
            if isinstance(value, Fraction) and value in self._taken:
                self._told(value, name, form, key)

    def _told(
        self, value: Shown, name: str, form: FormWorkbook, key: tuple[str, str, str]
    ) -> Shown:
        step, number, field_of = key
        self.facts.append(Fact(step, name, form.recipient, number, field_of, str(value)))
        return value

    def _grade(self, scale: tuple[Fraction, ...], key: tuple[str, str, str]) -> Fraction:
        """Return a grade that nobody has given, and that makes no mean that anybody has.

        On a narrow scale it is any.
        """
        if len(scale) < _WIDE:
            return self.chance.choice(scale)
        before = self._given.setdefault(key, [])
        for value in self.chance.sample(scale[1:-1], len(scale) - 2):  # the ends are named anyway
            means = {(value + other) / 2 for other in before}
            if value not in self._taken and means.isdisjoint(self._taken):
                self._taken |= {value, *means}
                before.append(value)
                return value
        raise AssertionError(key)

    def found_in(self, data: bytes, name: str) -> set[Fact]:
        """Return the facts that stand anywhere in a file."""
        text = text_of(data, name)
        words = set(re.findall(r"(?<![\w.,])(?:ord)?\d{4}(?![.,]?\d|\w)", text))
        return {fact for fact in self.facts if fact.text in words}


def text_of(data: bytes, name: str) -> str:
    """Return all that can be read in a page, workbook or PDF, hidden or not; pictures apart."""
    if name.endswith(".pdf"):
        return "\n".join(_of_pdf(PdfReader(io.BytesIO(data))))
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return unescape("\n".join(archive.read(part).decode() for part in archive.namelist()))
    return unescape(_STYLE.sub("", data.decode("utf-8")))


def _of_pdf(pdf: PdfReader) -> Iterator[str]:
    """Give the text of every page, of the fields, of what is attached, and what is said of it."""
    yield from (page.extract_text() for page in pdf.pages)
    yield from (str(value) for value in (pdf.metadata or {}).values())
    about: Any = pdf.xmp_metadata  # which what is joined for the printer lacks
    yield about.stream.get_data().decode() if about else ""
    yield str(pdf.get_fields())
    yield from (one.content.decode("utf-8-sig") for one in pdf.attachment_list)
