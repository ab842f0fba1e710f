"""Say what plenary 2 settles (2.4): the pair's grade, the second opinion, room for a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from reviewpkg.domain import conference_tables, tables
from reviewpkg.domain.applications import Application, acting_reviewers
from reviewpkg.domain.call import Scale
from reviewpkg.domain.conference import Conference, SecondOpinion
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.steps import Step
from reviewpkg.languages.words import marked
from reviewpkg.procedure.standing import Standing, grades_of, standing_after_plenary
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.procedure.two_round.step_2_3_second_opinion import Request
from reviewpkg.reports import conference_form_texts
from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.room import Leaving, Room, Seat, room, said

STEP_NAME = marked("Plenumsgjennomgang 2")


@dataclass(frozen=True, slots=True)
class Opinion:
    """Be a second opinion; `apart` is how far its grade lies from the pair's."""

    pair: str
    names: tuple[str, ...]
    grade: Fraction
    apart: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Plenary2Card:
    """Be one application with a second opinion, as the meeting sees it.

    `standing` holds the grades in force before this meeting, `place` its position in plenary 1.
    `deciders` are the two who graded it, without those conflicted by now; where that leaves nobody,
    the chair decides. `joint_reason` is the pair's own, `request_reason` why it was asked for.
    """

    standing: Standing
    place: int | None
    deciders: tuple[str, ...]
    opinion: Opinion
    joint_reason: str
    request_reason: str
    leaving: tuple[Leaving, ...]

    @property
    def chair_leaves(self) -> bool:
        """Tell whether the chair is among those who leave."""
        return any(person.seat is Seat.CHAIR for person in self.leaving)


@dataclass(frozen=True, slots=True)
class Plenary2:
    """Be an area's sheet for plenary 2.

    `waiting` are requests whose second opinion has not come; nobody can give those without a pair.
    """

    frame: Frame
    area: str
    scale: Scale
    cards: tuple[Plenary2Card, ...]
    waiting: tuple[Request, ...]


def plenary_2_page(
    round_1: Round1, conference: Conference, area: AreaConference, furniture: Furniture
) -> Plenary2:
    """Lay out what comes up again: only what has a second opinion (2.4), in plenary 1's order.

    The acting pair decides, the second opinion advises. As in plenary 1 the sheet is the meeting's,
    and who is conflicted by now leaves the room before the application is taken up (D24).
    """
    returned = {one.project_number: one for one in conference.second_opinions}
    asked = [one for one in area.requests if not one.application.withdrawn_at(Step.PLENARY_2)]
    words = furniture.words
    frame = furniture.frame(
        step=Step.PLENARY_2.value,
        step_name=words.say(STEP_NAME),
        title=words.say("Plenum 2 – {area}", area=area.area.id),
        recipient=words.say("Fagutvalget, til bruk i møtet"),
        landscape=True,
    )
    answered = [
        one.application for one in asked if one.pair and one.application.project_number in returned
    ]
    numbers = {one.project_number for one in answered}
    waiting = [one for one in asked if one.application.project_number not in numbers]
    return Plenary2(
        frame,
        area.area.id,
        furniture.call.grading.joint,
        _cards(round_1, conference, area, answered, returned),
        tuple(sorted(waiting, key=lambda one: one.application.project_number)),
    )


def _cards(
    round_1: Round1,
    conference: Conference,
    area: AreaConference,
    answered: list[Application],
    returned: Mapping[str, SecondOpinion],
) -> tuple[Plenary2Card, ...]:
    places = {one.project_number: one.position for one in area.after_joint}
    # Before the meeting: what plenary 2 itself has decided must not show on its own sheet.
    grades = replace(grades_of(conference), plenary_2={})
    barred = room(round_1.review, Step.PLENARY_2)
    deciders = _deciders(round_1, barred)
    said_of = {one.project_number: one.reason for one in conference.joint_grades}
    asked_for = {one.project_number: one.reason for one in conference.plenary_notes}
    cards = []
    for standing in standing_after_plenary(answered, grades):
        number = standing.project_number
        cards.append(
            Plenary2Card(
                standing,
                places.get(number),
                deciders[number],
                _opinion(round_1, returned[number], standing.grade),
                said_of.get(number, ""),
                asked_for.get(number, ""),
                barred.leaving(number),
            )
        )
    last = len(area.after_joint) + 1
    return tuple(sorted(cards, key=lambda one: (one.place or last, one.standing.project_number)))


def _opinion(round_1: Round1, one: SecondOpinion, grade: Fraction) -> Opinion:
    members = round_1.review.committee.pairs.get(one.pair, ())
    names = tuple(reviewer.name for reviewer in members)
    return Opinion(one.pair, names, one.grade, abs(one.grade - grade), one.reason)


def _deciders(round_1: Round1, barred: Room) -> dict[str, tuple[str, ...]]:
    names = round_1.review.committee.names
    return {
        number: tuple(names[member] for member in members if member not in barred.away(number))
        for number, members in acting_reviewers(round_1.review).items()
    }


def plenary_2_sheet(page: Plenary2, area_file: str) -> Document:
    """Return an area's sheet for the meeting (2.4)."""
    return Document(f"fagutvalget/plenum-2-{area_file}", "plenary_2.html", page)


def plenary_2_record(page: Plenary2, area_file: str, furniture: Furniture) -> FormDocument:
    """Make the workbook that records plenary 2 (2.4): a row for every second opinion, no other."""
    path = f"plenum2-{area_file}"
    file = workbook_file(path)
    words = furniture.words
    frame = furniture.frame(
        step=Step.PLENARY_2.value,
        step_name=words.say(STEP_NAME),
        title=words.say("Referat fra plenum 2 – {area}", area=page.area),
        recipient=words.say("Sekretariatet"),
    )
    workbook = form_workbook(
        frame,
        sheet=words.say("Plenum 2"),
        table=conference_tables.plenary_2(furniture.call.grading),
        prefilled=("project_number",),
        records=[_record(card) for card in page.cards],
        explanation=conference_form_texts.plenary_2(words, len(page.cards), file=file),
    )
    return form_document(path, frame, workbook)


def _record(card: Plenary2Card) -> dict[str, Shown]:
    application = card.standing.application
    return {
        tables.NUMBER.heading: application.project_number,
        tables.TITLE: application.title,
        conference_tables.PAIR.heading: application.pair,
        conference_tables.PAIR_GRADE: card.standing.grade,
        conference_tables.SECOND_PAIR: card.opinion.pair,
        conference_tables.SECOND_OPINION: card.opinion.grade,
        conference_tables.LEAVING: said(card.leaving),
    }
