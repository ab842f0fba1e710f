"""Hold a small panel call in which everything happens once.

Of ten applications K101 to K108 are before the panel, K109 is turned down at K1 and K110 is
withdrawn before K2. K101 is within the theme and goes first in spite of its grade, K107 is within
it too, but not support-worthy. K103 has a joint grade and a large spread. K104 and K105 are equals,
and the line falls among them. K106 and K108 are equals below it, on the threshold. On K105 only e3
and e4 are not conflicted. The chair is conflicted on K102 and e4 on K106, both from the meeting.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.panel import ExpertGrade, JointGrade, PanelApplication, PanelCall, PanelReview
from reviewpkg.domain.people import Reviewer, Role
from reviewpkg.domain.screening import Cv, Institution, Submission
from reviewpkg.domain.steps import PanelStep
from reviewpkg.reports.document import Furniture
from tests.procedure.panel import build_panel

CALL = PanelCall(
    id="liten-panel",
    title="Behandlingsstudier i det små",
    funder="Stiftelsen Eksempel",
    date=date(2024, 9, 18),
    budget=60_000_000,
    grading=build_panel.CALL.grading,
    screening=build_panel.RULES,
    support_worthy_min=Fraction(7, 2),
    priority_theme="protonterapi",
    min_experts=2,
    experts_proposed=3,
)
FURNITURE = Furniture(CALL)
INSTITUTIONS = (
    Institution("Østby universitetssykehus", "Sør-Øst"),
    Institution("Vestby sykehus", "Vest"),
    Institution("Midtby sykehus", "Midt-Norge"),
    Institution("Nordby sykehus", "Nord"),
)
EXPERTS = (
    Reviewer("e1", "Kari Nordmann"),
    Reviewer("e2", "Ola Hansen"),
    Reviewer("e3", "Ingrid Moen"),
    Reviewer("e4", "Per Sæther"),
    Reviewer("kon", "Tone Kontroll", role=Role.CONTROL_COMMITTEE),
    Reviewer("led", "Eva Leder", role=Role.CHAIR),
)
LONG = (
    "Randomisert studie av persontilpasset behandling ved tilbakefall av kreft i hode og hals "
    "hos pasienter over sytti år, med oppfølging av livskvalitet, funksjon og kostnader i alle "
    "helseregioner"
)
HOSTILE = "=HYPERLINK(1) <script>alert(1)</script> & mer"
CONFLICTS = (
    Conflict("2024/K101", "e3", from_step=PanelStep.SCREENING),
    Conflict("2024/K105", "e1", from_step=PanelStep.GRADING),
    Conflict("2024/K105", "e2", from_step=PanelStep.GRADING),
    Conflict("2024/K102", "led", from_step=PanelStep.MEETING),
    Conflict("2024/K106", "e4", from_step=PanelStep.MEETING),
)
_APPLICATIONS = (
    ("2024/K101", "Protoner ved svulst i hjernestammen", 15_000_000, "Protonterapi"),
    ("2024/K102", LONG, 20_000_000, ""),
    ("2024/K103", HOSTILE, 10_000_000, ""),
    ("2024/K104", "Tidlig mobilisering etter hjerneslag", 10_000_000, ""),
    ("2024/K105", "Åpen eller lukket kirurgi ved brokk", 15_000_000, ""),
    ("2024/K106", "Antibiotika i tablett ved beininfeksjon", 8_000_000, ""),
    ("2024/K107", "Protoner ved brystkreft", 7_000_000, "protonterapi"),
    ("2024/K108", "Fysisk aktivitet under cellegift", 9_500_000, ""),
    ("2024/K109", "For dyr og uten partner i nord", 26_000_000, ""),
    ("2024/K110", "Trukket før noen leste den", 12_000_000, ""),
)
_GRADES = (
    ("2024/K101", "e1", 4, 4, ""),
    ("2024/K101", "e2", 4, 3, ""),
    ("2024/K102", "e1", 5, 4, "Grundig og gjennomførbar."),
    ("2024/K102", "e3", 4, 5, ""),
    ("2024/K102", "e4", 5, 5, ""),
    ("2024/K103", "e2", 5, 5, "Den beste jeg har lest."),
    ("2024/K103", "e4", 2, 3, "- for få pasienter & <b>for dyrt</b>"),
    ("2024/K104", "e2", 4, 4, ""),
    ("2024/K104", "e3", 4, 4, ""),
    ("2024/K105", "e3", 4, 4, ""),
    ("2024/K105", "e4", 4, 4, ""),
    ("2024/K106", "e1", 4, 3, ""),
    ("2024/K106", "e4", 3, 4, ""),
    ("2024/K107", "e1", 3, 3, ""),
    ("2024/K107", "e2", 4, 3, ""),
    ("2024/K108", "e2", 3, 4, ""),
    ("2024/K108", "e3", 4, 3, ""),
)
GRADES = tuple(
    ExpertGrade(number, member, Fraction(quality), Fraction(benefit), comment)
    for number, member, quality, benefit, comment in _GRADES
)
JOINT_GRADES = (JointGrade("2024/K103", Fraction(44, 10), "Panelet er enig om styrken."),)


def submission(number: str, amount: int, applicant: int) -> Submission:
    """Return a submission that fails nothing, led from one of the institutions."""
    own = INSTITUTIONS[applicant]
    others = tuple(one for one in INSTITUTIONS if one is not own)
    return replace(
        build_panel.FLAWLESS,
        project_number=number,
        amount=amount,
        applicant=own,
        partners=others,
        cvs=(
            Cv("Prosjektlederen", own.region, leader=True, pages=4, publications=True),
            *(Cv(one.name, one.region, leader=False, pages=5, publications=True) for one in others),
        ),
    )


def _application(place: int, number: str, title: str, amount: int, theme: str) -> PanelApplication:
    sent = submission(number, amount, place % len(INSTITUTIONS))
    if number == "2024/K109":
        sent = replace(
            sent,
            partners=tuple(one for one in sent.partners if one.region != "Nord"),
            cvs=tuple(one for one in sent.cvs if one.region != "Nord"),
        )
    away = PanelStep.GRADING if number == "2024/K110" else None
    return PanelApplication(number, title, theme, sent, away)


APPLICATIONS = tuple(_application(place, *one) for place, one in enumerate(_APPLICATIONS))
REVIEW = PanelReview(
    call=CALL,
    applications=APPLICATIONS,
    eligible=frozenset(INSTITUTIONS),
    experts=EXPERTS,
    conflicts=CONFLICTS,
    grades=GRADES,
    joint_grades=JOINT_GRADES,
)


def before_grading() -> PanelReview:
    """Return the review as it stands when the forms are made: nobody has graded (K2)."""
    return replace(REVIEW, grades=(), joint_grades=())


CALL_FILE = """
[call]
id = "liten-panel"
title = "Behandlingsstudier i det små"
funder = "Stiftelsen Eksempel"
procedure = "panel"
date = 2024-09-18
budget = 60_000_000
[grades]
min = 1
max = 5
step = 1
joint_step = 0.1
[screening]
amount_max = 25_000_000
omit = ["F5", "F6", "F8", "F10"]
[panel]
support_worthy_min = 3.5
priority_theme = "protonterapi"
min_experts = 2
experts = 3
"""
_ROLES = {Role.CHAIR: "leder", Role.CONTROL_COMMITTEE: "kontrollutvalg", Role.REVIEWER: ""}


def write_folder(folder: Path) -> None:
    """Write the same call as a call folder, without grades; of K1 it asks for the amount alone."""
    (folder / "call.toml").write_text(CALL_FILE, encoding="utf-8")
    headings = ("Prosjektnummer", "Prosjektnavn", "Søkerinstitusjon", "Helseregion")
    tables: dict[str, list[tuple[object, ...]]] = {
        "soknader": [
            (*headings, "Søknadssum", "Tema", "Status", "Fra trinn"),
            *(
                (
                    one.project_number,
                    one.title,
                    one.institution,
                    one.region,
                    one.amount,
                    one.theme,
                    "trukket" if one.withdrawn_from else "",
                    one.withdrawn_from or "",
                )
                for one in APPLICATIONS
            ),
        ],
        "fagutvalg": [
            ("Medlem", "Navn", "Rolle"),
            *((one.member, one.name, _ROLES[one.role]) for one in EXPERTS),
        ],
        "inhabilitet": [
            ("Prosjektnummer", "Medlem", "Fra trinn"),
            *((one.project_number, one.member, one.from_step) for one in CONFLICTS),
        ],
    }
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
