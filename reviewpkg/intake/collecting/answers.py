"""Read the answers of a returned form by what the form asks, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from reviewpkg.domain.forms import FormWorkbook, Shown, field_name
from reviewpkg.domain.headings import heading_in, word_in
from reviewpkg.domain.tables import NUMBER, Table, Word
from reviewpkg.intake.collecting.asked import asked_table
from reviewpkg.intake.collecting.checks import Answered, Checks
from reviewpkg.intake.collecting.named import misnamed
from reviewpkg.intake.collecting.returned import Returned
from reviewpkg.intake.headings import as_written, layout, no_headings, sheet_with
from reviewpkg.intake.sheet_rows import parse_rows
from reviewpkg.intake.sheets import Sheet
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Answers:
    """Be what a form was answered: by project number, and in each row by field.

    A row without an answer is not there. `asked` are the project numbers of every row with
    something to fill in.
    """

    rows: Mapping[str, Answered]
    asked: tuple[str, ...]

    @property
    def blank(self) -> tuple[str, ...]:
        """Return the rows that nobody has filled in."""
        return tuple(number for number in self.asked if number not in self.rows)


def read_answers(form: FormWorkbook, returned: Returned) -> tuple[Answers, tuple[Problem, ...]]:
    """Parse a returned form strictly; the problems are all there is against taking it in."""
    table = asked_table(form)
    numbers = tuple(dict.fromkeys(form.number(row) for row, _ in form.open_cells()))
    if returned.is_pdf:
        sheet: Sheet | None = _sheet_of_fields(form, table, returned)
    else:
        sheet = sheet_with(table, returned.sheets)
    if sheet is None:
        return Answers({}, numbers), (no_headings(table, returned.sheets),)
    found, faults = layout(table, sheet)
    written = as_written(table, sheet)
    parsed = parse_rows(written, sheet, found)
    reader = Checks(form, written)
    problems = [*faults, *parsed.problems, *reader.problems(parsed.rows)]
    problems += misnamed(form, returned, sheet, parsed.rows)
    rows = {
        str(row.values[NUMBER.field]): answered
        for row in parsed.rows
        if (answered := reader.answered(row))
    }
    if returned.is_pdf:
        problems = [_at_the_field(one, form) for one in problems]
    return Answers(rows, numbers), tuple(problems)


def _sheet_of_fields(form: FormWorkbook, table: Table, returned: Returned) -> Sheet:
    """Lay a PDF's fields out as the sheet that would have been filled in instead."""
    headings = tuple(heading_in(form.language, column.heading) for column in table.columns)
    places = {one.field: at for at, one in enumerate(form.columns) if one.field}
    rows = []
    for number, values in enumerate(form.rows):
        cells = []
        for column in table.columns:
            at = places[column.field]
            if form.columns[at].asks:
                name = field_name(column.field, form.number(number))
                cells.append(returned.fields.get(name, ""))
            else:
                cells.append(str(values[at]))
        rows.append(tuple(cells))
    return Sheet(returned.file, "", (headings, *rows))


def _at_the_field(problem: Problem, form: FormWorkbook) -> Problem:
    """Name the field where a PDF has no rows and columns to point to."""
    place = problem.place
    if not place.row:
        return problem
    number = form.number(place.row - 2)
    what = sentence("{column} for {number}", column=place.column, number=number)
    return replace(problem, place=Place(place.file, field=what if place.column else number))


def cells_of(form: FormWorkbook, answers: Answers) -> dict[tuple[int, int], Shown]:
    """Return the answers by row and column of the form's open cells."""
    found: dict[tuple[int, int], Shown] = {}
    for row, at in form.open_cells():
        column = form.columns[at]
        value = answers.rows.get(form.number(row), {}).get(column.field)
        if isinstance(value, str) and isinstance(column.asks, Word):
            found[row, at] = word_in(form.language, value)
        elif isinstance(value, str | int | Fraction):
            found[row, at] = value
    return found
