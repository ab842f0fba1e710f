"""Return the grading forms as reviewers do: most as they got them, some in ways of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tools.demonstration.deliveries import emptied
from tools.demonstration.sheets import Cell, Sheet, write_csv, write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from tools.demonstration.records import Application, Grade

HEADINGS: Final = (
    "Prosjektnummer",
    "Prosjektnavn",
    "Søkerorganisasjon",
    "Medlem",
    "Relevans",
    "Forskningskvalitet",
    "Gjennomførbarhet",
    "Totalkarakter",
    "Kommentar",
)
NOTES: Final = "Egne notater"
GUIDANCE: Final = (
    "Karakterskjema, trinn 1.1",
    "Gi hvert kriterium fra 0 til 2 og søknaden en totalkarakter fra 1 til 7.",
    "Vurder søknadene uavhengig av makkeren din.",
)


@dataclass(frozen=True, slots=True)
class Habit:
    """Be how one reviewer returns the form.

    `order` places the headings anew and may leave some out; `retyped` replaces headings as typed
    by hand. `as_text` and `blank_every` concern the cells, the rest the file.
    """

    file: str = "{member}.xlsx"
    sheet: str = "Karakterer"
    order: tuple[str, ...] = HEADINGS
    retyped: tuple[tuple[str, str], ...] = ()
    best_first: bool = False
    as_text: bool = False
    blank_every: int = 0
    blank_rows_above: int = 0
    guidance: tuple[str, ...] = ()
    delimiter: str = ""
    encoding: str = ""


WITHOUT_NAMES: Final = tuple(
    heading for heading in HEADINGS if heading not in ("Prosjektnavn", "Søkerorganisasjon")
)
WINDOWS_CSV: Final = Habit(
    file="{member}.csv", order=WITHOUT_NAMES, delimiter=";", encoding="cp1252"
)
HABITS: Final[Mapping[str, Habit]] = {
    "m02b": WINDOWS_CSV,
    "m03b": Habit(guidance=GUIDANCE),
    "m04a": Habit(
        file="Karakterer m04a.csv", order=WITHOUT_NAMES, delimiter=",", encoding="utf-8-sig"
    ),
    "m05a": Habit(
        order=("Medlem", "Prosjektnummer", "Totalkarakter", *HEADINGS[4:7], "Kommentar", NOTES)
    ),
    "m06a": WINDOWS_CSV,
    "m07b": Habit(
        sheet="Ark1",
        retyped=(("Prosjektnummer", "prosjektnummer "), ("Totalkarakter", "TOTALKARAKTER")),
        best_first=True,
    ),
    "m08a": Habit(as_text=True, blank_every=9),
    "m09b": WINDOWS_CSV,
    "m10a": Habit(file="m10a endelig versjon (2).xlsx"),
    "m11a": Habit(blank_rows_above=2),
    "m12b": Habit(order=HEADINGS[:-1]),
}
USUAL: Final = Habit()
PROMISING: Final = 6


def write_forms(
    folder: Path, created: date, applications: Sequence[Application], grades: Sequence[Grade]
) -> None:
    """Write one file per reviewer into the folder, emptied first of what an earlier run left."""
    emptied(folder)
    by_number = {application.number: application for application in applications}
    for member in sorted({grade.member for grade in grades}):
        own = [grade for grade in grades if grade.member == member]
        habit = HABITS.get(member, USUAL)
        sheet = lay_out(habit, own, by_number)
        path = folder / habit.file.format(member=member)
        if habit.encoding:
            write_csv(path, sheet, delimiter=habit.delimiter, encoding=habit.encoding)
        else:
            write_workbook(path, created, sheet, habit.guidance)


def lay_out(
    habit: Habit, grades: Sequence[Grade], applications: Mapping[str, Application]
) -> Sheet:
    """Return a reviewer's grades as the sheet that the reviewer's habit makes of them."""
    if habit.best_first:
        grades = sorted(grades, key=lambda grade: (-grade.total, grade.number))
    rows: list[list[Cell]] = []
    for place, grade in enumerate(grades, start=1):
        cells = cells_of(grade, applications[grade.number])
        row = [cells.get(heading) for heading in habit.order]
        rows.append([as_text(cell) for cell in row] if habit.as_text else row)
        if habit.blank_every and place % habit.blank_every == 0:
            rows.append([])
    retyped = dict(habit.retyped)
    return Sheet(
        headings=[retyped.get(heading, heading) for heading in habit.order],
        rows=rows,
        name=habit.sheet,
        blank_rows_above=habit.blank_rows_above,
    )


def as_text(cell: Cell) -> str:
    """Return a cell as one that was formatted as text before the grade was typed."""
    return "" if cell is None else str(cell)


def cells_of(grade: Grade, application: Application) -> dict[str, Cell]:
    """Return a row's cells by heading."""
    values: tuple[Cell, ...] = (
        grade.number,
        application.title,
        application.organisation,
        grade.member,
        *grade.scores,
        grade.total,
        grade.comment,
    )
    return {
        **dict(zip(HEADINGS, values, strict=True)),
        NOTES: "Les på nytt før konferansen" if grade.total >= PROMISING else None,
    }
