"""Draw the experts' conflicts of interest, who grades what, and the grades (K2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tools.demonstration.panel.records import Grade
from tools.demonstration.records import Conflict

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from random import Random

    from tools.demonstration.panel.records import Application

LOWEST: Final = 1
HIGHEST: Final = 5
MEAN: Final = 3.95
SPREAD: Final = 0.8
# How far quality and benefit lie from each other, experts from each other, readings from both
APART: Final = 0.4
SEVERITY: Final = 0.15
NOISE: Final = 0.65

THIRD_EXPERT: Final = 0.45


def draw_conflicts(
    random: Random, applications: Sequence[Application], experts: Sequence[str], count: int
) -> list[Conflict]:
    """Return the conflicts of interest known from the start, each of one expert with one."""
    numbers = random.sample([one.number for one in applications], count)
    return [Conflict(number, random.choice(experts)) for number in numbers]


def draw_grades(
    random: Random,
    applications: Sequence[Application],
    experts: Sequence[str],
    conflicts: Collection[Conflict],
) -> list[Grade]:
    """Return two or three experts' grades of every application that came through K1."""
    severity = {expert: random.gauss(0, SEVERITY) for expert in experts}
    barred = {(conflict.number, conflict.member) for conflict in conflicts}
    load = dict.fromkeys(experts, 0)
    grades: list[Grade] = []
    for application in applications:
        if not application.graded:
            continue
        worth = random.gauss(MEAN, SPREAD)
        quality, benefit = random.gauss(worth, APART), random.gauss(worth, APART)
        fit = [expert for expert in experts if (application.number, expert) not in barred]
        random.shuffle(fit)
        fit.sort(key=lambda expert: load[expert])
        for expert in fit[: 2 + (random.random() < THIRD_EXPERT)]:
            load[expert] += 1
            seen = severity[expert]
            grades.append(
                Grade(
                    application.number,
                    expert,
                    reading(random, quality - seen),
                    reading(random, benefit - seen),
                )
            )
    return grades


def reading(random: Random, impression: float) -> int:
    """Return one reading as a whole grade."""
    return min(max(round(random.gauss(impression, NOISE)), LOWEST), HIGHEST)


def draw_late_conflicts(
    random: Random,
    number: str,
    experts: Sequence[str],
    grades: Sequence[Grade],
    conflicts: Sequence[Conflict],
) -> list[Conflict]:
    """Return conflicts discovered before the meeting: of one who graded it and one who did not.

    The grade stands; both leave the room (D24).
    """
    involved = [grade.member for grade in grades if grade.number == number]
    known = [conflict.member for conflict in conflicts if conflict.number == number]
    others = [expert for expert in experts if expert not in (*involved, *known)]
    late = (random.choice(involved), random.choice(others))
    return [Conflict(number, expert, from_step="K3") for expert in late]
