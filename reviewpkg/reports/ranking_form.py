"""Give every pair a form to rank an area's pool on (2.6): eight columns, and room for the rank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from reviewpkg.domain.call import Scale
from reviewpkg.domain.conference_tables import BALLOTS, PAIR, RANKING_HEADINGS
from reviewpkg.domain.forms import CLOSED, FormColumn, FormWorkbook, Shown
from reviewpkg.domain.headings import heading_in
from reviewpkg.domain.tables import Number
from reviewpkg.procedure.two_round.step_2_6_ballots import BallotDuty
from reviewpkg.reports import form_texts
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.names import file_names
from reviewpkg.reports.ranking_row import RankingRow, ToRank

PLACE = BALLOTS.column("place").heading
JOINT_PLACE = BALLOTS.column("joint_place").heading


class By(Enum):
    """Tell who of a pair places an application."""

    BOTH = "both members"
    ONE = "the one who is not conflicted"
    NOBODY = "neither: both are conflicted"


@dataclass(frozen=True, slots=True)
class FormRow:
    """Be a row of a pair's form: who of the pair is conflicted, and who places it."""

    shown: RankingRow
    conflicted: tuple[str, ...]
    by: By


@dataclass(frozen=True, slots=True)
class RankingForm:
    """Be one pair's form for an area; `file` is the workbook that may be filled in instead.

    The pair uses the places 1 to `places`; `joint_places` counts those they rank together first,
    0 where neither is conflicted on what the other ranks. `in_pool` counts the whole pool.
    """

    frame: Frame
    area: str
    pair: str
    names: tuple[str, ...]
    headings: tuple[str, ...]
    places: int
    joint_places: int
    in_pool: int
    rows: tuple[FormRow, ...]
    file: str

    @property
    def left_out(self) -> int:
        """Return how many applications both members are conflicted on."""
        return self.in_pool - self.places


def ranking_forms(
    pool: ToRank,
    duties: tuple[BallotDuty, ...],
    members: Mapping[str, tuple[str, ...]],
    area_name: str,
    furniture: Furniture,
) -> tuple[FormDocument, ...]:
    """Make a form for every pair that has something to rank in an area (2.6).

    `members` are each pair's member ids, `area_name` is the area's piece of a file name.
    """
    names = file_names(members)
    return tuple(
        _form(pool, duty, members[duty.pair], (area_name, names[duty.pair]), furniture)
        for duty in duties
        if duty.ranked
    )


def _form(
    pool: ToRank,
    duty: BallotDuty,
    members: tuple[str, ...],
    names: tuple[str, str],
    furniture: Furniture,
) -> FormDocument:
    people = tuple(pool.names[member] for member in members)
    words = furniture.words
    area_name, pair_name = names
    folder = f"par-{pair_name}"
    path = f"par/{folder}/rangeringsskjema-{area_name}-{folder}"
    frame = furniture.frame(
        step="2.6",
        step_name=words.say("Rangering"),
        title=words.say("Rangering – {area}, par {pair}", area=duty.area, pair=duty.pair),
        recipient=words.say(
            "{names}, par {pair}", names=words.figures.join_and(people), pair=duty.pair
        ),
        landscape=True,
    )
    page = RankingForm(
        frame=frame,
        area=duty.area,
        pair=duty.pair,
        names=people,
        headings=tuple(heading_in(words.language, heading) for heading in RANKING_HEADINGS),
        places=len(duty.ranked),
        joint_places=len(duty.together) if duty.alone else 0,
        in_pool=len(pool.rows),
        rows=tuple(_row(pool, duty, members, row) for row in pool.rows),
        file=workbook_file(path),
    )
    return form_document(path, frame, _workbook(page), "ranking_form.html", page)


def _row(pool: ToRank, duty: BallotDuty, members: tuple[str, ...], row: RankingRow) -> FormRow:
    number = row.project_number
    by = By.ONE if number in duty.alone else By.BOTH
    if number in duty.left_out:
        by = By.NOBODY
    return FormRow(row, pool.away(number, members), by)


def _workbook(page: RankingForm) -> FormWorkbook:
    """Lay the form out as a workbook that takes each place once and none that is not to be given.

    The joint order is asked for only where the two do not rank everything together.
    """
    most = {PLACE: page.places, JOINT_PLACE: page.joint_places}
    words = page.frame.words
    return form_workbook(
        page.frame,
        sheet=words.say("Rangering"),
        table=BALLOTS,
        prefilled=("project_number", "pair"),
        adapted=lambda column: _places(column, most),
        records=[_record(page, row) for row in page.rows],
        explanation=form_texts.ranking(
            words,
            page.pair,
            page.names,
            page.places,
            joint=page.joint_places,
            left_out=page.left_out,
            file=page.file,
        ),
    )


def _places(column: FormColumn, most: Mapping[str, int]) -> FormColumn | None:
    """Bound a column of places: 1 to as many as there are, each once; none where there are none."""
    if column.heading not in most:
        return column
    if not most[column.heading]:
        return None
    return replace(column, asks=Number(places_scale(most[column.heading])), unique=True)


def places_scale(most: int) -> Scale:
    """Return the places from 1 to `most` as a scale."""
    return Scale(Fraction(1), Fraction(most), Fraction(1))


def _record(page: RankingForm, row: FormRow) -> dict[str, Shown]:
    shown = row.shown
    cells: tuple[Shown, ...] = (
        shown.project_number,
        shown.application.title,
        shown.grade,
        shown.user_grade,
        shown.priority_areas,
        shown.mean_grade,
        shown.first_user_grade,
        form_texts.conflicted(page.frame.words, row.conflicted, to_rank=row.by is not By.NOBODY),
    )
    record: dict[str, Shown] = dict(zip(RANKING_HEADINGS, cells, strict=True))
    record[PAIR.heading] = page.pair
    if row.by is not By.BOTH:
        record[JOINT_PLACE] = CLOSED
    if row.by is By.NOBODY:
        record[PLACE] = CLOSED
    return record
