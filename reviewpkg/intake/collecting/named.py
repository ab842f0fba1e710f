"""Hold what a returned form says that an application is called against what it was sent out with.

Whoever sorts the column of numbers alone, or types in it, moves answers to other applications; what
stands beside the numbers gives that away.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.domain.headings import every_heading, heading_in
from reviewpkg.domain.panel_tables import INSTITUTION
from reviewpkg.domain.tables import APPLICANT, NUMBER, TITLE
from reviewpkg.intake.cells import shown
from reviewpkg.intake.collecting.returned import Returned
from reviewpkg.intake.names import plain
from reviewpkg.intake.sheet_rows import ParsedRow
from reviewpkg.intake.sheets import Sheet
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.languages.visible import visible
from reviewpkg.problems import Problem, Severity


def misnamed(
    form: FormWorkbook, returned: Returned, sheet: Sheet, rows: Iterable[ParsedRow]
) -> Iterator[Problem]:
    """Refuse rows that call an application what the form called it not, one message a row.

    A form on another basis may have been sent out before a title was corrected: there only the
    title of another application is refused, and any other one is warned of.
    """
    same = form.identity is not None and returned.identity.basis == form.identity.basis
    numbers = [form.number(row) for row in range(len(form.rows))]
    told_of: set[int] = set()
    parsed = [(row, row.values.get(NUMBER.field)) for row in rows]
    for heading in (TITLE, APPLICANT, INSTITUTION) if same else (TITLE,):
        at, place = _on_form(form, heading), _in_sheet(sheet, heading)
        if at is None or place is None:
            continue
        names = {number: form.rows[row][at] for row, number in enumerate(numbers)}
        seen = {number: _seen(str(name)) for number, name in names.items()}
        for row, number in parsed:
            cells = sheet.rows[row.place.row - 1]
            found = cells[place] if place < len(cells) else ""
            if number not in seen or not found or row.place.row in told_of:
                continue
            if _seen(found) != seen[str(number)]:
                told_of.add(row.place.row)
                sure = same or _seen(found) in seen.values()
                told = _other_name(str(number), str(names[str(number)]), found)
                severity = Severity.ERROR if sure else Severity.WARNING
                yield Problem(row.place.at(sheet.header()[1][place]), told, severity)


def _other_name(number: str, name: str, found: str) -> Sentence:
    return sentence(
        "her står {found}, men for {number} viser skjemaet {name}; svarene på raden kan høre til "
        "en annen søknad.",
        found=shown(found),
        number=shown(number),
        name=shown(name),
    )


def _on_form(form: FormWorkbook, heading: str) -> int | None:
    said = heading_in(form.language, heading)
    return next((at for at, one in enumerate(form.columns) if one.heading == said), None)


def _in_sheet(sheet: Sheet, heading: str) -> int | None:
    said = {_seen(one).casefold() for one in every_heading(heading)}
    headings = sheet.header()[1]
    return next((at for at, one in enumerate(headings) if _seen(one).casefold() in said), None)


def _seen(text: str) -> str:
    """Return a name as the eye takes it, however its spaces and letters were saved."""
    return plain(unicodedata.normalize("NFKC", visible(text)))
