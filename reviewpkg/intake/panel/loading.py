"""Load the call folder of a panel call for a step, or raise once with everything wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from reviewpkg.domain import conference_tables, panel_tables
from reviewpkg.domain.call import Grading, Scale
from reviewpkg.domain.panel import PanelCall, PanelReview
from reviewpkg.domain.screening import WITHOUT_BOUND, Screening
from reviewpkg.domain.steps import PanelStep
from reviewpkg.domain.tables import Table
from reviewpkg.intake.call_folder import CallFolder, opened
from reviewpkg.intake.files import Source
from reviewpkg.intake.panel import decisions
from reviewpkg.intake.panel.applications import PanelApplications, applications
from reviewpkg.intake.panel.call_file import PanelCallRead, read_panel_call
from reviewpkg.intake.panel.decisions import Places, any_error
from reviewpkg.intake.panel.experts import conflicts, experts
from reviewpkg.intake.panel.grading import grades, missing_grades, too_few_experts, too_few_grades
from reviewpkg.intake.panel.institutions import institutions, regions_without_anyone
from reviewpkg.intake.panel.near_misses import near_misses
from reviewpkg.intake.panel.scope import PanelScope
from reviewpkg.intake.people import People
from reviewpkg.intake.rows import Rows
from reviewpkg.problems import InputRejected, Place, Problem, in_order

TABLES = (
    "soknader",
    "partnere",
    "cv",
    "institusjoner",
    "fagutvalg",
    "inhabilitet",
    "karakterer",
    "samlet",
    "lederbeslutning",
)
_NO_CALL = PanelCallRead(None, None, None, ())
_NO_SCALE = Scale(Fraction(0), Fraction(0), Fraction(1))

Screen = Callable[[PanelReview], frozenset[str]]
"""Tell which applications pass K1; the rules are known to the caller, not here."""


@dataclass(frozen=True, slots=True)
class PanelLoaded:
    """Hold what a call folder gave: the review, the files it was read from, what was noticed.

    `missing` names tables that are not there; `rulings` are kept as rows until the ties are known.
    `too_few` gives the number of grades of each application that has fewer than the call asks for.
    """

    review: PanelReview
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    scope: PanelScope
    rulings: Rows
    too_few: Mapping[str, int]


def load_panel(folder: Path, step: PanelStep, screen: Screen) -> PanelLoaded:
    """Load everything that `step` builds on; raise InputRejected where anything is wrong."""
    loaded = survey(folder, step, screen)
    if isinstance(loaded, InputRejected):
        raise loaded
    if any_error(loaded.problems):
        raise InputRejected(loaded.problems)
    return loaded


def survey(folder: Path, step: PanelStep, screen: Screen) -> PanelLoaded | InputRejected:
    """Read the call folder as far as `step` needs, with all its problems.

    K2 reads who the experts are, K3 their grades and what the panel agreed on, K4 the rulings.
    """
    reader = opened(folder, TABLES)
    if isinstance(reader, InputRejected):
        return reader
    read = reader.call(read_panel_call, _NO_CALL)
    reader.problems += read.problems
    call = read.call or _nameless(read)
    found, review = _submitted(reader, call)
    reader.problems += regions_without_anyone(call.screening, review.eligible)
    sound = read.call is not None and not any_error(reader.problems)
    scope = PanelScope(found, screen(review) if sound else None)
    too_few: Mapping[str, int] = {}
    if step >= PanelStep.GRADING:
        people, review = _with_experts(reader, review, scope)
        if step >= PanelStep.MEETING and read.grading:
            review, too_few = _with_grades(reader, review, scope, people)
    rows = Rows(conference_tables.RULINGS, Place(conference_tables.RULINGS.name), (), ())
    if step >= PanelStep.RECOMMENDATION:
        rows = reader.table(conference_tables.RULINGS, required=False)
        reader.problems += decisions.rulings(rows, scope)[1]
    reader.problems += reader.unused()
    if read.call is None:
        return InputRejected(reader.problems)
    sources = tuple(sorted(reader.sources, key=lambda source: source.file))
    problems = in_order(reader.problems)
    return PanelLoaded(review, sources, problems, tuple(reader.missing), scope, rows, too_few)


def _submitted(reader: CallFolder, call: PanelCall) -> tuple[PanelApplications, PanelReview]:
    """Read what came in, and which institutions may apply (K1)."""
    bounds, in_force = call.screening, call.screening.criteria

    def rows(table: Table, *criteria: str) -> Rows:
        if any(criterion in in_force for criterion in criteria):
            return reader.table(table, required=True)
        return Rows(table, Place(table.name), (), (), missing=True)

    listed, faults = institutions(rows(panel_tables.institutions(bounds), "F5", "F7"))
    reader.problems += faults
    table = reader.table(panel_tables.applications(bounds), required=True)
    partners = rows(panel_tables.partners(bounds), "F7")
    found, faults = applications(table, partners, rows(panel_tables.cvs(bounds), "F9"), listed)
    reader.problems += faults
    reader.problems += near_misses(table, partners, listed, call)
    return found, PanelReview(call, found.in_order, listed.eligible)


def _with_experts(
    reader: CallFolder, review: PanelReview, scope: PanelScope
) -> tuple[People, PanelReview]:
    """Read who grades, and who is conflicted (K2)."""
    people, faults = experts(reader.table(panel_tables.EXPERTS, required=True))
    reader.problems += faults
    barred, faults = conflicts(
        reader.table(panel_tables.CONFLICTS, required=False), scope.applications, people
    )
    reader.problems += faults
    return people, replace(review, experts=people.committee.reviewers, conflicts=barred)


def _with_grades(
    reader: CallFolder, review: PanelReview, scope: PanelScope, people: People
) -> tuple[PanelReview, Mapping[str, int]]:
    """Read what the experts gave (K2), and what the panel agreed on if it has met (K3).

    Return with it how many grades each application has that has too few.
    """
    grading, least = review.call.grading, review.call.min_experts
    # Where nobody is left to grade nobody was asked to
    asked = scope.passed is None or bool(scope.taking_part(PanelStep.GRADING))
    table = reader.table(panel_tables.grades(grading), required=asked)
    given, faults = grades(table, scope, people, review.conflicts)
    reader.problems += faults
    faults = too_few_experts(people, least)
    reader.problems += faults
    too_few = too_few_grades(table, scope, least) if not faults else {}
    reader.problems += missing_grades(table, too_few, least)
    joint = reader.table(panel_tables.joint_grades(grading), required=False)
    agreed, faults = decisions.joint_grades(joint, scope)
    reader.problems += faults
    return replace(review, grades=given, joint_grades=agreed), too_few


def check_rulings(loaded: PanelLoaded, places: Mapping[str, Places]) -> PanelLoaded:
    """Check the chair's rulings against the ties; raise InputRejected where anything is wrong."""
    found, faults = decisions.rulings(loaded.rulings, loaded.scope, places)
    if any_error(faults):
        raise InputRejected([*loaded.problems, *faults])
    problems = in_order([*loaded.problems, *faults])
    return replace(loaded, review=replace(loaded.review, rulings=found), problems=problems)


def _nameless(read: PanelCallRead) -> PanelCall:
    """Stand in for a call whose file is at fault: the tables can be checked all the same."""
    return PanelCall(
        id="",
        title="",
        funder="",
        date=date.min,
        budget=0,
        grading=read.grading or Grading(_NO_SCALE, _NO_SCALE, ()),
        screening=read.screening or Screening(omitted=frozenset(WITHOUT_BOUND)),
        support_worthy_min=Fraction(0),
        priority_theme="",
        min_experts=0,
        experts_proposed=0,
    )
