"""Say what the panel goes through (K3): in descending order, what each expert gave, who leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from reviewpkg.domain.applications import conflicted_members
from reviewpkg.domain.call import Scale
from reviewpkg.domain.panel import ExpertGrade, PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.sentence import sentence
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed
from reviewpkg.procedure.panel.step_k4_recommendation import is_priority
from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.pictures.expert_spread import ExpertSpread, expert_spreads
from reviewpkg.reports.room import Leaving, Room, seated

STEP_NAME: Final = sentence("Panelmøte")
LARGE_SHARE: Final = Fraction(1, 3)
"""How much of the scale's width the experts must differ by for the spread to be marked large."""


@dataclass(frozen=True, slots=True)
class Given:
    """Be what one expert gave an application."""

    name: str
    quality: Fraction
    benefit: Fraction
    comment: str


@dataclass(frozen=True, slots=True)
class PanelRow:
    """Be one application in descending order; `level` tells that the row below is its equal."""

    assessed: Assessed
    level: bool
    priority: bool
    large_spread: bool
    given: tuple[Given, ...]
    leaving: tuple[Leaving, ...]

    @property
    def comments(self) -> tuple[Given, ...]:
        """Return those who have said something."""
        return tuple(one for one in self.given if one.comment)


@dataclass(frozen=True, slots=True)
class PanelSheet:
    """Be the sheet of the meeting, cut at the support-worthy `threshold`.

    A spread of `large_from` grades or more is marked. `joint_scale` is what a joint grade may be,
    `theme` is blank where none goes first.
    """

    frame: Frame
    theme: str
    threshold: Fraction
    joint_scale: Scale
    large_from: Fraction
    worthy: tuple[PanelRow, ...]
    below: tuple[PanelRow, ...]
    spreads: tuple[ExpertSpread, ...]

    @property
    def rows(self) -> tuple[PanelRow, ...]:
        """Return all of them."""
        return (*self.worthy, *self.below)

    @property
    def look_first(self) -> tuple[PanelRow, ...]:
        """Return those that the experts differ most on, the largest spread first."""
        large = (row for row in self.rows if row.large_spread)
        return tuple(sorted(large, key=lambda row: row.assessed.graded.spread, reverse=True))


def large_from(scale: Scale) -> Fraction:
    """Return the smallest spread that is marked large on a scale."""
    return (scale.max - scale.min) * LARGE_SHARE


def panel_room(review: PanelReview) -> Room:
    """Say who is conflicted on what when the panel meets (K3, D24)."""
    conflicted = conflicted_members(review.conflicts, PanelStep.MEETING)
    return Room(conflicted, seated(review.experts))


def panel_sheet(
    review: PanelReview, assessed: tuple[Assessed, ...], furniture: Furniture
) -> Document:
    """Lay the applications out for the meeting as they stand (K3); the copy is for the meeting.

    Everyone in the room sees every row when its turn comes, so what keeps a conflicted person from
    an application is leaving the room before it: the sheet names them at each row.
    """
    call, words = review.call, furniture.words
    frame = furniture.frame(
        step=PanelStep.MEETING.value,
        step_name=words.retell(STEP_NAME),
        title=words.say("Panelark"),
        recipient=words.say("Panelet, til bruk i møtet"),
        landscape=True,
    )
    rows = _rows(review, assessed)
    least = call.support_worthy_min
    page = PanelSheet(
        frame=frame,
        theme=call.priority_theme,
        threshold=least,
        joint_scale=call.grading.joint,
        large_from=large_from(call.grading.total),
        worthy=tuple(row for row in rows if row.assessed.grade >= least),
        below=tuple(row for row in rows if row.assessed.grade < least),
        spreads=expert_spreads(assessed, call.grading.total, least),
    )
    return Document("panelet/panelark", "panel/panel_sheet.html", page)


def _rows(review: PanelReview, assessed: tuple[Assessed, ...]) -> tuple[PanelRow, ...]:
    barred = panel_room(review)
    names = {one.member: one.name for one in review.experts}
    least = large_from(review.call.grading.total)
    return tuple(
        PanelRow(
            assessed=one,
            level=any(below.position == one.position for below in assessed[number : number + 1]),
            priority=is_priority(one.application, review.call),
            large_spread=one.graded.spread >= least,
            given=tuple(_given(grade, names) for grade in one.graded.grades),
            leaving=barred.leaving(one.project_number),
        )
        for number, one in enumerate(assessed, start=1)
    )


def _given(grade: ExpertGrade, names: Mapping[str, str]) -> Given:
    return Given(names[grade.member], grade.quality, grade.benefit, grade.comment)
