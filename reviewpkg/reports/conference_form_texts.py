"""Hold the words that explain the workbooks of 2.1 to 2.4 to those who fill them in."""

from __future__ import annotations

from collections.abc import Iterable

from reviewpkg.domain.forms import Section
from reviewpkg.languages.words import Words, marked
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
    section,
)

LEAVING = marked("Den som står under «Går ut», går ut av rommet før søknaden tas opp.")
EMPTY_ROWS = marked("Rekker dere ikke en søknad, lar dere raden stå tom.")
UNCHANGED = marked(
    "La cellene stå tomme der ingenting er endret, og slett ingen rader: en tom rad sier at "
    "søknaden er gjennomgått."
)


def user_joint(words: Words, count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the form of 2.1 for the user representatives."""
    about = words.say(
        "Skjemaet er til brukerrepresentantene i fellesskap. Det har {applications}, i samme "
        "rekkefølge som dagsordenen. Ett skjema er nok for hele møtet.",
        applications=applications(words, count),
    )
    return _agreed(words, about, file, "brukersamlet")


def _agreed(words: Words, about: str, file: str, table: str) -> tuple[Section, ...]:
    """Explain a form on which the user representatives write what they agree on."""
    grade = marked("Gi søknaden den karakteren dere blir enige om. Begrunnelsen er frivillig.")
    return (
        Section(words.say(ABOUT), (about,)),
        section(words, FILL_IN, (COLOURED, CHOOSE, grade, LEAVING, EMPTY_ROWS, ROOM)),
        delivery(words, file, table),
    )


def plenary_1(words: Words, count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the workbook of 2.2."""
    about = words.say(
        "Arket er til den som fører referat i plenum 1. Det har {applications}, i samme "
        "rekkefølge som møtearket. «Brukerkarakter» er den felles karakteren, eller snittet av de "
        "individuelle der den felles mangler.",
        applications=applications(words, count),
    )
    return (
        Section(words.say(ABOUT), (about, words.say(LEAVING))),
        section(
            words,
            FILL_IN,
            (
                COLOURED,
                UNCHANGED,
                marked(
                    "Ny karakter og Ny brukerkarakter: skrives bare når plenum har justert dem."
                ),
                marked("Tilleggsvurdering: velg ja når det er bedt om en."),
                marked("Tilleggspar: skrives bare når lederen har pekt ut et par."),
                marked(
                    "Begrunnelse: skriv hvorfor noe er endret eller en tilleggsvurdering trengs."
                ),
                ROOM,
            ),
        ),
        _kept(words, file, "plenum1"),
    )


def second_opinion(
    words: Words, names: tuple[str, ...], count: int, *, file: str
) -> tuple[Section, ...]:
    """Explain the form of 2.3 for a pair."""
    about = words.say(
        "Skjemaet er til {names}. Det har {applications} som dere gir en tilleggsvurdering av.",
        names=words.figures.join_and(names),
        applications=applications(words, count),
    )
    own = words.say(
        "Vurderingen skal være deres egen. Derfor står ingen karakterer eller kommentarer fra "
        "andre her."
    )
    return (
        Section(words.say(ABOUT), (about, own)),
        section(
            words,
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                marked("Gi hver søknad én karakter som dere er enige om."),
                marked(
                    "Begrunn karakteren. Begrunnelsen leses opp for paret som avgjør i plenum 2."
                ),
                ROOM,
                marked("Er en av dere inhabil? La raden stå tom, og si fra til sekretariatet."),
            ),
        ),
        delivery(words, file, "tilleggsvurdering"),
    )


def user_supplement(words: Words, count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the form of 2.3 for the user representatives."""
    about = words.say(
        "Skjemaet er til brukerrepresentantene i fellesskap. Det har {applications} som dere ikke "
        "har vurdert før. Under «Hvorfor» står det hvorfor den er kommet til.",
        applications=applications(words, count),
    )
    return _agreed(words, about, file, "brukertillegg")


def plenary_2(words: Words, count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the workbook of 2.4."""
    about = words.say(
        "Arket er til den som fører referat i plenum 2. Det har {applications} med "
        "tilleggsvurdering, og bare dem.",
        applications=applications(words, count),
    )
    return (
        Section(words.say(ABOUT), (about, words.say(LEAVING))),
        section(
            words,
            FILL_IN,
            (
                COLOURED,
                UNCHANGED,
                marked("Ny karakter: skrives bare når karakteren er endret."),
                marked("Besluttet av: velg «par» eller «leder». Tomt betyr paret."),
                marked("Begrunnelse: skriv hvorfor, særlig når lederen har avgjort."),
                ROOM,
            ),
        ),
        _kept(words, file, "plenum2"),
    )


def why(words: Words, reasons: Iterable[Why]) -> str:
    """Say why an application is on the supplementary list (D11)."""
    said = {
        Why.RAISED: marked("justert opp i karakter av paret"),
        Why.SECOND_OPINION: marked("ute til tilleggsvurdering"),
    }
    return words.figures.join_and(words.say(said[reason]) for reason in reasons)


def _kept(words: Words, file: str, table: str) -> Section:
    return Section(
        words.say(DELIVER),
        (
            words.say("Lagre arket som Excel-fil (xlsx) under navnet det har: {file}.", file=file),
            words.say(
                "Legg det i mappen «{table}» i utlysningsmappen når møtet er ferdig med området.",
                table=table,
            ),
        ),
    )
