"""Find out what a call folder's table already holds of a form, wherever it lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.domain.tables import NUMBER
from reviewpkg.intake.collecting.answers import Answers
from reviewpkg.intake.collecting.checks import Answered, written
from reviewpkg.intake.files import open_table
from reviewpkg.intake.rows import Row, Rows, read_rows
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Existing:
    """Be what lies in a table of a form: its answers by project number, and the files they are in.

    `shared` are those of the files that hold others' rows as well; `single` is the one file that
    the whole table is, if it is none in a folder; `problems` is why it cannot be told at all.
    """

    rows: dict[str, Answered]
    files: tuple[str, ...]
    shared: tuple[str, ...]
    single: str
    problems: tuple[Problem, ...]


def existing(folder: Path, form: FormWorkbook) -> Existing:
    """Read a form's rows out of the call folder's table."""
    found = read_rows(form.table, open_table(folder, form.table.name))
    if found.unread:
        errors = tuple(one for one in found.problems if one.severity is Severity.ERROR)
        return Existing({}, (), (), "", errors)
    mine = [row for row in found.rows if _is_of(form, row)]
    files = tuple(dict.fromkeys(row.place.file for row in mine))
    others = {row.place.file for row in found.rows if not _is_of(form, row)}
    return Existing(
        {row.text(NUMBER.field): answered for row in mine if (answered := _answered(form, row))},
        files,
        tuple(file for file in files if file in others),
        _single(found),
        (),
    )


def _single(found: Rows) -> str:
    return "" if found.missing or found.place.file.endswith("/") else found.place.file


def _is_of(form: FormWorkbook, row: Row) -> bool:
    """Tell whether a row is one that the form asks for: application and people."""
    keys = [(at, one.field) for at, one in enumerate(form.columns) if one.field and not one.asks]
    mine = {tuple(str(values[at]) for at, _ in keys) for values in form.rows}
    return tuple(row.text(field) for _, field in keys) in mine


def _answered(form: FormWorkbook, row: Row) -> Answered:
    fields = (one.field for one in form.columns if one.asks and one.field)
    return {field: value for field in fields if (value := row.values.get(field)) is not None}


def differences(form: FormWorkbook, lying: Existing, answers: Answers) -> Iterator[Sentence]:
    """Say, cell by cell, where the answers are others than those that lie there."""
    for number in (form.number(row) for row in range(len(form.rows))):
        before, after = lying.rows.get(number, {}), answers.rows.get(number, {})
        for column in form.columns:
            old, new = before.get(column.field), after.get(column.field)
            if column.asks and old != new:
                yield sentence(
                    "{number}, «{heading}»: {old} ligger der, {new} er kommet",
                    number=number,
                    heading=column.heading,
                    old=written(old),
                    new=written(new),
                )


def in_the_way(form: FormWorkbook, lying: Existing, answers: Answers, file: str) -> Problem:
    """Say that something else lies there, where, and how it differs."""
    differ = list(differences(form, lying, answers))
    told = sentence(
        "{files} har andre svar på skjemaet, og blir ikke overskrevet: {what}.",
        files=enumerated(lying.files),
        what=enumerated(differ) if differ else sentence("der står ingen svar"),
    )
    return Problem(Place(file), told)
