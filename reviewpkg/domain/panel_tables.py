"""Declare the tables of a panel call, once, for reading them and for writing the forms.

What a call does not ask for need not stand in its tables: a column is required where a criterion in
force looks at it, and is left unread where none does.
"""

from __future__ import annotations

from typing import Final

from reviewpkg.domain.call import Grading
from reviewpkg.domain.conference_tables import LEAVING
from reviewpkg.domain.screening import Markers, Screening
from reviewpkg.domain.steps import PanelStep
from reviewpkg.domain.tables import (
    COMMENT,
    LONGEST_LINE,
    LONGEST_TITLE,
    MEMBER,
    NUMBER,
    REASON,
    STATUS,
    TITLE,
    Column,
    Count,
    Identifier,
    Kroner,
    Moment,
    Number,
    StepNumber,
    Table,
    Text,
    Word,
)
from reviewpkg.languages.sentence import sentence

INSTITUTION, REGION, AMOUNT = "Søkerinstitusjon", "Helseregion", "Søknadssum"
QUALITY, BENEFIT, JOINT = "Kvalitet", "Nytte", "Samlet karakter"
EXPERTS_GRADE, SPREAD = "Ekspertenes karakter", "Spredning"
LEADER, PARTNER = "prosjektleder", "partner"
YES, NO = "ja", "nei"
HEALTH_REGIONS: Final = ("Sør-Øst", "Vest", "Midt-Norge", "Nord")
_YES_NO = Word((YES, NO), required=True)
_INSTITUTION = Identifier(sentence("en institusjon"))
_FROM_STEP = Column("Fra trinn", "from_step", StepNumber(tuple(PanelStep)), optional=True)

EXPERTS = Table(
    "fagutvalg",
    (
        MEMBER,
        Column("Navn", "name", Text(LONGEST_LINE)),
        Column("E-post", "email", Text(LONGEST_TITLE), optional=True),
        Column("Rolle", "role", Word(("leder", "kontrollutvalg")), optional=True),
    ),
    shown=("Par",),
)
CONFLICTS = Table("inhabilitet", (NUMBER, MEMBER, _FROM_STEP), shown=("Stedfortreder",))


def applications(screening: Screening) -> Table:
    """Declare `soknader` for the criteria in force (K1)."""
    zone = str(screening.deadline.tzinfo) if screening.deadline else ""
    markers = Word(tuple(one.value for one in Markers), required=True)
    asked = (
        ("F1", Column("Innsendt", "submitted", Moment(zone))),
        ("F11", Column("Kanal", "channel", Text(LONGEST_LINE))),
        ("F3", Column("Varighet", "duration_months", Count())),
        ("F4", Column("Språk", "language", Text(LONGEST_LINE))),
        ("F5", Column("Ledelsesforankring", "anchored", _YES_NO)),
        ("F6", Column("Brukermedvirkning", "user_involvement", _YES_NO)),
        ("F8", Column("Pasientinklusjon", "patients_from_all_regions", _YES_NO)),
        ("F10", Column("Markører", "markers", markers)),
    )
    in_force = screening.criteria
    return Table(
        "soknader",
        (
            NUMBER,
            Column(TITLE, "title", Text(LONGEST_TITLE)),
            Column(INSTITUTION, "institution", _INSTITUTION),
            Column(REGION, "region", _region(screening)),
            Column(AMOUNT, "amount", Kroner()),
            *(column for criterion, column in asked if criterion in in_force),
            Column("Tema", "theme", Text(LONGEST_LINE), optional=True),
            STATUS,
            _FROM_STEP,
        ),
        shown=tuple(column.heading for criterion, column in asked if criterion not in in_force),
    )


def partners(screening: Screening) -> Table:
    """Declare `partnere` (F7)."""
    return Table(
        "partnere",
        (
            NUMBER,
            Column("Institusjon", "institution", _INSTITUTION),
            Column(REGION, "region", _region(screening)),
        ),
    )


def cvs(screening: Screening) -> Table:
    """Declare `cv` (F9)."""
    return Table(
        "cv",
        (
            NUMBER,
            Column("Deltaker", "participant", Text(LONGEST_LINE)),
            Column(REGION, "region", _region(screening)),
            Column("Rolle", "role", Word((LEADER, PARTNER), required=True)),
            Column("Sider", "pages", Count()),
            Column("Publikasjonsliste", "publications", _YES_NO),
        ),
    )


def institutions(screening: Screening) -> Table:
    """Declare `institusjoner`: those that may apply (F5, F7)."""
    return Table(
        "institusjoner",
        (
            Column("Institusjon", "institution", _INSTITUTION),
            Column(REGION, "region", _region(screening)),
        ),
    )


def _region(screening: Screening) -> Word:
    regions = dict.fromkeys((*HEALTH_REGIONS, *screening.regions))
    return Word(tuple(regions), required=True)


def grades(grading: Grading) -> Table:
    """Declare `karakterer` (K2); an expert leaves both grades blank where none is given."""
    return Table(
        "karakterer",
        (
            NUMBER,
            MEMBER,
            Column(QUALITY, "quality", Number(grading.total), may_be_blank=True),
            Column(BENEFIT, "benefit", Number(grading.total), may_be_blank=True),
            COMMENT,
        ),
        shown=(TITLE, INSTITUTION, REGION, AMOUNT),
    )


def joint_grades(grading: Grading) -> Table:
    """Declare `samlet` (K3); a blank grade says that the panel set none."""
    return Table(
        "samlet",
        (
            NUMBER,
            Column(JOINT, "grade", Number(grading.joint), may_be_blank=True),
            REASON,
        ),
        shown=(TITLE, INSTITUTION, EXPERTS_GRADE, SPREAD, LEAVING),
    )
