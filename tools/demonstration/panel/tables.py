"""Lay out a panel call's tables, with the columns that its criteria ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tools.demonstration.cells import NUMBER, REASON, TITLE, number
from tools.demonstration.panel.applications import YES
from tools.demonstration.sheets import Cell, Sheet
from tools.demonstration.tables import WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from tools.demonstration.panel.records import Application, Grade, Institution, PanelCall
    from tools.demonstration.panel.stock import Rules

REGION: Final = "Helseregion"
INSTITUTION: Final = "Institusjon"
NO: Final = "nei"
# Share of the cells that someone has typed over as text
RETYPED: Final = 0.1
HARD_SPACE: Final = "\N{NO-BREAK SPACE}"


def sheets(
    random: Random, call: PanelCall, eligible: Sequence[Institution], rules: Rules
) -> dict[str, Sheet]:
    """Return the secretariat's sheets by table, but for those that have no rows."""
    made = {
        "soknader": applications(random, call.applications, rules),
        "partnere": partners(call.applications),
        "cv": cvs(call.applications),
        "institusjoner": Sheet(
            (INSTITUTION, REGION), [(one.name, one.region) for one in eligible], "Institusjoner"
        ),
        "fagutvalg": Sheet(
            ("Medlem", "Navn", "E-post", "Rolle"),
            [(one.id, one.name, one.email, one.role) for one in call.people],
            "Fagutvalg",
        ),
        "inhabilitet": Sheet(
            (NUMBER, "Medlem", "Fra trinn"),
            sorted((one.number, one.member, one.from_step) for one in call.conflicts),
            "Inhabilitet",
        ),
        "samlet": Sheet(
            (NUMBER, "Samlet karakter", REASON),
            [(one.number, number(one.grade), one.reason) for one in call.joint_grades],
            "Samlet",
        ),
        "lederbeslutning": Sheet(
            (NUMBER, "Ny plassering", REASON),
            [(one.number, one.place, one.reason) for one in call.rulings],
            "Lederbeslutning",
        ),
    }
    return {table: sheet for table, sheet in made.items() if sheet.rows}


def applications(random: Random, drawn: Sequence[Application], rules: Rules) -> Sheet:
    """Return `soknader`; what no criterion of the call looks at has no column."""
    rows: list[dict[str, Cell]] = []
    for one in drawn:
        case = one.case
        row: dict[str, Cell] = {
            NUMBER: one.number,
            TITLE: one.title,
            "Søkerinstitusjon": one.applicant.name,
            REGION: one.applicant.region,
            "Søknadssum": typed_amount(random, one.amount) if retyped(random) else one.amount,
            "Innsendt": f"{one.submitted:%d.%m.%Y %H:%M}" if retyped(random) else one.submitted,
            "Kanal": case.channel or rules.channel,
            "Varighet": one.duration,
            "Språk": case.language or rules.language,
            "Ledelsesforankring": yes(answer=case.anchored),
            "Brukermedvirkning": yes(answer=case.users),
            "Pasientinklusjon": yes(answer=case.inclusion),
            "Markører": one.markers,
            "Tema": one.theme,
            "Status": WITHDRAWN if one.withdrawn else None,
            "Fra trinn": one.from_step,
        }
        rows.append(row)
    absent = {
        *(() if rules.channel else ("Kanal",)),
        *(("Markører",) if "F10" in rules.omitted else ()),
        *(() if any(one.withdrawn for one in drawn) else ("Status", "Fra trinn")),
    }
    headings = [heading for heading in rows[0] if heading not in absent]
    return Sheet(headings, [[row[heading] for heading in headings] for row in rows], "Søknader")


def retyped(random: Random) -> bool:
    """Tell whether someone has typed over a cell."""
    return random.random() < RETYPED


def typed_amount(random: Random, amount: int) -> str:
    """Return an amount as it is typed, with spaces of either kind."""
    return f"{amount:,} kr".replace(",", random.choice((" ", HARD_SPACE)))


def yes(*, answer: bool) -> str:
    """Return an answer as a cell."""
    return YES if answer else NO


def partners(drawn: Sequence[Application]) -> Sheet:
    """Return `partnere`, by application in the order of `soknader`."""
    rows = [(one.number, partner.name, partner.region) for one in drawn for partner in one.partners]
    return Sheet((NUMBER, INSTITUTION, REGION), rows, "Partnere")


def cvs(drawn: Sequence[Application]) -> Sheet:
    """Return `cv`, by application in the order of `soknader`."""
    rows = [
        (one.number, cv.participant, cv.region, cv.role, cv.pages, yes(answer=cv.publications))
        for one in drawn
        for cv in one.cvs
    ]
    headings = (NUMBER, "Deltaker", REGION, "Rolle", "Sider", "Publikasjonsliste")
    return Sheet(headings, rows, "CV")


def form(member: str, grades: Sequence[Grade]) -> Sheet:
    """Return an expert's grades, by application."""
    rows = sorted(
        (one.number, member, one.quality, one.benefit) for one in grades if one.member == member
    )
    return Sheet((NUMBER, "Medlem", "Kvalitet", "Nytte"), rows, "Karakterer")
