"""Hold the rows of a returned form against what it asks, and of whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.domain.tables import NUMBER, Table
from reviewpkg.intake.cells import Value, decimal, shown
from reviewpkg.intake.sheet_rows import BLANK, ParsedRow
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.languages.spelled import Spelled
from reviewpkg.problems import Problem

Answered: TypeAlias = Mapping[str, Value]


class Checks:
    """Hold parsed rows against the form: its rows, whose it is, what is closed, what is unique."""

    def __init__(self, form: FormWorkbook, table: Table) -> None:
        self._columns = {column.field: column for column in table.columns}
        places = {one.field: at for at, one in enumerate(form.columns) if one.field}
        self._asked = [one for one in form.columns if one.asks and one.field in self._columns]
        self._open = {(form.number(row), form.columns[at].field) for row, at in form.open_cells()}
        self._required = {
            one.field
            for one in form.table.columns
            if not (one.optional or one.may_be_blank) and one.field in self._columns
        }
        self._given = {
            form.number(row): {
                field: str(values[at])
                for field, at in places.items()
                if not form.columns[at].asks and field != NUMBER.field
            }
            for row, values in enumerate(form.rows)
        }

    def answered(self, row: ParsedRow) -> Answered:
        """Return what a row was answered, by field."""
        return {
            one.field: value
            for one in self._asked
            if (value := row.values.get(one.field)) is not None
        }

    def problems(self, rows: list[ParsedRow]) -> Iterator[Problem]:
        """Give everything that is wrong with the rows as those of this form."""
        counts = Counter(row.values.get(NUMBER.field) for row in rows)
        for row in rows:
            number = row.values.get(NUMBER.field)
            if not isinstance(number, str):
                continue
            if number not in self._given:
                told = sentence(
                    "søknaden {number} er ikke på dette skjemaet.", number=shown(number)
                )
                yield Problem(row.place, told)
                continue
            if counts[number] > 1:
                told = sentence("søknaden {number} står på flere rader.", number=shown(number))
                yield Problem(row.place, told)
            yield from self._of_another(row, number)
            yield from self._of_cells(row, number)
        for column in self._asked:
            if column.unique:
                yield from self._repeated(rows, column.field)

    def _of_another(self, row: ParsedRow, number: str) -> Iterator[Problem]:
        """Refuse a row that says it is somebody else's."""
        for field, mine in self._given[number].items():
            value = row.values.get(field)
            if value is not None and value != mine:
                place = row.place.at(self._columns[field].heading)
                told = sentence(
                    "skjemaet er til {mine}, men her står {value}.",
                    mine=shown(mine),
                    value=shown(str(value)),
                )
                yield Problem(place, told)

    def _of_cells(self, row: ParsedRow, number: str) -> Iterator[Problem]:
        answered = self.answered(row)
        for column in self._asked:
            field, place = column.field, row.place.at(column.heading)
            is_open = (number, field) in self._open
            if field in answered and not is_open:
                yield Problem(place, sentence("cellen skal stå tom på dette skjemaet."))
            missing = field in self._required and field not in answered
            if missing and answered and is_open and field not in row.unusable:
                yield Problem(place, BLANK)

    def _repeated(self, rows: list[ParsedRow], field: str) -> Iterator[Problem]:
        """Refuse what is to stand once and stands twice."""
        counts = Counter(value for row in rows if (value := row.values.get(field)) is not None)
        for row in rows:
            value = row.values.get(field)
            if value is not None and counts[value] > 1:
                place = row.place.at(self._columns[field].heading)
                told = sentence("{value} er brukt på flere rader.", value=written(value))
                yield Problem(place, told)


def written(value: object) -> Sentence | Spelled:
    """Write a value as people do."""
    if value is None:
        return sentence("tomt")
    if isinstance(value, Fraction | int):
        return decimal(Fraction(value))
    return shown(str(value))
