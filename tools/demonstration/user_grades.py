"""Draw what the user representatives give: on their own (1.4), jointly (2.1), in addition (2.3)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from reviewpkg.domain.conference import UserGrade, UserJointGrade
from reviewpkg.procedure.two_round.step_2_1_joint import agenda
from tools.demonstration.impressions import Impressions, on_scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from reviewpkg.procedure.two_round.round_1 import Round1
    from tools.demonstration.words import Words

SEVERITY: Final = 0.25
NOISE: Final = 0.6
JOINT_NOISE: Final = 0.25
# Most give whole grades, though halves are allowed
HALVES: Final = 0.2
COMMENTED: Final = 0.5
REASONED: Final = 0.4

HIGH: Final = Fraction(6)
MIDDLE: Final = Fraction(4)

# What they did not get to: the end of each area's agenda, and some of what they had graded alike
NOT_REACHED: Final = 3
PASSED_OVER: Final = 0.15


def draw_user_grades(
    random: Random, decided: Round1, impressions: Impressions, words: Words
) -> list[UserGrade]:
    """Return each user representative's own grades of what round 1 assigned (1.4)."""
    scale = impressions.scale
    people = decided.review.committee.user_representatives
    severity = {person.member: random.gauss(0, SEVERITY) for person in people}
    grades: list[UserGrade] = []
    for person in people:
        for graded in decided.user_review.of(person.member):
            number = graded.project_number
            view = impressions.involvement[number] - severity[person.member]
            step = scale if random.random() < HALVES else replace(scale, step=Fraction(1))
            grade = on_scale(view + random.gauss(0, NOISE), step)
            comment = remark(grade, words) if random.random() < COMMENTED else ""
            grades.append(UserGrade(number, person.member, grade, comment))
    return grades


def draw_user_joint(
    random: Random, decided: Round1, own: Sequence[UserGrade], words: Words
) -> list[UserJointGrade]:
    """Return what they agree on, in the order of their agenda, area by area (2.1, D8).

    They run out of time, and let a few stand that they had graded alike: there the mean of their
    own grades counts (D9).
    """
    scale = decided.review.call.grading.joint
    joint: list[UserJointGrade] = []
    for area in decided.review.call.areas:
        listed = [
            one for one in decided.user_review.applications if one.application.area == area.id
        ]
        for item in agenda(listed, own)[:-NOT_REACHED]:
            if not item.difference and random.random() < PASSED_OVER:
                continue
            mean = sum(one.grade for one in item.user_grades) / len(item.user_grades)
            grade = on_scale(float(mean) + random.gauss(0, JOINT_NOISE), scale)
            reason = remark(grade, words) if random.random() < REASONED else ""
            joint.append(UserJointGrade(item.graded.project_number, grade, reason))
    return joint


def draw_supplements(
    random: Random,
    numbers: Iterable[str],
    impressions: Impressions,
    words: Words,
) -> list[UserJointGrade]:
    """Return their joint grades of the supplementary list (2.3)."""
    given: list[UserJointGrade] = []
    for number in numbers:
        view = impressions.involvement[number] + random.gauss(0, JOINT_NOISE)
        grade = on_scale(view, impressions.scale)
        reason = remark(grade, words) if random.random() < REASONED else ""
        given.append(UserJointGrade(number, grade, reason))
    return given


def remark(grade: Fraction, words: Words) -> str:
    """Return a remark in the tone of the grade."""
    return words.say(f"user_{tone(grade)}")


def tone(grade: Fraction) -> str:
    """Return the tone of a grade: high, middle or low."""
    return "high" if grade >= HIGH else "middle" if grade >= MIDDLE else "low"
