"""Hold the words that explain the workbooks of the panel routine to those who fill them in."""

from __future__ import annotations

from reviewpkg.domain.forms import Section
from reviewpkg.reports.conference_form_texts import LEAVING
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

GRADES = "Kvalitet og nytte"
NOT_GRADED = (
    "Er du inhabil på en søknad, eller kan du ikke vurdere den? La raden stå tom, og si fra til "
    "sekretariatet."
)
ANOTHER = (
    "Skal du vurdere en søknad som ikke står her? Send karakterene til sekretariatet, som fører "
    "dem inn. Rader kan ikke legges til i skjemaet."
)
AGREED = (
    "Skriv en samlet karakter bare der panelet er blitt enig om en. Den teller i stedet for "
    "ekspertenes."
)


def expert(name: str, count: int, *, file: str) -> tuple[Section, ...]:
    """Explain an expert's form (K2)."""
    about = (
        f"Skjemaet er til {name}. Det har {applications(count)} som du vurderer på egen hånd, uten "
        "å snakke med de andre ekspertene."
    )
    order = "Søknadene står etter prosjektnummer. Rekkefølgen sier ikke noe annet."
    return (
        Section(ABOUT, (about, order)),
        Section(
            GRADES,
            (
                "Kvalitet er den vitenskapelige kvaliteten.",
                "Nytte er den nytten som prosjektet ventes å gi.",
                "De to teller like mye: karakteren din er gjennomsnittet av dem.",
            ),
        ),
        Section(
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                "Gi begge karakterene, eller ingen av dem. Kommentaren er frivillig.",
                NOT_GRADED,
                ANOTHER,
                ROOM,
            ),
        ),
        delivery(file, "karakterer"),
    )


def joint_record(count: int, already: int, *, file: str) -> tuple[Section, ...]:
    """Explain the record of the meeting (K3); `already` counts the joint grades set before."""
    about = (
        f"Arket er til den som fører referat i panelmøtet. Det har {applications(count)}, i samme "
        "rekkefølge som panelarket."
    )
    before = (
        f"Panelet har før dette satt samlet karakter på {applications(already)}. De står i "
        "«samlet» i utlysningsmappen, ikke her: før videre i arket som ligger der."
    )
    return (
        Section(ABOUT, (about, *([before] if already else []), LEAVING)),
        Section(
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                AGREED,
                "La cellen stå tom der ekspertenes karakter skal stå.",
                "Begrunnelse: skriv hvorfor panelet har satt en annen karakter.",
                ROOM,
            ),
        ),
        Section(
            DELIVER,
            (
                f"Lagre arket som Excel-fil (xlsx) under navnet det har: {file}.",
                "Legg det i utlysningsmappen når møtet er ferdig.",
            ),
        ),
    )
