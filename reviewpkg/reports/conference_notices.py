"""Say what the secretariat should look at in 2.1 to 2.4.

It stands on the index page and on standard error, so it is sentences that can be retold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import Step
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, plural_sentence, sentence
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.reports.plenary_2 import Plenary2
from reviewpkg.reports.second_opinion_form import unfit_requests
from reviewpkg.reports.user_agenda import area_agenda, user_room


def joint_warnings(
    round_1: Round1, conference: Conference, area: AreaConference
) -> Iterator[Sentence]:
    """2.1: warn of own grades that are missing, and of what no user representative may assess."""
    items = area_agenda(round_1, conference, area)
    assigned = round_1.user_review.assigned
    for item in items:
        number = item.graded.project_number
        given = {one.member for one in item.user_grades}
        missing = [member for member in assigned.get(number, ()) if member not in given]
        if missing:
            names = round_1.review.committee.names
            yield sentence(
                "{area}: {number} mangler karakteren fra {who} (1.4).",
                area=area.area.id,
                number=number,
                who=enumerated(names[member] for member in missing),
            )
    applications = [item.graded.application for item in items]
    yield from _nobody(round_1, Step.JOINT, area, applications)


def second_opinion_warnings(round_1: Round1, area: AreaConference) -> Iterator[Sentence]:
    """2.3: warn of second opinions that no pair can give, and of pairs that may not give theirs."""
    for one in area.requests:
        if not one.pair:
            yield sentence(
                "{area}: ingen par kan gi {number} en tilleggsvurdering; alle er inhabile, eier "
                "søknaden eller har vurdert den (2.3).",
                area=area.area.id,
                number=one.application.project_number,
            )
    for one in unfit_requests(round_1, area.requests):
        yield sentence(
            "{area}: par {pair} kan ikke gi {number} en tilleggsvurdering, og den står ikke på "
            "skjemaet deres; la lederen velge et annet par (2.3).",
            area=area.area.id,
            pair=one.pair,
            number=one.application.project_number,
        )
    applications = [one.graded.application for one in area.supplements]
    yield from _nobody(round_1, Step.SECOND_OPINION, area, applications)


def plenary_2_warnings(round_1: Round1, page: Plenary2) -> Iterator[Sentence]:
    """2.4: warn of second opinions that have not come, and of what nobody is left to settle."""
    for one in page.waiting:
        number = one.application.project_number
        if one.pair:
            yield sentence(
                "{area}: tilleggsvurderingen av {number} fra par {pair} mangler (2.4).",
                area=page.area,
                number=number,
                pair=one.pair,
            )
        else:
            yield sentence(
                "{area}: {number} har ikke fått noen tilleggsvurdering (2.4).",
                area=page.area,
                number=number,
            )
    has_chair = any(one.role is Role.CHAIR for one in round_1.review.committee.reviewers)
    for card in page.cards:
        if not card.deciders and (card.chair_leaves or not has_chair):
            yield sentence(
                "{area}: ingen kan avgjøre karakteren til {number}; alle er inhabile (2.4).",
                area=page.area,
                number=card.standing.project_number,
            )


def _nobody(
    round_1: Round1, step: Step, area: AreaConference, applications: Sequence[Application]
) -> Iterator[Sentence]:
    barred = user_room(round_1, step)
    for one in applications:
        if barred.people and barred.people == barred.leaving(one.project_number):
            yield sentence(
                "{area}: alle brukerrepresentantene er inhabile på {number}, så den står ikke på "
                "skjemaet ({step}).",
                area=area.area.id,
                number=one.project_number,
                step=step.value,
            )


def unheard_users(
    round_1: Round1, conference: Conference, areas: Iterable[AreaConference], step: Step
) -> Iterator[Sentence]:
    """Warn where the user representatives' grades are fewer than the routine means (D9, D11).

    The routine falls back on what there is, so a forgotten table would otherwise pass in silence.
    """
    for area in areas:
        numbers = {graded.project_number for graded in area.members}
        for_users = {
            one.application.project_number for one in round_1.to_round_2 if one.user_review
        } & numbers
        own = {one.project_number for one in conference.user_grades} & numbers
        joint = {one.project_number for one in conference.user_joint_grades} & numbers
        extra = {one.project_number for one in conference.user_supplements} & numbers
        name = area.area.id
        if step < Step.PLENARY_1 or not area.after_joint:
            continue
        if for_users and not own:
            yield sentence(
                "{area}: «brukerkarakterer» har ingen rader for området, så ingen av "
                "brukerrepresentantenes egne karakterer teller (1.4).",
                area=name,
            )
        if for_users and not joint:
            yield sentence(
                "{area}: «brukersamlet» har ingen rader for området, så snittet av de egne "
                "karakterene teller i stedet (2.1).",
                area=name,
            )
        if step >= Step.AROUND_THE_LINE and area.pool and area.supplements and not extra:
            yield plural_sentence(
                "{area}: «brukertillegg» har ingen rader for området, men {count} søknad står på "
                "tilleggslisten (2.3).",
                "{area}: «brukertillegg» har ingen rader for området, men {count} søknader står på "
                "tilleggslisten (2.3).",
                len(area.supplements),
                area=name,
            )
