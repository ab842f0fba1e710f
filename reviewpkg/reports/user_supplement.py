"""Ask the user representatives for grades in addition (2.3), and say why each is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain import conference_tables, tables
from reviewpkg.domain.applications import Application
from reviewpkg.domain.call import Scale
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.steps import Step
from reviewpkg.languages.words import Words
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.procedure.two_round.step_2_3_second_opinion import Why
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
from reviewpkg.reports.user_agenda import user_room


@dataclass(frozen=True, slots=True)
class SupplementCard:
    """Be one application on the list, why it is there, and who leaves the room first."""

    application: Application
    why: tuple[Why, ...]
    leaving: tuple[Leaving, ...]


@dataclass(frozen=True, slots=True)
class UserSupplement:
    """Be an area's supplementary list; `file` is the workbook that may be filled in instead.

    `nobody` are applications that every user representative is conflicted on.
    """

    frame: Frame
    area: str
    scale: Scale
    file: str
    cards: tuple[SupplementCard, ...]
    nobody: tuple[Application, ...]


def user_supplement(
    round_1: Round1, area: AreaConference, furniture: Furniture
) -> FormDocument | None:
    """Make an area's supplementary list (2.3, D11), by project number; None where it is empty.

    That a joint grade was raised is the reason for being here, and is said; the grades are not.
    """
    barred = user_room(round_1, Step.SECOND_OPINION)
    listed = [
        SupplementCard(one.graded.application, one.why, barred.leaving(one.graded.project_number))
        for one in area.supplements
    ]
    cards = tuple(card for card in listed if len(card.leaving) < len(barred.people))
    if not cards:
        return None
    name = area_files(round_1.review.call)[area.area.id]
    path = f"brukerrepresentanter/brukertillegg-{name}"
    file = workbook_file(path)
    grading, words = furniture.call.grading, furniture.words
    frame = furniture.frame(
        step=Step.SECOND_OPINION.value,
        step_name=words.say("Utvidet brukervurdering"),
        title=words.say("Tilleggsliste for brukerrepresentantene – {area}", area=area.area.id),
        recipient=words.say("Brukerrepresentantene, i møtet"),
    )
    workbook = form_workbook(
        frame,
        sheet=words.say("Tilleggsliste"),
        table=conference_tables.user_supplements(grading),
        prefilled=("project_number",),
        records=[_record(words, card) for card in cards],
        explanation=conference_form_texts.user_supplement(words, len(cards), file=file),
    )
    nobody = tuple(card.application for card in listed if card not in cards)
    page = UserSupplement(frame, area.area.id, grading.joint, file, cards, nobody)
    return form_document(path, frame, workbook, "user_supplement.html", page)


def _record(words: Words, card: SupplementCard) -> dict[str, Shown]:
    return {
        tables.NUMBER.heading: card.application.project_number,
        tables.TITLE: card.application.title,
        tables.APPLICANT: card.application.applicant,
        tables.SUMMARY: card.application.summary,
        conference_tables.WHY: conference_form_texts.why(words, card.why),
        conference_tables.LEAVING: said(card.leaving),
    }
