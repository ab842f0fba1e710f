"""Run the steps of round 2, the allocation conference."""

from __future__ import annotations

from collections.abc import Callable

from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.intake.applications import unknown_application
from reviewpkg.jobs.delivery import Delivery, html, publish_step, rendered
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.sealing import Making
from reviewpkg.jobs.stage import Stage, as_far_as_it_goes, awards_at, stage_at
from reviewpkg.languages.sentence import sentence, warning
from reviewpkg.languages.words import Words
from reviewpkg.problems import InputRejected, Place, Problem
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.reports import (
    award_notices,
    award_packet,
    award_problems,
    conference_packets,
    explain,
    ranking_packet,
    step_words,
)
from reviewpkg.reports.award_index import award_index
from reviewpkg.reports.conference_index import conference_index, conference_states
from reviewpkg.reports.contents import contents
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.names import file_names
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.pictures.two_round_flow import flows
from reviewpkg.reports.step_index import AreaState, shelves, step_index
from reviewpkg.reports.verdicts import finished

MANIFEST = "manifest.json"
MakePacket = Callable[[Round1, Conference, tuple[AreaConference, ...], Furniture], Packet]
MakeIndex = Callable[[Packet, set[str], tuple[str, ...]], Document]


def run_joint(order: Order) -> Delivery:
    """Make the user representatives' agenda and form (2.1)."""
    return _conference_step(order, "joint", Step.JOINT, conference_packets.joint_packet)


def run_plenary_1(order: Order) -> Delivery:
    """Make the sheets of plenary 1 (2.2)."""
    return _conference_step(order, "plenary1", Step.PLENARY_1, conference_packets.plenary_1_packet)


def run_second_opinion(order: Order) -> Delivery:
    """Assign the second opinions and make their forms (2.3)."""
    packet = conference_packets.second_opinion_packet
    return _conference_step(order, "second-opinion", Step.SECOND_OPINION, packet)


def run_plenary_2(order: Order) -> Delivery:
    """Make the sheets of plenary 2 (2.4)."""
    return _conference_step(order, "plenary2", Step.PLENARY_2, conference_packets.plenary_2_packet)


def _conference_step(order: Order, name: str, step: Step, make: MakePacket) -> Delivery:
    stage = stage_at(order.source, step)
    shared = _furniture(stage)

    def index(packet: Packet, files: set[str], told: tuple[str, ...]) -> Document:
        return conference_index(
            step,
            packet,
            stage.round_1,
            stage.conference,
            stage.areas,
            shared,
            files=files,
            warnings=told,
        )

    packet = make(stage.round_1, stage.conference, stage.areas, shared)
    states = conference_states(step, stage.round_1, stage.conference, stage.areas)
    return _published(name, stage, packet, order, index, _states(states))


def run_ranking(order: Order) -> Delivery:
    """Decide around the ranking pool and make the forms to rank it (2.5, 2.6)."""
    stage = stage_at(order.source, Step.AROUND_THE_LINE)
    _refuse(award_problems.pool_problems(stage.areas))
    shared = _furniture(stage)
    packet = ranking_packet.ranking_packet(stage.round_1, stage.conference, stage.areas, shared)
    states = tuple(step_words.at_the_line(area) for area in stage.areas)

    def index(packet: Packet, files: set[str], told: tuple[str, ...]) -> Document:
        return step_index(
            packet,
            step_words.RANKING,
            shared,
            areas=states,
            flows=flows(stage.round_1, stage.areas),
            files=files,
            warnings=told,
        )

    return _published("ranking", stage, packet, order, index, _states(states))


def run_ranking_list(order: Order) -> Delivery:
    """Make the ranking lists and the e-mails they go with (2.6); ties are shown, not refused."""
    stage = stage_at(order.source, Step.RANKING)
    _refuse(award_problems.pool_problems(stage.areas))
    stage, awards = awards_at(stage)
    shared = _furniture(stage)
    packet = ranking_packet.ranking_list_packet(stage.round_1, awards, shared)
    states = tuple(step_words.ranked(award) for award in awards)
    _refuse_if_all_wait(states)

    def index(packet: Packet, files: set[str], told: tuple[str, ...]) -> Document:
        return step_index(
            packet,
            step_words.RANKING_LIST,
            shared,
            areas=states,
            flows=flows(stage.round_1, stage.areas),
            files=files,
            warnings=told,
        )

    return _published("ranking-list", stage, packet, order, index, _states(states))


def run_award(order: Order) -> Delivery:
    """Award down to the line and make the board's list (2.7).

    Raise InputRejected where a tie is still open that only the chair can break (D20).
    """
    stage = stage_at(order.source, Step.RANKING)
    _refuse(award_problems.pool_problems(stage.areas))
    stage, awards = awards_at(stage)
    _refuse(award_problems.open_tie_problems(awards))
    shared = _furniture(stage)
    warnings = award_notices.award_warnings(stage.round_1, awards)
    told = (*stage.told, *map(warning, warnings))
    packet = award_packet.award_packet(
        stage.round_1, stage.conference, awards, shared, stage.inputs, told
    )
    if not any(finished(award) for award in awards):
        _refuse(award_problems.unfinished(awards))

    def index(packet: Packet, files: set[str], told: tuple[str, ...]) -> Document:
        return award_index(packet, stage.round_1, awards, shared, files=files, warnings=told)

    summary = award_notices.summary(awards)
    return _published("award", stage, packet, order, index, summary)


def run_explain(order: Order, number: str) -> Delivery:
    """Tell an application's way through the procedure, as far as the call has come."""
    stage, awards = awards_at(as_far_as_it_goes(order.source, Step.RANKING))
    shared = _furniture(stage)
    page = explain.explanation(stage.round_1, stage.conference, awards, number, shared)
    if page is None:
        raise InputRejected(
            [Problem(Place("soknader"), unknown_application(number, stage.scope.ids))]
        )
    from reviewpkg.rendering.plain_text import render_text

    review = stage.round_1.review
    call = review.call
    everyone = (*review.applications, *review.formally_rejected)
    name = file_names(one.project_number for one in everyone)[number]
    document = Document(f"soknad-{name}", "explain.html", page)
    packet = Packet((document,))
    making = Making(f"explain-{name}", call, stage.sources, number)
    files = rendered(packet, order, making)
    holds = contents(shared.words, shelves(shared.words, packet, files), ())
    made = publish_step(making, packet, files, holds, order)
    told = render_text("explain.txt", page).splitlines()
    return Delivery(made.folder, len(files) + 1, made.told, tuple(told))


def _furniture(stage: Stage) -> Furniture:
    return Furniture(stage.round_1.review.call)


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise InputRejected(problems)


def _refuse_if_all_wait(states: tuple[AreaState, ...]) -> None:
    """Refuse a step that no area can take; an area that waits is otherwise only named."""
    if states and all(one.awaited_table for one in states):
        raise InputRejected(
            Problem(
                Place(one.awaited_table),
                sentence("området «{area}» venter på denne tabellen.", area=one.area),
            )
            for one in states
        )


def _states(states: tuple[AreaState, ...]) -> tuple[str, ...]:
    return tuple(
        sentence("{area}: venter på tabellen «{table}».", area=one.area, table=one.awaited_table)
        if one.awaited_table
        else sentence("{area}: {done}.", area=one.area, done=one.done)
        for one in states
    )


def _published(  # noqa: PLR0913, PLR0917 - what every step of the conference ends with
    name: str,
    stage: Stage,
    packet: Packet,
    order: Order,
    index: MakeIndex,
    summary: tuple[str, ...],
) -> Delivery:
    call = stage.round_1.review.call
    told = (*stage.told, *map(_labelled, packet.warnings))
    told = tuple(dict.fromkeys(told))
    making = Making(name, call, stage.sources)
    files = rendered(packet, order, making)
    if "html" in order.formats:
        files |= html((index(packet, {*files, MANIFEST}, told),))
    words = Words(call.language)
    holds = contents(words, shelves(words, packet, files), told)
    made = publish_step(making, packet, files, holds, order)
    return Delivery(made.folder, len(files) + 1, (*told, *made.told), summary)


def _labelled(told: str) -> str:
    return told if told.startswith(("Advarsel: ", "Merknad: ")) else warning(told)
