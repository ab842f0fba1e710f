"""Hold a conference of 24 applications in which everything happens that its papers must show.

KS has FO3001 to FO3016, Annet FO4001 to FO4008, dealt out to the pairs P1 to P4 in turn. What is
special about an application stands beside it below.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from reviewpkg.domain.applications import Application, Conflict, Grade, Review
from reviewpkg.domain.call import Grading, Scale
from reviewpkg.domain.conference import (
    Conference,
    JointGrade,
    PlenaryNote,
    SecondOpinion,
    UserGrade,
    UserJointGrade,
)
from reviewpkg.domain.people import Committee, Reviewer, Role, UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import Area, SelectionClauses, SelectionNumbers, TwoRoundCall
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference, confer
from reviewpkg.reports.document import Furniture

HOSTILE = "=1+1 <script>alert(1)</script>"
GRADING = Grading(
    Scale(Fraction(1), Fraction(7), Fraction(1)),
    Scale(Fraction(1), Fraction(7), Fraction(1, 2)),
    (),
)
CALL = TwoRoundCall(
    "konferansen",
    "Forskning og konferanse",
    "Stiftelsen Eksempel",
    date(2019, 11, 20),
    12_000_000,
    GRADING,
    (
        Area(
            "KS",
            Fraction(2, 3),
            None,
            SelectionNumbers(1, 1, 1, Fraction(7), 99, 8),
            SelectionClauses("1.2.1", "1.2.2", "1.2.3", "1.2.4"),
        ),
        Area(
            "Annet",
            Fraction(1, 3),
            None,
            SelectionNumbers(1, 1, 1, Fraction(7), 99, 4),
            SelectionClauses("1.2.5", "1.2.6", "1.2.7", "1.2.8"),
        ),
    ),
)
FURNITURE = Furniture(CALL)
COMMITTEE = Committee(
    (
        Reviewer("led", "Eva Leder", role=Role.CHAIR),
        Reviewer("ktr", "Knut Kontroll", role=Role.CONTROL_COMMITTEE),
        Reviewer("m1a", "Kari Nordmann", "P1"),
        Reviewer("m1b", "Ola Hansen", "P1"),
        Reviewer("m2a", "Ingrid Moen", "P2"),
        Reviewer("m2b", "Per Sæther", "P2"),
        Reviewer("m3a", "Liv Dahl", "P3"),
        Reviewer("m3b", "Jon Lie", "P3"),
        Reviewer("m4a", "Siri Berg", "P4"),
        Reviewer("m4b", "Tor Vik", "P4"),
    ),
    (
        UserRepresentative("b1", "Aud Bruker"),
        UserRepresentative("b2", "Bjørn Eide"),
        UserRepresentative("b3", "Cathrine Ås"),
    ),
)


def number(short: int) -> str:
    return f"2019/FO{short}"


CONFLICTS = (
    Conflict(number(3001), "b1", from_step=Step.JOINT),  # after having graded it on her own
    Conflict(number(3003), "m3b", "m1a"),  # m3a and m1a are its acting pair
    Conflict(number(3005), "m4a", from_step=Step.PLENARY_1),  # 3005, 3006 and 3007 are equal
    Conflict(number(3007), "m4a", from_step=Step.PLENARY_1),
    Conflict(number(3002), "led", from_step=Step.PLENARY_2),
    Conflict(number(3006), "m2a", from_step=Step.PLENARY_2),  # and so both of its pair
    Conflict(number(3006), "m2b", from_step=Step.PLENARY_2),
    Conflict(number(3014), "b1", from_step=Step.SECOND_OPINION),  # every user representative
    Conflict(number(3014), "b2", from_step=Step.SECOND_OPINION),
    Conflict(number(3014), "b3", from_step=Step.SECOND_OPINION),
    Conflict(number(4001), "b1", from_step=Step.JOINT),  # the same in 2.1
    Conflict(number(4001), "b2", from_step=Step.JOINT),
    Conflict(number(4001), "b3", from_step=Step.JOINT),
    Conflict(number(4003), "m1a", from_step=Step.PLENARY_1),  # no pair is left to assess it
    Conflict(number(4003), "m2a", from_step=Step.PLENARY_1),
    Conflict(number(4003), "m4b", from_step=Step.PLENARY_1),
)
WITHDRAWN = {number(3016): Step.PLENARY_1, number(4008): Step.SECOND_OPINION}
SUMMARY = "Prosjektet prøver ut en ny måte å følge opp på.\nTo kommuner er med."
_SHORT = (*range(3001, 3017), *range(4001, 4009))


def _application(short: int) -> Application:
    title = HOSTILE if short == 3005 else f"Bedre oppfølging av pasientgruppe {short % 1000}"
    return Application(
        number(short),
        title,
        f"Foreningen {short % 3 + 1}",
        "KS" if short < 4000 else "Annet",
        1_000_000,
        f"P{(short - 1) % 4 + 1}",
        SUMMARY,
        WITHDRAWN.get(number(short)),
    )


def _round_1_grades(short: int) -> tuple[Grade, Grade]:
    pair = f"m{(short - 1) % 4 + 1}"
    first, second = ("m3a", "m1a") if short == 3003 else (f"{pair}a", f"{pair}b")
    high = 7 - (short % 1000 - 1) // 4
    low = high - short % 2
    return (
        Grade(number(short), first, Fraction(high), comment=f"{first} om {short}"),
        Grade(number(short), second, Fraction(max(low, 1)), comment=f"{second} om {short}"),
    )


REVIEW = Review(
    CALL,
    COMMITTEE,
    tuple(_application(short) for short in _SHORT),
    CONFLICTS,
    tuple(grade for short in _SHORT for grade in _round_1_grades(short)),
)
ROUND_1 = round_1.run(REVIEW)


def _user_grades() -> tuple[UserGrade, ...]:
    """Return a grade from everyone asked in 1.4 but one."""
    asked = [
        (project, member)
        for project, members in sorted(ROUND_1.user_review.assigned.items())
        for member in members
    ]
    missing = next(pair for pair in asked if pair[0] == number(3004))
    return tuple(
        UserGrade(project, member, Fraction(7 - place % 5), f"{member} om {project[-4:]}")
        for place, (project, member) in enumerate(asked)
        if (project, member) != missing
    )


def _joint(short: int) -> JointGrade:
    grade = Fraction(7 - (short % 1000 - 1) // 4)
    if short == 3014:
        grade += 1
    areas = 0 if short in {3005, 3006, 3007} else short % 3
    return JointGrade(number(short), grade, areas, f"Paret om {short}")


CONFERENCE = Conference(
    user_grades=_user_grades(),
    joint_grades=tuple(_joint(short) for short in _SHORT),
    user_joint_grades=tuple(
        UserJointGrade(number(short), Fraction(grade))
        for short, grade in ((3001, 6), (3002, 5), (3005, 4), (3006, 4), (3007, 4))
    ),
    plenary_notes=(
        PlenaryNote(number(3001), reason="Ingen endring"),
        PlenaryNote(number(3002), second_opinion=True, reason="Uenige om 3002"),
        PlenaryNote(number(3003), second_opinion=True, named_pair="P4", reason="Tynn metode"),
        PlenaryNote(number(3006), Fraction(11, 2), second_opinion=True),
        PlenaryNote(number(3012), second_opinion=True),
        PlenaryNote(number(4003), second_opinion=True),
        PlenaryNote(number(4004), second_opinion=True),
    ),
    second_opinions=(
        SecondOpinion(number(3002), "P4", Fraction(5), "P4 om 3002"),
        SecondOpinion(number(3006), "P3", Fraction(11, 2), "P3 om 3006"),
        SecondOpinion(number(4004), "P2", Fraction(3)),
    ),
    user_supplements=(UserJointGrade(number(3012), Fraction(9, 2)),),
)


def before(step: Step) -> Conference:
    """Return the conference as its tables are when a step is about to be taken."""
    tables: dict[str, Step] = {
        "user_joint_grades": Step.JOINT,
        "joint_grades": Step.JOINT,
        "plenary_notes": Step.PLENARY_1,
        "second_opinions": Step.SECOND_OPINION,
        "user_supplements": Step.SECOND_OPINION,
    }
    return Conference(
        user_grades=CONFERENCE.user_grades,
        **{
            name: getattr(CONFERENCE, name) if filled_at < step else ()
            for name, filled_at in tables.items()
        },
    )


def annet_waits(conference: Conference) -> Conference:
    """Return the conference without any row of Annet."""
    return replace(
        conference,
        user_grades=tuple(one for one in conference.user_grades if "FO3" in one.project_number),
        joint_grades=tuple(one for one in conference.joint_grades if "FO3" in one.project_number),
    )


def areas(conference: Conference, decided: Round1 = ROUND_1) -> tuple[AreaConference, ...]:
    """Return how far every area comes."""
    return confer(decided, conference)
