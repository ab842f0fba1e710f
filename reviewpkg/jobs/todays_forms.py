"""Make the forms of a step as they would be today, to hold against those that come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from reviewpkg.domain.steps import PanelStep, Step
from reviewpkg.intake.loading import load_forms, load_round_1
from reviewpkg.intake.panel.loading import load_panel
from reviewpkg.jobs.panel_stage import passed
from reviewpkg.jobs.stage import stage_at
from reviewpkg.problems import InputRejected, Problem
from reviewpkg.procedure.panel import panel
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.reports import conference_packets, ranking_packet
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.form_document import FormDocument, form_name
from reviewpkg.reports.grading_form import grading_forms
from reviewpkg.reports.joint_form import joint_forms
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.panel.forms_packet import forms_packet
from reviewpkg.reports.panel.meeting_packet import meeting_packet
from reviewpkg.reports.user_form import user_forms

Forms: TypeAlias = tuple[FormDocument, ...]
Make: TypeAlias = Callable[[Path], Forms]


@dataclass(frozen=True, slots=True)
class StepForms:
    """Be a step's forms by name, and why some of them could not be made, if so."""

    forms: Mapping[str, FormDocument]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class TodaysForms:
    """Be the forms of a call folder, a step's made the first time that it is asked for."""

    folder: Path
    routine: str
    _made: dict[str, StepForms] = field(default_factory=dict)

    def at(self, step: str) -> StepForms | None:
        """Return the forms of a step, None where the routine has none at it."""
        makers = MAKERS.get(self.routine, MAKERS["two-round"]).get(step)
        if makers is None:
            return None
        if step not in self._made:
            self._made[step] = _made(self.folder, makers)
        return self._made[step]


def _made(folder: Path, makers: tuple[Make, ...]) -> StepForms:
    """Make what can be made: the pairs' forms of 2.1 wait for nothing that the users' wait for."""
    forms: dict[str, FormDocument] = {}
    problems: list[Problem] = []
    for make in makers:
        try:
            forms |= {form_name(one.path): one for one in make(folder)}
        except InputRejected as rejected:
            problems += rejected.problems
    return StepForms(forms, tuple(dict.fromkeys(problems)))


def _grading(folder: Path) -> Forms:
    loaded = load_forms(folder, failing)
    return grading_forms(loaded.review, Furniture(loaded.review.call))


def _users_own(folder: Path) -> Forms:
    loaded = load_round_1(folder, failing)
    shared = Furniture(loaded.review.call)
    return user_forms(round_1.run(loaded.review), shared)


def _joint(folder: Path) -> Forms:
    loaded = load_round_1(folder, failing)
    shared = Furniture(loaded.review.call)
    return joint_forms(round_1.run(loaded.review), shared).forms


def _conference(step: Step, make: Callable[..., Packet]) -> Make:
    def forms(folder: Path) -> Forms:
        stage = stage_at(folder, step)
        shared = Furniture(stage.round_1.review.call)
        return make(stage.round_1, stage.conference, stage.areas, shared).forms

    return forms


def _experts(folder: Path) -> Forms:
    loaded = load_panel(folder, PanelStep.GRADING, passed)
    shared = Furniture(loaded.review.call)
    return forms_packet(panel.screen(loaded.review), shared).packet.forms


def _meeting(folder: Path) -> Forms:
    loaded = load_panel(folder, PanelStep.MEETING, passed)
    shared = Furniture(loaded.review.call)
    return meeting_packet(panel.screen(loaded.review), shared).packet.forms


MAKERS: Final[Mapping[str, Mapping[str, tuple[Make, ...]]]] = MappingProxyType(
    {
        "two-round": {
            Step.GRADING.value: (_grading,),
            Step.USER_REVIEW.value: (_users_own,),
            Step.JOINT.value: (
                _joint,
                _conference(Step.JOINT, conference_packets.joint_packet),
            ),
            Step.PLENARY_1.value: (
                _conference(Step.PLENARY_1, conference_packets.plenary_1_packet),
            ),
            Step.SECOND_OPINION.value: (
                _conference(Step.SECOND_OPINION, conference_packets.second_opinion_packet),
            ),
            Step.PLENARY_2.value: (
                _conference(Step.PLENARY_2, conference_packets.plenary_2_packet),
            ),
            Step.RANKING.value: (_conference(Step.AROUND_THE_LINE, ranking_packet.ranking_packet),),
        },
        "panel": {
            PanelStep.GRADING.value: (_experts,),
            PanelStep.MEETING.value: (_meeting,),
        },
    }
)
