"""Declare the tables of the allocation conference, once, for reading them and for their forms."""

from __future__ import annotations

from reviewpkg.domain.call import Grading
from reviewpkg.domain.tables import NUMBER, REASON, Column, Count, Identifier, Number, Table, Text, Word

PAIR = Column("Par", "pair", Identifier("et par"))
PLACE = Column("Plassering", "place", Count(least=1))


def user_joint_grades(grading: Grading) -> Table:
    """Declare `brukersamlet` (2.1): what the user representatives agree on."""
    return Table("brukersamlet", (NUMBER, _joint(grading), REASON))


def _joint(grading: Grading) -> Column:
    return Column("Samlet karakter", "grade", Number(grading.joint))


def plenary_1(grading: Grading) -> Table:
    """Declare `plenum1` (2.2): adjusted grades and requests for a second opinion."""
    return Table(
        "plenum1",
        (
            NUMBER,
            Column("Ny karakter", "grade", Number(grading.joint), optional=True),
            Column("Ny brukerkarakter", "user_grade", Number(grading.joint), optional=True),
            Column("Tilleggsvurdering", "second_opinion", Word(("ja", "nei")), optional=True),
            Column("Tilleggspar", "named_pair", Identifier("et par"), optional=True),
            REASON,
        ),
    )


def second_opinions(grading: Grading) -> Table:
    """Declare `tilleggsvurdering` (2.3)."""
    grade = Column("Karakter", "grade", Number(grading.joint))
    return Table("tilleggsvurdering", (NUMBER, PAIR, grade, REASON))


def user_supplements(grading: Grading) -> Table:
    """Declare `brukertillegg` (2.3)."""
    return Table(
        "brukertillegg", (NUMBER, Column("Karakter", "grade", Number(grading.joint)), REASON)
    )


def plenary_2(grading: Grading) -> Table:
    """Declare `plenum2` (2.4): what was settled, and by whom."""
    return Table(
        "plenum2",
        (
            NUMBER,
            Column("Ny karakter", "grade", Number(grading.joint), optional=True),
            Column("Besluttet av", "decided_by", Word(("par", "leder")), optional=True),
            REASON,
        ),
    )


# A row that both members are conflicted on stands on the form without a place.
BALLOTS = Table(
    "rangering",
    (
        NUMBER,
        PAIR,
        Column("Plassering", "place", Count(least=1), may_be_blank=True),
        Column("Felles plassering", "joint_place", Count(least=1), optional=True),
    ),
)
USER_PLACES = Table("brukerrangering", (NUMBER, PLACE))
RULINGS = Table(
    "lederbeslutning",
    (
        NUMBER,
        Column("Ny plassering", "place", Count(least=1)),
        Column("Begrunnelse", "reason", Text()),
    ),
)
