"""Let each cell to fill in take only what reading the form back will take.

The lists to choose from point to cells with numbers. A list of decimals spelled out in the rule
itself would be read as text or dates where the decimal mark is a comma.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reviewpkg.domain.call import Scale
from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.domain.tables import Count, Number, Word
from reviewpkg.languages.words import Words, marked
from reviewpkg.rendering.cell_words import prompt, refusal
from reviewpkg.rendering.xlsx_print import cut

NOT_VALID: Final = marked("Verdien passer ikke her")
LONGEST_TITLE: Final = 32


def validate(sheet: Worksheet, form: FormWorkbook, ranges: Mapping[Scale, str]) -> None:
    """Set the rule of every column of numbers or words, with what helps and what refuses."""
    words = Words(form.language)
    for place, column in enumerate(form.columns):
        if form.rows and isinstance(column.asks, Number | Count | Word):
            told = {
                "input_title": cut(column.heading, LONGEST_TITLE),
                "input_message": prompt(column.asks, words, once=column.unique),
                "error_title": words.say(NOT_VALID),
                "error_message": refusal(column.asks, words, once=column.unique),
            }
            where = (1, place, len(form.rows), place)
            if column.unique and not isinstance(column.asks, Word):
                rule = _once(column.asks, *where)
            else:
                rule = _rule(column.asks, ranges)
            sheet.data_validation(*where, {**rule, **told})


def mark_repeated(sheet: Worksheet, form: FormWorkbook, style: Format) -> None:
    """Colour what stands twice in a column of unique values, should it have been pasted in."""
    for place, column in enumerate(form.columns):
        if form.rows and column.unique:
            rule = {"type": "duplicate", "format": style}
            sheet.conditional_format(1, place, len(form.rows), place, rule)


def _once(cell: Number | Count, first: int, column: int, last: int, _: int) -> dict[str, object]:
    """Return the rule of a column that takes each value once.

    A cell has one rule only, so this one holds the scale as well, and there is no list.
    """
    at = xl_rowcol_to_cell(first, column)
    least = cell.least if isinstance(cell, Count) else float(cell.scale.min)
    step = 1 if isinstance(cell, Count) else float(cell.scale.step)
    conditions = [f"ISNUMBER({at})", f"{at}>={least:g}", f"MOD({at}-{least:g},{step:g})=0"]
    if isinstance(cell, Number):
        conditions.append(f"{at}<={float(cell.scale.max):g}")
    conditions.append(f"COUNTIF({xl_range_abs(first, column, last, column)},{at})=1")
    return {"validate": "custom", "value": f"=AND({','.join(conditions)})"}


def _rule(cell: Number | Count | Word, ranges: Mapping[Scale, str]) -> dict[str, object]:
    if isinstance(cell, Word):
        return {"validate": "list", "source": list(cell.words)}
    if isinstance(cell, Count):
        return {"validate": "integer", "criteria": ">=", "value": cell.least}
    if cell.scale in ranges:
        return {"validate": "list", "source": ranges[cell.scale]}
    ends = {"minimum": float(cell.scale.min), "maximum": float(cell.scale.max)}
    return {"validate": "decimal", "criteria": "between", **ends}
