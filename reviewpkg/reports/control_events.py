"""Say what people decided during the conference, each time beside what stood before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Conference, DecidedBy, PlenaryDecision, SecondOpinion
from reviewpkg.procedure.standing import Grades, grades_of
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_2_3_second_opinion import Chosen, Request


@dataclass(frozen=True, slots=True)
class GradeChange:
    """Be a grade that plenary 1 changed (2.2): the pair's, or the user representatives'.

    `before` is None where the user representatives had not graded the application.
    """

    application: Application
    user: bool
    before: Fraction | None
    after: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """Be a second opinion and what was decided on it (2.2 to 2.4).

    `before` is the grade that stood, `opinion` the one given, None where it has not come back;
    `after` is the grade that stands, `decided` is None where nothing was recorded in 2.4.
    """

    application: Application
    pair: str
    people: tuple[str, ...]
    chosen: Chosen
    asked: str
    before: Fraction
    opinion: Fraction | None
    advice: str
    after: Fraction
    decided: DecidedBy | None
    reason: str

    @property
    def changed(self) -> bool:
        """Tell whether the decision changed the grade."""
        return self.after != self.before


@dataclass(frozen=True, slots=True)
class RulingRow:
    """Be the chair's ruling (D21): the computed place, the place given and the one it ended on.

    `final` differs from `given` where a later ruling moved it on.
    """

    area: str
    application: Application
    computed: int
    tied: bool
    given: int
    final: int
    reason: str


def grade_changes(area: AreaConference, conference: Conference) -> tuple[GradeChange, ...]:
    """Return the grades that plenary 1 changed in an area, by project number (2.2)."""
    return tuple(_changes(area, conference, grades_of(conference)))


def _changes(area: AreaConference, conference: Conference, grades: Grades) -> Iterator[GradeChange]:
    members = {one.project_number: one.application for one in area.members}
    for note in sorted(conference.plenary_notes, key=lambda one: one.project_number):
        application = members.get(note.project_number)
        if application is None:
            continue
        number = note.project_number
        joint = grades.joint.get(number)
        if note.grade is not None and note.grade != joint:
            yield GradeChange(
                application, user=False, before=joint, after=note.grade, reason=note.reason
            )
        users = grades.user_joint.get(number, grades.user_individual.get(number))
        if note.user_grade is not None and note.user_grade != users:
            yield GradeChange(
                application, user=True, before=users, after=note.user_grade, reason=note.reason
            )


def opinions(
    area: AreaConference, conference: Conference, people: Mapping[str, tuple[str, ...]]
) -> tuple[Opinion, ...]:
    """Return the second opinions of an area, by project number; `people` names every pair."""
    grades = grades_of(conference)
    given = {one.project_number: one for one in conference.second_opinions}
    decided = {one.project_number: one for one in conference.plenary_decisions}
    asked = {one.project_number: one.reason for one in conference.plenary_notes}
    found = []
    for request in sorted(area.requests, key=lambda one: one.application.project_number):
        number = request.application.project_number
        found.append(
            _opinion(
                request,
                people.get(request.pair, ()),
                asked.get(number, ""),
                grades.plenary_1.get(number, grades.joint[number]),
                given.get(number),
                decided.get(number),
            )
        )
    return tuple(found)


def _opinion(  # noqa: PLR0913, PLR0917 - what a second opinion hangs on
    request: Request,
    people: tuple[str, ...],
    asked: str,
    before: Fraction,
    given: SecondOpinion | None,
    decided: PlenaryDecision | None,
) -> Opinion:
    after = decided.grade if decided and decided.grade is not None else before
    return Opinion(
        request.application,
        request.pair,
        people,
        request.chosen,
        asked,
        before,
        given.grade if given else None,
        given.reason if given else "",
        after,
        decided.decided_by if decided else None,
        decided.reason if decided else "",
    )


def rulings(award: AreaAward) -> tuple[RulingRow, ...]:
    """Return the chair's rulings on an area's ranking, in the order they were made (D21)."""
    if award.ranking is None:
        return ()
    computed = {one.project_number: one for one in award.ranking.computed}
    final = {one.project_number: one.final_place for one in award.ranking.final}
    return tuple(
        RulingRow(
            award.conference.area.id,
            computed[ruling.project_number].application,
            computed[ruling.project_number].place,
            computed[ruling.project_number].tied,
            ruling.place,
            final[ruling.project_number],
            ruling.reason,
        )
        for ruling in award.ranking.rulings
    )
