"""Ask each expert for two grades of what they are proposed for (K2): nobody else's are shown."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain import panel_tables, tables
from reviewpkg.domain.call import Scale
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.headings import word_in
from reviewpkg.domain.panel import PanelApplication
from reviewpkg.domain.people import Reviewer
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.sentence import sentence
from reviewpkg.languages.words import Words
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.names import file_names
from reviewpkg.reports.panel import form_texts
from reviewpkg.reports.panel.proposal import ExpertWork, Proposal

STEP_NAME = sentence("Individuell vurdering")


@dataclass(frozen=True, slots=True)
class Row:
    """Be an application on paper, with its institution's region in the words of the form."""

    project_number: str
    title: str
    institution: str
    region: str


@dataclass(frozen=True, slots=True)
class ExpertForm:
    """Be one expert's form on paper; `file` is the workbook that may be filled in instead."""

    frame: Frame
    name: str
    scale: Scale
    file: str
    applications: tuple[Row, ...]


def expert_forms(proposed: Proposal, furniture: Furniture) -> tuple[FormDocument, ...]:
    """Make the form of K2 for every expert who is proposed for something, by member id.

    The forms are in the language of the furniture, which may be another than the call's own.
    """
    names = file_names(one.expert.member for one in proposed.work)
    return tuple(
        _form(one, names[one.expert.member], furniture) for one in proposed.work if one.applications
    )


def _form(mine: ExpertWork, name: str, furniture: Furniture) -> FormDocument:
    expert = mine.expert
    path = f"eksperter/{name}/karakterskjema-{name}"
    file = workbook_file(path)
    grading = furniture.call.grading
    words = furniture.words
    frame = furniture.frame(
        step=PanelStep.GRADING.value,
        step_name=words.retell(STEP_NAME),
        title=words.say("Karakterskjema – {name}", name=expert.name),
        recipient=expert.name,
    )
    workbook = form_workbook(
        frame,
        sheet=words.say("Karakterer"),
        table=panel_tables.grades(grading),
        prefilled=("project_number", "member"),
        records=[_record(words, one, expert) for one in mine.applications],
        explanation=form_texts.expert(words, expert.name, len(mine.applications), file=file),
    )
    rows = tuple(_row(words, one) for one in mine.applications)
    page = ExpertForm(frame, expert.name, grading.total, file, rows)
    return form_document(path, frame, workbook, "panel/expert_form.html", page)


def _row(words: Words, one: PanelApplication) -> Row:
    region = word_in(words.language, one.region)
    return Row(one.project_number, one.title, one.institution, region)


def _record(words: Words, one: PanelApplication, expert: Reviewer) -> dict[str, Shown]:
    return {
        tables.NUMBER.heading: one.project_number,
        tables.MEMBER.heading: expert.member,
        tables.TITLE: one.title,
        panel_tables.INSTITUTION: one.institution,
        panel_tables.REGION: word_in(words.language, one.region),
        panel_tables.AMOUNT: words.figures.kroner(one.amount),
    }
