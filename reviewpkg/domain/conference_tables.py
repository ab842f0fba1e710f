"""Declare the tables of the allocation conference, once, for reading them and for their forms."""

from __future__ import annotations

from reviewpkg.domain.call import Grading
from reviewpkg.domain.tables import (
    A_PAIR,
    APPLICANT,
    AREA,
    NUMBER,
    REASON,
    SUMMARY,
    TITLE,
    Column,
    Count,
    Number,
    Table,
    Text,
    Word,
)

PAIR = Column("Par", "pair", A_PAIR)
PLACE = Column("Plassering", "place", Count(least=1))
ON_LIST, SECOND_PAIR, LEAVING, WHY = "Plass", "Tilleggspar", "Går ut", "Hvorfor"
PAIR_GRADE, USER_GRADE, SECOND_OPINION = "Parets karakter", "Brukerkarakter", "Tilleggskarakter"


def user_joint_grades(grading: Grading) -> Table:
    """Declare `brukersamlet` (2.1): what the user representatives agree on."""
    return Table("brukersamlet", (NUMBER, _joint(grading), REASON), (TITLE, LEAVING))


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
            Column(SECOND_PAIR, "named_pair", A_PAIR, optional=True),
            REASON,
        ),
        (ON_LIST, TITLE, PAIR.heading, PAIR_GRADE, USER_GRADE, LEAVING),
    )


def second_opinions(grading: Grading) -> Table:
    """Declare `tilleggsvurdering` (2.3)."""
    grade = Column("Karakter", "grade", Number(grading.joint))
    return Table(
        "tilleggsvurdering", (NUMBER, PAIR, grade, REASON), (TITLE, APPLICANT, AREA, SUMMARY)
    )


def user_supplements(grading: Grading) -> Table:
    """Declare `brukertillegg` (2.3)."""
    grade = Column("Karakter", "grade", Number(grading.joint))
    return Table(
        "brukertillegg", (NUMBER, grade, REASON), (TITLE, APPLICANT, SUMMARY, WHY, LEAVING)
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
        (TITLE, PAIR.heading, PAIR_GRADE, SECOND_PAIR, SECOND_OPINION, LEAVING),
    )


USER_GRADE_LAST = "Brukerrepresentantenes siste karakter"
USER_GRADE_FIRST = "Brukerrepresentantens karakter fra første runde"
CONFLICTED = "Inhabilitet"
# What the routine wants on a ranking form, in its order (2.6)
RANKING_HEADINGS = (
    NUMBER.heading,
    TITLE,
    "Samlet vurdering fra paret",
    USER_GRADE_LAST,
    "Antallet prioriterte områder (fra «Innstille samlet»)",
    "Gjennomsnittskarakteren fra første vurderingsrunde",
    USER_GRADE_FIRST,
    CONFLICTED,
)
# A row that both members are conflicted on stands on the form without a place.
BALLOTS = Table(
    "rangering",
    (
        NUMBER,
        PAIR,
        Column("Felles plassering", "joint_place", Count(least=1), optional=True),
        Column("Plassering", "place", Count(least=1), may_be_blank=True),
    ),
    shown=RANKING_HEADINGS[1:],
)
USER_PLACES = Table(
    "brukerrangering",
    (NUMBER, PLACE),
    shown=(TITLE, APPLICANT, USER_GRADE_LAST, USER_GRADE_FIRST, CONFLICTED),
)
RULINGS = Table(
    "lederbeslutning",
    (
        NUMBER,
        Column("Ny plassering", "place", Count(least=1)),
        Column("Begrunnelse", "reason", Text()),
    ),
)
