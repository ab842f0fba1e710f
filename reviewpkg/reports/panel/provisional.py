"""Show the meeting what the grades would lead to as they stand, in any order of a tie (K3, D20)."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.domain.panel import PanelCall
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.step_k4_orders import MOST_PERMUTED
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.panel.line_tie import LineTie, line_tie
from reviewpkg.reports.panel.panel_sheet import STEP_NAME
from reviewpkg.reports.panel.recommendation_rows import RecommendationRows, recommendation_rows


@dataclass(frozen=True, slots=True)
class Provisional:
    """Be the provisional recommendation; `joint` of the `graded` have a joint grade.

    `tie` is None where no equals are parted by the line; `every_outcome` tells that its orders show
    all the outcomes there are. The chair's ruling is written in `rulings_table`.
    """

    frame: Frame
    graded: int
    joint: int
    list: RecommendationRows
    tie: LineTie | None
    every_outcome: bool
    rulings_table: str


def provisional(call: PanelCall, found: Recommendation, furniture: Furniture) -> Document:
    """Lay out what K4 would give now; nothing in it is decided."""
    words = furniture.words
    frame = furniture.frame(
        step=PanelStep.MEETING.value,
        step_name=words.retell(STEP_NAME),
        title=words.say("Foreløpig innstilling"),
        recipient=words.say("Panelet, til bruk i møtet"),
        landscape=True,
    )
    everyone = (*(one.assessed for one in found.ranked), *found.below)
    tie = line_tie(found) if found.tie and found.tie.open else None
    page = Provisional(
        frame=frame,
        graded=len(everyone),
        joint=sum(one.joint is not None for one in everyone),
        list=recommendation_rows(call, found),
        tie=tie,
        every_outcome=tie is not None and len(tie.numbers) <= MOST_PERMUTED,
        rulings_table=RULINGS.name,
    )
    return Document("panelet/forelopig-innstilling", "panel/provisional.html", page)
