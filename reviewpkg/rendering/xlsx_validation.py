"""Let each cell to fill in take only what reading the form back will take.

The lists to choose from point to cells with numbers. A list of decimals spelled out in the rule
itself would be read as text or dates where the decimal mark is a comma.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from xlsxwriter.worksheet import Worksheet

from reviewpkg.domain.call import Scale
from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.domain.tables import Count, Number
from reviewpkg.rendering.cell_words import prompt, refusal
from reviewpkg.rendering.xlsx_print import cut

NOT_VALID: Final = "Verdien passer ikke her"
LONGEST_TITLE: Final = 32


def validate(sheet: Worksheet, form: FormWorkbook, ranges: Mapping[Scale, str]) -> None:
    """Set the rule of every column of numbers, with a word of help and a word of refusal."""
    for place, column in enumerate(form.columns):
        if form.rows and isinstance(column.asks, Number | Count):
            words = {
                "input_title": cut(column.heading, LONGEST_TITLE),
                "input_message": prompt(column.asks),
                "error_title": NOT_VALID,
                "error_message": refusal(column.asks),
            }
            rule = _rule(column.asks, ranges)
            sheet.data_validation(1, place, len(form.rows), place, {**rule, **words})


def _rule(cell: Number | Count, ranges: Mapping[Scale, str]) -> dict[str, object]:
    if isinstance(cell, Count):
        return {"validate": "integer", "criteria": ">=", "value": cell.least}
    if cell.scale in ranges:
        return {"validate": "list", "source": ranges[cell.scale]}
    ends = {"minimum": float(cell.scale.min), "maximum": float(cell.scale.max)}
    return {"validate": "decimal", "criteria": "between", **ends}
