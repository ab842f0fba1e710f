"""Load a call folder for a step, or raise once with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from reviewpkg.domain import tables
from reviewpkg.domain.applications import Review
from reviewpkg.domain.call import Grading, Scale
from reviewpkg.domain.people import Committee
from reviewpkg.domain.screening import Screening
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import TwoRoundCall
from reviewpkg.intake.applications import (
    Applications,
    applications,
    empty_areas,
    unknown_application,
)
from reviewpkg.intake.call_file import CallRead, read_call
from reviewpkg.intake.call_folder import TWO_ROUND_TABLES, CallFolder, opened
from reviewpkg.intake.call_tables import call_problem
from reviewpkg.intake.cells import shown
from reviewpkg.intake.conflicts import conflicts
from reviewpkg.intake.delivery import undelivered, undelivered_problems
from reviewpkg.intake.files import Source
from reviewpkg.intake.formal import Screen, screened
from reviewpkg.intake.grading import assessors, grades
from reviewpkg.intake.people import People, people
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import InputRejected, Problem, Severity, in_order

_NOBODY = People(Committee(()), members_known=False, pairs_known=False)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hold what a call folder gave: the review, the files it was read from, who is awaited.

    `undelivered` maps a member to the applications whose grade has not come (1.1).
    """

    review: Review
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    undelivered: dict[str, tuple[str, ...]]
    missing: tuple[str, ...]


def load_screening(folder: Path, screen: Screen) -> Loaded:
    """Load what is screened before 1.1; raise InputRejected where anything is wrong."""
    return _accepted(survey_screening(folder, screen))


def load_round_1(folder: Path, screen: Screen) -> Loaded:
    """Load everything that round 1 decides from; raise InputRejected where anything is wrong."""
    return _accepted(survey(folder, screen, graded=True))


def load_forms(folder: Path, screen: Screen) -> Loaded:
    """Load what the grading forms need: no grades; raise InputRejected where anything is wrong."""
    return _accepted(survey(folder, screen, graded=False))


def _accepted(loaded: Loaded | InputRejected) -> Loaded:
    if isinstance(loaded, InputRejected):
        raise loaded
    if any(problem.severity is Severity.ERROR for problem in loaded.problems):
        raise InputRejected(loaded.problems)
    return loaded


def survey_screening(folder: Path, screen: Screen) -> Loaded | InputRejected:
    """Read the call file and the applications alone, as `survey` reads the whole folder."""
    reader = opened(folder, TWO_ROUND_TABLES)
    if isinstance(reader, InputRejected):
        return reader
    read = _call(reader)
    if not read.routine:
        return InputRejected(reader.problems)
    found = _applications(reader, read, _NOBODY, screen)
    return _gathered(reader, read, _review(read, found, _NOBODY), {})


def survey(folder: Path, screen: Screen, *, graded: bool) -> Loaded | InputRejected:
    """Read the whole call folder and return what it holds together with all its problems.

    Without a usable call file there is no review: InputRejected is returned, with whatever else
    could be found wrong. `screen` tells who fails the call's formal criteria, where it has any.
    """
    reader = opened(folder, TWO_ROUND_TABLES)
    if isinstance(reader, InputRejected):
        return reader
    read = _call(reader)
    if not read.routine:
        return InputRejected(reader.problems)
    who, faults = people(
        reader.table(tables.COMMITTEE, required=True),
        reader.table(tables.USER_REPRESENTATIVES, required=False),
    )
    reader.problems += faults
    found = _applications(reader, read, who, screen)
    reader.problems += _wrong_moves(read, found)
    barred, faults = conflicts(reader.table(tables.CONFLICTS, required=False), found, who)
    reader.problems += faults
    review = replace(_review(read, found, who), conflicts=barred.conflicts)
    waiting: dict[str, tuple[str, ...]] = {}
    if graded and read.grading:
        rows = reader.table(tables.grades(read.grading), required=True)
        graders = assessors(review, found, who, barred)
        given, faults = grades(rows, found, who, graders)
        reader.problems += faults
        waiting = undelivered(given, graders)
        reader.problems += undelivered_problems(rows, waiting, graders, found, who)
        review = replace(review, grades=given)
    return _gathered(reader, read, review, waiting)


def _call(reader: CallFolder) -> CallRead:
    read = reader.call(read_call, CallRead(None, routine=False))
    reader.problems += read.problems
    return read


def _applications(reader: CallFolder, read: CallRead, who: People, screen: Screen) -> Applications:
    """Read what is applied for, and mark those that fail the formal criteria."""
    asked = Screening() if read.in_doubt else read.screening
    rows = reader.table(tables.applications(asked), required=True)
    found, faults = applications(rows, read.areas, who)
    reader.problems += faults
    reader.problems += empty_areas(read.areas, rows)
    if read.in_doubt:
        return replace(found, unsure=frozenset(found.by_number))
    return screened(found, rows, read.screening, screen)


def _review(read: CallRead, found: Applications, who: People) -> Review:
    return Review(
        read.call or _nameless(read),
        who.committee,
        found.kept(rejected=False),
        formally_rejected=found.kept(rejected=True),
    )


def _gathered(
    reader: CallFolder, read: CallRead, review: Review, waiting: dict[str, tuple[str, ...]]
) -> Loaded | InputRejected:
    reader.problems += reader.unused()
    if read.call is None:
        return InputRejected(reader.problems)
    return Loaded(
        review,
        tuple(sorted(reader.sources, key=lambda source: source.file)),
        in_order(reader.problems),
        waiting,
        tuple(reader.missing),
    )


def _wrong_moves(read: CallRead, found: Applications) -> Iterator[Problem]:
    """Check that the adjustments' applications exist and still take part (1.2.9)."""
    for key, number in read.moves:
        application = found.by_number.get(number)
        if application is None and found.known:
            yield call_problem(key, unknown_application(number, found.ids))
        elif number in found.rejected:
            told = sentence(
                "søknaden {number} er avvist på formelle krav og kan ikke flyttes; fjern "
                "justeringen.",
                number=shown(number),
            )
            yield call_problem(key, told)
        elif application is not None and application.withdrawn_at(Step.SELECTION):
            told = sentence(
                "søknaden {number} er trukket; justeringen har ingen virkning.",
                number=shown(number),
            )
            yield call_problem(key, told, Severity.WARNING)


def _nameless(read: CallRead) -> TwoRoundCall:
    """Stand in for a call whose file is at fault: the tables can be checked all the same."""
    none = Scale(Fraction(0), Fraction(0), Fraction(1))
    return TwoRoundCall("", "", "", date.min, 0, read.grading or Grading(none, none, ()), ())
