"""Give the user representatives a form to rank an area's pool on (2.6, D19)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from reviewpkg.domain import conference_tables as declared
from reviewpkg.domain.conference_tables import USER_PLACES
from reviewpkg.domain.forms import FormColumn, FormWorkbook, Shown
from reviewpkg.domain.tables import APPLICANT, NUMBER, TITLE, Number
from reviewpkg.languages.words import Words
from reviewpkg.reports import form_texts
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.ranking_form import PLACE, places_scale
from reviewpkg.reports.ranking_row import RankingRow, ToRank


@dataclass(frozen=True, slots=True)
class UserFormRow:
    """Be a row of the form, with the names of those who are conflicted on it."""

    shown: RankingRow
    conflicted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UserRankingForm:
    """Be the user representatives' form for an area, to be ranked by quality of user involvement.

    They use the places 1 to `places`; what all of them are conflicted on is not on it (D19).
    """

    frame: Frame
    area: str
    names: tuple[str, ...]
    places: int
    in_pool: int
    rows: tuple[UserFormRow, ...]
    file: str


def user_ranking_form(
    pool: ToRank, ranked: Collection[str], members: tuple[str, ...], name: str, furniture: Furniture
) -> FormDocument:
    """Make the user representatives' form for what they rank of an area's pool (2.6).

    `members` are their ids, `name` is the area's piece of a file name.
    """
    words = furniture.words
    path = f"brukerrepresentanter/brukerrangering-{name}"
    frame = furniture.frame(
        step="2.6",
        step_name=words.say("Rangering"),
        title=words.say("Brukerrepresentantenes rangering – {area}", area=pool.area),
        recipient=words.say("Brukerrepresentantene"),
        landscape=True,
    )
    rows = tuple(
        UserFormRow(row, pool.away(row.project_number, members))
        for row in pool.rows
        if row.project_number in ranked
    )
    page = UserRankingForm(
        frame=frame,
        area=pool.area,
        names=tuple(pool.names[member] for member in members),
        places=len(rows),
        in_pool=len(pool.rows),
        rows=rows,
        file=workbook_file(path),
    )
    return form_document(path, frame, _workbook(page), "user_ranking_form.html", page)


def _workbook(page: UserRankingForm) -> FormWorkbook:
    words = page.frame.words

    def places(column: FormColumn) -> FormColumn:
        if column.heading != PLACE:
            return column
        return replace(column, asks=Number(places_scale(page.places)), unique=True)

    return form_workbook(
        page.frame,
        sheet=words.say("Brukerrangering"),
        table=USER_PLACES,
        prefilled=("project_number",),
        adapted=places,
        records=[_record(words, row) for row in page.rows],
        explanation=form_texts.user_ranking(words, page.area, page.places, file=page.file),
    )


def _record(words: Words, row: UserFormRow) -> dict[str, Shown]:
    application = row.shown.application
    return {
        NUMBER.heading: application.project_number,
        TITLE: application.title,
        APPLICANT: application.applicant,
        declared.USER_GRADE_LAST: row.shown.user_grade,
        declared.USER_GRADE_FIRST: row.shown.first_user_grade,
        declared.CONFLICTED: form_texts.conflicted(words, row.conflicted, to_rank=True),
    }
