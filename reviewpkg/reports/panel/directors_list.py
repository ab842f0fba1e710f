"""Say to the directors' meeting what the budget is to cover, in the experts' own order (K4)."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Outcome, Recommendation, Recommended
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.panel.recommendation_sums import Sums, sums


@dataclass(frozen=True, slots=True)
class DirectorsRow:
    """Be a support-worthy application in its place; amounts in whole kroner, no grades."""

    place: int
    project_number: str
    title: str
    institution: str
    region: str
    priority: bool
    amount: int
    running_sum: int


@dataclass(frozen=True, slots=True)
class DirectorsList:
    """Be the recommendation as the directors' meeting decides on it.

    `theme` is blank where none goes first; `below` are support-worthy, but below the funding line.
    """

    frame: Frame
    theme: str
    sums: Sums
    recommended: tuple[DirectorsRow, ...]
    below: tuple[DirectorsRow, ...]


def directors_list(
    screened: Screening, found: Recommendation, furniture: Furniture
) -> DirectorsList:
    """List the support-worthy in the experts' order, without what is not theirs to weigh (K4)."""
    words = furniture.words
    frame = furniture.frame(
        step="K4",
        step_name=words.say("Innstilling"),
        title=words.say("Innstilling til direktørmøtet"),
        recipient=words.say("Direktørmøtet"),
    )
    return DirectorsList(
        frame=frame,
        theme=screened.review.call.priority_theme,
        sums=sums(found),
        recommended=tuple(_row(one) for one in found.recommended),
        below=tuple(_row(one) for one in found.ranked if one.outcome is not Outcome.RECOMMENDED),
    )


def _row(one: Recommended) -> DirectorsRow:
    application = one.application
    return DirectorsRow(
        one.final_place,
        one.project_number,
        application.title,
        application.institution,
        application.region,
        one.priority,
        application.amount,
        one.running_sum,
    )
