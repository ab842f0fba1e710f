"""Make the demonstration calls from the project's root: `python -m tools.demonstration [FOLDER]`.

The call folders are made in `input` unless another folder is given. The same program makes the
same bytes every time: every draw has a seed, nothing reads the clock, and each table draws from a
stream of its own, so that a new table leaves the old ones as they are.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from reviewpkg.intake.loading import load_round_1
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.step_0_screening import failing
from tools.demonstration.applications import draw_applications
from tools.demonstration.conference import hold
from tools.demonstration.conference_files import write_conference
from tools.demonstration.conflicts import (
    draw_substituted,
    draw_unsubstituted,
    standing_after_grading,
    withdraw_early,
    withdraw_late,
)
from tools.demonstration.grades import draw_grades
from tools.demonstration.panel import years
from tools.demonstration.people import draw_committee, draw_user_representatives
from tools.demonstration.records import KS, Application, Conflict, Grade, Member
from tools.demonstration.remarks import comment
from tools.demonstration.returned import write_forms
from tools.demonstration.streams import stream
from tools.demonstration.tables import (
    write_applications,
    write_call,
    write_committee,
    write_conflicts,
    write_user_representatives,
)

CALL_FOLDERS: Final = Path(__file__).parents[2] / "input"
TWO_ROUND: Final = "dam-forskning-2019"
CALL_DATE: Final = date(2019, 11, 20)
# Chosen among many so that every line of 1.2 falls among equals: the demonstration shows each rule
GRADES_SEED: Final = 193795
# Chosen among many so that in KS ties stand on the budget line and at both edges of the ranking
# pool, and the late conflicts of interest fall into it
CONFERENCE_SEED: Final = 648
# Chosen among many so that in Annet a tie in mean points falls on the line, for the user
# representatives' place to break, and the chair's ruling takes one in KS across it
RANKING_SEED: Final = 2065
# The call file's example of a move: the best application of a pair with few among the selected
EXAMPLE_PAIR: Final = "P11"
SELECTED_KS: Final = 83


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Be the call as it stands after 1.1."""

    applications: list[Application]
    committee: list[Member]
    user_representatives: list[Member]
    conflicts: list[Conflict]
    grades: list[Grade]
    standing: dict[str, list[str]]


def main(arguments: list[str]) -> None:
    """Write the call folders into the folder that the first argument names, or the shipped ones."""
    folders = Path(arguments[0]) if arguments else CALL_FOLDERS
    folder = folders / TWO_ROUND
    write(folder, draw(GRADES_SEED))
    decided = round_1.run(load_round_1(folder, failing).review)
    held = hold(decided, CONFERENCE_SEED, RANKING_SEED)
    write_conference(folder, CALL_DATE, decided, held)
    for year in years.YEARS:
        years.write(folders / year.id, year, years.draw(year))


def draw(grades_seed: int) -> Demonstration:
    """Return the call, drawn in the order in which things happen."""
    committee = draw_committee()
    pairs = sorted({member.pair for member in committee if member.pair})
    applications = draw_applications(stream("soknader"), pairs)
    conflicts = draw_substituted(stream("inhabilitet"), applications, committee)
    applications = withdraw_early(stream("trukket"), applications, conflicts)
    grades = draw_grades(stream("karakterer", grades_seed), applications, committee, conflicts)
    standing = standing_after_grading(applications, grades)
    conflicts += draw_unsubstituted(
        stream("inhabilitet uten"), applications, committee, conflicts, standing
    )
    return Demonstration(
        applications=withdraw_late(applications, standing),
        committee=committee,
        user_representatives=draw_user_representatives(),
        conflicts=conflicts,
        grades=comment(stream("kommentarer"), grades),
        standing=standing,
    )


def write(folder: Path, call: Demonstration) -> None:
    """Write the call file and the tables of 1.1."""
    folder.mkdir(parents=True, exist_ok=True)
    write_call(folder / "call.toml", CALL_DATE, example(call))
    write_applications(folder / "soknader.xlsx", CALL_DATE, call.applications)
    write_committee(folder / "fagutvalg.xlsx", CALL_DATE, call.committee)
    write_user_representatives(
        folder / "brukerrepresentanter.xlsx", CALL_DATE, call.user_representatives
    )
    write_conflicts(folder / "inhabilitet.xlsx", CALL_DATE, call.conflicts)
    write_forms(folder / "karakterer", CALL_DATE, call.applications, call.grades)


def example(call: Demonstration) -> str:
    """Return the application that the call file's example brings back in."""
    pair_of = {application.number: application.pair for application in call.applications}
    rejected = call.standing[KS][SELECTED_KS:]
    return next(number for number in rejected if pair_of[number] == EXAMPLE_PAIR)


if __name__ == "__main__":
    main(sys.argv[1:])
