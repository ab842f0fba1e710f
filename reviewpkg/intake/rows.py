"""Read a declared table over all its files, and keep the place of every row."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reviewpkg.domain.tables import Table
from reviewpkg.intake.cells import Value
from reviewpkg.intake.files import TableFiles
from reviewpkg.intake.headings import also_filled, as_written, layout, no_headings, sheet_with
from reviewpkg.intake.sheet_rows import parse_rows
from reviewpkg.languages.sentence import plural_sentence
from reviewpkg.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Row:
    """Be one row: its place and its values by field, None where blank or unusable.

    `unusable` names the fields whose fault is already reported, `headings` gives the heading that
    the row's own file has for each field.
    """

    place: Place
    values: Mapping[str, Value | None]
    unusable: frozenset[str]
    headings: Mapping[str, str]

    def text(self, field: str) -> str:
        """Return a text value, blank where there is none."""
        value = self.values.get(field)
        return value if isinstance(value, str) else ""

    def usable(self, *fields: str) -> bool:
        """Tell whether all these fields hold what they should."""
        return self.unusable.isdisjoint(fields)


@dataclass(frozen=True, slots=True)
class Rows:
    """Be all rows of a table over all its files, and everything that was wrong with them.

    `missing` tells that the call folder has no such table, `unread` that some of it gave no rows.
    """

    table: Table
    place: Place
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    missing: bool = False
    unread: bool = False

    def at(self, row: Row, field: str) -> Place:
        """Return the place of a row's cell."""
        return row.place.at(row.headings[field])

    def complete(self, *fields: str) -> bool:
        """Tell whether every row is here, with these fields as they should be.

        Only then does something that is not in the table not exist.
        """
        there = not (self.missing or self.unread)
        return there and all(row.usable(*fields) for row in self.rows)


def read_rows(table: Table, files: TableFiles) -> Rows:
    """Parse every file of a table by its declaration."""
    rows: list[Row] = []
    problems = list(files.problems)
    seen: dict[frozenset[Hashable], str] = {}
    unread = files.unread
    for opened in files.opened:
        if not opened.sheets:
            continue
        sheet = sheet_with(table, opened.sheets)
        if sheet is None:
            problems.append(no_headings(table, opened.sheets))
            unread = True
            continue
        written = as_written(table, sheet)
        headings = MappingProxyType({one.field: one.heading for one in written.columns})
        found, faults = layout(table, sheet)
        parsed = parse_rows(written, sheet, found)
        content = frozenset(one.content for one in parsed.rows)
        if content and content in seen:
            problems.append(_same_rows(sheet.file, seen[content], len(parsed.rows)))
            continue
        seen[content] = sheet.file
        rows += [Row(one.place, one.values, one.unusable, headings) for one in parsed.rows]
        problems += [*faults, *parsed.problems, *also_filled(table, sheet, opened.sheets)]
        unread = unread or bool(found.lost) or parsed.lost
    return Rows(table, files.place, tuple(rows), tuple(problems), files.missing, unread)


def _same_rows(file: str, other: str, count: int) -> Problem:
    told = plural_sentence(
        "filen har den samme raden som {other}; fjern den ene.",
        "filen har de samme {count} radene som {other}; fjern den ene.",
        count,
        other=other,
    )
    return Problem(Place(file), told)
