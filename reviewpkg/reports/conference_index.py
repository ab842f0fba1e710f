"""Hold the words of the overviews of 2.1 to 2.4, and count what was done in each area."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.languages.sentence import plural_sentence, sentence
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.reports.area_progress import awaited_at
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.pictures.two_round_flow import flows
from reviewpkg.reports.step_index import AreaState, StepWords, Task, step_index
from reviewpkg.reports.step_words import OFFICE
from reviewpkg.reports.user_agenda import area_agenda

USERS: Final = sentence("Brukerrepresentantene")
CHAIR: Final = sentence("Lederen")
HAND_OUT: Final = Task(
    OFFICE, sentence("Deler ut møtearket i møtet, ikke før, og samler det inn etterpå.")
)
WORDS: Final[Mapping[Step, StepWords]] = MappingProxyType(
    {
        Step.JOINT: StepWords(
            "2.1",
            sentence("Felles vurdering"),
            sentence("Brukerrepresentantenes møte: oversikt"),
            sentence(
                "Dagsorden og skjema til brukerrepresentantenes møte. Skjemaene til parene kom med "
                "runde 1."
            ),
            (
                Task(
                    OFFICE,
                    sentence(
                        "Gir hver brukerrepresentant sin dagsorden. Den som er inhabil på noe, har "
                        "sin egen, uten karakterene på de søknadene."
                    ),
                ),
                Task(
                    USERS,
                    sentence("Tar søknadene ovenfra og ned og blir enige om en felles karakter."),
                ),
                Task(OFFICE, sentence("Legger det utfylte skjemaet i mappen «brukersamlet».")),
                Task(
                    OFFICE,
                    sentence("Kjører «make plenary1» når parene også har levert («samlet»)."),
                ),
            ),
        ),
        Step.PLENARY_1: StepWords(
            "2.2",
            sentence("Plenumsgjennomgang 1"),
            sentence("Plenum 1: oversikt"),
            sentence(
                "Møtearket viser søknadene i den rekkefølgen de tas opp, og hvem som går ut. Åpne "
                "HTML-filen på storskjerm: der er teksten stor og tilpasset rommet."
            ),
            (
                HAND_OUT,
                Task(
                    CHAIR,
                    sentence(
                        "Ser til at den som er inhabil, har gått ut av rommet før søknaden tas opp."
                    ),
                ),
                Task(OFFICE, sentence("Fører endringer i arket plenum1, ett for hvert område.")),
                Task(
                    OFFICE,
                    sentence("Legger arket i mappen «plenum1» og kjører «make second-opinion»."),
                ),
            ),
        ),
        Step.SECOND_OPINION: StepWords(
            "2.3",
            sentence("Tilleggsvurdering og utvidet brukervurdering"),
            sentence("Tilleggsvurdering: oversikt"),
            sentence(
                "Skjemaer til parene som skal gi en tilleggsvurdering, og tilleggslisten til "
                "brukerrepresentantene."
            ),
            (
                Task(
                    CHAIR,
                    sentence(
                        "Ser over fordelingen. Et annet par navngis under «Tilleggspar» i plenum1, "
                        "og «make second-opinion» kjøres igjen."
                    ),
                ),
                Task(
                    sentence("Parene"),
                    sentence("Får hvert sitt skjema. Det legges utfylt i «tilleggsvurdering»."),
                ),
                Task(
                    USERS,
                    sentence("Får tilleggslisten. Den legges utfylt i «brukertillegg»."),
                ),
                Task(OFFICE, sentence("Kjører «make plenary2».")),
            ),
        ),
        Step.PLENARY_2: StepWords(
            "2.4",
            sentence("Plenumsgjennomgang 2"),
            sentence("Plenum 2: oversikt"),
            sentence(
                "Møteark med tilleggsvurderingene. Bare søknader med tilleggsvurdering tas opp "
                "igjen."
            ),
            (
                HAND_OUT,
                Task(
                    sentence("Paret"),
                    sentence(
                        "Avgjør om karakteren skal endres. Er uenigheten stor, avgjør lederen."
                    ),
                ),
                Task(
                    OFFICE,
                    sentence(
                        "Fører hva som ble bestemt, av hvem og hvorfor, i arket plenum2, og legger "
                        "det i mappen «plenum2»."
                    ),
                ),
                Task(OFFICE, sentence("Kjører «make ranking».")),
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
        return plural_sentence(
            "{count} søknad på dagsordenen",
            "{count} søknader på dagsordenen",
            len(area_agenda(round_1, conference, area)),
        )
    if step is Step.PLENARY_1:
        return plural_sentence(
            "{count} søknad til plenum", "{count} søknader til plenum", len(area.after_joint)
        )
    if step is Step.SECOND_OPINION:
        return plural_sentence(
            "{count} søknad til tilleggsvurdering, {extra} på tilleggslisten",
            "{count} søknader til tilleggsvurdering, {extra} på tilleggslisten",
            len(area.requests),
            extra=len(area.supplements),
        )
    numbers = {one.project_number for one in conference.second_opinions}
    present = [
        one.application.project_number
        for one in area.requests
        if not one.application.withdrawn_at(Step.PLENARY_2)
    ]
    return plural_sentence(
        "{back} av {count} søknad har fått sin tilleggsvurdering",
        "{back} av {count} søknader har fått sin tilleggsvurdering",
        len(present),
        back=len(numbers.intersection(present)),
    )
