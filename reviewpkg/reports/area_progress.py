"""Tell what an area waits for before one of the steps 2.1 to 2.4."""

from __future__ import annotations

from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.procedure.two_round.waiting import Awaited
from reviewpkg.reports.user_agenda import area_agenda


def awaited_at(
    step: Step, round_1: Round1, conference: Conference, area: AreaConference
) -> Awaited | None:
    """Return the table that keeps an area from `step`, None where it has reached it.

    The user representatives' agenda (2.1) needs a row of their own grades (1.4), if there is
    anything on it; the committee's steps do not wait for them.
    """
    if step is Step.JOINT:
        items = area_agenda(round_1, conference, area)
        started = any(item.user_grades for item in items)
        return Awaited(Step.JOINT, "brukerkarakterer") if items and not started else None
    return None if area.reached(step) else area.awaited
