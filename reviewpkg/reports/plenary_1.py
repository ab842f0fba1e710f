"""Say what plenary 1 goes through (2.2): an area in order O, who leaves, and room to write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby

from reviewpkg.domain import conference_tables, tables
from reviewpkg.domain.applications import acting_reviewers
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.steps import Step
from reviewpkg.languages.words import marked
from reviewpkg.procedure.running_order import passages, running_order
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.reports import conference_form_texts
from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.names import area_files
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.room import Leaving, Room, room, said

STEP_NAME = marked("Plenumsgjennomgang 1")


@dataclass(frozen=True, slots=True)
class PlenaryRow:
    """Be one application in order O.

    `level` tells that the row below is its equal. `stand_ins` are the two who graded it, where
    they are not its pair's two members. `turn` is when it is best taken up, counted from 1; None
    where that is when it stands on the list.
    """

    standing: Standing
    level: bool
    stand_ins: tuple[str, ...]
    mean: Fraction
    difference: Fraction
    leaving: tuple[Leaving, ...]
    turn: int | None


@dataclass(frozen=True, slots=True)
class Plenary1:
    """Be an area's sheet for plenary 1.

    `as_listed` and `as_suggested` count how often somebody passes the door.
    """

    frame: Frame
    area: str
    rows: tuple[PlenaryRow, ...]
    as_listed: int
    as_suggested: int

    @property
    def reordered(self) -> bool:
        """Tell whether another order than the list's is suggested."""
        return self.as_suggested != self.as_listed

    @property
    def in_all(self) -> int:
        """Count the applications of the area."""
        return self.frame.in_all(self.rows)

    def items(self) -> tuple[Item, ...]:
        """Return the applications of order O by place, equals together."""
        words = self.frame.words
        return tuple(
            Item(words.say("plass {place}", place=row.standing.position), row.level)
            for row in self.rows
        )

    def portion(self, frame: PartFrame) -> Plenary1:
        """Return the sheet with a part of order O."""
        return replace(self, frame=frame, rows=frame.part.of(self.rows))


def plenary_1_sheet(round_1: Round1, area: AreaConference, furniture: Furniture) -> Document:
    """Lay out an area for plenary 1 in order O (2.2); the copy is for the meeting itself.

    Everyone in the room sees every row when its turn comes, so what keeps a conflicted person from
    an application is leaving the room before it: the sheet names them at each row.
    """
    barred = room(round_1.review, Step.PLENARY_1)
    turns, as_listed, as_suggested = _turns(area, barred)
    words = furniture.words
    frame = furniture.frame(
        step=Step.PLENARY_1.value,
        step_name=words.say(STEP_NAME),
        title=words.say("Plenum 1 – {area}", area=area.area.id),
        recipient=words.say("Fagutvalget, til bruk i møtet"),
        landscape=True,
    )
    rows = _rows(round_1, area, barred, turns)
    page = Plenary1(frame, area.area.id, rows, as_listed, as_suggested)
    return Document(f"fagutvalget/plenum-1-{_name(area, round_1)}", "plenary_1.html", page)


def _name(area: AreaConference, round_1: Round1) -> str:
    return area_files(round_1.review.call)[area.area.id]


def _turns(area: AreaConference, barred: Room) -> tuple[dict[str, int], int, int]:
    """Return what is best taken up elsewhere than listed, and when; and the passages of both."""
    groups = [
        [barred.away(one.project_number) for one in group]
        for _, group in groupby(area.after_joint, key=lambda one: one.position)
    ]
    listed = [away for group in groups for away in group]
    order = running_order(groups)
    as_listed, as_suggested = passages(listed), passages([listed[place] for place in order])
    if as_suggested == as_listed:
        return {}, as_listed, as_listed
    turns = {
        area.after_joint[place].project_number: turn
        for turn, place in enumerate(order, start=1)
        if turn != place + 1
    }
    return turns, as_listed, as_suggested


def _rows(
    round_1: Round1, area: AreaConference, barred: Room, turns: dict[str, int]
) -> tuple[PlenaryRow, ...]:
    graded = {one.project_number: one for one in area.members}
    stand_ins = _stand_ins(round_1)
    standings = area.after_joint
    rows = []
    for one, below in zip(standings, (*standings[1:], None), strict=True):
        number = one.project_number
        rows.append(
            PlenaryRow(
                one,
                below is not None and below.position == one.position,
                stand_ins.get(number, ()),
                graded[number].mean_grade,
                graded[number].grade_difference,
                barred.leaving(number),
                turns.get(number),
            )
        )
    return tuple(rows)


def _stand_ins(round_1: Round1) -> dict[str, tuple[str, ...]]:
    """Return the names of those who graded an application, where it was not just its pair (1.1)."""
    committee = round_1.review.committee
    acting = acting_reviewers(round_1.review)
    names = committee.names
    found = {}
    for application in round_1.review.applications:
        members = acting[application.project_number]
        pair = {reviewer.member for reviewer in committee.pairs.get(application.pair, ())}
        if set(members) != pair:
            found[application.project_number] = tuple(names[member] for member in members)
    return found


def plenary_1_record(round_1: Round1, area: AreaConference, furniture: Furniture) -> FormDocument:
    """Make the workbook that records an area's plenary 1 (2.2): a row for every application.

    It comes back with all rows, whatever was changed: rows without a change still say that the
    area has been through plenary 1.
    """
    path = f"plenum1-{_name(area, round_1)}"
    file = workbook_file(path)
    barred = room(round_1.review, Step.PLENARY_1)
    words = furniture.words
    frame = furniture.frame(
        step=Step.PLENARY_1.value,
        step_name=words.say(STEP_NAME),
        title=words.say("Referat fra plenum 1 – {area}", area=area.area.id),
        recipient=words.say("Sekretariatet"),
    )
    workbook = form_workbook(
        frame,
        sheet=words.say("Plenum 1"),
        table=conference_tables.plenary_1(furniture.call.grading),
        prefilled=("project_number",),
        records=[_record(one, barred) for one in area.after_joint],
        explanation=conference_form_texts.plenary_1(words, len(area.after_joint), file=file),
    )
    return form_document(path, frame, workbook)


def _record(one: Standing, barred: Room) -> dict[str, Shown]:
    return {
        tables.NUMBER.heading: one.project_number,
        conference_tables.ON_LIST: one.position,
        tables.TITLE: one.application.title,
        conference_tables.PAIR.heading: one.application.pair,
        conference_tables.PAIR_GRADE: one.grade,
        conference_tables.USER_GRADE: one.user_grade,
        conference_tables.LEAVING: said(barred.leaving(one.project_number)),
    }
