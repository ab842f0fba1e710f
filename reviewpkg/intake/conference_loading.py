"""Load the tables of the conference up to a step, or raise once with everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewpkg.domain import conference_tables as declared
from reviewpkg.domain import tables
from reviewpkg.domain.call import Grading
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.domain.tables import Table
from reviewpkg.intake import ballots, conference, ranking_checks, second_opinions
from reviewpkg.intake.ballots import PoolBallots, beyond_all
from reviewpkg.intake.call_folder import CallFolder
from reviewpkg.intake.files import Source
from reviewpkg.intake.joint_order import Reversals
from reviewpkg.intake.rows import Rows
from reviewpkg.intake.scope import Scope
from reviewpkg.problems import InputRejected, Place, Problem, Severity, in_order

_OWN = "brukerkarakterer"


@dataclass(frozen=True, slots=True)
class RankingRows:
    """Be the rows of 2.6, kept with their places until the pools they are about are known.

    `problems` are those found in reading them.
    """

    ballots: Rows
    user_places: Rows
    rulings: Rows
    problems: tuple[Problem, ...]


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

    What has come in for later steps is not looked at. What is wrong with the tables of 2.6 is told
    by `check_ballots`, when the pools are known, unless other tables are wrong too.
    """
    reader = CallFolder(folder)
    found, problems = _before_the_ballots(reader, scope, step)
    ranking = None
    told = [*reader.problems, *problems]
    if step >= Step.RANKING:
        ranking = _ranking_rows(reader)
        found = replace(
            found,
            ballots=ballots.ballot_lines(ranking.ballots),
            user_places=ballots.user_places(ranking.user_places),
            rulings=ballots.rulings(ranking.rulings),
        )
    if _any_error(told):
        by_row = (ranking.ballots, ranking.user_places, ranking.rulings) if ranking else ()
        of_ranking = [*reader.problems, *beyond_all(by_row, len(scope.by_number))]
        raise InputRejected([*told, *of_ranking, *reader.unused()])
    sources = tuple(sorted(reader.sources, key=lambda source: source.file))
    return ConferenceLoaded(found, sources, in_order(told), tuple(reader.missing), ranking)


def before_the_ballots(grading: Grading) -> tuple[tuple[Table, Step], ...]:
    """Return the tables of 1.4 to 2.4, in order, with the first step that builds on each."""
    return (
        (tables.user_grades(grading), Step.JOINT),
        (tables.joint_grades(grading), Step.PLENARY_1),
        (declared.user_joint_grades(grading), Step.PLENARY_1),
        (declared.plenary_1(grading), Step.SECOND_OPINION),
        (declared.second_opinions(grading), Step.SECOND_OPINION),
        (declared.user_supplements(grading), Step.AROUND_THE_LINE),
        (declared.plenary_2(grading), Step.AROUND_THE_LINE),
    )


def _before_the_ballots(
    reader: CallFolder, scope: Scope, step: Step
) -> tuple[Conference, list[Problem]]:
    """Read the tables of 1.4 to 2.4 that `step` builds on."""
    own, joint, by_users, notes, opinions, extra, decisions = (
        reader.table(table, required=table.name == _OWN and step == Step.JOINT)
        if step >= from_step
        else Rows(table, Place(table.name), (), (), missing=True)
        for table, from_step in before_the_ballots(scope.review.call.grading)
    )
    asked = second_opinions.asked(notes, scope)
    user_grades, of_1_4 = conference.user_grades(own, scope)
    joint_grades, of_2_1 = conference.joint_grades(joint, scope)
    user_joint_grades, of_users = conference.user_joint_grades(by_users, scope, Step.JOINT)
    plenary_notes, of_2_2 = conference.plenary_notes(notes, scope)
    returned, of_2_3 = second_opinions.second_opinions(opinions, scope, asked)
    supplements, of_extra = conference.user_joint_grades(extra, scope, Step.SECOND_OPINION)
    settled, of_2_4 = second_opinions.plenary_decisions(decisions, scope, asked, opinions)
    found = Conference(
        user_grades=user_grades,
        joint_grades=joint_grades,
        user_joint_grades=user_joint_grades,
        plenary_notes=plenary_notes,
        second_opinions=returned,
        user_supplements=supplements,
        plenary_decisions=settled,
    )
    return found, [*of_1_4, *of_2_1, *of_users, *of_2_2, *of_2_3, *of_extra, *of_2_4]


def _ranking_rows(reader: CallFolder) -> RankingRows:
    by_pairs = reader.table(declared.BALLOTS, required=False)
    by_users = reader.table(declared.USER_PLACES, required=False)
    ruled = reader.table(declared.RULINGS, required=False)
    problems = (*by_pairs.problems, *by_users.problems, *ruled.problems)
    return RankingRows(by_pairs, by_users, ruled, problems)


def check_ballots(
    loaded: ConferenceLoaded, scope: Scope, areas: Sequence[PoolBallots], reversals: Reversals
) -> tuple[Problem, ...]:
    """Check ballots and rulings against the pools; raise InputRejected where anything is wrong.

    `reversals` tells what one ballot's final order reverses of its joint order (D18).
    """
    ranking = loaded.ranking
    if ranking is None:
        return ()
    problems = in_order(
        [
            *ranking.problems,
            *ranking_checks.ballot_problems(ranking.ballots, scope, areas, reversals),
            *ranking_checks.user_place_problems(ranking.user_places, scope, areas),
            *ranking_checks.ruling_problems(ranking.rulings, scope, areas),
        ]
    )
    if _any_error(problems):
        raise InputRejected(problems)
    return problems


def _any_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
