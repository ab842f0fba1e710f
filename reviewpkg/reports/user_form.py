"""Say what each user representative assesses (1.4): no grade of anyone, by project number."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain import tables
from reviewpkg.domain.applications import Application
from reviewpkg.domain.call import Scale
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.people import UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.reports import form_texts
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.names import file_names


@dataclass(frozen=True, slots=True)
class UserFormCard:
    """Be an application as a user representative sees it."""

    project_number: str
    title: str
    applicant: str
    area: str
    summary: str


@dataclass(frozen=True, slots=True)
class UserForm:
    """Be one user representative's form; `file` is the workbook that may be filled in instead."""

    frame: Frame
    name: str
    scale: Scale
    file: str
    cards: tuple[UserFormCard, ...]


def user_forms(round_1: Round1, furniture: Furniture) -> tuple[FormDocument, ...]:
    """Make the form of 1.4 for every user representative who has an application to assess."""
    people = sorted(round_1.review.committee.user_representatives, key=lambda person: person.member)
    names = file_names(person.member for person in people)
    return tuple(
        _form(person, names[person.member], cards, furniture)
        for person in people
        if (cards := _cards(round_1, person))
    )


def _cards(round_1: Round1, person: UserRepresentative) -> tuple[UserFormCard, ...]:
    return tuple(_card(graded.application) for graded in round_1.user_review.of(person.member))


def _card(application: Application) -> UserFormCard:
    return UserFormCard(
        application.project_number,
        application.title,
        application.applicant,
        application.area,
        application.summary,
    )


def _form(
    person: UserRepresentative, name: str, cards: tuple[UserFormCard, ...], furniture: Furniture
) -> FormDocument:
    path = f"brukerrepresentanter/{name}/brukerkarakterer-{name}"
    file = workbook_file(path)
    words = furniture.words
    frame = furniture.frame(
        step=Step.USER_REVIEW.value,
        step_name=words.say("Brukerrepresentantenes vurdering"),
        title=words.say("Vurderingsskjema – {name}", name=person.name),
        recipient=person.name,
    )
    workbook = form_workbook(
        frame,
        sheet=words.say("Brukerkarakterer"),
        table=tables.user_grades(furniture.call.grading),
        prefilled=("project_number", "member"),
        records=[_record(card, person) for card in cards],
        explanation=form_texts.user(words, person.name, len(cards), file=file),
    )
    page = UserForm(frame, person.name, furniture.call.grading.joint, file, cards)
    return form_document(path, frame, workbook, "user_form.html", page)


def _record(card: UserFormCard, person: UserRepresentative) -> dict[str, Shown]:
    return {
        tables.NUMBER.heading: card.project_number,
        tables.MEMBER.heading: person.member,
        tables.TITLE: card.title,
        tables.APPLICANT: card.applicant,
        tables.SUMMARY: card.summary,
    }
