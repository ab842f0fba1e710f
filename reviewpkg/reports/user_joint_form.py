"""Ask the user representatives for the grade they agree on (2.1): no grade of anyone is shown."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain import conference_tables, tables
from reviewpkg.domain.applications import Application
from reviewpkg.domain.call import Scale
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.reports import conference_form_texts
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.names import area_files
from reviewpkg.reports.room import Leaving, said
from reviewpkg.reports.user_agenda import area_agenda, user_room


@dataclass(frozen=True, slots=True)
class UserJointRow:
    """Be one application to agree on, and who leaves the room first."""

    application: Application
    leaving: tuple[Leaving, ...]


@dataclass(frozen=True, slots=True)
class UserJointForm:
    """Be an area's form; `file` is the workbook that may be filled in instead.

    `nobody` are applications that every user representative is conflicted on.
    """

    frame: Frame
    area: str
    scale: Scale
    file: str
    rows: tuple[UserJointRow, ...]
    nobody: tuple[Application, ...]


def user_joint_form(
    round_1: Round1, conference: Conference, area: AreaConference, furniture: Furniture
) -> FormDocument | None:
    """Make an area's form in the order of the agenda (2.1, D8); None where there is nothing to ask.

    It is the meeting's one form, kept by whoever writes for them, and says who leaves (D24). What
    everybody is conflicted on is named, but not asked for.
    """
    barred = user_room(round_1, Step.JOINT)
    applications = [item.graded.application for item in area_agenda(round_1, conference, area)]
    rows = [UserJointRow(one, barred.leaving(one.project_number)) for one in applications]
    asked = tuple(row for row in rows if len(row.leaving) < len(barred.people))
    if not asked:
        return None
    name = area_files(round_1.review.call)[area.area.id]
    path = f"brukerrepresentanter/brukersamlet-{name}"
    file = workbook_file(path)
    grading, words = furniture.call.grading, furniture.words
    frame = furniture.frame(
        step=Step.JOINT.value,
        step_name=words.say("Felles vurdering"),
        title=words.say("Felles karakter fra brukerrepresentantene – {area}", area=area.area.id),
        recipient=words.say("Brukerrepresentantene, i møtet"),
    )
    workbook = form_workbook(
        frame,
        sheet=words.say("Felles karakter"),
        table=conference_tables.user_joint_grades(grading),
        prefilled=("project_number",),
        records=[_record(row) for row in asked],
        explanation=conference_form_texts.user_joint(words, len(asked), file=file),
    )
    nobody = tuple(row.application for row in rows if row not in asked)
    page = UserJointForm(frame, area.area.id, grading.joint, file, asked, nobody)
    return form_document(path, frame, workbook, "user_joint_form.html", page)


def _record(row: UserJointRow) -> dict[str, Shown]:
    return {
        tables.NUMBER.heading: row.application.project_number,
        tables.TITLE: row.application.title,
        conference_tables.LEAVING: said(row.leaving),
    }
