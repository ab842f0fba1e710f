"""Read the conference's tables cell by cell where nothing can be decided yet that they are about.

Whoever has a fault in an earlier table hears of these at once, and not one round of corrections
after the other. What a row says of applications and people is not looked at: that it is wrong may
be no fault of its own.
"""

from __future__ import annotations

from pathlib import Path

from reviewpkg.domain import conference_tables as declared
from reviewpkg.domain import tables
from reviewpkg.domain.steps import Step
from reviewpkg.intake.ballots import beyond_all
from reviewpkg.intake.call_file import CallRead, read_call
from reviewpkg.intake.call_folder import opened
from reviewpkg.intake.conference_loading import before_the_ballots
from reviewpkg.intake.files import open_table
from reviewpkg.intake.rows import read_rows
from reviewpkg.problems import InputRejected, Problem


def later_faults(folder: Path, step: Step) -> tuple[Problem, ...]:
    """Return what is wrong with the cells of the tables of 1.4 to 2.6 that `step` builds on.

    There is nothing to say where the call file does not tell the scales of the grades.
    """
    reader = opened(folder)
    if isinstance(reader, InputRejected):
        return ()
    read = reader.call(read_call, CallRead(None, routine=False))
    if not read.routine or read.grading is None:
        return ()
    reader.problems.clear()
    for table, from_step in before_the_ballots(read.grading):
        if step >= from_step:
            reader.table(table, required=False)
    if step < Step.RANKING:
        return tuple(reader.problems)
    by_row = [
        reader.table(table, required=False)
        for table in (declared.BALLOTS, declared.USER_PLACES, declared.RULINGS)
    ]
    listed = read_rows(tables.APPLICATIONS, open_table(folder, tables.APPLICATIONS.name))
    sure = not (listed.missing or listed.unread)
    beyond = beyond_all(by_row, len(listed.rows)) if sure else ()
    return (*reader.problems, *beyond)
