"""Draw and write the years of the panel's programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tools.demonstration.deliveries import USUAL, WINDOWS_CSV, Way, deliver, emptied, save
from tools.demonstration.panel.applications import draw_applications, withdraw_early, withdrawn
from tools.demonstration.panel.grades import draw_conflicts, draw_grades, draw_late_conflicts
from tools.demonstration.panel.meeting import draw_joint_grades, rule
from tools.demonstration.panel.records import PanelCall
from tools.demonstration.panel.standing import standings, tied_at_line
from tools.demonstration.panel.stock import MEETING, call_file, institutions, people, rules
from tools.demonstration.panel.tables import form, sheets
from tools.demonstration.streams import stream
from tools.demonstration.words import words

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

MEETING_STEP: Final = "K3"
ONE_DECIMAL: Final = Way("{table}-{sender}.csv", delimiter=";", encoding="cp1252", decimals=1)
COMMAS: Final = Way("{table} {sender}.csv", delimiter=",", encoding="utf-8-sig")
SEMICOLONS: Final = Way("{table}-{sender}.csv", delimiter=";", encoding="utf-8")
TABS: Final = Way("{table}-{sender}.csv", delimiter="\t", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Year:
    """Be one year's call: its seed, what happens in it, and how its tables are saved.

    `withdrawn_place` is that of the application withdrawn before the meeting, 0 where none is
    withdrawn; `late_place` that of the one with late conflicts, both in the order after K2.
    """

    name: str
    seed: int
    conflicts: int
    late_place: int
    withdrawn_place: int = 0
    tables: Mapping[str, Way] = field(default_factory=dict)
    experts: Mapping[str, Way] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the call's id, which its folder is called by."""
        return f"klinbeforsk-{self.name}"

    def stream(self, table: str) -> Random:
        """Return a table's own stream of random numbers."""
        return stream(f"{self.id} {table}", self.seed)


# The seeds are chosen among many. In 2024 two equals stand on either side of the funding line and
# two others do not, a joint grade crosses the threshold, and the theme moves applications both
# ways across the line; in 2023 the theme does too, and nobody is equal at the line.
YEARS: Final = (
    Year(
        "2024",
        seed=3435,
        conflicts=13,
        late_place=4,
        withdrawn_place=6,
        experts={
            "e2": ONE_DECIMAL,
            "e4": COMMAS,
            "e5": Way(as_text=True),
            "e7": Way("{table}-{sender} endelig versjon (2).xlsx"),
        },
    ),
    Year(
        "2023",
        seed=457,
        conflicts=4,
        late_place=3,
        tables={
            "soknader": SEMICOLONS,
            "partnere": WINDOWS_CSV,
            "cv": TABS,
            "institusjoner": COMMAS,
            "inhabilitet": WINDOWS_CSV,
            "samlet": ONE_DECIMAL,
        },
        experts={"e1": SEMICOLONS, "e2": WINDOWS_CSV, "e3": ONE_DECIMAL, "e5": COMMAS},
    ),
)


def draw(year: Year) -> PanelCall:
    """Return a year's call, drawn in the order in which things happen."""
    numbers, seats = rules(year.name), people(year.name)
    experts = [member.id for member in seats if not member.role]
    applications = draw_applications(year.stream("soknader"), year.name, numbers)
    if year.withdrawn_place:
        applications = withdraw_early(year.stream("trukket"), applications)
    conflicts = draw_conflicts(year.stream("inhabilitet"), applications, experts, year.conflicts)
    grades = draw_grades(year.stream("karakterer"), applications, experts, conflicts)
    order = standings(applications, grades, (), numbers)
    late = order[year.late_place - 1].number
    conflicts += draw_late_conflicts(year.stream("sent"), late, experts, grades, conflicts)
    if year.withdrawn_place:
        gone = order.pop(year.withdrawn_place - 1).number
        applications = withdrawn(applications, gone, MEETING_STEP)
    order.sort(key=lambda one: one.number)  # the panel writes its grades down by number
    joint = draw_joint_grades(
        year.stream("samlet"),
        order,
        grades,
        numbers,
        words(f"{year.id} samlet", year.seed, MEETING),
    )
    remaining = [one for one in applications if not one.withdrawn]
    tied = tied_at_line(standings(remaining, grades, joint, numbers), numbers)
    rulings = rule(tied, words(f"{year.id} lederbeslutning", year.seed, MEETING))
    return PanelCall(applications, seats, conflicts, grades, joint, rulings)


def write(folder: Path, year: Year, call: PanelCall) -> None:
    """Write a year's call folder, emptied first of what an earlier run left."""
    numbers = rules(year.name)
    emptied(folder)
    (folder / "call.toml").write_bytes(call_file(year.name).read_bytes())
    laid_out = sheets(year.stream("ark"), call, institutions().eligible, numbers)
    for table, sheet in laid_out.items():
        way = year.tables.get(table, USUAL)
        path = folder / f"{table}.{'csv' if way.encoding else 'xlsx'}"
        save(path, numbers.date, sheet, way)
    forms = emptied(folder / "karakterer")
    for member in sorted({grade.member for grade in call.grades}):
        deliver(forms, numbers.date, member, form(member, call.grades), year.experts)
