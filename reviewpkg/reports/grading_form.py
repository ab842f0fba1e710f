"""Say what each reviewer is to grade (1.1), and for the secretariat who was given what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from reviewpkg.domain import tables
from reviewpkg.domain.applications import (
    Application,
    Review,
    acting_reviewers,
    conflicted_members,
)
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.people import Reviewer, Role
from reviewpkg.domain.steps import Step
from reviewpkg.languages.words import marked
from reviewpkg.reports import form_texts
from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.names import file_names

STEP_NAME = marked("Individuell vurdering")


@dataclass(frozen=True, slots=True)
class Work:
    """Be a reviewer's applications, by project number, and those of them done as a substitute."""

    reviewer: Reviewer
    applications: tuple[Application, ...]
    standing_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """Be one line of the overview: who received which form, with how many applications."""

    reviewer: Reviewer
    file: str
    made: bool
    applications: int
    standing_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormsIndex:
    """Be the overview of the forms; `without` are the reviewers who have nothing to grade."""

    frame: Frame
    forms: tuple[Given, ...]
    without: tuple[str, ...]
    folder: str


def work(review: Review) -> tuple[Work, ...]:
    """Return what each reviewer grades (1.1), by pair and member; withdrawn ones not (D24)."""
    acting = acting_reviewers(review)
    conflicted = conflicted_members(review.conflicts, Step.GRADING)
    mine: dict[str, list[Application]] = {}
    for application in sorted(review.applications, key=lambda one: one.project_number):
        number = application.project_number
        if application.withdrawn_at(Step.SELECTION):
            continue
        for member in acting[number]:
            if member not in conflicted.get(number, ()):
                mine.setdefault(member, []).append(application)
    return tuple(
        Work(
            reviewer,
            tuple(mine.get(reviewer.member, ())),
            tuple(
                application.project_number
                for application in mine.get(reviewer.member, ())
                if application.pair != reviewer.pair
            ),
        )
        for reviewer in sorted(review.committee.reviewers, key=lambda one: (one.pair, one.member))
    )


def grading_forms(review: Review, furniture: Furniture) -> tuple[FormDocument, ...]:
    """Make the form of 1.1 for everyone who grades: their own applications, no one's grades."""
    files = _files(review)
    return tuple(
        _form(one, files[one.reviewer.member], furniture)
        for one in work(review)
        if one.applications
    )


def _files(review: Review) -> dict[str, str]:
    names = file_names(reviewer.member for reviewer in review.committee.reviewers)
    return {member: f"karakterer-{name}" for member, name in names.items()}


def _form(mine: Work, path: str, furniture: Furniture) -> FormDocument:
    reviewer, words = mine.reviewer, furniture.words
    recipient = reviewer.name
    if reviewer.pair:
        recipient = words.say("{names}, par {pair}", names=reviewer.name, pair=reviewer.pair)
    frame = furniture.frame(
        step=Step.GRADING.value,
        step_name=words.say(STEP_NAME),
        title=words.say("Karakterskjema – {name}", name=reviewer.name),
        recipient=recipient,
    )
    workbook = form_workbook(
        frame,
        sheet=words.say("Karakterer"),
        table=tables.grades(furniture.call.grading),
        prefilled=("project_number", "member"),
        records=[_record(application, reviewer) for application in mine.applications],
        explanation=form_texts.grading(
            words,
            reviewer.name,
            len(mine.applications),
            mine.standing_in,
            criteria=bool(furniture.call.grading.criteria),
            file=workbook_file(path),
        ),
    )
    return form_document(path, frame, workbook)


def _record(application: Application, reviewer: Reviewer) -> dict[str, Shown]:
    return {
        tables.NUMBER.heading: application.project_number,
        tables.MEMBER.heading: reviewer.member,
        tables.TITLE: application.title,
        tables.APPLICANT: application.applicant,
        tables.AREA: application.area,
    }


def forms_index(review: Review, furniture: Furniture, made: Collection[str]) -> Document:
    """Show the secretariat who received which form (1.1); `made` are the files to link to."""
    files = _files(review)
    everyone, words = work(review), furniture.words
    frame = furniture.frame(
        step=Step.GRADING.value,
        step_name=words.say(STEP_NAME),
        title=words.say("Karakterskjemaer"),
        recipient=words.say("Sekretariatet"),
    )
    given = tuple(
        Given(
            one.reviewer,
            workbook_file(files[one.reviewer.member]),
            workbook_file(files[one.reviewer.member]) in made,
            len(one.applications),
            one.standing_in,
        )
        for one in everyone
        if one.applications
    )
    without = tuple(
        one.reviewer.name
        for one in everyone
        if not one.applications and one.reviewer.role is Role.REVIEWER
    )
    folder = tables.grades(furniture.call.grading).name
    return Document("index", "forms_index.html", FormsIndex(frame, given, without, folder))
