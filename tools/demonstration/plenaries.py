"""Draw what the plenaries change: around the line in 2.2, after the second opinions in 2.4."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reviewpkg.domain.applications import acting_reviewers, conflicted_members
from reviewpkg.domain.conference import DecidedBy, PlenaryDecision, PlenaryNote
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.step_2_3_second_opinion import may_give
from reviewpkg.procedure.two_round.step_2_5_windows import line_row
from tools.demonstration.impressions import on_scale
from tools.demonstration.pair_grades import direction
from tools.demonstration.records import ANNET, KS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from fractions import Fraction
    from random import Random

    from reviewpkg.domain.applications import Application, Review
    from reviewpkg.domain.call import Scale
    from reviewpkg.domain.conference import SecondOpinion
    from reviewpkg.procedure.standing import Standing
    from reviewpkg.procedure.two_round.round_2 import AreaConference
    from reviewpkg.procedure.two_round.step_1_1_grading import Graded
    from tools.demonstration.words import Words

# How much the plenary does in an area: requests, joint grades up and down, user grades up and down
REQUESTS: Final = {KS: 6, ANNET: 3}
CHANGES: Final = {KS: (2, 2, 1, 1), ANNET: (1, 1, 1, 0)}
NAMED: Final = 2
# The rows of order O that are talked about, from the budget line
ABOVE, BELOW, FAR_BELOW = 9, 10, 22

CAPRICE: Final = 0.7
WIDE: Final = 2
YIELDING: Final = 0.65


@dataclass(frozen=True, slots=True)
class Talk:
    """Be an application that the plenary may talk about: how it stands, how it was graded."""

    standing: Standing
    graded: Graded

    @property
    def gap(self) -> float | None:
        """Return how far the user representatives' grade lies above the pair's."""
        user = self.standing.user_grade
        return None if user is None else float(user - self.standing.grade)

    @property
    def doubt(self) -> float:
        """Return how much there is to disagree about."""
        return float(self.graded.grade_difference) + abs(self.gap or 0)


def draw_plenary_1(
    random: Random, area: AreaConference, review: Review, words: Words
) -> list[PlenaryNote]:
    """Return an area's record of plenary 1: a row for each application in order O, most blank."""
    order = area.after_joint
    line = line_row(order, area.frame)
    graded = {one.project_number: one for one in area.members}
    talk = [Talk(one, graded[one.project_number]) for one in order]
    notes = {one.project_number: PlenaryNote(one.project_number) for one in order}
    doubtful = chosen(random, talk[max(line - ABOVE, 0) : line + FAR_BELOW], lambda one: one.doubt)
    for one in doubtful[: REQUESTS[area.area.id]]:
        number = one.standing.project_number
        notes[number] = replace(
            notes[number], second_opinion=True, reason=request_reason(one, words)
        )
    near = [
        one
        for one in talk[max(line - ABOVE, 0) : line + BELOW]
        if one.gap is not None and not notes[one.standing.project_number].second_opinion
    ]
    scale = review.call.grading.joint
    for note in draw_changes(random, near, CHANGES[area.area.id], scale, words):
        notes[note.project_number] = note
    return list(notes.values())


def chosen(random: Random, talk: Iterable[Talk], by: Callable[[Talk], float]) -> list[Talk]:
    """Sort by a wish to talk, largest first, with some caprice."""
    wishes = [(by(one) + random.gauss(0, CAPRICE), one) for one in talk]
    return [one for _, one in sorted(wishes, key=lambda wish: -wish[0])]


def request_reason(one: Talk, words: Words) -> str:
    """Say why a second opinion is asked for."""
    standing, graded = one.standing, one.graded
    if graded.grade_difference >= WIDE:
        occasion = "reviewers"
    else:
        occasion = "users" if abs(one.gap or 0) >= WIDE else "open"
    return words.say(
        f"request_{occasion}",
        high=written(graded.high),
        low=written(graded.low),
        joint=written(standing.grade),
        user=written(standing.user_grade) if standing.user_grade is not None else "",
    )


def draw_changes(
    random: Random,
    near: Sequence[Talk],
    counts: tuple[int, int, int, int],
    scale: Scale,
    words: Words,
) -> list[PlenaryNote]:
    """Return adjusted grades: a step towards each other's, where the two differ the most."""
    up, down, user_up, user_down = counts
    liked = chosen(random, near, lambda one: one.gap or 0)
    raised = [one for one in liked if one.standing.grade < scale.max][:up]
    lowered = [one for one in reversed(liked) if one not in raised][:down]
    rest = [one for one in liked if one not in raised and one not in lowered]
    random.shuffle(rest)
    notes = [
        PlenaryNote(
            one.standing.project_number,
            grade=one.standing.grade + step,
            reason=words.say(f"plenary_{way}"),
        )
        for way, changed, step in (("up", raised, scale.step), ("down", lowered, -scale.step))
        for one in changed
    ]
    for way, changed, step in (
        ("up", rest[:user_up], scale.step),
        ("down", rest[user_up : user_up + user_down], -scale.step),
    ):
        for one in changed:
            user = (one.standing.user_grade or scale.min) + step
            notes.append(
                PlenaryNote(
                    one.standing.project_number,
                    user_grade=min(max(user, scale.min), scale.max),
                    reason=words.say(f"plenary_user_{way}"),
                )
            )
    return notes


def name_pairs(
    random: Random, notes: Sequence[PlenaryNote], review: Review, words: Words
) -> list[PlenaryNote]:
    """Let the chair name the pair for a few of the second opinions, one that may give it."""
    applications = {one.project_number: one for one in review.applications}
    asked = [note.project_number for note in notes if note.second_opinion]
    named = set(random.sample(asked, NAMED))
    result: list[PlenaryNote] = []
    for note in notes:
        if note.project_number in named:
            pair = random.choice(eligible(applications[note.project_number], review))
            said = words.say("request_named", pair=pair)
            result.append(replace(note, named_pair=pair, reason=f"{note.reason} {said}"))
        else:
            result.append(note)
    return result


def eligible(application: Application, review: Review) -> tuple[str, ...]:
    """Return the pairs that may give a second opinion of an application."""
    pairs = {
        pair: frozenset(one.member for one in members)
        for pair, members in review.committee.pairs.items()
    }
    number = application.project_number
    conflicted = conflicted_members(review.conflicts, Step.SECOND_OPINION)
    return may_give(
        application, pairs, conflicted.get(number, frozenset()), acting_reviewers(review)[number]
    )


def draw_plenary_2(
    random: Random,
    opinions: Sequence[SecondOpinion],
    joint: Mapping[str, Fraction],
    scale: Scale,
    words: Words,
) -> list[PlenaryDecision]:
    """Return a decision for each second opinion.

    The pair stands on its grade or moves towards the opinion; where they lie furthest apart, the
    chair decides.
    """
    far = max(abs(one.grade - joint[one.project_number]) for one in opinions)
    decisions: list[PlenaryDecision] = []
    for one in opinions:
        number, own = one.project_number, joint[one.project_number]
        side = {"above": "up", "below": "down", "equal": "kept"}[direction(one.grade, own)]
        apart = abs(one.grade - own)
        by = DecidedBy.CHAIR if apart == far else DecidedBy.PAIR
        grade = on_scale(float(own + one.grade) / 2 + random.uniform(-0.1, 0.1), scale)
        moved = grade != own and (by is DecidedBy.CHAIR or random.random() < YIELDING)
        occasion = f"chair_{side}" if by is DecidedBy.CHAIR else f"decided_{side}"
        if not moved:
            occasion = "decided_kept" if side == "kept" else "decided_stands"
        reason = words.say(occasion, joint=written(own), second=written(one.grade))
        decisions.append(PlenaryDecision(number, grade if moved else None, by, reason))
    return decisions


def written(grade: Fraction) -> str:
    """Write a grade of whole or half steps as people do: 5 or 5,5."""
    return f"{float(grade):g}".replace(".", ",")
