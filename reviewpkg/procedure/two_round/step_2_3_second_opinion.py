"""Step 2.3: who gives a second opinion, and what the user representatives take up beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Conference
from reviewpkg.procedure.assignment import even_assignment
from reviewpkg.procedure.standing import Grades
from reviewpkg.procedure.two_round.step_1_1_grading import Graded


class Chosen(Enum):
    """Say why a second opinion lies with its pair."""

    RETURNED = "it has come back from this pair"
    NAMED = "the chair named this pair"
    PROPOSED = "the loads are most even this way"
    NOBODY = "conflicts and earlier grades leave no pair"


@dataclass(frozen=True, slots=True)
class Request:
    """Be a request for a second opinion; `pair` is blank where nobody can give it."""

    application: Application
    pair: str
    chosen: Chosen


def may_give(
    application: Application,
    pairs: Mapping[str, frozenset[str]],
    conflicted: frozenset[str],
    acting: Sequence[str],
) -> tuple[str, ...]:
    """Return the pairs that may give a second opinion, in order of their ids (2.2).

    Not the owner, and none with a member who is conflicted or has graded the application.
    """
    unfit = conflicted.union(acting)
    return tuple(
        pair
        for pair, members in sorted(pairs.items())
        if pair != application.pair and members.isdisjoint(unfit)
    )


def assign(
    applications: Sequence[Application],
    conference: Conference,
    pairs: Mapping[str, frozenset[str]],
    conflicted: Mapping[str, frozenset[str]],
    acting: Mapping[str, tuple[str, ...]],
) -> tuple[Request, ...]:
    """Say which pair gives each second opinion that plenary 1 asked for (2.2, 2.3, D10).

    What has come back stays where it was, then the chair's named pairs hold; the rest is spread so
    that the numbers per pair, the fixed ones counted, differ as little as possible over all areas:
    smallest maximum, then smallest sum of squares. `applications` are those still in at 2.3.
    """
    notes = {note.project_number: note for note in conference.plenary_notes if note.second_opinion}
    asked = [one for one in applications if one.project_number in notes]
    returned = {one.project_number: one.pair for one in conference.second_opinions}
    named = {number: note.named_pair for number, note in notes.items() if note.named_pair}
    fixed = {
        one.project_number: returned.get(one.project_number, named.get(one.project_number, ""))
        for one in asked
    }
    load = Counter(pair for pair in fixed.values() if pair)
    open_jobs = {
        one.project_number: may_give(
            one, pairs, conflicted.get(one.project_number, frozenset()), acting[one.project_number]
        )
        for one in asked
        if not fixed[one.project_number]
    }
    proposed = even_assignment(open_jobs, sorted(pairs), 1, load)
    requests = []
    for one in asked:
        number = one.project_number
        if number in returned:
            chosen = Chosen.RETURNED
        elif number in named:
            chosen = Chosen.NAMED
        else:
            chosen = Chosen.PROPOSED if proposed[number] else Chosen.NOBODY
        pair = fixed[number] or next(iter(proposed[number]), "")
        requests.append(Request(one, pair, chosen))
    return tuple(requests)


class Why(Enum):
    """Say why an application is on the supplementary list (D11)."""

    RAISED = "the joint grade is above the mean grade"
    SECOND_OPINION = "it is out for a second opinion"


@dataclass(frozen=True, slots=True)
class Supplement:
    """Be an application on the user representatives' supplementary list, and why (2.3)."""

    graded: Graded
    why: tuple[Why, ...]


def supplements(
    applications: Sequence[Graded], conference: Conference, grades: Grades
) -> tuple[Supplement, ...]:
    """List what the user representatives assess in addition, by project number (2.3, D11).

    Applications that have had no user grade so far, whether their own (1.4), joint (2.1) or set in
    plenary (2.2), and whose joint grade was set above their mean grade in 2.1 or that are out for a
    second opinion.
    """
    asked = {note.project_number for note in conference.plenary_notes if note.second_opinion}
    assessed = (grades.user_individual, grades.user_joint, grades.user_plenary_1)
    listed = []
    for graded in sorted(applications, key=lambda one: one.project_number):
        number = graded.project_number
        if any(number in kind for kind in assessed):
            continue
        reasons = (
            (grades.joint[number] > graded.mean_grade, Why.RAISED),
            (number in asked, Why.SECOND_OPINION),
        )
        why = tuple(reason for holds, reason in reasons if holds)
        if why:
            listed.append(Supplement(graded, why))
    return tuple(listed)
