"""Read a year's stock: its call file, studies, cases and people, and what the years share.

The numbers that the applications keep to or miss are the call file's, so that they stand once.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from reviewpkg.domain.call import Scale
from tools.demonstration.panel.records import Case, Institution
from tools.demonstration.people import address
from tools.demonstration.records import Member
from tools.demonstration.stock import FOLDER, read

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

DOMAIN: Final = "example.org"
MEETING: Final = "panel/meeting"


@dataclass(frozen=True, slots=True)
class Study:
    """Be what an application is about; `markers`: they are relevant."""

    title: str
    theme: str = ""
    markers: bool = True


@dataclass(frozen=True, slots=True)
class Rules:
    """Be the call file's numbers, as far as the demonstration keeps to them."""

    date: date
    budget: int
    joint: Scale
    deadline: datetime
    amounts: tuple[int, int]
    duration: int
    language: str
    regions: tuple[str, ...]
    pages: int
    channel: str
    omitted: frozenset[str]
    support_worthy_min: Fraction
    theme: str


@dataclass(frozen=True, slots=True)
class Institutions:
    """Be those that may apply, and the firms that may not."""

    eligible: tuple[Institution, ...]
    firms: tuple[Institution, ...]


def call_file(year: str) -> Path:
    """Return the year's call file, which is delivered as it is."""
    return FOLDER / "panel" / year / "call.toml"


def rules(year: str) -> Rules:
    """Return the numbers of a year's call file."""
    file = read(f"panel/{year}/call")
    call, screening, panel = file["call"], file["screening"], file["panel"]
    return Rules(
        date=call["date"],
        budget=call["budget"],
        joint=scale(file["grades"]),
        deadline=screening["deadline"],
        amounts=(screening["amount_min"], screening["amount_max"]),
        duration=screening["duration_max_months"],
        language=screening["language"],
        regions=tuple(screening["regions"]),
        pages=screening["cv_max_pages"],
        channel=screening.get("channel", ""),
        omitted=frozenset(screening.get("omit", ())),
        support_worthy_min=exact(panel["support_worthy_min"]),
        theme=panel["priority_theme"],
    )


def scale(grades: dict[str, Any]) -> Scale:
    """Return the scale of joint grades."""
    return Scale(exact(grades["min"]), exact(grades["max"]), exact(grades["joint_step"]))


def exact(number: float) -> Fraction:
    """Return the number that was written: 0.1 is a tenth."""
    return Fraction(str(number))


def studies(year: str) -> list[Study]:
    """Return what a year's applications are about."""
    return [Study(**entry) for entry in read(f"panel/{year}/studies")["studies"]]


def cases(year: str) -> list[Case]:
    """Return a year's cases for the formal screening."""
    entries: list[dict[str, Any]] = [
        {key: tuple(one) if isinstance(one, list) else one for key, one in entry.items()}
        for entry in read(f"panel/{year}/cases")["cases"]
    ]
    return [Case(**entry) for entry in entries]


@cache
def institutions() -> Institutions:
    """Return the institutions and the firms, region by region."""
    stock = read("panel/institutions")
    eligible, firms = (
        tuple(Institution(name, region) for region, names in stock[kind].items() for name in names)
        for kind in ("eligible", "firms")
    )
    return Institutions(eligible, firms)


def participants() -> list[str]:
    """Return the names that participants may have, more than any call needs."""
    stock = read("panel/participants")
    return [f"{given} {family}" for given in stock["given"] for family in stock["family"]]


def people(year: str) -> list[Member]:
    """Return the experts, e1 and on, then the chair and the control committee's contact."""
    stock = read(f"panel/{year}/people")
    seats = [(f"e{place}", name, "") for place, name in enumerate(stock["experts"], start=1)]
    seats.append(("leder", stock["chair"], "leder"))
    seats.append(("kontroll", stock["control_committee"], "kontrollutvalg"))
    return [Member(seat, name, address(name, DOMAIN), role=role) for seat, name, role in seats]
