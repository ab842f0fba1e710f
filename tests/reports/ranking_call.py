"""Hold two areas at their ranking, with everything that makes a ballot or a list differ.

KS has seventeen applications in order O, 01 the best, 07 and 08 equal. 01 to 03 are award 1, 04 to
14 the ranking pool, 15 to 17 rejection 2; 14 is withdrawn from 2.6, so ten are ranked. P1 ranks
them all. In P2 one member is conflicted on 05, the other on 07. Both members of P3 are conflicted
on 12 and 13, which is the routine's example, and both of P4 on everything. The user
representatives are all conflicted on 12 and 13, and these two come out equal. The chair moves 06.
Annet waits for its joint grades.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from reviewpkg.domain.applications import Application, Conflict, Grade, Review
from reviewpkg.domain.call import Grading, Scale
from reviewpkg.domain.conference import (
    BallotLine,
    Conference,
    JointGrade,
    PlenaryNote,
    Ruling,
    UserGrade,
    UserJointGrade,
    UserPlace,
)
from reviewpkg.domain.people import Committee, Reviewer, Role, UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import (
    Area,
    PoolRange,
    SelectionClauses,
    SelectionNumbers,
    TwoRoundCall,
)
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference, confer, finish
from reviewpkg.reports.document import Furniture

EVERYONE = SelectionNumbers(99, 99, 99, Fraction(7), 99, 99)
KS = Area(
    "KS",
    Fraction(2, 3),
    None,
    EVERYONE,
    SelectionClauses("1.2.1", "1.2.2", "1.2.3", "1.2.4"),
    PoolRange(4, 14),
)
ANNET = Area(
    "Annet",
    Fraction(1, 3),
    None,
    EVERYONE,
    SelectionClauses("1.2.5", "1.2.6", "1.2.7", "1.2.8"),
)
CALL = TwoRoundCall(
    "liten",
    "Forskning i det små",
    "Stiftelsen Eksempel",
    date(2019, 11, 20),
    12_000_000,
    Grading(Scale(*map(Fraction, (1, 7, 1))), Scale(Fraction(1), Fraction(7), Fraction(1, 2)), ()),
    (KS, ANNET),
)
FURNITURE = Furniture(CALL)
COMMITTEE = Committee(
    (
        Reviewer("m1a", "Kari Nordmann", "P1", "kari@eksempel.example"),
        Reviewer("m1b", "Ola Hansen", "P1", "ola@eksempel.example"),
        Reviewer("m2a", "Ingrid Sæther Ås", "P2", "ingrid@bærum.example"),
        Reviewer("m2b", "Per Øygård", "P2", "per@eksempel.example"),
        Reviewer("m3a", "Siri\r\nBcc: alle@eksempel.example", "P3", "siri@eksempel.example"),
        Reviewer("m3b", "Liv <b>Dahl</b>", "P3"),
        Reviewer("m4a", "Jon Lie", "P4", "jon@eksempel.example, andre@eksempel.example"),
        Reviewer("m4b", "Eva Moe", "P4", "eva@eksempel.example"),
        Reviewer("led", "Åse Leder", email="ase@eksempel.example", role=Role.CHAIR),
        Reviewer("ku", "Tor Tilsyn", email="tor@tilsyn.example", role=Role.CONTROL_COMMITTEE),
    ),
    (
        UserRepresentative("b1", "Aud Lie"),
        UserRepresentative("b2", "Bjørn Eide"),
    ),
)
_TITLES = (
    "Søvn og hverdag for eldre i kommunale botilbud",
    "Digital oppfølging etter hjerneslag",
    "Ungdom med langvarig sykdom og overgangen til voksenlivet",
    "Hjemmebesøk før utskrivning fra sykehus",
    "Fysisk aktivitet på resept <script>alert(1)</script> & etterpå",
    "=HYPERLINK(1) som tittel",
    "Tolk i møte med legevakten: hva betyr det for barn og unge som pårørende i distriktene?",
    "Barn som pårørende",
    "Kosthold ved nyresvikt",
    "Musikk i demensomsorgen",
    "Trygg hjemreise",
    "Sammen om mat",
    "Bedre søvn nå",
    "Trukket før rangeringen",
    "En app til",
    "Livet etter transplantasjon",
    "Kurs for likepersoner",
)
POOL = tuple(f"2019/KS{row:02}" for row in range(4, 14))
STRUCK = "2019/KS14"
ALONE = {"2019/KS05": "m2a", "2019/KS07": "m2b"}
LEFT_OUT = ("2019/KS12", "2019/KS13")
REASON = "Prosjektet overlapper med ett som alt er finansiert."


def number(row: int) -> str:
    return f"2019/KS{row:02}"


def _applications() -> tuple[Application, ...]:
    in_ks = tuple(
        Application(
            number(row),
            title,
            "Foreningen Eksempel",
            "KS",
            700_000 + 10_000 * row,
            f"P{1 + row % 4}",
            withdrawn_from=Step.RANKING if number(row) == STRUCK else None,
        )
        for row, title in enumerate(_TITLES, start=1)
    )
    other = Application("2019/AN01", "Nye markører", "Laget", "Annet", 500_000, "P1")
    return (*in_ks, other)


def _conflicts() -> tuple[Conflict, ...]:
    late = Step.RANKING
    alone = (Conflict(one, member, "", late) for one, member in ALONE.items())
    both = (
        Conflict(one, member, "", late) for one in LEFT_OUT for member in ("m3a", "m3b", "b1", "b2")
    )
    all_of_it = (Conflict(one, member, "", late) for one in POOL for member in ("m4a", "m4b"))
    one_user = Conflict("2019/KS06", "b2", "", late)
    return (*alone, *both, *all_of_it, one_user)


def review() -> Review:
    applications = _applications()
    grades = tuple(
        Grade(one.project_number, f"m{one.pair[1]}{letter}", Fraction(total))
        for place, one in enumerate(applications)
        for letter, total in (("a", 7 - place // 3), ("b", 6 - place // 4))
    )
    return Review(CALL, COMMITTEE, applications, _conflicts(), grades)


def _ballot(pair: str, rows: str, joint: str = "") -> tuple[BallotLine, ...]:
    order = rows.split()
    together = {row: place for place, row in enumerate(joint.split(), start=1)}
    return tuple(
        BallotLine(number(int(row)), pair, place, together.get(row))
        for place, row in enumerate(order, start=1)
    )


def conference(*, ruled: bool = True) -> Conference:
    """Return everything up to the ballots, and the rulings; without them 12 and 13 are equal."""
    rulings = (Ruling(number(6), 8, REASON), Ruling(number(13), 4, "Like gode & KS13 er billigst."))
    users = (4, 6, 5, 8, 7, 9, 11, 10)
    return Conference(
        user_grades=tuple(
            UserGrade(number(row), member, Fraction(grade))
            for row in (5, 6, 9)
            for member, grade in (("b1", 5), ("b2", 6))
        ),
        joint_grades=tuple(
            JointGrade(number(row), 7 - Fraction((row - 1) // 2, 2), 2 if row == 7 else 2 + row % 2)
            for row in range(1, 18)
        ),
        user_joint_grades=tuple(UserJointGrade(number(row), Fraction(5)) for row in range(1, 9)),
        plenary_notes=(PlenaryNote(number(10), Fraction(5), reason="Justert i plenum."),),
        ballots=(
            *_ballot("P1", "04 05 06 07 12 13 08 09 10 11"),
            *_ballot("P2", "05 04 07 06 13 12 09 08 11 10", "04 06 13 12 09 08 11 10"),
            *_ballot("P3", "06 04 05 07 08 09 11 10"),
        ),
        user_places=tuple(UserPlace(number(row), place) for place, row in enumerate(users, 1)),
        rulings=rulings if ruled else (),
    )


def decided() -> Round1:
    return round_1.run(review())


def areas(*, pool: PoolRange | None = KS.ranking_pool) -> tuple[AreaConference, ...]:
    found = review()
    call = replace(CALL, areas=(replace(KS, ranking_pool=pool), ANNET))
    return confer(round_1.run(replace(found, call=call)), conference())


def awards(*, ruled: bool = True) -> tuple[AreaAward, ...]:
    tables = conference(ruled=ruled)
    return tuple(finish(tables, area) for area in confer(decided(), tables))
