"""Report rows that say again what another row has said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from reviewpkg.intake.cells import shown
from reviewpkg.intake.names import letters
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.problems import Place, Problem, Severity

MOST_TOLD_APART = 3

Sentence: TypeAlias = Callable[[Row, str], str]


def repeat_problems(
    repeats: Sequence[tuple[Row, Row]],
    place_of: Callable[[Row], Place],
    one: Sentence,
    many: str,
) -> list[Problem]:
    """Report each row that repeats an earlier one, `repeats` being (row, earlier row).

    `one` says it of a row, given where the earlier one stands. Where more than a few rows of a
    file repeat those of another, as when the same form came twice, `many` says it once of them all.
    """
    by_files: dict[tuple[str, str], list[tuple[Row, Row]]] = {}
    for row, earlier in repeats:
        by_files.setdefault((row.place.file, earlier.place.file), []).append((row, earlier))
    problems = []
    for (file, other), rows in by_files.items():
        for row, earlier in rows:
            if len(rows) > MOST_TOLD_APART:
                where = "lenger oppe i filen" if other == file else f"i {other}"
                problems.append(Problem(row.place, many.format(where)))
            else:
                where = f"i {other}, rad {earlier.place.row}"
                problems.append(Problem(place_of(row), one(row, where)))
    return problems


def look_alikes(table: Rows) -> Iterator[Problem]:
    """Warn of two applications whose numbers differ in case, spaces or signs alone."""
    first: dict[str, str] = {}
    for row in table.rows:
        number = row.text("project_number")
        other = first.setdefault(letters(number) or number, number)
        if number and other != number:
            sentence = (
                f"{shown(number)} skiller seg fra {shown(other)} bare i skrivemåten; er det samme "
                "søknad, må én av radene bort."
            )
            yield Problem(table.at(row, "project_number"), sentence, Severity.WARNING)
