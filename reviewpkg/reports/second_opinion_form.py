"""Ask a pair for its second opinions (2.3): the application alone, as if nobody had graded it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewpkg.domain import conference_tables, tables
from reviewpkg.domain.applications import Application, acting_reviewers, conflicted_members
from reviewpkg.domain.call import Scale
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.procedure.two_round.step_2_3_second_opinion import Request, may_give
from reviewpkg.reports import conference_form_texts
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.names import area_files, file_names


@dataclass(frozen=True, slots=True)
class SecondOpinionForm:
    """Be one pair's form for an area; `file` is the workbook that may be filled in instead.

    A second opinion is worth asking for because it is independent. The form therefore holds what
    the applicant wrote and nothing of what the committee has said: no grade, no comment, no order
    but that of the numbers, and not the reason for asking, which would often tell. The two have
    heard the debate in plenary 1 as members of the committee; the routine gives them no more.
    """

    frame: Frame
    pair: str
    names: tuple[str, ...]
    scale: Scale
    file: str
    applications: tuple[Application, ...]


def second_opinion_forms(
    round_1: Round1, area: AreaConference, furniture: Furniture
) -> Iterator[FormDocument]:
    """Make a form for every pair that gives a second opinion in an area (2.3, D10).

    There is one per area, so that one area's answers never overwrite the other's.
    """
    pairs = round_1.review.committee.pairs
    files = file_names(pairs)
    area_file = area_files(round_1.review.call)[area.area.id]
    for pair, members in pairs.items():
        numbers = [one.project_number for one in given_by(round_1, area.requests, pair)]
        if numbers:
            applications = {one.application.project_number: one.application for one in area.members}
            mine = tuple(applications[number] for number in sorted(numbers))
            names = tuple(reviewer.name for reviewer in members)
            yield _form(pair, (files[pair], area_file), names, mine, area, furniture)


def given_by(round_1: Round1, requests: Sequence[Request], pair: str) -> tuple[Application, ...]:
    """Return what a pair gives a second opinion on, without what it may not see (2.2, D24)."""
    unfit = {one.application.project_number for one in unfit_requests(round_1, requests)}
    return tuple(
        one.application
        for one in requests
        if one.pair == pair and one.application.project_number not in unfit
    )


def unfit_requests(round_1: Round1, requests: Sequence[Request]) -> tuple[Request, ...]:
    """Return the requests that lie with a pair which may not give them after all (2.2)."""
    review = round_1.review
    pairs = {
        pair: frozenset(reviewer.member for reviewer in members)
        for pair, members in review.committee.pairs.items()
    }
    conflicted = conflicted_members(review.conflicts, Step.SECOND_OPINION)
    acting = acting_reviewers(review)
    unfit = []
    for one in requests:
        number = one.application.project_number
        away = conflicted.get(number, frozenset())
        if one.pair and one.pair not in may_give(one.application, pairs, away, acting[number]):
            unfit.append(one)
    return tuple(unfit)


def _form(  # noqa: PLR0913, PLR0917 - what a form is made of
    pair: str,
    file_parts: tuple[str, str],
    names: tuple[str, ...],
    applications: tuple[Application, ...],
    area: AreaConference,
    furniture: Furniture,
) -> FormDocument:
    name, area_file = file_parts
    path = f"par/par-{name}/tilleggsvurdering-{area_file}-{name}"
    file = workbook_file(path)
    grading, words = furniture.call.grading, furniture.words
    frame = furniture.frame(
        step=Step.SECOND_OPINION.value,
        step_name=words.say("Tilleggsvurdering"),
        title=words.say("Tilleggsvurdering – par {pair}, {area}", pair=pair, area=area.area.id),
        recipient=words.say("{names}, par {pair}", names=words.figures.join_and(names), pair=pair),
    )
    workbook = form_workbook(
        frame,
        sheet=words.say("Tilleggsvurdering"),
        table=conference_tables.second_opinions(grading),
        prefilled=("project_number", "pair"),
        records=[_record(one, pair) for one in applications],
        explanation=conference_form_texts.second_opinion(
            words, names, len(applications), file=file
        ),
    )
    page = SecondOpinionForm(frame, pair, names, grading.joint, file, applications)
    return form_document(path, frame, workbook, "second_opinion_form.html", page)


def _record(one: Application, pair: str) -> dict[str, Shown]:
    return {
        tables.NUMBER.heading: one.project_number,
        conference_tables.PAIR.heading: pair,
        tables.TITLE: one.title,
        tables.APPLICANT: one.applicant,
        tables.AREA: one.area,
        tables.SUMMARY: one.summary,
    }
