"""Load the tables of the conference up to a step, or raise once with everything that is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewpkg.domain import conference_tables as declared
from reviewpkg.domain import tables
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.domain.tables import Table
from reviewpkg.intake import ballots, conference
from reviewpkg.intake.ballots import PoolBallots
from reviewpkg.intake.call_folder import CallFolder
from reviewpkg.intake.files import Source
from reviewpkg.intake.rows import Rows
from reviewpkg.intake.scope import Scope
from reviewpkg.problems import InputRejected, Place, Problem, Severity, in_order


@dataclass(frozen=True, slots=True)
class RankingRows:
    """Be the rows of 2.6, kept with their places until the pools they are about are known."""

    ballots: Rows
    user_places: Rows
    rulings: Rows


@dataclass(frozen=True, slots=True)
class ConferenceLoaded:
    """Hold what the conference's tables gave; `ranking` is None before 2.6.

    `missing` names the tables that the call folder does not have.
    """

    conference: Conference
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    ranking: RankingRows | None


def load_conference(folder: Path, scope: Scope, step: Step) -> ConferenceLoaded:
    """Load every table that `step` builds on; raise InputRejected where anything is wrong.

    What has come in for later steps is not looked at. Ballots and rulings are checked apart, when
    the pools are known.
    """
    reader = CallFolder(folder)
    grading = scope.review.call.grading

    def rows(table: Table, from_step: Step, *, required: bool = False) -> Rows:
        if step < from_step:
            return Rows(table, Place(table.name), (), (), missing=True)
        return reader.table(table, required=required)

    own = rows(tables.user_grades(grading), Step.JOINT, required=step == Step.JOINT)
    joint = rows(tables.joint_grades(grading), Step.PLENARY_1)
    by_users = rows(declared.user_joint_grades(grading), Step.PLENARY_1)
    notes = rows(declared.plenary_1(grading), Step.SECOND_OPINION)
    opinions = rows(declared.second_opinions(grading), Step.SECOND_OPINION)
    extra = rows(declared.user_supplements(grading), Step.AROUND_THE_LINE)
    decisions = rows(declared.plenary_2(grading), Step.AROUND_THE_LINE)
    problems: list[Problem] = []
    user_grades, faults = conference.user_grades(own, scope)
    problems += faults
    joint_grades, faults = conference.joint_grades(joint, scope)
    problems += faults
    user_joint, faults = conference.user_joint_grades(by_users, scope, Step.JOINT)
    problems += faults
    plenary_notes, faults = conference.plenary_notes(notes, scope)
    problems += faults
    asked = frozenset(note.project_number for note in plenary_notes if note.second_opinion)
    second_opinions, faults = conference.second_opinions(opinions, scope, asked)
    problems += faults
    supplements, faults = conference.user_joint_grades(extra, scope, Step.SECOND_OPINION)
    problems += faults
    plenary_decisions, faults = conference.plenary_decisions(decisions, scope, asked)
    problems += faults
    found = Conference(
        user_grades=user_grades,
        joint_grades=joint_grades,
        user_joint_grades=user_joint,
        plenary_notes=plenary_notes,
        second_opinions=second_opinions,
        user_supplements=supplements,
        plenary_decisions=plenary_decisions,
    )
    ranking = None
    if step >= Step.RANKING:
        ranking = RankingRows(
            reader.table(declared.BALLOTS, required=False),
            reader.table(declared.USER_PLACES, required=False),
            reader.table(declared.RULINGS, required=False),
        )
        found = replace(
            found,
            ballots=ballots.ballot_lines(ranking.ballots),
            user_places=ballots.user_places(ranking.user_places),
            rulings=ballots.rulings(ranking.rulings),
        )
    everything = in_order([*reader.problems, *problems])
    _raise_if_wrong(everything)
    sources = tuple(sorted(reader.sources, key=lambda source: source.file))
    return ConferenceLoaded(found, sources, everything, tuple(reader.missing), ranking)


def check_ballots(
    loaded: ConferenceLoaded, scope: Scope, areas: Sequence[PoolBallots]
) -> tuple[Problem, ...]:
    """Check ballots and rulings against the pools; raise InputRejected where anything is wrong."""
    if loaded.ranking is None:
        return ()
    problems = in_order(
        [
            *ballots.ballot_problems(loaded.ranking.ballots, scope, areas),
            *ballots.user_place_problems(loaded.ranking.user_places, scope, areas),
            *ballots.ruling_problems(loaded.ranking.rulings, scope, areas),
        ]
    )
    _raise_if_wrong(problems)
    return problems


def _raise_if_wrong(problems: tuple[Problem, ...]) -> None:
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InputRejected(problems)
