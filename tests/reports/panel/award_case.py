"""Bring the small panel call to its recommendation, as it is and changed in one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.panel import Screening, recommend, screen
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.panel.award_packet import award_packet
from reviewpkg.reports.panel.packet import PanelPacket
from reviewpkg.reports.panel.panel_record import Basis
from tests.reports.panel.panel_call import REVIEW

REASON = "Brokk <b>rammer</b> flere & studien kan\nstarte straks."
FIRST = Ruling("2024/K105", 4, REASON)
"""The line falls among K104 and K105; with K105 first the sum is the budget, exactly."""
INPUTS = (("call.toml", "ab" * 32, 412), ("karakterer/e1 & <i>.xlsx", "0c" * 32, 15_320))
NOTICED = ("Merknad: soknader.xlsx: kolonnen «Merket» leses ikke.",)

OPEN = REVIEW
RULED = replace(REVIEW, rulings=(FIRST,))
NO_THEME = replace(REVIEW, call=replace(REVIEW.call, priority_theme=""))
NOBODY_WORTHY = replace(REVIEW, call=replace(REVIEW.call, support_worthy_min=Fraction(5)))
EVERYONE_FITS = replace(REVIEW, call=replace(REVIEW.call, budget=200_000_000))
NOTHING_FITS = replace(REVIEW, call=replace(REVIEW.call, budget=5_000_000))
LINE_ON_BUDGET = replace(REVIEW, call=replace(REVIEW.call, budget=45_000_000))
"""Down to K103 the sum is the budget; without the theme the line would fall among K104 and K105."""


def decided(review: PanelReview = RULED) -> tuple[Screening, Recommendation]:
    """Return a review after K1 and K4."""
    screened = screen(review)
    return screened, recommend(screened)


def handed_out(review: PanelReview = RULED) -> PanelPacket:
    """Return what the recommendation hands out."""
    furniture = Furniture(review.call)
    return award_packet(*decided(review), furniture, Basis(INPUTS, NOTICED))


def withdrawn(number: str, step: PanelStep, review: PanelReview = RULED) -> PanelReview:
    """Return a review in which an application withdraws from a step on."""
    applications = tuple(
        replace(one, withdrawn_from=step) if one.project_number == number else one
        for one in review.applications
    )
    return replace(review, applications=applications)
