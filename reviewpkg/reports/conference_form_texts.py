"""Hold the words that explain the workbooks of 2.1 to 2.4 to those who fill them in."""

from __future__ import annotations

from collections.abc import Iterable

from reviewpkg.domain.forms import Section
from reviewpkg.procedure.two_round.step_2_3_second_opinion import Why
from reviewpkg.reports.form_texts import (
    ABOUT,
    CHOOSE,
    COLOURED,
    DELIVER,
    FILL_IN,
    ROOM,
    applications,
    delivery,
)

LEAVING = "Den som står under «Går ut», går ut av rommet før søknaden tas opp."
EMPTY_ROWS = "Rekker dere ikke en søknad, lar dere raden stå tom."
UNCHANGED = (
    "La cellene stå tomme der ingenting er endret, og slett ingen rader: en tom rad sier at "
    "søknaden er gjennomgått."
)


def user_joint(count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the form of 2.1 for the user representatives."""
    about = (
        f"Skjemaet er til brukerrepresentantene i fellesskap. Det har {applications(count)}, i "
        "samme rekkefølge som dagsordenen. Ett skjema er nok for hele møtet."
    )
    return _agreed(about, file, "brukersamlet")


def _agreed(about: str, file: str, table: str) -> tuple[Section, ...]:
    """Explain a form on which the user representatives write what they agree on."""
    grade = "Gi søknaden den karakteren dere blir enige om. Begrunnelsen er frivillig."
    return (
        Section(ABOUT, (about,)),
        Section(FILL_IN, (COLOURED, CHOOSE, grade, LEAVING, EMPTY_ROWS, ROOM)),
        delivery(file, table),
    )


def plenary_1(count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the workbook of 2.2."""
    about = (
        f"Arket er til den som fører referat i plenum 1. Det har {applications(count)}, i samme "
        "rekkefølge som møtearket. «Brukerkarakter» er den felles karakteren, eller snittet av de "
        "individuelle der den felles mangler."
    )
    return (
        Section(ABOUT, (about, LEAVING)),
        Section(
            FILL_IN,
            (
                COLOURED,
                UNCHANGED,
                "Ny karakter og Ny brukerkarakter: skrives bare når plenum har justert dem.",
                "Tilleggsvurdering: velg ja når det er bedt om en.",
                "Tilleggspar: skrives bare når lederen har pekt ut et par.",
                "Begrunnelse: skriv hvorfor noe er endret eller en tilleggsvurdering trengs.",
                ROOM,
            ),
        ),
        _kept(file, "plenum1"),
    )


def second_opinion(names: tuple[str, ...], count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the form of 2.3 for a pair."""
    about = (
        f"Skjemaet er til {' og '.join(names)}. Det har {applications(count)} som dere gir en "
        "tilleggsvurdering av."
    )
    own = (
        "Vurderingen skal være deres egen. Derfor står ingen karakterer eller kommentarer fra "
        "andre her."
    )
    return (
        Section(ABOUT, (about, own)),
        Section(
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                "Gi hver søknad én karakter som dere er enige om.",
                "Begrunn karakteren. Begrunnelsen leses opp for paret som avgjør i plenum 2.",
                ROOM,
                "Er en av dere inhabil? La raden stå tom, og si fra til sekretariatet.",
            ),
        ),
        delivery(file, "tilleggsvurdering"),
    )


def user_supplement(count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the form of 2.3 for the user representatives."""
    about = (
        f"Skjemaet er til brukerrepresentantene i fellesskap. Det har {applications(count)} som "
        "dere ikke har vurdert før. Under «Hvorfor» står det hvorfor den er kommet til."
    )
    return _agreed(about, file, "brukertillegg")


def plenary_2(count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the workbook of 2.4."""
    about = (
        f"Arket er til den som fører referat i plenum 2. Det har {applications(count)} med "
        "tilleggsvurdering, og bare dem."
    )
    return (
        Section(ABOUT, (about, LEAVING)),
        Section(
            FILL_IN,
            (
                COLOURED,
                UNCHANGED,
                "Ny karakter: skrives bare når karakteren er endret.",
                "Besluttet av: velg «par» eller «leder». Tomt betyr paret.",
                "Begrunnelse: skriv hvorfor, særlig når lederen har avgjort.",
                ROOM,
            ),
        ),
        _kept(file, "plenum2"),
    )


def why(reasons: Iterable[Why]) -> str:
    """Say why an application is on the supplementary list (D11)."""
    words = {
        Why.RAISED: "justert opp i karakter av paret",
        Why.SECOND_OPINION: "ute til tilleggsvurdering",
    }
    return " og ".join(words[reason] for reason in reasons)


def _kept(file: str, table: str) -> Section:
    return Section(
        DELIVER,
        (
            f"Lagre arket som Excel-fil (xlsx) under navnet det har: {file}.",
            f"Legg det i mappen «{table}» i utlysningsmappen når møtet er ferdig med området.",
        ),
    )
