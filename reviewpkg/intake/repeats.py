"""Report rows that say again what another row has said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from reviewpkg.intake.cells import shown
from reviewpkg.intake.names import letters
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Place, Problem, Severity

MOST_TOLD_APART = 3

OfRow: TypeAlias = Callable[[Row, Sentence], Sentence]
OfFile: TypeAlias = Callable[[Sentence], Sentence]


def repeat_problems(
    repeats: Sequence[tuple[Row, Row]],
    place_of: Callable[[Row], Place],
    one: OfRow,
    many: OfFile,
) -> list[Problem]:
    """Report each row that repeats an earlier one, `repeats` being (row, earlier row).

    `one` says it of a row, given where the earlier one stands. Where more than a few rows of a
    file repeat those of another, as when the same form came twice, `many` says it once of them all,
    given the file.
    """
    by_files: dict[tuple[str, str], list[tuple[Row, Row]]] = {}
    for row, earlier in repeats:
        by_files.setdefault((row.place.file, earlier.place.file), []).append((row, earlier))
    problems = []
    for (file, other), rows in by_files.items():
        for row, earlier in rows:
            if len(rows) > MOST_TOLD_APART:
                higher = sentence("lenger oppe i filen")
                where = higher if other == file else sentence("i {file}", file=other)
                problems.append(Problem(row.place, many(where)))
            else:
                at = earlier.place.row
                where = sentence("i {file}, rad {row}", file=other, row=at)
                problems.append(Problem(place_of(row), one(row, where)))
    return problems


def application_repeated(row: Row, where: Sentence) -> Sentence:
    """Say that a row's application stands in an earlier row too."""
    number = shown(row.text("project_number"))
    return sentence("søknaden {number} står allerede {where}.", number=number, where=where)


def applications_repeated(where: Sentence) -> Sentence:
    """Say of many rows that their applications stand in an earlier file too."""
    return sentence("søknaden står allerede {where}.", where=where)


def keep_one(where: Sentence) -> Sentence:
    """Say of many rows that their applications stand twice where only one row counts."""
    return sentence("søknaden står allerede {where}; behold bare raden som gjelder.", where=where)


def conflict_repeated(row: Row, where: Sentence) -> Sentence:
    """Say that a row's conflict of interest stands in an earlier row too."""
    return sentence(
        "{member} er allerede ført som inhabil på {number} {where}.",
        member=shown(row.text("member")),
        number=shown(row.text("project_number")),
        where=where,
    )


def conflicts_repeated(where: Sentence) -> Sentence:
    """Say of many rows that their conflicts of interest stand in an earlier file too."""
    return sentence("samme medlem er allerede ført som inhabil på søknaden {where}.", where=where)


def grade_repeated(row: Row, where: Sentence) -> Sentence:
    """Say that a row's grade stands in an earlier row too."""
    return sentence(
        "{member} har allerede gitt karakter på {number} {where}.",
        member=shown(row.text("member")),
        number=shown(row.text("project_number")),
        where=where,
    )


def grades_repeated(where: Sentence) -> Sentence:
    """Say of many rows that their grades stand in an earlier file too."""
    return sentence(
        "samme medlem har allerede gitt karakter på søknaden {where}; behold bare den som gjelder.",
        where=where,
    )


def look_alikes(table: Rows) -> Iterator[Problem]:
    """Warn of two applications whose numbers look the same but for case, spaces or signs."""
    first: dict[str, str] = {}
    for row in table.rows:
        number = row.text("project_number")
        other = first.setdefault(letters(number) or number, number)
        if number and other != number:
            told = sentence(
                "{number} skiller seg fra {other} bare i skrivemåten; er det samme søknad, må én "
                "av radene bort.",
                number=shown(number),
                other=shown(other),
            )
            yield Problem(table.at(row, "project_number"), told, Severity.WARNING)
