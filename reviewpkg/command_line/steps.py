"""Know the steps: what each says of itself, and which job runs it in which routine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from reviewpkg.command_line.outcome import WRONG_USE
from reviewpkg.command_line.telling import voice_of
from reviewpkg.languages.sentence import joined, sentence

TWO_ROUND: Final = "two-round"
PANEL: Final = "panel"
EXPLAIN: Final = MappingProxyType(
    {TWO_ROUND: "round_2:run_explain", PANEL: "panel_explain:run_explain"}
)
STATUS: Final = MappingProxyType({TWO_ROUND: "status:run_status", PANEL: "panel_status:run_status"})
CALL_STATE: Final = MappingProxyType(
    {TWO_ROUND: "status:call_state", PANEL: "panel_status:call_state"}
)


@dataclass(frozen=True, slots=True)
class Step:
    """Be a step: its command, what it says of itself, the job that runs it by routine.

    `prints` tells whether it makes anything to print, and not only workbooks.
    """

    name: str
    about: str
    jobs: Mapping[str, str]
    prints: bool = True


STEPS: Final = (
    Step(
        "screening",
        "Trinn K1, eller før 1.1: formell vurdering og avslag på formelle krav.",
        {TWO_ROUND: "formal:run_screening", PANEL: "panel:run_screening"},
    ),
    Step(
        "forms",
        "Trinn 1.1 eller K2: karakterskjemaene.",
        {TWO_ROUND: "round_1:run_forms", PANEL: "panel:run_forms"},
        prints=False,
    ),
    Step(
        "round1",
        "Trinn 1.2–1.4: utvelgelse, avslag 1 og skjemaer til brukerrepresentanter og par.",
        {TWO_ROUND: "round_1:run_round_1"},
    ),
    Step(
        "joint",
        "Trinn 2.1: brukerrepresentantenes dagsorden og skjema.",
        {TWO_ROUND: "round_2:run_joint"},
    ),
    Step("plenary1", "Trinn 2.2: møteark til plenum 1.", {TWO_ROUND: "round_2:run_plenary_1"}),
    Step(
        "second-opinion",
        "Trinn 2.3: tilleggsvurderinger og brukerrepresentantenes tilleggsliste.",
        {TWO_ROUND: "round_2:run_second_opinion"},
    ),
    Step("plenary2", "Trinn 2.4: møteark til plenum 2.", {TWO_ROUND: "round_2:run_plenary_2"}),
    Step(
        "ranking",
        "Trinn 2.5: hvem som går til rangering, og skjemaene.",
        {TWO_ROUND: "round_2:run_ranking"},
    ),
    Step(
        "ranking-list",
        "Trinn 2.6: rangeringslisten og e-postene.",
        {TWO_ROUND: "round_2:run_ranking_list"},
    ),
    Step("panel", "Trinn K3: møtearket til ekspertpanelet.", {PANEL: "panel:run_panel"}),
    Step(
        "award",
        "Trinn 2.7 eller K4: tildelingslisten eller innstillingen, og avslagene.",
        {TWO_ROUND: "round_2:run_award", PANEL: "panel:run_award"},
    ),
)


def lacks(jobs: Mapping[str, str], source: Path) -> bool:
    """Tell whether the call's routine has no such step."""
    from reviewpkg.intake.routine import routine_of

    routine = routine_of(source)
    return routine in {TWO_ROUND, PANEL} and routine not in jobs


def job_of(jobs: Mapping[str, str], source: Path) -> Callable[..., Any]:
    """Load the job of the call's routine; a call that names none is for the job to refuse.

    End the run where the call's routine has no such step: that is wrong use of the command.
    """
    from reviewpkg.intake.routine import routine_of

    routine = routine_of(source)
    if lacks(jobs, source):
        refused = sentence(
            "Trinnet finnes ikke i rutinen «{routine}», som utlysningen følger. Den har {steps}.",
            routine=routine,
            steps=joined(step.name for step in STEPS if routine in step.jobs),
        )
        voice_of(source).warn(refused)
        sys.exit(WRONG_USE)
    module, _, job = jobs.get(routine, next(iter(jobs.values()))).partition(":")
    return cast("Callable[..., Any]", getattr(import_module(f"reviewpkg.jobs.{module}"), job))
