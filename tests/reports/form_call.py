"""Hold a small call with everything that makes a form differ from its neighbour.

A-1 to A-5 belong to P1, B-1 and B-2 to P2, nothing to P3. On A-2 m1b is conflicted, and m2a grades
instead; by 2.1 m1b is conflicted on A-3, and both members of P2 on B-2. A-4 is withdrawn, A-5 is
turned down.
"""

import csv
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from reviewpkg.domain.applications import Application, Conflict, Grade, Review
from reviewpkg.domain.call import Criterion, Grading, Scale
from reviewpkg.domain.people import Committee, Reviewer, Role, UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import Area, SelectionClauses, SelectionNumbers, TwoRoundCall
from reviewpkg.reports.document import Furniture

HOSTILE = "=1+1"
CRITERION = Scale(Fraction(0), Fraction(2), Fraction(1))
GRADING = Grading(
    total=Scale(Fraction(1), Fraction(7), Fraction(1)),
    joint=Scale(Fraction(1), Fraction(7), Fraction(1, 2)),
    criteria=(
        Criterion("relevance", "Relevans", CRITERION),
        Criterion("quality", "Forskningskvalitet", CRITERION),
    ),
)
CALL = TwoRoundCall(
    id="prove",
    title="Prøve & feile 2019",
    funder="Stiftelsen Prøven",
    date=date(2019, 11, 20),
    budget=10_000_000,
    grading=GRADING,
    areas=(
        Area(
            "KS",
            Fraction(1),
            None,
            SelectionNumbers(5, 5, 5, Fraction(7), 5, 4),
            SelectionClauses("1.2.1", "1.2.2", "1.2.3", "1.2.4"),
        ),
    ),
)
FURNITURE = Furniture(CALL)
COMMITTEE = Committee(
    (
        Reviewer("m1a", "Kari Nordmann", "P1"),
        Reviewer("m1b", "Ola Hansen", "P1"),
        Reviewer("m2a", "Siri <b>Berg</b>", "P2"),
        Reviewer("m2b", "Per Moe", "P2"),
        Reviewer("m3a", "Liv Dahl", "P3"),
        Reviewer("m3b", "Jon Lie", "P3"),
        Reviewer("led", "Eva Leder", role=Role.CHAIR),
    ),
    (UserRepresentative("b1", "Anne Bruker"), UserRepresentative("b2", "Tor Bruker")),
)
SUMMARY = "Prosjektet prøver ut en ny måte å følge opp pasienter på.\nTo kommuner er med."
APPLICATIONS = (
    Application("2019/A-1", HOSTILE, "@Prøveorganisasjonen & sønner", "KS", 900_000, "P1", SUMMARY),
    Application("2019/A-2", "Bedre søvn <i>nå</i>", "Søvnlaget", "KS", 800_000, "P1"),
    Application("2019/A-3", "Trygg hjemreise", "Hjemlaget", "KS", 700_000, "P1", SUMMARY),
    Application("2019/A-4", "Trukket", "Laget", "KS", 1, "P1", withdrawn_from=Step.SELECTION),
    Application("2019/A-5", "Ikke med videre", "Laget", "KS", 500_000, "P1"),
    Application("2019/B-1", "Sammen om mat", "Matlaget", "KS", 600_000, "P2", SUMMARY),
    Application("2019/B-2", "Ingen igjen", "Laget", "KS", 400_000, "P2"),
)
CONFLICTS = (
    Conflict("2019/A-2", "m1b", substitute="m2a"),
    Conflict("2019/A-3", "m1b", from_step=Step.JOINT),
    Conflict("2019/B-2", "m2a", from_step=Step.USER_REVIEW),
    Conflict("2019/B-2", "m2b", from_step=Step.JOINT),
)


def grade(number: str, member: str, total: int, comment: str = "") -> Grade:
    scores = (Fraction(1), None)
    return Grade(f"2019/{number}", member, Fraction(total), scores, comment)


GRADES = (
    grade("A-1", "m1a", 6, "Kari liker denne."),
    grade("A-1", "m1b", 5, "Ola er mer i tvil.\nMen ikke mye."),
    grade("A-2", "m1a", 7, "Kari om søvn."),
    grade("A-2", "m2a", 7, "Siri om søvn."),
    grade("A-3", "m1a", 4),
    grade("A-3", "m1b", 3),
    grade("A-5", "m1a", 1),
    grade("A-5", "m1b", 1),
    grade("B-1", "m2a", 6),
    grade("B-1", "m2b", 3),
    grade("B-2", "m2a", 2),
    grade("B-2", "m2b", 2),
)
REVIEW = Review(CALL, COMMITTEE, APPLICATIONS, CONFLICTS, GRADES)


def ungraded() -> Review:
    return replace(REVIEW, grades=())


CALL_FILE = """
[call]
id = "prove"
title = "Prøve & feile 2019"
funder = "Stiftelsen Prøven"
procedure = "two-round"
date = 2019-11-20
budget = 10_000_000
[grades]
min = 1
max = 7
step = 1
joint_step = 0.5
criteria = [
    { id = "relevance", label = "Relevans", min = 0, max = 2 },
    { id = "quality", label = "Forskningskvalitet", min = 0, max = 2 },
]
[[areas]]
id = "KS"
share = 1
top = 5
top_cap = 5
contested = 5
high_grade = 7
minimum = 5
user_review = 4
"""


def write_folder(folder: Path) -> None:
    """Write the same call as a call folder, all but the grades."""
    (folder / "call.toml").write_text(CALL_FILE, encoding="utf-8")
    tables: dict[str, list[tuple[object, ...]]] = {
        "soknader": [
            (
                "Prosjektnummer",
                "Prosjektnavn",
                "Søkerorganisasjon",
                "Område",
                "Søknadssum",
                "Par",
                "Sammendrag",
                "Status",
                "Fra trinn",
            ),
            *(
                (
                    one.project_number,
                    one.title,
                    one.applicant,
                    one.area,
                    one.amount,
                    one.pair,
                    one.summary,
                    "trukket" if one.withdrawn_from else "",
                    one.withdrawn_from or "",
                )
                for one in APPLICATIONS
            ),
        ],
        "fagutvalg": [
            ("Medlem", "Navn", "Par", "Rolle"),
            *(
                (one.member, one.name, one.pair, "" if one.pair else "leder")
                for one in COMMITTEE.reviewers
            ),
        ],
        "brukerrepresentanter": [
            ("Medlem", "Navn"),
            *((one.member, one.name) for one in COMMITTEE.user_representatives),
        ],
        "inhabilitet": [
            ("Prosjektnummer", "Medlem", "Stedfortreder", "Fra trinn"),
            *((one.project_number, one.member, one.substitute, one.from_step) for one in CONFLICTS),
        ],
    }
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
