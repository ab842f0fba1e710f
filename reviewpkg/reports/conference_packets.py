"""Gather what the steps 2.1 to 2.4 hand out; an area has documents once it has reached the step."""

from __future__ import annotations

from types import MappingProxyType

from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.reports import conference_notices
from reviewpkg.reports.area_progress import awaited_at
from reviewpkg.reports.conference_decisions import plenary_1_decisions, second_opinion_decisions
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.names import area_files
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.parts import in_parts
from reviewpkg.reports.plenary_1 import plenary_1_record, plenary_1_sheet
from reviewpkg.reports.plenary_2 import plenary_2_page, plenary_2_record, plenary_2_sheet
from reviewpkg.reports.second_opinion_balance import second_opinion_balance
from reviewpkg.reports.second_opinion_form import second_opinion_forms
from reviewpkg.reports.user_agenda import user_agendas
from reviewpkg.reports.user_joint_form import user_joint_form
from reviewpkg.reports.user_supplement import user_supplement

DECISIONS = "decisions.csv"


def joint_packet(
    round_1: Round1,
    conference: Conference,
    areas: tuple[AreaConference, ...],
    furniture: Furniture,
) -> Packet:
    """Return the user representatives' agendas and forms (2.1)."""
    documents: list[Document] = []
    forms: list[FormDocument] = []
    warnings: list[str] = []
    for area in _there(Step.JOINT, round_1, conference, areas):
        documents += user_agendas(round_1, conference, area, furniture)
        form = user_joint_form(round_1, conference, area, furniture)
        forms += [form] if form else []
        warnings += conference_notices.joint_warnings(round_1, conference, area)
    return Packet(in_parts(documents), tuple(forms), warnings=tuple(warnings))


def plenary_1_packet(
    round_1: Round1,
    conference: Conference,
    areas: tuple[AreaConference, ...],
    furniture: Furniture,
) -> Packet:
    """Return the sheets of plenary 1, the workbooks that record it and `decisions.csv` (2.2)."""
    there = _there(Step.PLENARY_1, round_1, conference, areas)
    held = [area for area in there if area.after_joint]
    return Packet(
        in_parts(plenary_1_sheet(round_1, area, furniture) for area in held),
        tuple(plenary_1_record(round_1, area, furniture) for area in held),
        MappingProxyType({DECISIONS: plenary_1_decisions(there)}),
    )


def second_opinion_packet(
    round_1: Round1,
    conference: Conference,
    areas: tuple[AreaConference, ...],
    furniture: Furniture,
) -> Packet:
    """Return the forms of 2.3, the supplementary lists, the balance and `decisions.csv`."""
    there = _there(Step.SECOND_OPINION, round_1, conference, areas)
    forms: list[FormDocument] = []
    warnings: list[str] = []
    for area in there:
        forms += second_opinion_forms(round_1, area, furniture)
        extra = user_supplement(round_1, area, furniture)
        forms += [extra] if extra else []
        warnings += conference_notices.second_opinion_warnings(round_1, area)
    balance = (second_opinion_balance(round_1, there, furniture),) if there else ()
    return Packet(
        balance,
        tuple(forms),
        MappingProxyType({DECISIONS: second_opinion_decisions(there)}),
        warnings=tuple(warnings),
    )


def plenary_2_packet(
    round_1: Round1,
    conference: Conference,
    areas: tuple[AreaConference, ...],
    furniture: Furniture,
) -> Packet:
    """Return the sheets of plenary 2 and the workbooks that record it (2.4)."""
    there = _there(Step.PLENARY_2, round_1, conference, areas)
    pages = [plenary_2_page(round_1, conference, area, furniture) for area in there]
    warnings: list[str] = []
    for page in pages:
        warnings += conference_notices.plenary_2_warnings(round_1, page)
    names = area_files(round_1.review.call)
    named = [(page, names[page.area]) for page in pages if page.cards]
    return Packet(
        tuple(plenary_2_sheet(page, name) for page, name in named),
        tuple(plenary_2_record(page, name, furniture) for page, name in named),
        warnings=tuple(warnings),
    )


def _there(
    step: Step, round_1: Round1, conference: Conference, areas: tuple[AreaConference, ...]
) -> tuple[AreaConference, ...]:
    return tuple(area for area in areas if not awaited_at(step, round_1, conference, area))
