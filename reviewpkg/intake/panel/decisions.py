"""Read what the panel agreed on and what its chair ruled: `samlet` (K3), `lederbeslutning` (K4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import JointGrade
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.ballots import whole
from reviewpkg.intake.cells import shown
from reviewpkg.intake.panel.scope import PanelScope
from reviewpkg.intake.repeats import application_repeated, keep_one, repeat_problems
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Places:
    """Be the places, first to last, that an application and its equals take up together."""

    first: int
    last: int


def joint_grades(table: Rows, scope: PanelScope) -> tuple[tuple[JointGrade, ...], list[Problem]]:
    """Return the grades that the panel agreed on; a blank grade sets none (K3)."""
    given = [row for row in table.rows if row.values["grade"] is not None]
    rows, problems = _once(table, given, scope, PanelStep.MEETING)
    found = (
        JointGrade(number, grade, row.text("reason"))
        for number, row in rows.items()
        if isinstance(grade := row.values["grade"], Fraction)
    )
    return tuple(found), problems


def _once(
    table: Rows, rows: Iterable[Row], scope: PanelScope, step: PanelStep
) -> tuple[dict[str, Row], list[Problem]]:
    """Keep the rows about applications that take part in `step`, each once."""
    kept: dict[str, Row] = {}
    repeats: list[tuple[Row, Row]] = []
    problems: list[Problem] = []
    for row in rows:
        number = row.text("project_number")
        fault = scope.row_fault(table, row, step)
        if fault:
            problems.append(fault)
        elif number in kept:
            repeats.append((row, kept[number]))
        elif number:
            kept[number] = row
    problems += repeat_problems(
        repeats,
        lambda row: table.at(row, "project_number"),
        application_repeated,
        keep_one,
    )
    return kept, problems


def rulings(
    table: Rows, scope: PanelScope, places: Mapping[str, Places] | None = None
) -> tuple[tuple[Ruling, ...], list[Problem]]:
    """Return the chair's rulings, and what is wrong with them (D20).

    `places` tells where each support-worthy application and its equals stand, None where that is
    not known yet. A ruling orders equals among themselves and nothing else.
    """
    rows, problems = _once(table, table.rows, scope, PanelStep.RECOMMENDATION)
    problems += _misplaced(table, rows, places) if places is not None else ()
    found = (
        Ruling(number, place, row.text("reason"))
        for number, row in rows.items()
        if (place := whole(row, "place")) is not None
    )
    return tuple(found), problems


def _misplaced(
    table: Rows, rows: Mapping[str, Row], places: Mapping[str, Places]
) -> Iterator[Problem]:
    taken: dict[int, Row] = {}
    for number, row in rows.items():
        place, own = whole(row, "place"), places.get(number)
        if own is None:
            told = sentence(
                "søknaden {number} er ikke støtteverdig og har ingen plass i innstillingen.",
                number=shown(number),
            )
            yield Problem(table.at(row, "project_number"), told)
        elif own.first == own.last:
            told = sentence(
                "søknaden {number} står ikke likt med noen; en beslutning kan bare ordne søknader "
                "som står likt.",
                number=shown(number),
            )
            yield Problem(table.at(row, "project_number"), told)
        elif place is None:
            continue
        elif not own.first <= place <= own.last:
            told = sentence(
                "ventet en plass fra {first} til {last}, de som {number} står likt på, fant "
                "{found}.",
                first=own.first,
                last=own.last,
                number=shown(number),
                found=shown(str(place)),
            )
            yield Problem(table.at(row, "place"), told)
        elif place in taken:
            told = sentence(
                "plass {place} kan ikke gis til {number}; den er gitt til {other}.",
                place=place,
                number=shown(number),
                other=shown(taken[place].text("project_number")),
            )
            yield Problem(table.at(row, "place"), told)
        else:
            taken[place] = row


def any_error(problems: Iterable[Problem]) -> bool:
    """Tell whether anything keeps the input from being used."""
    return any(problem.severity is Severity.ERROR for problem in problems)
