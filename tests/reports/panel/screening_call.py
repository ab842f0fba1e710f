"""Hold a call in whose formal screening everything happens that its papers must show (K1).

What an application fails stands beside it; the applicant is from Sør-Øst if nothing else is said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from reviewpkg.domain.panel import PanelApplication, PanelCall, PanelReview
from reviewpkg.domain.screening import Cv, Institution, Markers, Screening
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel import panel
from reviewpkg.reports.document import Furniture
from tests.procedure.panel.build_panel import (
    CALL,
    CVS,
    DEADLINE,
    ELIGIBLE,
    FLAWLESS,
    LEADER,
    MIDDLE,
    NORTH,
    RULES,
    WEST,
)

SCREENED_CALL = replace(CALL, title="Behandlingsstudier 2024", screening=RULES)
HOSTILE = "=1+1 <script>alert(1)</script>"
HOSTILE_NUMBER = "../../x"
CLIMBING = "..\\..\\x"
LONG = "Persontilpasset oppfølging av pasienter med sjeldne sykdommer i hele landet " * 3
CLINIC = Institution("Sjøkanten Klinikk AS", "Vest")
OTHER_CLINIC = Institution("Fjellheimen & Sønner", "Vest")
LAST_SECOND = DEADLINE + timedelta(seconds=59)
FIRST_LATE = DEADLINE + timedelta(minutes=1)
MIDNIGHT = DEADLINE.replace(hour=0)


def submitted(
    number: str,
    title: str = "",
    withdrawn_from: PanelStep | None = None,
    **changes: Any,  # noqa: ANN401 - any field of a submission
) -> PanelApplication:
    """Return an application that fails nothing but by what is changed."""
    submission = replace(FLAWLESS, project_number=number, **changes)
    return PanelApplication(number, title or f"Studie {number}", "", submission, withdrawn_from)


def cv(participant: str, region: str, pages: int = 5, *, listed: bool = True) -> Cv:
    """Return a partner's CV."""
    return Cv(participant, region, leader=False, pages=pages, publications=listed)


EVERYTHING = submitted(
    "2024/12",  # F1 to F11
    LONG[:200],
    submitted=DEADLINE + timedelta(days=1),
    amount=26_400_000,
    duration_months=72,
    language="norsk",
    applicant=Institution("Legemiddelhuset Tåkeheim AS", "Sør-Øst"),
    anchored=False,
    user_involvement=False,
    partners=(CLINIC, OTHER_CLINIC),
    patients_from_all_regions=False,
    cvs=(
        replace(LEADER, participant="Elén Hjellvikås", publications=False),
        cv("Åse Ørn", "Vest", 7, listed=False),
        cv("Bo Berg", "Nord", 12),
    ),
    markers=Markers.MISSING,
    channel="e-post",
)
APPLICATIONS = (
    submitted("2024/01", LONG[:200], submitted=LAST_SECOND),
    submitted("2024/02", submitted=FIRST_LATE, channel="e-post"),  # F1 F11
    submitted("2024/03", amount=6_900_000),  # F2
    submitted(  # F2 F7 F9: nobody in Nord
        "2024/04", amount=26_400_000, partners=(WEST, MIDDLE), cvs=CVS[:-1]
    ),
    submitted("2024/05", duration_months=61, language="norsk"),  # F3 F4
    submitted(
        "2024/06", applicant=CLINIC, anchored=False
    ),  # F5 F7 F9: from Vest, no-one in Sør-Øst
    submitted(  # F7 F9: two in Vest that may not apply, and no lists
        "2024/07",
        partners=(CLINIC, OTHER_CLINIC, MIDDLE, NORTH),
        cvs=(
            replace(LEADER, participant="Kari Nordmann", publications=False),
            cv("Åse Ørn", "Vest", listed=False),
            cv("Bo Berg", "Vest", 6, listed=False),
            *CVS[2:],
        ),
    ),
    submitted("2024/08", user_involvement=False, cvs=CVS[1:]),  # F6 F9
    submitted(  # F8 F10, and later gone
        "2024/09", "", PanelStep.MEETING, patients_from_all_regions=False, markers=Markers.MISSING
    ),
    submitted("2024/10", "", PanelStep.SCREENING, amount=0),
    submitted("2024/11", "", PanelStep.GRADING, markers=Markers.NOT_RELEVANT),
    EVERYTHING,
    submitted(HOSTILE_NUMBER, HOSTILE, applicant=Institution("<b>Oslo</b>", "Sør-Øst")),  # F5 F7
    submitted(CLIMBING, HOSTILE, duration_months=61),  # F3
)
REVIEW = PanelReview(SCREENED_CALL, APPLICATIONS, ELIGIBLE)
SCREENED = panel.screen(REVIEW)
FURNITURE = Furniture(SCREENED_CALL)


def screened(
    *applications: PanelApplication, rules: Screening = RULES, call: PanelCall = SCREENED_CALL
) -> panel.Screening:
    """Return the screening of applications under other rules."""
    return panel.screen(PanelReview(replace(call, screening=rules), applications, ELIGIBLE))
