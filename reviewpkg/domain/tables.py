"""Declare the tables of a call folder, once, for reading them and for writing the forms.

A table's headings are the glossary: the one place where a Norwegian heading meets its English
field; `domain.headings` says them in the other languages. What a cell may hold is declared as a
value; reading parses by it, forms validate by it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from reviewpkg.domain.call import Grading, Scale
from reviewpkg.domain.headings import every_heading
from reviewpkg.domain.screening import Screening
from reviewpkg.domain.steps import AnyStep, Step
from reviewpkg.languages.sentence import Sentence, sentence

LONGEST_TEXT: Final = 32_767
"""Characters; a cell of xlsx holds no more."""
LONGEST_LINE: Final = 200
"""Characters of what names somebody or something, and may have to stand in the head of a page."""
LONGEST_TITLE: Final = 1_000


@dataclass(frozen=True, slots=True)
class Text:
    """Be free text of at most `most` characters, kept as written but for surrounding spaces."""

    most: int = LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class Identifier:
    """Be a short text that other tables refer to; `of` says what it names."""

    of: Sentence


@dataclass(frozen=True, slots=True)
class Kroner:
    """Be an amount in whole kroner, 0 or more."""


@dataclass(frozen=True, slots=True)
class Count:
    """Be a whole number, `least` or more."""

    least: int = 0


@dataclass(frozen=True, slots=True)
class Number:
    """Be a number on a scale."""

    scale: Scale


@dataclass(frozen=True, slots=True)
class Word:
    """Be one of a few words, read without regard to case; `required` ones are never left blank.

    The words are in bokmål, and so is what is read, whatever language a cell says it in.
    """

    words: tuple[str, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class StepNumber:
    """Be the number of a step of a routine, such as 2.2 or K3."""

    steps: tuple[AnyStep, ...] = tuple(Step)


@dataclass(frozen=True, slots=True)
class Moment:
    """Be a date and a time of day, in the time zone `zone` unless it says another."""

    zone: str


Cell: TypeAlias = Text | Identifier | Kroner | Count | Number | Word | StepNumber | Moment


@dataclass(frozen=True, slots=True)
class Column:
    """Be a column: its heading on paper, its field in code, what its cells hold.

    An optional column may be missing. A blank cell means none where the column is optional or
    `may_be_blank`, and is a fault elsewhere.
    """

    heading: str
    field: str
    cell: Cell
    optional: bool = False
    may_be_blank: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Be a table of the call folder; `shown` are headings that forms carry for their reader."""

    name: str
    columns: tuple[Column, ...]
    shown: tuple[str, ...] = ()

    def column(self, field: str) -> Column:
        """Return the column of a field."""
        return next(column for column in self.columns if column.field == field)


A_MEMBER, A_PAIR = Identifier(sentence("en medlems-id")), Identifier(sentence("et par"))
NUMBER = Column("Prosjektnummer", "project_number", Identifier(sentence("et prosjektnummer")))
MEMBER = Column("Medlem", "member", A_MEMBER)
COMMENT = Column("Kommentar", "comment", Text(), optional=True)
REASON = Column("Begrunnelse", "reason", Text(), optional=True)
FROM_STEP = Column("Fra trinn", "from_step", StepNumber(), optional=True)
STATUS = Column("Status", "status", Word(("trukket",)), optional=True)
TOTAL_GRADE = "Totalkarakter"
TITLE = "Prosjektnavn"
APPLICANT = "Søkerorganisasjon"
AREA = "Område"
SUMMARY = "Sammendrag"
SUBMITTED = "Innsendt"
GRADE_1, GRADE_2, MEAN, DIFFERENCE = "Karakter 1", "Karakter 2", "Gjennomsnitt", "Differanse"

APPLICATIONS = Table(
    "soknader",
    (
        NUMBER,
        Column(TITLE, "title", Text(LONGEST_TITLE)),
        Column(APPLICANT, "applicant", Text(LONGEST_LINE)),
        Column(AREA, "area", Identifier(sentence("et område"))),
        Column("Søknadssum", "amount", Kroner()),
        Column("Par", "pair", A_PAIR),
        Column(SUMMARY, "summary", Text(), optional=True),
        STATUS,
        FROM_STEP,
    ),
)
COMMITTEE = Table(
    "fagutvalg",
    (
        MEMBER,
        Column("Navn", "name", Text(LONGEST_LINE)),
        Column("Par", "pair", A_PAIR, may_be_blank=True),
        Column("E-post", "email", Text(LONGEST_TITLE), optional=True),
        Column("Rolle", "role", Word(("leder", "kontrollutvalg")), optional=True),
    ),
)
USER_REPRESENTATIVES = Table(
    "brukerrepresentanter",
    (
        MEMBER,
        Column("Navn", "name", Text(LONGEST_LINE)),
        Column("E-post", "email", Text(LONGEST_TITLE), optional=True),
    ),
)
CONFLICTS = Table(
    "inhabilitet",
    (
        NUMBER,
        MEMBER,
        Column("Stedfortreder", "substitute", A_MEMBER, optional=True),
        FROM_STEP,
    ),
)


def applications(screening: Screening | None) -> Table:
    """Declare `soknader` with the time of submission where the call has a deadline (F1)."""
    if screening is None:
        return APPLICATIONS
    if screening.deadline is None:
        return replace(APPLICATIONS, shown=(SUBMITTED,))
    submitted = Column(SUBMITTED, "submitted", Moment(str(screening.deadline.tzinfo)))
    return replace(APPLICATIONS, columns=(*APPLICATIONS.columns, submitted))


def grades(grading: Grading) -> Table:
    """Declare `karakterer` (1.1) for a call's criteria and scale."""
    scores = tuple(
        Column(criterion.label, f"score_{place}", Number(criterion.scale), optional=True)
        for place, criterion in enumerate(grading.criteria)
    )
    total = Column(TOTAL_GRADE, "total", Number(grading.total))
    return Table(
        "karakterer", (NUMBER, MEMBER, *scores, total, COMMENT), shown=(TITLE, APPLICANT, AREA)
    )


def user_grades(grading: Grading) -> Table:
    """Declare `brukerkarakterer` (1.4): the user representatives' own grades."""
    grade = Column("Karakter", "grade", Number(grading.joint))
    return Table(
        "brukerkarakterer", (NUMBER, MEMBER, grade, COMMENT), shown=(TITLE, APPLICANT, SUMMARY)
    )


def joint_grades(grading: Grading) -> Table:
    """Declare `samlet` (2.1): a pair's joint grade and number of priority areas."""
    return Table(
        "samlet",
        (
            NUMBER,
            Column("Samlet karakter", "grade", Number(grading.joint)),
            Column("Prioriterte områder", "priority_areas", Count()),
            REASON,
        ),
        shown=(TITLE, APPLICANT, GRADE_1, GRADE_2, MEAN, DIFFERENCE),
    )


def fixed_headings() -> frozenset[str]:
    """Return the headings of `karakterer`, in all languages, that no criterion may be named.

    They are in lower case.
    """
    taken = (NUMBER.heading, MEMBER.heading, TOTAL_GRADE, COMMENT.heading, TITLE, APPLICANT, AREA)
    return frozenset(said.casefold() for heading in taken for said in every_heading(heading))
