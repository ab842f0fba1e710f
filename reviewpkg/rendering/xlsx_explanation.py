"""Write the sheet that explains a form, and on it the values of the form's scales."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from reviewpkg.domain.call import Scale
from reviewpkg.domain.form_identity import LABELS
from reviewpkg.domain.forms import FormColumn, FormWorkbook
from reviewpkg.domain.tables import Number
from reviewpkg.languages.words import Words, marked
from reviewpkg.rendering.cell_words import values_of
from reviewpkg.rendering.xlsx_print import foot_of
from reviewpkg.rendering.xlsx_sheet import Styles, height_for, write

EXPLANATION: Final = marked("Forklaring")
WIDTH: Final = 90
TITLE: Final = 24  # points
MOST_LISTED: Final = 100


def explain(sheet: Worksheet, form: FormWorkbook, styles: Styles) -> dict[Scale, str]:
    """Write the explanation, and below it each scale's values; return the range of each scale.

    A scale of more than a hundred values is named, but not listed.
    """
    words = Words(form.language)
    sheet.set_column(0, 0, WIDTH)
    about = [f"{form.call} · {form.step}", *foot_of(form)]
    if form.identity:
        about.append(f"{LABELS[form.language]}: {form.identity}")
    lines = [(form.title, "title"), *((text, "paragraph") for text in about)]
    for section in form.explanation:
        lines += [("", "paragraph"), (section.heading, "section")]
        lines += [(text, "paragraph") for text in section.paragraphs]
    for row, (text, style) in enumerate(lines):
        write(sheet, row, 0, text, styles[style])
        sheet.set_row(row, TITLE if style == "title" else height_for([(text, WIDTH)]))
    ranges = {}
    row = len(lines)
    for scale, headings in _scales(form.columns).items():
        names = words.figures.join_and(words.say("«{text}»", text=one) for one in headings)
        values = values_of(scale, words)
        said = words.say("Gyldige verdier for {names}: {values}", names=names, values=values)
        write(sheet, row + 1, 0, said, styles["section"])
        first = row = row + 2
        for value in _listed(scale):
            sheet.write_number(row, 0, float(value), styles["listed"])
            row += 1
        if row > first:
            ranges[scale] = f"={words.say(EXPLANATION)}!{xl_range_abs(first, 0, row - 1, 0)}"
    return ranges


def _scales(columns: Sequence[FormColumn]) -> dict[Scale, list[str]]:
    """Return the scales to choose from and the headings that use each."""
    scales: dict[Scale, list[str]] = {}
    for column in columns:
        if isinstance(column.asks, Number) and not column.unique:
            scales.setdefault(column.asks.scale, []).append(column.heading)
    return scales


def _listed(scale: Scale) -> tuple[Fraction, ...]:
    """Return a scale's values, none if they are too many to choose from a list."""
    many = (scale.max - scale.min) / scale.step >= MOST_LISTED
    return () if many else tuple(scale)
