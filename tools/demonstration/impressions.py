"""Draw what people come to think of the applications that go on, before they grade them again.

Nobody sees an impression: joint grades, second opinions and rankings are readings of it, each with
a noise of its own. The user representatives look for something else, related to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from tools.demonstration.grades import MEAN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from reviewpkg.domain.call import Scale
    from reviewpkg.procedure.two_round.step_1_1_grading import Graded

# How far a second look moves an application from its mean grade
RECONSIDERED: Final = 0.4
# What involvement shares with quality, where it lies otherwise, and its own spread
SHARED: Final = 0.45
USUAL_INVOLVEMENT: Final = 4.3
OWN_SPREAD: Final = 0.85


@dataclass(frozen=True, slots=True)
class Impressions:
    """Hold impressions, by project number, on the scale that the conference grades on."""

    scale: Scale
    quality: Mapping[str, float]
    involvement: Mapping[str, float]


def draw_impressions(random: Random, selected: Sequence[Graded], scale: Scale) -> Impressions:
    """Return the impressions of the applications selected in round 1."""
    quality: dict[str, float] = {}
    involvement: dict[str, float] = {}
    for graded in selected:
        number = graded.project_number
        quality[number] = float(graded.mean_grade) + random.gauss(0, RECONSIDERED)
        expected = USUAL_INVOLVEMENT + SHARED * (quality[number] - MEAN)
        involvement[number] = expected + random.gauss(0, OWN_SPREAD)
    return Impressions(scale, quality, involvement)


def on_scale(value: float, scale: Scale) -> Fraction:
    """Return the value of the scale that is nearest."""
    steps = round((value - float(scale.min)) / float(scale.step))
    return min(max(scale.min + steps * scale.step, scale.min), scale.max)
