"""Hold the words that explain the workbooks of the panel routine to those who fill them in."""

from __future__ import annotations

from reviewpkg.domain.forms import Section
from reviewpkg.languages.words import Words, marked
from reviewpkg.reports.conference_form_texts import LEAVING
from reviewpkg.reports.form_texts import (
    ABOUT,
    CHOOSE,
    COLOURED,
    DELIVER,
    FILL_IN,
    ORDER,
    ROOM,
    applications,
    delivery,
    section,
)

GRADES = marked("Kvalitet og nytte")
NOT_GRADED = marked(
    "Er du inhabil på en søknad, eller kan du ikke vurdere den? La raden stå tom, og si fra til "
    "sekretariatet."
)
ANOTHER = marked(
    "Skal du vurdere en søknad som ikke står her? Send karakterene til sekretariatet, som fører "
    "dem inn. Rader kan ikke legges til i skjemaet."
)
AGREED = marked(
    "Skriv en samlet karakter bare der panelet er blitt enig om en. Den teller i stedet for "
    "ekspertenes."
)


def expert(words: Words, name: str, count: int, *, file: str) -> tuple[Section, ...]:
    """Explain an expert's form (K2)."""
    about = words.say(
        "Skjemaet er til {name}. Det har {applications} som du vurderer på egen hånd, uten å "
        "snakke med de andre ekspertene.",
        name=name,
        applications=applications(words, count),
    )
    return (
        Section(words.say(ABOUT), (about, words.say(ORDER))),
        section(
            words,
            GRADES,
            (
                marked("Kvalitet er den vitenskapelige kvaliteten."),
                marked("Nytte er den nytten som prosjektet ventes å gi."),
                marked("De to teller like mye: karakteren din er gjennomsnittet av dem."),
            ),
        ),
        section(
            words,
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                marked("Gi begge karakterene, eller ingen av dem. Kommentaren er frivillig."),
                NOT_GRADED,
                ANOTHER,
                ROOM,
            ),
        ),
        delivery(words, file, "karakterer"),
    )


def joint_record(words: Words, count: int, already: int, *, file: str) -> tuple[Section, ...]:
    """Explain the record of the meeting (K3); `already` counts the joint grades set before."""
    about = [
        words.say(
            "Arket er til den som fører referat i panelmøtet. Det har {applications}, i samme "
            "rekkefølge som panelarket.",
            applications=applications(words, count),
        )
    ]
    if already:
        about.append(
            words.say(
                "Panelet har før dette satt samlet karakter på {applications}. De står i «samlet» "
                "i utlysningsmappen, ikke her: før videre i arket som ligger der.",
                applications=applications(words, already),
            )
        )
    return (
        Section(words.say(ABOUT), (*about, words.say(LEAVING))),
        section(
            words,
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                AGREED,
                marked("La cellen stå tom der ekspertenes karakter skal stå."),
                marked("Begrunnelse: skriv hvorfor panelet har satt en annen karakter."),
                ROOM,
            ),
        ),
        Section(
            words.say(DELIVER),
            (
                words.say(
                    "Lagre arket som Excel-fil (xlsx) under navnet det har: {file}.", file=file
                ),
                words.say("Legg det i utlysningsmappen når møtet er ferdig."),
            ),
        ),
    )
