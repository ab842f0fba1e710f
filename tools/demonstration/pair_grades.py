"""Draw what pairs agree on: their joint grades (2.1) and their second opinions (2.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reviewpkg.domain.conference import JointGrade, SecondOpinion
from tools.demonstration.impressions import Impressions, on_scale
from tools.demonstration.user_grades import tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction
    from random import Random

    from reviewpkg.procedure.two_round.step_1_1_grading import Graded
    from reviewpkg.procedure.two_round.step_2_3_second_opinion import Request
    from tools.demonstration.words import Words

# A joint grade lies between the mean and the new impression, at most a step outside the two grades
WEIGHT: Final = 0.5
NOISE: Final = 0.15
OPINION_NOISE: Final = 0.7

PRIORITY_AREAS: Final = (0, 1, 2, 3)
PRIORITY_WEIGHTS: Final = (34, 40, 21, 5)
REASONED: Final = 0.55
TWO_SENTENCES: Final = 0.5


def draw_joint_grades(
    random: Random,
    selected: Sequence[Graded],
    impressions: Impressions,
    words: Words,
) -> list[JointGrade]:
    """Return each acting pair's joint grade and number of priority areas."""
    scale = impressions.scale
    joint: list[JointGrade] = []
    for graded in selected:
        mean = float(graded.mean_grade)
        pull = WEIGHT * (impressions.quality[graded.project_number] - mean)
        grade = on_scale(mean + pull + random.gauss(0, NOISE), scale)
        grade = min(max(grade, graded.low - scale.step), graded.high + scale.step)
        areas = random.choices(PRIORITY_AREAS, PRIORITY_WEIGHTS)[0]
        reason = ""
        if random.random() < REASONED:
            reason = reason_for(graded, grade, words, long=random.random() < TWO_SENTENCES)
        joint.append(JointGrade(graded.project_number, grade, areas, reason))
    return joint


def reason_for(graded: Graded, grade: Fraction, words: Words, *, long: bool) -> str:
    """Return how the two came to their joint grade, and perhaps what they think."""
    ways = (
        ("to_low", "between", "to_high")
        if graded.grade_difference
        else ("lowered", "same", "raised")
    )
    way = ways[1 + (grade > graded.mean_grade) - (grade < graded.mean_grade)]
    sentences = (words.say(f"pair_{way}"), words.say(f"pair_{tone(grade)}") if long else "")
    return " ".join(sentences).strip()


def draw_opinions(
    random: Random,
    requests: Iterable[Request],
    joint: Mapping[str, Fraction],
    impressions: Impressions,
    words: Words,
) -> list[SecondOpinion]:
    """Return the second opinions, each with a reason that speaks of the joint grade."""
    opinions: list[SecondOpinion] = []
    for request in requests:
        number = request.application.project_number
        view = impressions.quality[number] + random.gauss(0, OPINION_NOISE)
        grade = on_scale(view, impressions.scale)
        side = direction(grade, joint[number])
        reason = words.say(f"opinion_{side}")
        opinions.append(SecondOpinion(number, request.pair, grade, reason))
    return opinions


def direction(grade: Fraction, other: Fraction) -> str:
    """Say on which side of another grade a grade lies."""
    return "equal" if grade == other else "above" if grade > other else "below"
