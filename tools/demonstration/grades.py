"""Draw the grades of 1.1 as a real panel might have given them.

An application has a quality, a reviewer a severity, and each reading a noise; their sum, rounded
to the scale, is the total grade. A few readings go astray: one of the two sees a flaw or a merit
that the other does not.

The model was fitted to the published votes of a national science foundation's project funding
panels: 265 proposals with two votes each, on a scale of six. What is compared is relative to the
scale's length, since ours has seven steps. MEAN, QUALITY and NOISE were set by simulation to meet
the mean, the spread, the correlation and the mean difference; SEVERITY is the spread of the mean
differences between fixed pairs, less their sampling error. STRAY_SHARE and STRAY are our choice:
the votes come from panels that assess together, and independent readers now and then differ far
more than the votes do. The demonstration's column is that of its seed.

                                          votes   model   demonstration
    mean, from 0 to 1                      0.57    0.57    0.57
    standard deviation / length            0.225   0.223   0.233
    correlation of the two                 0.84    0.82    0.84
    rank correlation of the two            0.84    0.83    0.84
    mean difference / length               0.074   0.078   0.078
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tools.demonstration.records import Application, Conflict, Grade, Member

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

LOWEST: Final = 1
HIGHEST: Final = 7
MEAN: Final = 4.41
QUALITY: Final = 1.25
SEVERITY: Final = 0.08
NOISE: Final = 0.35
STRAY_SHARE: Final = 0.03
STRAY: Final = 2.5

CRITERIA: Final = 3
SCORE_HIGHEST: Final = 2
SCORE_NOISE: Final = 0.4


def draw_grades(
    random: Random,
    applications: Sequence[Application],
    committee: Sequence[Member],
    conflicts: Sequence[Conflict],
) -> list[Grade]:
    """Return both grades of every application that was not withdrawn before 1.1, uncommented."""
    severity = {member.id: random.gauss(0, SEVERITY) for member in committee if member.pair}
    grades: list[Grade] = []
    for application in applications:
        quality = random.gauss(MEAN, QUALITY)
        if application.withdrawn and not application.from_step:
            continue
        for member in acting_pair(application, committee, conflicts):
            total = draw_total(random, quality - severity[member])
            scores = tuple(draw_score(random, total) for _ in range(CRITERIA))
            grades.append(Grade(application.number, member, scores, total))
    return grades


def acting_pair(
    application: Application, committee: Sequence[Member], conflicts: Sequence[Conflict]
) -> list[str]:
    """Return the ids of the two who grade: the pair, or the substitutes of its members."""
    substitutes = {
        conflict.member: conflict.substitute
        for conflict in conflicts
        if conflict.number == application.number and conflict.substitute
    }
    return [
        substitutes.get(member.id, member.id)
        for member in committee
        if member.pair == application.pair
    ]


def draw_total(random: Random, impression: float) -> int:
    """Return one reading of an application as a total grade."""
    noise = random.gauss(0, NOISE)
    if random.random() < STRAY_SHARE:
        noise += random.gauss(0, STRAY)
    return min(max(round(impression + noise), LOWEST), HIGHEST)


def draw_score(random: Random, total: int) -> int:
    """Return a criterion's score; it follows the total grade loosely."""
    expected = (total - LOWEST) / (HIGHEST - LOWEST) * SCORE_HIGHEST
    return min(max(round(random.gauss(expected, SCORE_NOISE)), 0), SCORE_HIGHEST)
