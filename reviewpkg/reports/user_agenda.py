"""Say what the user representatives take up together, and in which order (2.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.people import UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.procedure.two_round.step_2_1_joint import AgendaItem, agenda
from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.names import area_files, file_names
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.room import Leaving, Room, Seat, room


@dataclass(frozen=True, slots=True)
class Own:
    """Be one user representative's own grade (1.4), None where it has not come."""

    name: str
    grade: Fraction | None
    comment: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """Be one application on the agenda.

    `difference` and `mean` are of the user representatives' own grades: None where fewer than two,
    or none, have come. `committee_mean` is the committee's mean grade of round 1.
    """

    application: Application
    own: tuple[Own, ...]
    difference: Fraction | None
    mean: Fraction | None
    committee_mean: Fraction
    leaving: tuple[Leaving, ...]


@dataclass(frozen=True, slots=True)
class UserAgenda:
    """Be one copy of an area's agenda; `leaves_for` is what its reader is conflicted on."""

    frame: Frame
    area: str
    names: tuple[str, ...]
    rows: tuple[AgendaRow, ...]
    leaves_for: tuple[Application, ...]

    @property
    def in_all(self) -> int:
        """Count the applications on the agenda."""
        return self.frame.in_all(self.rows)

    def items(self) -> tuple[Item, ...]:
        """Return the applications in the order they are taken up; no place is given away."""
        return tuple(Item(row.application.project_number) for row in self.rows)

    def portion(self, frame: PartFrame) -> UserAgenda:
        """Return the copy with a part of the agenda."""
        return replace(
            self,
            frame=frame,
            rows=frame.part.of(self.rows),
            leaves_for=self.leaves_for if frame.opens else (),
        )


def area_agenda(
    round_1: Round1, conference: Conference, area: AreaConference
) -> tuple[AgendaItem, ...]:
    """Return an area's agenda in its order (2.1, D8)."""
    mine = [one for one in round_1.user_review.applications if one.application.area == area.area.id]
    return agenda(mine, conference.user_grades)


def user_room(round_1: Round1, step: Step) -> Room:
    """Say which user representatives are conflicted on what (D24)."""
    return room(round_1.review, step).only((Seat.USER,))


def user_agendas(
    round_1: Round1, conference: Conference, area: AreaConference, furniture: Furniture
) -> Iterator[Document]:
    """Make the copies of an area's agenda: one for all, one for each who must leave (2.1, D24).

    Who is conflicted on an application gets none of its grades, and not its place on the list
    either, which would give its mean away: it stands apart on that reader's copy, by number. What
    all of them are conflicted on is not taken up.
    """
    items = area_agenda(round_1, conference, area)
    barred = user_room(round_1, Step.JOINT)
    names = round_1.review.committee.names
    listed = (_row(item, round_1, names, barred) for item in items)
    rows = tuple(row for row in listed if not row.leaving or row.leaving != barred.people)
    if not rows:
        return
    people = round_1.review.committee.user_representatives
    leavers = [one for one in people if any(one.member in _away(row) for row in rows)]
    others = [one for one in people if one not in leavers]
    area_file = area_files(round_1.review.call)[area.area.id]
    if others:
        path = f"brukerrepresentanter/dagsorden-{area_file}"
        yield _copy(path, area, others, rows, furniture)
    files = file_names(person.member for person in people)
    for one in leavers:
        own = files[one.member]
        path = f"brukerrepresentanter/{own}/dagsorden-{area_file}-{own}"
        yield _copy(path, area, [one], rows, furniture)


def _copy(
    path: str,
    area: AreaConference,
    readers: list[UserRepresentative],
    rows: tuple[AgendaRow, ...],
    furniture: Furniture,
) -> Document:
    members = frozenset(one.member for one in readers)
    names = tuple(one.name for one in readers)
    barred = [row.application for row in rows if members & _away(row)]
    words = furniture.words
    frame = furniture.frame(
        step=Step.JOINT.value,
        step_name=words.say("Felles vurdering"),
        title=words.say("Dagsorden for brukerrepresentantene – {area}", area=area.area.id),
        recipient=", ".join(names),
        landscape=True,
    )
    page = UserAgenda(
        frame,
        area.area.id,
        names,
        tuple(row for row in rows if not members & _away(row)),
        tuple(sorted(barred, key=lambda one: one.project_number)),
    )
    return Document(path, "user_agenda.html", page)


def _row(item: AgendaItem, round_1: Round1, names: Mapping[str, str], barred: Room) -> AgendaRow:
    application = item.graded.application
    number = application.project_number
    given = {one.member: one for one in item.user_grades}
    asked = round_1.user_review.assigned.get(number, ())
    totals = [one.grade for one in item.user_grades]
    own = tuple(
        Own(names[member], given[member].grade, given[member].comment)
        if member in given
        else Own(names[member], None, "")
        for member in sorted({*asked, *given})
    )
    return AgendaRow(
        application,
        own,
        item.difference if len(totals) > 1 else None,
        sum(totals, Fraction(0)) / len(totals) if totals else None,
        item.graded.mean_grade,
        barred.leaving(number),
    )


def _away(row: AgendaRow) -> frozenset[str]:
    return frozenset(one.member for one in row.leaving)
