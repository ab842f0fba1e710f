"""Find out how far a call has come."""

from __future__ import annotations

from pathlib import Path

from reviewpkg.intake.loading import Loaded, survey
from reviewpkg.problems import InputRejected, Problem, Severity, sentences
from reviewpkg.rendering.packet import sealed_inputs
from reviewpkg.reports import status


def run_status(source: Path, target: Path) -> status.Status:
    """Say how far the call has come; raise InputRejected where its call file cannot be used."""
    loaded = survey(source, graded=True)
    if isinstance(loaded, InputRejected):
        raise loaded
    before_grading = survey(source, graded=False)
    early = _errors(before_grading) if isinstance(before_grading, Loaded) else frozenset()
    digests = tuple(source.sha256 for source in loaded.sources)
    standings = tuple(
        status.standing(
            needs,
            missing=loaded.missing,
            undelivered=loaded.undelivered,
            faulty=bool(early) or (needs.graded and _faulty_grades(loaded, early)),
            sealed_inputs=sealed_inputs(target / needs.step),
            inputs=digests,
        )
        for needs in status.STEPS
    )
    return status.Status(loaded.review, standings, loaded.undelivered, sentences(loaded.problems))


def _errors(loaded: Loaded) -> frozenset[Problem]:
    return frozenset(one for one in loaded.problems if one.severity is Severity.ERROR)


def _faulty_grades(loaded: Loaded, early: frozenset[Problem]) -> bool:
    """Tell whether the grades have other faults than being awaited."""
    faults = _errors(loaded) - early
    return any(one.place.row for one in faults) or (bool(faults) and not loaded.undelivered)
