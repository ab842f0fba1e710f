"""Draw conflicts of interest and withdrawals: those known from the start, and the late ones.

Late ones are put where they bite, so they need the grades: by an application's place in its area
after 1.1.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tools.demonstration.records import ANNET, KS, Application, Conflict, Grade, Member

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

SINGLE: Final = 8  # applications with one conflicted member; one more has two

# Places in an area, 1 being the best graded
WITHDRAWN_PLACE: Final = (ANNET, 9)
WITHDRAWN_FROM: Final = "2.5"
LATE: Final = ((KS, 6, "2.2"), (KS, 22, "2.6"))
COLLEAGUES_PLACE: Final = (KS, 20)
USER_PLACES: Final = ((KS, 3, "b2"), (ANNET, 5, "b4"))


def draw_substituted(
    random: Random, applications: Sequence[Application], committee: Sequence[Member]
) -> list[Conflict]:
    """Return the conflicts of members with applications of their own pair, with substitutes.

    On one application both members are conflicted; another pair steps in for them.
    """
    pairs = sorted({member.pair for member in committee if member.pair})
    seats = {pair: [member.id for member in committee if member.pair == pair] for pair in pairs}
    both, *single = random.sample(applications, SINGLE + 1)
    substitutes = seats[random.choice([pair for pair in pairs if pair != both.pair])]
    conflicts = [
        Conflict(both.number, member, substitute)
        for member, substitute in zip(seats[both.pair], substitutes, strict=True)
    ]
    for application in single:
        others = [pair for pair in pairs if pair != application.pair]
        substitute = random.choice(seats[random.choice(others)])
        conflicts.append(
            Conflict(application.number, random.choice(seats[application.pair]), substitute)
        )
    return conflicts


def withdraw_early(
    random: Random, applications: Sequence[Application], conflicts: Sequence[Conflict]
) -> list[Application]:
    """Return the applications with one withdrawn before anyone graded it, not a conflicted one."""
    conflicted = {conflict.number for conflict in conflicts}
    number = random.choice([a for a in applications if a.number not in conflicted]).number
    return [
        replace(application, withdrawn=True) if application.number == number else application
        for application in applications
    ]


def withdraw_late(
    applications: Sequence[Application], standing: dict[str, list[str]]
) -> list[Application]:
    """Return the applications with one well-graded one withdrawn during the conference."""
    area, place = WITHDRAWN_PLACE
    number = standing[area][place - 1]
    return [
        replace(application, withdrawn=True, from_step=WITHDRAWN_FROM)
        if application.number == number
        else application
        for application in applications
    ]


def draw_unsubstituted(
    random: Random,
    applications: Sequence[Application],
    committee: Sequence[Member],
    substituted: Sequence[Conflict],
    standing: dict[str, list[str]],
) -> list[Conflict]:
    """Return the conflicts that need no substitute; nobody who has graded an application has one.

    They are a pair's with an application of others near the funding line, the user
    representatives', and those discovered during the conference.
    """
    area, place = COLLEAGUES_PLACE
    number = standing[area][place - 1]
    concerned = involved(number, applications, committee, substituted)
    excluded = {"", *(member.pair for member in committee if member.id in concerned)}
    colleagues = random.choice(sorted({member.pair for member in committee} - excluded))
    conflicts = [Conflict(number, member.id) for member in committee if member.pair == colleagues]
    conflicts += [
        Conflict(standing[area][place - 1], member) for area, place, member in USER_PLACES
    ]
    for area, place, step in LATE:
        number = standing[area][place - 1]
        concerned = involved(number, applications, committee, substituted)
        others = [member.id for member in committee if member.pair and member.id not in concerned]
        conflicts.append(Conflict(number, random.choice(others), from_step=step))
    return conflicts


def involved(
    number: str,
    applications: Sequence[Application],
    committee: Sequence[Member],
    substituted: Sequence[Conflict],
) -> set[str]:
    """Return the ids of an application's pair and of those who stepped in for it."""
    pair = next(application.pair for application in applications if application.number == number)
    return {member.id for member in committee if member.pair == pair} | {
        conflict.substitute for conflict in substituted if conflict.number == number
    }


def standing_after_grading(
    applications: Sequence[Application], grades: Sequence[Grade]
) -> dict[str, list[str]]:
    """Return the graded applications of each area, best first, larger differences first."""
    totals: dict[str, list[int]] = {}
    for grade in grades:
        totals.setdefault(grade.number, []).append(grade.total)
    ordered = sorted(
        (application for application in applications if application.number in totals),
        key=lambda application: (
            -sum(totals[application.number]),
            -max(totals[application.number]),
            application.number,
        ),
    )
    return {
        area: [application.number for application in ordered if application.area == area]
        for area in (KS, ANNET)
    }
