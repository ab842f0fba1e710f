"""Name the steps of a review, in the order they are taken."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias


class Step(StrEnum):
    """Be one step of the two-round routine; steps compare in the order they are taken."""

    GRADING = "1.1"
    SELECTION = "1.2"
    REJECTION_1 = "1.3"
    USER_REVIEW = "1.4"
    JOINT = "2.1"
    PLENARY_1 = "2.2"
    SECOND_OPINION = "2.3"
    PLENARY_2 = "2.4"
    AROUND_THE_LINE = "2.5"
    RANKING = "2.6"
    FINAL_AWARD = "2.7"


class PanelStep(StrEnum):
    """Be one step of the panel routine; steps compare in the order they are taken."""

    SCREENING = "K1"
    GRADING = "K2"
    MEETING = "K3"
    RECOMMENDATION = "K4"


AnyStep: TypeAlias = Step | PanelStep
"""A step of some routine; only steps of the same routine are ever compared."""
