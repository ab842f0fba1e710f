"""Find out how far a panel call has come."""

from __future__ import annotations

from pathlib import Path

from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.panel.loading import PanelLoaded
from reviewpkg.jobs.panel_stage import Reach, reaches, recommended
from reviewpkg.problems import InputRejected, sentences
from reviewpkg.procedure.panel.step_k2_grading import owed_grades
from reviewpkg.rendering.packet import sealed_inputs
from reviewpkg.reports.call_state import CallState, panel_state
from reviewpkg.reports.formal.notices import screening_summary
from reviewpkg.reports.panel import panel_flow, status
from reviewpkg.reports.panel.screening_packet import screened_call
from reviewpkg.reports.panel.status import PanelStatus, StepStanding
from reviewpkg.reports.pictures.flow import Flow
from reviewpkg.reports.status import CHANGED, FAULTY, State, waits_behind


def run_status(source: Path, target: Path) -> PanelStatus:
    """Say how far the call has come; raise InputRejected where its call file cannot be used."""
    found = reaches(source)
    standings = []
    told: list[str] = []
    behind = ""
    for reach, (step, command, purpose) in zip(found, status.STEPS, strict=True):
        told += sentences(reach.loaded.problems)
        waits = (waits_behind(behind),) if behind else _waits(reach)
        if step is PanelStep.RECOMMENDATION and not waits:
            waits, more = _before_the_award(reach.loaded)
            told += more
        standings.append(_standing(command, purpose, waits, reach.loaded, target))
        # The forms hang on nothing that comes back, so the first step that waits is named.
        behind = behind or ("" if reach.possible else command)
    last = found[-1]
    way = _way(found, last if not behind and standings[-1].state is not State.WAITING else None)
    return PanelStatus(
        last.loaded.review,
        screening_summary(screened_call(last.screened)) if last.screened else (),
        tuple(standings),
        _owed(last),
        tuple(dict.fromkeys(told)),
        (way,) if way else (),
    )


def call_state(source: Path, target: Path) -> CallState:
    """Say the same for the call's overview."""
    return panel_state(run_status(source, target))


def _waits(reach: Reach) -> tuple[str, ...]:
    waits = status.missing(reach.missing)
    if reach.loaded.too_few:
        waits += (status.too_few(reach.loaded.too_few, reach.loaded.review.call.min_experts),)
    return (*waits, FAULTY) if reach.faulty else waits


def _before_the_award(loaded: PanelLoaded) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say what the recommendation waits for, and what is wrong with the rulings (D20)."""
    try:
        checked, _, found = recommended(loaded)
    except InputRejected as rejected:
        return (FAULTY,), sentences(rejected.problems)
    return status.open_tie(found), sentences(checked.problems)


def _way(found: tuple[Reach, ...], award: Reach | None) -> Flow | None:
    """Draw the applications' way to the last step that can be taken, `award` if that is K4."""
    if award:
        _, screened, made = recommended(award.loaded)
        return panel_flow.recommended(screened, made)
    came = [(reach.screened, reach.step) for reach in found if reach.possible and reach.screened]
    return panel_flow.before(*came[-1]) if came else None


def _standing(
    command: str, purpose: str, waits: tuple[str, ...], loaded: PanelLoaded, target: Path
) -> StepStanding:
    """Say how a step stands; a packet is outdated where the step would read something else now."""
    if waits:
        return StepStanding(command, purpose, State.WAITING, waits)
    sealed = sealed_inputs(target / command)
    if sealed is None:
        return StepStanding(command, purpose, State.READY)
    if sealed != {source.file: source.sha256 for source in loaded.sources}:
        return StepStanding(command, purpose, State.OUTDATED, (CHANGED,))
    return StepStanding(command, purpose, State.DONE)


def _owed(reach: Reach) -> dict[str, tuple[str, ...]]:
    """Return who owes what, once it is known who grades and what is graded (K2)."""
    if reach.screened is None or not reach.loaded.review.experts:
        return {}
    review = reach.loaded.review
    return owed_grades(review, reach.screened.taking_part(PanelStep.GRADING))
