"""Step 1.3: rejection 1, everything that was not selected."""

from __future__ import annotations

from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import CLAUSE, AdjustedSelection

RULE = "1.3"


def rejected(selection: AdjustedSelection) -> tuple[Graded, ...]:
    """Return an area's rejected applications, in the order of 1.2 (1.3).

    One that is withdrawn from 1.3 or earlier is withdrawn, not rejected; one that is withdrawn
    later stays rejected (D24).
    """
    return tuple(
        graded
        for graded in selection.not_selected
        if not graded.application.withdrawn_at(Step.REJECTION_1)
    )


def rule_of(selection: AdjustedSelection, project_number: str) -> str:
    """Name the clause that rejected an application: 1.2.9 where it was taken out by name."""
    return CLAUSE if project_number in selection.moved_out else RULE
