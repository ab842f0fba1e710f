"""Find the sheet that holds a table, and the column of each field.

A heading may be in any of the languages, one in this and the next in that; what is said of a sheet
names the headings as the sheet has them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewpkg.domain.headings import every_heading, heading_in, heading_told
from reviewpkg.domain.tables import Column, Table
from reviewpkg.intake.cells import legible, shown
from reviewpkg.intake.names import nearest, plain, suggesting
from reviewpkg.intake.sheets import Cells, Sheet, letters
from reviewpkg.languages.language import Language
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import joined, quoted, sentence
from reviewpkg.problems import Problem, Severity

_ROWS_SEARCHED = 30


@dataclass(frozen=True, slots=True)
class Layout:
    """Tell where a sheet's table stands: the heading row, and each field's column from 0.

    `shown` are columns that only speak to a form's reader, `lost` the fields whose column is
    missing or in doubt.
    """

    header_row: int
    columns: Mapping[str, int]
    shown: tuple[int, ...]
    lost: frozenset[str]


def sheet_with(table: Table, sheets: Sequence[Sheet]) -> Sheet | None:
    """Return the first sheet with all the required headings, else the one with most of them.

    One with fewer than half of them holds something else. A hidden sheet counts only where no
    visible one will do.
    """
    for hidden in (False, True):
        candidates = [sheet for sheet in sheets if sheet.hidden is hidden]
        found = [_required_found(table, sheet.header()[1]) for sheet in candidates]
        if 2 * max(found, default=0) >= len(_required(table)):
            return candidates[found.index(max(found))]
    return None


def also_filled(table: Table, chosen: Sheet, sheets: Sequence[Sheet]) -> Iterator[Problem]:
    """Warn of further sheets that hold rows under the same headings."""
    everything = len(_required(table))
    for sheet in sheets:
        if sheet is chosen or sheet.hidden:
            continue
        row, headings = sheet.header()
        filled = any(number > row for number, _ in sheet.filled_rows())
        if filled and _required_found(table, headings) == everything:
            told = sentence(
                "arket er ikke lest, bare arket {name}; samle radene i ett ark.",
                name=quoted(chosen.name),
            )
            yield Problem(sheet.place, told, Severity.WARNING)


def no_headings(table: Table, sheets: Sequence[Sheet]) -> Problem:
    """Say that no sheet has the headings in its first row, and where they stand if elsewhere."""
    for sheet in sheets:
        for number, cells in sheet.filled_rows():
            if number > _ROWS_SEARCHED:
                break
            if _required_found(table, cells) == len(_required(table)):
                told = sentence(
                    "overskriftene står først i rad {row}; slett radene over dem.", row=number
                )
                return Problem(sheet.place, told)
    filled = [sheet for sheet in sheets if sheet.header()[0]]
    if not filled:
        told = sentence(
            "filen er tom; ventet overskriftene {headings} øverst.",
            headings=enumerated(quoted(heading_told(heading)) for heading in _headings(table)),
        )
        return Problem(sheets[0].place, told)
    row, cells = filled[0].header()
    told = sentence(
        "ventet overskriftene {headings} i første rad, fant {found}.",
        headings=enumerated(map(quoted, _headings(as_written(table, filled[0])))),
        found=shown(", ".join(cell for cell in cells if cell)),
    )
    return Problem(filled[0].place_of(row), told)


def _headings(table: Table) -> Iterator[str]:
    return (column.heading for column in table.columns if not column.optional)


def _normal(heading: str) -> str:
    return plain(heading).casefold()


def _required(table: Table) -> frozenset[str]:
    return frozenset(column.field for column in table.columns if not column.optional)


def _required_found(table: Table, headings: Cells) -> int:
    known = _known(table)
    found = {known[name].field for name in map(_normal, headings) if name in known}
    return len(_required(table) & found)


def _known(table: Table) -> dict[str, Column]:
    """Return the column that each heading stands for; what a table itself says goes first."""
    of_glossary = {
        _normal(heading): column
        for column in table.columns
        for heading in every_heading(column.heading)
    }
    return of_glossary | {_normal(column.heading): column for column in table.columns}


def _shown(table: Table) -> frozenset[str]:
    """Return the headings, in all languages, that only speak to a form's reader."""
    return frozenset(_normal(said) for heading in table.shown for said in every_heading(heading))


def as_written(table: Table, sheet: Sheet) -> Table:
    """Return the table with the headings that the sheet has; those it lacks are in its language.

    That is the language that most of its headings are in, the first of them where they are equal.
    """
    found = {_normal(heading) for heading in sheet.header()[1]}

    def spoken(language: Language) -> int:
        return sum(_normal(heading_in(language, one.heading)) in found for one in table.columns)

    most = max(Language, key=spoken)
    languages = (most, *(language for language in Language if language is not most))

    def written(column: Column) -> Column:
        said = [heading_in(language, column.heading) for language in languages]
        return replace(column, heading=next((it for it in said if _normal(it) in found), said[0]))

    return replace(table, columns=tuple(written(column) for column in table.columns))


def layout(table: Table, sheet: Sheet) -> tuple[Layout, list[Problem]]:
    """Return where the table's columns stand, and what is wrong with the headings."""
    row, headings = sheet.header()
    written = as_written(table, sheet).columns
    normal = [_normal(heading) for heading in headings]
    known = _known(table)
    columns: dict[str, int] = {}
    for at, name in enumerate(normal):
        if name in known:
            columns.setdefault(known[name].field, at)
    broken = [*_faulty_headings(sheet, row), *_merged_headings(sheet, row, columns)]
    fields = [known[name].field if name in known else "" for name in normal]
    counts = Counter(fields)
    repeated = [column for column in written if counts[column.field] > 1]
    faults = broken + [_repeated(sheet, row, column, fields) for column in repeated]
    absent = [one for one in written if one.field not in columns and not one.optional]
    if not broken:
        unknown = [name for name in normal if name and name not in known]
        faults += [_absent(sheet, row, column, unknown) for column in absent]
    free = [one for one in written if one.field not in columns]
    notices = _unknown_columns(table, sheet, free)
    reader_only = _shown(table)
    only_shown = tuple(at for at, name in enumerate(normal) if name in reader_only)
    doubtful = table.columns if broken else (*absent, *repeated)
    lost = frozenset(column.field for column in doubtful)
    return Layout(row, columns, only_shown, lost), [*faults, *notices]


def _faulty_headings(sheet: Sheet, row: int) -> Iterator[Problem]:
    for (at_row, column), told in sheet.faults.items():
        if at_row == row:
            yield Problem(sheet.place_of(row).at(letters(column)), told)


def _merged_headings(sheet: Sheet, row: int, columns: Mapping[str, int]) -> Iterator[Problem]:
    used = {at + 1 for at in columns.values()}
    for merge in sheet.merges:
        wide = range(merge.first_column, merge.last_column + 1)
        if merge.first_row <= row <= merge.last_row and not used.isdisjoint(wide):
            told = sentence(
                "cellene {cells} er slått sammen; del dem opp, med én overskrift i hver.",
                cells=str(merge),
            )
            yield Problem(sheet.place_of(row), told)


def _repeated(sheet: Sheet, row: int, column: Column, fields: Sequence[str]) -> Problem:
    places = (place for place, field in enumerate(fields, start=1) if field == column.field)
    told = sentence(
        "kolonnen {heading} står flere ganger ({columns}); behold bare én.",
        heading=quoted(column.heading),
        columns=enumerated(map(letters, places)),
    )
    return Problem(sheet.place_of(row), told)


def _absent(sheet: Sheet, row: int, column: Column, unknown: Sequence[str]) -> Problem:
    near = nearest(column.heading, unknown)
    written = next((one for one in sheet.header()[1] if near and _normal(one) == near), "")
    told = sentence("kolonnen {heading} mangler.", heading=quoted(column.heading))
    if written:
        hint = sentence("Er det den som heter {heading}?", heading=shown(written))
        told = joined((told, hint), between=" ")
    return Problem(sheet.place_of(row), told)


def _unknown_columns(table: Table, sheet: Sheet, free: Sequence[Column]) -> Iterator[Problem]:
    """Notice columns that are not read, but for those already suggested for a missing one.

    `free` are the columns that the sheet lacks.
    """
    row, headings = sheet.header()
    known = _shown(table).union(_known(table))
    absent = [one.heading for one in free if not one.optional]
    unknown = [heading for heading in headings if heading and _normal(heading) not in known]
    suggested = {nearest(heading, [_normal(one) for one in unknown]) for heading in absent}
    optional = [one.heading for one in free if one.optional]
    for heading in unknown:
        if _normal(heading) not in suggested:
            place = sheet.place_of(row).at(legible(heading).strip("«»"))
            near = nearest(plain(heading), optional)
            told = suggesting(sentence("kolonnen er ukjent og ikke lest."), near)
            yield Problem(place, told, Severity.WARNING if near else Severity.NOTICE)
    for at in _unnamed(sheet, row, headings):
        place = sheet.place_of(row).at(letters(at + 1))
        told = sentence("kolonnen har ingen overskrift og er ikke lest.")
        yield Problem(place, told, Severity.NOTICE)


def _unnamed(sheet: Sheet, row: int, headings: Cells) -> list[int]:
    width = max((len(cells) for cells in sheet.rows), default=0)
    blank = {at for at in range(width) if at >= len(headings) or not headings[at]}
    filled: set[int] = set()
    for number, cells in enumerate(sheet.rows[row:] if blank else (), start=row + 1):
        if number not in sheet.row_faults:
            filled.update(blank.intersection(at for at, cell in enumerate(cells) if cell))
    return sorted(filled)
