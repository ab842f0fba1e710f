"""Find out how far a call has come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reviewpkg.domain.steps import Step
from reviewpkg.intake.files import digests
from reviewpkg.intake.later_faults import later_faults
from reviewpkg.intake.loading import Loaded, survey, survey_screening
from reviewpkg.jobs.freshness import outdated
from reviewpkg.jobs.stage import as_far_as_it_goes, awards_at
from reviewpkg.problems import InputRejected, Problem, Severity, sentences
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.rendering.packet import sealed_inputs
from reviewpkg.reports import status
from reviewpkg.reports.call_state import CallState, two_round_state
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.pictures.two_round_flow import flows
from reviewpkg.reports.status import Standing, StepNeeds


def run_status(source: Path, target: Path) -> status.Status:
    """Say how far the call has come; raise InputRejected where its call file cannot be used."""
    loaded = survey(source, failing, graded=True)
    if isinstance(loaded, InputRejected):
        raise loaded
    before_grading = survey(source, failing, graded=False)
    early = _errors(before_grading) if isinstance(before_grading, Loaded) else frozenset()
    current = digests(source)
    standings = [*_screening(source, target, current)]
    for needs in status.ROUND_1:
        faulty = bool(early) or (needs.graded and _faulty_grades(loaded, early))
        waits = status.round_1_waits(needs, loaded.missing, loaded.undelivered, faulty=faulty)
        standings.append(_standing(needs, waits, target, current))
    told = list(sentences(loaded.problems))
    later, more, way = _round_2(source, target, current, ready=not _errors(loaded))
    return status.Status(
        loaded.review,
        (*standings, *later),
        loaded.undelivered,
        tuple(dict.fromkeys([*told, *more])),
        way,
    )


def call_state(source: Path, target: Path) -> CallState:
    """Say the same for the call's overview."""
    return two_round_state(run_status(source, target))


def _screening(source: Path, target: Path, current: dict[str, str]) -> Iterator[Standing]:
    """Say how the screening stands where the call has formal criteria (F1, F2)."""
    loaded = survey_screening(source, failing)
    rules = loaded.review.call.screening if isinstance(loaded, Loaded) else None
    if isinstance(loaded, Loaded) and rules and rules.criteria:
        needs, faulty = status.SCREENING, bool(_errors(loaded)) and not loaded.missing
        waits = status.round_1_waits(needs, loaded.missing, {}, faulty=faulty)
        yield _standing(needs, waits, target, current)


def _round_2(
    source: Path, target: Path, current: dict[str, str], *, ready: bool
) -> tuple[list[Standing], tuple[str, ...], tuple[Flow, ...]]:
    """Say how the steps of the conference stand, what was noticed, how far applications came."""
    if not ready:
        return (
            [
                Standing(needs, status.State.WAITING, (status.waits_behind("round1"),))
                for needs in status.ROUND_2
            ],
            sentences(later_faults(source, Step.RANKING)),
            (),
        )
    try:
        stage = as_far_as_it_goes(source, Step.RANKING)
        stage, awards = awards_at(stage)
    except InputRejected as rejected:
        why = (status.FAULTY,)
        waiting = [Standing(needs, status.State.WAITING, why) for needs in status.ROUND_2]
        return waiting, sentences(rejected.problems), ()
    standings = []
    for needs in status.ROUND_2:
        waits, ready = status.round_2_waits(needs, awards, stage.loaded.missing)
        standings.append(_standing(needs, waits, target, current, ready=ready))
    return standings, stage.told, flows(stage.round_1, stage.areas, awards)


def _standing(
    needs: StepNeeds,
    waits: tuple[str, ...],
    target: Path,
    current: dict[str, str],
    *,
    ready: bool = False,
) -> Standing:
    """Say how a step stands; `ready` tells that something can be made though something waits."""
    if waits and not ready:
        return Standing(needs, status.State.WAITING, waits)
    sealed = sealed_inputs(target / needs.step)
    if sealed is None:
        return Standing(needs, status.State.READY, waits)
    if outdated(sealed, current):
        return Standing(needs, status.State.OUTDATED, (*waits, status.CHANGED))
    return Standing(needs, status.State.DONE, waits)


def _errors(loaded: Loaded) -> frozenset[Problem]:
    return frozenset(one for one in loaded.problems if one.severity is Severity.ERROR)


def _faulty_grades(loaded: Loaded, early: frozenset[Problem]) -> bool:
    """Tell whether the grades have other faults than being awaited."""
    faults = _errors(loaded) - early
    return any(one.place.row for one in faults) or (bool(faults) and not loaded.undelivered)
