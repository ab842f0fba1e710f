"""Give the meeting a workbook to record what the panel agrees on (K3)."""

from __future__ import annotations

from reviewpkg.domain import panel_tables, tables
from reviewpkg.domain.conference_tables import LEAVING
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.headings import heading_in
from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.words import Words
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.panel import form_texts
from reviewpkg.reports.panel.panel_sheet import STEP_NAME, panel_room
from reviewpkg.reports.room import Room, said

PATH = "samlet"


def joint_record(
    review: PanelReview, assessed: tuple[Assessed, ...], furniture: Furniture
) -> FormDocument:
    """Make the workbook that comes back as `samlet` (K3): a row for every application."""
    barred = panel_room(review)
    file = workbook_file(PATH)
    words = furniture.words
    frame = furniture.frame(
        step=PanelStep.MEETING.value,
        step_name=words.retell(STEP_NAME),
        title=words.say("Referat fra panelmøtet"),
        recipient=words.say("Sekretariatet"),
    )
    workbook = form_workbook(
        frame,
        sheet=heading_in(words.language, panel_tables.JOINT),
        table=panel_tables.joint_grades(furniture.call.grading),
        prefilled=("project_number",),
        records=[_record(words, one, barred) for one in assessed],
        explanation=form_texts.joint_record(
            words, len(assessed), sum(one.joint is not None for one in assessed), file=file
        ),
    )
    return form_document(PATH, frame, workbook)


def _record(words: Words, one: Assessed, barred: Room) -> dict[str, Shown]:
    return {
        tables.NUMBER.heading: one.project_number,
        tables.TITLE: one.application.title,
        panel_tables.INSTITUTION: one.application.institution,
        panel_tables.EXPERTS_GRADE: words.figures.grade(one.graded.grade),
        panel_tables.SPREAD: words.figures.grade(one.graded.spread),
        LEAVING: said(barred.leaving(one.project_number)),
    }
