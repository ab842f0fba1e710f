"""Hold a conference that ends in every way at once, each value stated outright.

KS is finished. Of its seventeen applications K14 to K16 are turned down in round 1 (K16 withdraws
afterwards, K14 is moved out by name), K17 and K13 withdraw before the order is set. K01 and K02 are
award 1, K03 to K10 go to ranking, K11 and K12 are rejected in 2.5. K02 and K09 withdraw from 2.7,
K10 and the already rejected K12 from 2.6. K06 and K07 are equals that only the chair
can order. Annet has three applications and waits for the pairs' joint grades.
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
    DecidedBy,
    JointGrade,
    PlenaryDecision,
    PlenaryNote,
    Ruling,
    SecondOpinion,
    UserGrade,
    UserJointGrade,
    UserPlace,
)
from reviewpkg.domain.people import Committee, Reviewer, UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import (
    Area,
    MoveAdjustment,
    NumberAdjustment,
    PoolRange,
    SelectionClauses,
    SelectionNumbers,
    TwoRoundCall,
)
from reviewpkg.procedure.two_round.round_1 import Round1, run
from reviewpkg.procedure.two_round.round_2 import AreaAward, confer, finish
from reviewpkg.reports.document import Furniture

HALF = Fraction(1, 2)
KS = Area(
    "KS",
    None,
    5_500_000,
    SelectionNumbers(2, 3, 4, Fraction(7), 13, 4),
    SelectionClauses("1.2.1", "1.2.2", "1.2.3", "1.2.4"),
    PoolRange(3, 10),
)
ANNET = Area(
    "Annet",
    None,
    3_000_000,
    SelectionNumbers(1, 1, 2, Fraction(7), 3, 1),
    SelectionClauses("1.2.5", "1.2.6", "1.2.7", "1.2.8"),
)
CALL = TwoRoundCall(
    "tildeling",
    "Forskning i det små",
    "Stiftelsen Eksempel",
    date(2019, 11, 20),
    8_500_000,
    Grading(Scale(*map(Fraction, (1, 7, 1))), Scale(Fraction(1), Fraction(7), HALF), ()),
    (KS, ANNET),
    (NumberAdjustment("KS", "minimum", 14, "Konferansen har tid til flere enn rutinen sier."),),
    (MoveAdjustment("K14", selected=False, reason="Har fått midler til det samme i år."),),
)
FURNITURE = Furniture(CALL)
INPUTS = (("call.toml", "ab" * 32, 412), ("rangering/P1.xlsx", "0c" * 32, 15_320))
COMMITTEE = Committee(
    (
        Reviewer("m1a", "Kari Nordmann", "P1"),
        Reviewer("m1b", "Ola Hansen", "P1"),
        Reviewer("m2a", "Ingrid Moen", "P2"),
        Reviewer("m2b", "Per Sæther", "P2"),
        Reviewer("m3a", "Liv Dahl", "P3"),
        Reviewer("m3b", "Jon Lie", "P3"),
    ),
    (UserRepresentative("b1", "Aud Lie"), UserRepresentative("b2", "Bjørn Eide")),
)
CONFLICTS = (
    Conflict("K06", "m3a", from_step=Step.RANKING),
    Conflict("K06", "m3b", from_step=Step.RANKING),
    Conflict("K07", "m3a"),
    Conflict("K07", "m3b"),
    *(Conflict(number, user) for number in ("K06", "K07") for user in ("b1", "b2")),
)
# Number, title, pair, amount, the two grades of 1.1
_APPLICATIONS = (
    ("K01", "Søvn og hverdag for eldre i kommunale botilbud", "P1", 1_000_000, 7, 7),
    ("K02", "Digital oppfølging etter hjerneslag", "P2", 1_000_000, 7, 6),
    ("K03", "Ungdom med langvarig sykdom og overgangen til voksenlivet", "P1", 1_000_000, 6, 6),
    ("K04", "Hjemmebesøk før utskrivning fra sykehus", "P1", 1_200_000, 6, 6),
    ("K05", "Fysisk aktivitet <script>alert(1)</script> & etterpå", "P2", 1_300_000, 6, 5),
    ("K06", "=HYPERLINK(1) som tittel", "P1", 100_000, 6, 5),
    ("K07", "Tolk i møte med legevakten", "P2", 1_000_000, 5, 5),
    ("K08", "Barn som pårørende", "P1", 900_000, 5, 5),
    ("K09", "Kosthold ved nyresvikt", "P2", 1_100_000, 5, 4),
    ("K10", "Musikk i demensomsorgen", "P1", 800_000, 5, 4),
    ("K11", "Likepersoner på sykehjem", "P2", 700_000, 4, 4),
    ("K12", "Smerte hos barn", "P1", 600_000, 4, 4),
    ("K13", "Trening i vann", "P2", 500_000, 4, 3),
    ("K14", "En app til", "P1", 400_000, 4, 3),
    ("K15", "Enda en app", "P2", 300_000, 1, 1),
    ("K16", "Den siste appen", "P1", 200_000, 1, 1),
    ("K17", "Trukket før noen leste den", "P2", 150_000, 0, 0),
    ("A01", "Nye markører for leddgikt", "P3", 1_000_000, 6, 6),
    ("A02", "Livskvalitet etter transplantasjon", "P3", 1_000_000, 5, 5),
    ("A03", "Register over bivirkninger", "P3", 1_000_000, 4, 4),
)
WITHDRAWN = {
    "K02": Step.FINAL_AWARD,
    "K09": Step.FINAL_AWARD,
    "K10": Step.RANKING,
    "K12": Step.RANKING,
    "K13": Step.PLENARY_1,
    "K16": Step.PLENARY_1,
    "K17": Step.GRADING,
}
# Joint grade and priority areas of 2.1
_JOINT = {
    "K01": (Fraction(7), 1),
    "K02": (Fraction(13, 2), 1),
    "K03": (Fraction(13, 2), 0),
    "K04": (Fraction(5), 0),
    "K05": (Fraction(5), 3),
    "K06": (Fraction(5), 2),
    "K07": (Fraction(5), 1),
    "K08": (Fraction(9, 2), 1),
    "K09": (Fraction(9, 2), 1),
    "K10": (Fraction(4), 0),
    "K11": (Fraction(7, 2), 0),
    "K12": (Fraction(3), 0),
}
BALLOTS = {
    "P1": ("K03", "K04", "K05", "K06", "K07", "K08", "K09"),
    "P2": ("K04", "K03", "K05", "K07", "K06", "K09", "K08"),
    "P3": ("K03", "K05", "K04", "K08", "K09"),
}
USER_ORDER = ("K04", "K03", "K05", "K08", "K09")
RULING = Ruling("K07", 4, "Legevakten treffer flere, og plenum var samstemt.")
CONFERENCE = Conference(
    user_grades=(
        UserGrade("K01", "b1", Fraction(6), "Brukerne er med fra start."),
        UserGrade("K01", "b2", Fraction(5)),
        UserGrade("K04", "b1", Fraction(4)),
    ),
    joint_grades=tuple(
        JointGrade(number, grade, areas, "Solid, men smal." if number == "K04" else "")
        for number, (grade, areas) in _JOINT.items()
    ),
    user_joint_grades=(UserJointGrade("K01", Fraction(6), "God forankring."),),
    plenary_notes=(
        PlenaryNote("K03", grade=Fraction(6), reason="Utvalget er for lite."),
        PlenaryNote("K04", second_opinion=True, reason="Uenighet om metoden."),
        PlenaryNote("K05", second_opinion=True, named_pair="P3"),
        PlenaryNote("K11", user_grade=Fraction(5)),
    ),
    second_opinions=(
        SecondOpinion("K04", "P2", Fraction(6), "Metoden holder."),
        SecondOpinion("K05", "P3", Fraction(4), "Vi er mer i tvil."),
    ),
    user_supplements=(UserJointGrade("K05", Fraction(11, 2), "Tydelig medvirkning."),),
    plenary_decisions=(
        PlenaryDecision("K04", Fraction(11, 2), DecidedBy.CHAIR, "Parene sto langt fra hverandre."),
        PlenaryDecision("K05", None, DecidedBy.PAIR, "Paret står ved sin vurdering."),
    ),
    ballots=tuple(
        BallotLine(number, pair, place)
        for pair, numbers in BALLOTS.items()
        for place, number in enumerate(numbers, start=1)
    ),
    user_places=tuple(UserPlace(number, place) for place, number in enumerate(USER_ORDER, start=1)),
    rulings=(RULING,),
)
ANNET_TOO = replace(
    CONFERENCE,
    joint_grades=(
        *CONFERENCE.joint_grades,
        JointGrade("A01", Fraction(6), 0),
        JointGrade("A02", Fraction(5), 0),
        JointGrade("A03", Fraction(4), 0),
    ),
    plenary_notes=(*CONFERENCE.plenary_notes, PlenaryNote("A01", reason="Drøftet.")),
)
NO_RULING = replace(CONFERENCE, rulings=())


def decided(call: TwoRoundCall = CALL, away: dict[str, Step] | None = None) -> Round1:
    """Return round 1; `away` are withdrawals beside those of the call."""
    gone = {**WITHDRAWN, **(away or {})}
    applications = tuple(
        Application(
            number,
            title,
            "Foreningen Eksempel",
            "KS" if number.startswith("K") else "Annet",
            amount,
            pair,
            "",
            gone.get(number),
        )
        for number, title, pair, amount, *_ in _APPLICATIONS
    )
    grades = tuple(
        Grade(number, f"m{pair[1]}{letter}", Fraction(total), comment="Klar og tydelig.")
        for number, _, pair, _, *totals in _APPLICATIONS
        for letter, total in zip("ab", totals, strict=True)
        if total
    )
    return run(Review(call, COMMITTEE, applications, CONFLICTS, grades))


def awards(
    conference: Conference = CONFERENCE, round_1: Round1 | None = None
) -> tuple[AreaAward, ...]:
    """Return how every area ends, or how far it has come."""
    return tuple(finish(conference, area) for area in confer(round_1 or decided(), conference))
