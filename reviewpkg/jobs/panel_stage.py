"""Bring a panel call as far as its tables reach, and find out what each step waits for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.panel.decisions import Places
from reviewpkg.intake.panel.loading import PanelLoaded, check_rulings, survey
from reviewpkg.problems import InputRejected, Problem, Severity
from reviewpkg.procedure.panel import panel
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation

_GRADES = "karakterer"
_REQUIRED = ("soknader", "partnere", "cv", "institusjoner", "fagutvalg", _GRADES)


@dataclass(frozen=True, slots=True)
class Reach:
    """Be how a step fares: what it read, and why it cannot be taken, if so.

    `missing` names the tables that it cannot do without, `faulty` tells of faults that are more
    than something that has not come. `screened` is None where the tables of K1 cannot be relied on.
    """

    step: PanelStep
    loaded: PanelLoaded
    screened: Screening | None
    missing: tuple[str, ...]
    faulty: bool

    @property
    def possible(self) -> bool:
        """Tell whether the step can be taken."""
        return not (self.missing or self.loaded.too_few or self.faulty)


def passed(review: PanelReview) -> frozenset[str]:
    """Tell which applications pass K1."""
    return panel.screen(review).passed


def reaches(folder: Path) -> tuple[Reach, ...]:
    """Survey every step in turn, K1 to K4; raise InputRejected without a usable call file."""
    return tuple(_reaches(folder))


def _reaches(folder: Path) -> Iterator[Reach]:
    for step in PanelStep:
        loaded = survey(folder, step, passed)
        if isinstance(loaded, InputRejected):
            raise loaded
        screened = None if loaded.scope.passed is None else panel.screen(loaded.review)
        missing = tuple(one for one in _REQUIRED if one in loaded.missing)
        faulty = any(not _awaits(one, loaded, missing) for one in _errors(loaded))
        yield Reach(step, loaded, screened, missing, faulty)


def _errors(loaded: PanelLoaded) -> Iterator[Problem]:
    return (one for one in loaded.problems if one.severity is Severity.ERROR)


def _awaits(problem: Problem, loaded: PanelLoaded, missing: tuple[str, ...]) -> bool:
    """Tell whether an error says no more than that a table or grades have not come."""
    place = problem.place
    if place.file in missing:
        return True
    whole_table = not (place.row or place.sheet)
    of_all_grades = whole_table and place.file.partition(".")[0].removesuffix("/") == _GRADES
    return of_all_grades and bool(loaded.too_few)


def recommended(loaded: PanelLoaded) -> tuple[PanelLoaded, Screening, Recommendation]:
    """Take K4 with the rulings checked against the ties; raise InputRejected where one is wrong."""
    unruled = panel.recommend(panel.screen(loaded.review))
    places = {one.project_number: Places(one.first, one.last) for one in unruled.ranked}
    checked = check_rulings(loaded, places)
    screened = panel.screen(checked.review)
    return checked, screened, panel.recommend(screened)
