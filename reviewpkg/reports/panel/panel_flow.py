"""Show the way of a panel's applications, from received to recommended (K1 to K4)."""

from __future__ import annotations

from collections import Counter
from typing import Final

from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.panel import endings
from reviewpkg.reports.pictures.flow import End, Flow, Stream, laid_out

_GRADED: Final = (
    (endings.End.RECOMMENDED, End.RECOMMENDED),
    (endings.End.SUPPORT_WORTHY, End.SUPPORT_WORTHY),
    (endings.End.NOT_SUPPORT_WORTHY, End.NOT_SUPPORT_WORTHY),
)


def before(screened: Screening, step: PanelStep) -> Flow | None:
    """Draw who is before the panel at a step; None where nothing was received (K1, D24)."""
    return laid_out("", _screening(screened, len(screened.taking_part(step))))


def recommended(screened: Screening, found: Recommendation) -> Flow | None:
    """Draw the whole way, with who withdrew between K1 and K4 (D24)."""
    passed = len(screened.passed)
    ends = Counter(one.end for one in endings.endings(screened, found))
    streams = _screening(screened, passed)
    streams += [Stream(1, End.ASSESSED, target, ends[end]) for end, target in _GRADED]
    graded = sum(ends[end] for end, _ in _GRADED)
    return laid_out("", [*streams, Stream(1, End.ASSESSED, End.WITHDRAWN, passed - graded)])


def _screening(screened: Screening, assessed: int) -> list[Stream]:
    """Part what was received: rejected stays rejected though it withdraws later (D24)."""
    rejected = sum(not one.eligible for one in screened.results)
    withdrawn = len(screened.review.applications) - assessed - rejected
    return [
        Stream(0, End.RECEIVED, End.ASSESSED, assessed),
        Stream(0, End.RECEIVED, End.FORMALLY_REJECTED, rejected),
        Stream(0, End.RECEIVED, End.WITHDRAWN, withdrawn),
    ]
