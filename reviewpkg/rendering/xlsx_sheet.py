"""Write the cells of a sheet: text as text, numbers as numbers, and what is to be filled in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from reviewpkg.domain.forms import FormColumn, FormWorkbook, Shown
from reviewpkg.domain.tables import Count, Identifier, Number, Word
from reviewpkg.rendering.xlsx_print import cut

LONGEST_TEXT: Final = 32_767  # a cell of the format holds no more
ONE_LINE: Final = 22  # characters
WIDEST: Final = 64
WIDEST_HEADING: Final = 22
WIDTH_OF_WORDS: Final = 44
LINES_TO_WRITE_ON: Final = 3
LINE: Final = 15  # points
TALLEST: Final = 409

_TO_FILL_IN: Final = {"bg_color": "#FFF8DC", "locked": False}
_CLOSED: Final = {"bg_color": "#D5D8DA", "font_color": "#444444"}
_BORDER: Final = {"border": 1, "border_color": "#9AA5AE", "valign": "top"}
_STYLES: Final[Mapping[str, Mapping[str, object]]] = MappingProxyType(
    {
        "heading": {**_BORDER, "bold": True, "text_wrap": True, "bg_color": "#E3E8EC"},
        "text": {**_BORDER, "text_wrap": True, "num_format": "@"},
        "number": {**_BORDER, "align": "center"},
        "value": {**_BORDER, **_TO_FILL_IN, "align": "center"},
        # Text, so that a comment may begin with a minus sign
        "words": {**_BORDER, **_TO_FILL_IN, "text_wrap": True, "num_format": "@"},
        "closed text": {**_BORDER, **_CLOSED, "text_wrap": True, "num_format": "@"},
        "closed number": {**_BORDER, **_CLOSED, "align": "center"},
        "repeated": {"bg_color": "#F4B6A6", "bold": True},
        "title": {"bold": True, "font_size": 16, "text_wrap": True, "valign": "top"},
        "section": {"bold": True, "font_size": 12, "text_wrap": True, "valign": "top"},
        "paragraph": {"text_wrap": True, "valign": "top"},
        "listed": {"align": "left"},
    }
)
Styles = Mapping[str, Format]


def make_styles(workbook: Workbook) -> Styles:
    """Return the formats that every workbook of ours uses, by name."""
    return {name: workbook.add_format(dict(style)) for name, style in _STYLES.items()}


def fill(
    sheet: Worksheet,
    form: FormWorkbook,
    styles: Styles,
    answers: Mapping[tuple[int, int], Shown],
) -> None:
    """Write the headings and rows, and set the cursor in the first cell to fill in.

    A row in which nothing is left to fill in is grey all over. `answers` are by row and column of
    the form's open cells, from 0.
    """
    widths = []
    closed = _closed_rows(form)
    for place, column in enumerate(form.columns):
        write(sheet, 0, place, column.heading, styles["heading"])
        values = [row[place] for row in form.rows]
        widths.append(_width(column, values))
        sheet.set_column(place, place, widths[place])
        for row, value in enumerate(values, start=1):
            if column.asks and value is None:
                style = styles["value" if isinstance(column.asks, Number | Count) else "words"]
                _show(sheet, row, place, answers.get((row - 1, place)), (style, style))
            else:
                grey = "closed " if column.asks or row in closed else ""
                _show(sheet, row, place, value, (styles[f"{grey}text"], styles[f"{grey}number"]))
    sheet.set_row(0, height_for(zip((one.heading for one in form.columns), widths, strict=True)))
    for row, shown in enumerate(form.rows, start=1):
        texts = (value if isinstance(value, str) else "" for value in shown)
        sheet.set_row(row, height_for(zip(texts, widths, strict=True), LINES_TO_WRITE_ON))
    row, first = next(form.open_cells(), (0, 0))
    sheet.set_selection(row + 1, first, row + 1, first)
    sheet.freeze_panes(1, 1)
    mark_text_as_meant(sheet, len(form.rows), len(form.columns))


def _closed_rows(form: FormWorkbook) -> frozenset[int]:
    """Return the rows of a form in which nothing is left to fill in."""
    if not any(column.asks for column in form.columns):
        return frozenset()
    return frozenset(range(1, len(form.rows) + 1)) - {row + 1 for row, _ in form.open_cells()}


def _show(
    sheet: Worksheet, row: int, column: int, value: Shown, styles: tuple[Format, Format]
) -> None:
    """Write a value in the style of texts or in that of numbers."""
    for_text, for_number = styles
    if isinstance(value, int | Fraction):
        sheet.write_number(row, column, float(value), for_number)
    else:
        write(sheet, row, column, value or "", for_text)


def write(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Write text as text, whatever it looks like, cut where a cell can hold no more."""
    if text:
        sheet.write_string(row, column, cut(text, LONGEST_TEXT), style)
    else:
        sheet.write_blank(row, column, None, style)


def _width(column: FormColumn, values: Sequence[Shown]) -> int:
    if not column.asks:
        return width_for(column.heading, [value for value in values if isinstance(value, str)])
    if isinstance(column.asks, Number | Count | Word | Identifier):
        longest_word = max(len(word) for word in column.heading.split())
        return min(longest_word + 3, WIDEST_HEADING)
    return WIDTH_OF_WORDS


def width_for(heading: str, texts: Sequence[str]) -> int:
    """Return a width in characters that gives short texts one line and long ones a few."""
    longest = max((len(text) for text in texts), default=0)
    body = longest + 2 if longest <= ONE_LINE else min(max(ONE_LINE, longest // 3), WIDEST)
    return max(body, min(len(heading) + 2, WIDEST_HEADING))


def height_for(cells: Iterable[tuple[str, int]], least: int = 1) -> int:
    """Return a height in points that shows every text in its width, `least` lines or more.

    Set here, since not every program that opens the file makes room by itself.
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(max(lines, least) * LINE + 3, TALLEST)


def _lines(text: str, width: int) -> int:
    return sum(max(1, len(textwrap.wrap(line, width - 1))) for line in text.split("\n"))


def mark_text_as_meant(sheet: Worksheet, rows: int, columns: int) -> None:
    """Keep a spreadsheet program from warning of identifiers that look like numbers."""
    if columns:
        where = xl_range(0, 0, rows, columns - 1)
        sheet.ignore_errors({"number_stored_as_text": where})
