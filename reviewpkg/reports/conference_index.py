"""Hold the words of the overviews of 2.1 to 2.4, and count what was done in each area."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.reports.area_progress import awaited_at
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.pictures.two_round_flow import flows
from reviewpkg.reports.step_index import AreaState, StepWords, Task, step_index
from reviewpkg.reports.user_agenda import area_agenda

OFFICE: Final = "Sekretariatet"
USERS: Final = "Brukerrepresentantene"
WORDS: Final[Mapping[Step, StepWords]] = MappingProxyType(
    {
        Step.JOINT: StepWords(
            "2.1",
            "Felles vurdering",
            "Brukerrepresentantenes møte: oversikt",
            "Dagsorden og skjema til brukerrepresentantenes møte. Skjemaene til parene kom med "
            "runde 1.",
            (
                Task(
                    OFFICE,
                    "Gir hver brukerrepresentant sin dagsorden. Den som er inhabil på noe, har sin "
                    "egen, uten karakterene på de søknadene.",
                ),
                Task(USERS, "Tar søknadene ovenfra og ned og blir enige om en felles karakter."),
                Task(OFFICE, "Legger det utfylte skjemaet i mappen «brukersamlet»."),
                Task(OFFICE, "Kjører «make plenary1» når parene også har levert («samlet»)."),
            ),
        ),
        Step.PLENARY_1: StepWords(
            "2.2",
            "Plenumsgjennomgang 1",
            "Plenum 1: oversikt",
            "Møtearket viser søknadene i den rekkefølgen de tas opp, og hvem som går ut. Åpne "
            "HTML-filen på storskjerm: der er teksten stor og tilpasset rommet.",
            (
                Task(OFFICE, "Deler ut møtearket i møtet, ikke før, og samler det inn etterpå."),
                Task(
                    "Lederen",
                    "Ser til at den som er inhabil, har gått ut av rommet før søknaden tas opp.",
                ),
                Task(OFFICE, "Fører endringer i arket plenum1, ett for hvert område."),
                Task(OFFICE, "Legger arket i mappen «plenum1» og kjører «make second-opinion»."),
            ),
        ),
        Step.SECOND_OPINION: StepWords(
            "2.3",
            "Tilleggsvurdering og utvidet brukervurdering",
            "Tilleggsvurdering: oversikt",
            "Skjemaer til parene som skal gi en tilleggsvurdering, og tilleggslisten til "
            "brukerrepresentantene.",
            (
                Task(
                    "Lederen",
                    "Ser over fordelingen. Et annet par navngis under «Tilleggspar» i plenum1, og "
                    "«make second-opinion» kjøres igjen.",
                ),
                Task("Parene", "Får hvert sitt skjema. Det legges utfylt i «tilleggsvurdering»."),
                Task(USERS, "Får tilleggslisten. Den legges utfylt i «brukertillegg»."),
                Task(OFFICE, "Kjører «make plenary2»."),
            ),
        ),
        Step.PLENARY_2: StepWords(
            "2.4",
            "Plenumsgjennomgang 2",
            "Plenum 2: oversikt",
            "Møteark med tilleggsvurderingene. Bare søknader med tilleggsvurdering tas opp igjen.",
            (
                Task(OFFICE, "Deler ut møtearket i møtet, ikke før, og samler det inn etterpå."),
                Task(
                    "Paret",
                    "Avgjør om karakteren skal endres. Er uenigheten stor, avgjør lederen.",
                ),
                Task(
                    OFFICE,
                    "Fører hva som ble bestemt, av hvem og hvorfor, i arket plenum2, og legger det "
                    "i mappen «plenum2».",
                ),
                Task(OFFICE, "Kjører «make ranking»."),
            ),
        ),
    }
)


def conference_index(  # noqa: PLR0913, PLR0917 - the overview's parts, each given by name
    step: Step,
    packet: Packet,
    round_1: Round1,
    conference: Conference,
    areas: tuple[AreaConference, ...],
    furniture: Furniture,
    *,
    files: Collection[str],
    warnings: tuple[str, ...],
) -> Document:
    """Return the overview of 2.1, 2.2, 2.3 or 2.4; `files` are the paths of all files there are."""
    states = conference_states(step, round_1, conference, areas)
    return step_index(
        packet,
        WORDS[step],
        furniture,
        areas=states,
        flows=flows(round_1),
        files=files,
        warnings=warnings,
    )


def conference_states(
    step: Step, round_1: Round1, conference: Conference, areas: tuple[AreaConference, ...]
) -> tuple[AreaState, ...]:
    """Say how far each area has come in 2.1, 2.2, 2.3 or 2.4."""
    return tuple(_state(step, round_1, conference, area) for area in areas)


def _state(step: Step, round_1: Round1, conference: Conference, area: AreaConference) -> AreaState:
    awaited = awaited_at(step, round_1, conference, area)
    if awaited:
        return AreaState(area.area.id, "", awaited.table)
    return AreaState(area.area.id, _done(step, round_1, conference, area))


def _done(step: Step, round_1: Round1, conference: Conference, area: AreaConference) -> str:
    if step is Step.JOINT:
        return f"{_applications(len(area_agenda(round_1, conference, area)))} på dagsordenen"
    if step is Step.PLENARY_1:
        return f"{_applications(len(area.after_joint))} til plenum"
    asked = len(area.requests)
    if step is Step.SECOND_OPINION:
        extra = len(area.supplements)
        return f"{_applications(asked)} til tilleggsvurdering, {extra} på tilleggslisten"
    numbers = {one.project_number for one in conference.second_opinions}
    present = [
        one.application.project_number
        for one in area.requests
        if not one.application.withdrawn_at(Step.PLENARY_2)
    ]
    back = len(numbers.intersection(present))
    return f"{back} av {_applications(len(present))} har fått sin tilleggsvurdering"


def _applications(count: int) -> str:
    return f"{count} {'søknad' if count == 1 else 'søknader'}"
