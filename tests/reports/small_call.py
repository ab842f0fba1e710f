"""Make a call of sixteen applications that meets every way of drawing a line, for the pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from reviewpkg.domain.applications import Application, Conflict, Grade, Review
from reviewpkg.domain.call import Grading, Scale
from reviewpkg.domain.people import Committee, Reviewer, UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import (
    Area,
    MoveAdjustment,
    NumberAdjustment,
    SelectionClauses,
    SelectionNumbers,
    TwoRoundCall,
)
from reviewpkg.reports.document import Furniture

KS = Area(
    "KS",
    Fraction(2, 3),
    None,
    SelectionNumbers(2, 3, 5, Fraction(6), 6, 3),
    SelectionClauses("1.2.1", "1.2.2", "1.2.3", "1.2.4"),
)
ANNET = Area(
    "Annet",
    Fraction(1, 3),
    None,
    SelectionNumbers(1, 1, 3, Fraction(7), 3, 2),
    SelectionClauses("1.2.5", "1.2.6", "1.2.7", "1.2.8"),
)
CALL = TwoRoundCall(
    "liten",
    "Forskning i det små",
    "Stiftelsen Eksempel",
    date(2019, 11, 20),
    12_000_000,
    Grading(Scale(Fraction(1), Fraction(7), Fraction(1)), Scale(*map(Fraction, (1, 7, 1))), ()),
    (KS, ANNET),
)
COMMITTEE = Committee(
    (
        Reviewer("m1a", "Kari Nordmann", "P1"),
        Reviewer("m1b", "Ola Hansen", "P1"),
        Reviewer("m2a", "Ingrid Moen", "P2"),
        Reviewer("m2b", "Per Sæther", "P2"),
    ),
    (
        UserRepresentative("b1", "Aud Lie"),
        UserRepresentative("b2", "Bjørn Eide"),
        UserRepresentative("b3", "Cathrine Ås"),
    ),
)
CONFLICTS = (
    Conflict("2019/FO1005", "m1b", "m2a"),
    Conflict("2019/FO2001", "b1"),
    Conflict("2019/FO2001", "b2"),
    Conflict("2019/FO1001", "m2b", "", Step.PLENARY_1),
)
ADJUSTMENTS = (
    NumberAdjustment("KS", "minimum", 5, "P1 får ellers mer enn de rekker å lese."),
    NumberAdjustment("KS", "user_review", 2, "Én brukerrepresentant er syk."),
    NumberAdjustment("Annet", "minimum", 2, "Prøvd, uten virkning."),
)
MOVES = (
    MoveAdjustment(
        "2019/FO1010", selected=True, reason="Feilført som KS; hører sammen med FO1004."
    ),
    MoveAdjustment("2019/FO2003", selected=False, reason="Samme prosjekt har fått midler i år."),
    MoveAdjustment("2019/FO1012", selected=True, reason="Skulle vært med."),
)
_APPLICATIONS = (
    ("2019/FO1001", "Søvn og hverdag for eldre i kommunale botilbud", "P1", 7, 7),
    ("2019/FO1002", "Digital oppfølging etter hjerneslag", "P2", 6, 6),
    ("2019/FO1003", "Ungdom med langvarig sykdom og overgangen til voksenlivet", "P1", 7, 5),
    ("2019/FO1004", "Hjemmebesøk før utskrivning fra sykehus", "P2", 4, 6),
    ("2019/FO1005", "Fysisk aktivitet på resept <script>alert(1)</script> & etterpå", "P1", 5, 5),
    ("2019/FO1006", "=HYPERLINK(1) som tittel", "P1", 5, 5),
    ("2019/FO1007", "Tolk i møte med legevakten", "P2", 2, 6),
    ("2019/FO1008", "Barn som pårørende", "P1", 4, 4),
    ("2019/FO1009", "Kosthold ved nyresvikt", "P2", 4, 4),
    ("2019/FO1010", "Musikk i demensomsorgen", "P1", 5, 3),
    ("2019/FO1011", "En app til", "P2", 2, 1),
    ("2019/FO1012", "Trukket før noen leste den", "P1", 0, 0),
    ("2019/FO2001", "Nye markører for leddgikt", "P1", 6, 6),
    ("2019/FO2002", "Livskvalitet etter transplantasjon", "P2", 6, 6),
    ("2019/FO2003", "Genterapi ved sjeldne øyesykdommer", "P1", 5, 4),
    ("2019/FO2004", "Register over bivirkninger", "P2", 3, 3),
)
_WITHDRAWN = {"2019/FO1012": Step.GRADING, "2019/FO1002": Step.USER_REVIEW}
_WITHDRAWN_LATE = {"2019/FO1011": Step.PLENARY_1}


def review(*, adjusted: bool = True) -> Review:
    """Return the whole call, with its adjustments or with the routine's numbers alone."""
    call = CALL
    if adjusted:
        call = replace(CALL, number_adjustments=ADJUSTMENTS, moves=MOVES)
    applications = tuple(
        _application(number, title, pair) for number, title, pair, *_ in _APPLICATIONS
    )
    grades = tuple(
        Grade(number, member, Fraction(total))
        for number, _, pair, *totals in _APPLICATIONS
        for member, total in zip(_graders(number, pair), totals, strict=True)
        if total
    )
    return Review(call, COMMITTEE, applications, CONFLICTS, grades)


def furniture() -> Furniture:
    """Return what all pages share."""
    return Furniture(CALL)


def _application(number: str, title: str, pair: str) -> Application:
    area = "KS" if number.startswith("2019/FO1") else "Annet"
    away = (_WITHDRAWN | _WITHDRAWN_LATE).get(number)
    return Application(number, title, "Foreningen Eksempel", area, 1_000_000, pair, "", away)


def _graders(number: str, pair: str) -> tuple[str, ...]:
    if number == "2019/FO1005":
        return ("m1a", "m2a")
    return {"P1": ("m1a", "m1b"), "P2": ("m2a", "m2b")}[pair]
