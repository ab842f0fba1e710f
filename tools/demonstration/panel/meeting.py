"""Draw what the meeting makes of the grades: joint grades (K3) and the chair's ruling (K4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tools.demonstration.impressions import on_scale
from tools.demonstration.panel.records import JointGrade, Ruling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction
    from random import Random

    from tools.demonstration.panel.records import Grade
    from tools.demonstration.panel.standing import Standing
    from tools.demonstration.panel.stock import Rules
    from tools.demonstration.words import Words

# From this difference on the panel talks until it agrees, most of the time
DISAGREED: Final = 1.0
AGREED: Final = 0.75
MOVED: Final = 0.35


def draw_joint_grades(
    random: Random,
    order: Sequence[Standing],
    grades: Sequence[Grade],
    rules: Rules,
    words: Words,
) -> list[JointGrade]:
    """Return the joint grades of what the experts disagreed on, between their own grades."""
    joint: list[JointGrade] = []
    for one in order:
        own = [
            (grade.quality + grade.benefit) / 2 for grade in grades if grade.number == one.number
        ]
        if max(own) - min(own) < DISAGREED or random.random() > AGREED:
            continue
        talked = random.gauss(float(one.grade), MOVED)
        grade = on_scale(min(max(talked, min(own)), max(own)), rules.joint)
        joint.append(JointGrade(one.number, grade, words.say(occasion(grade, one.grade))))
    return joint


def occasion(grade: Fraction, mean: Fraction) -> str:
    """Say where a joint grade lies against the experts' mean."""
    return "joint_equal" if grade == mean else "joint_above" if grade > mean else "joint_below"


def rule(tied: Sequence[tuple[int, Standing]], words: Words) -> list[Ruling]:
    """Let the chair put the equals at the line the other way round, all but the last by name."""
    places = [place for place, _ in tied]
    turned = [one for _, one in reversed(tied)]
    return [
        Ruling(one.number, place, words.say("ruling"))
        for place, one in list(zip(places, turned, strict=True))[:-1]
    ]
