"""Bring a call to a step of the conference: load, decide and check as far as the step needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.intake.ballots import Duty, PoolBallots
from reviewpkg.intake.conference_loading import ConferenceLoaded, check_ballots, load_conference
from reviewpkg.intake.files import Source
from reviewpkg.intake.later_faults import later_faults
from reviewpkg.intake.loading import load_round_1
from reviewpkg.intake.scope import Scope
from reviewpkg.languages.sentence import sentence, warning
from reviewpkg.problems import InputRejected, Place, Problem, sentences
from reviewpkg.procedure.two_round import round_1, round_2
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.procedure.two_round.step_2_6_ballots import reversals
from reviewpkg.reports import conference_notices


@dataclass(frozen=True, slots=True)
class Stage:
    """Be a call as it stands at a step: what was decided, from which files, what was noticed."""

    round_1: Round1
    conference: Conference
    areas: tuple[AreaConference, ...]
    scope: Scope
    loaded: ConferenceLoaded
    sources: tuple[Source, ...]
    told: tuple[str, ...]

    @property
    def inputs(self) -> tuple[tuple[str, str, int], ...]:
        """Return every file read: its path, SHA-256 in hex, size in bytes."""
        return tuple((source.file, source.sha256, source.size) for source in self.sources)


def stage_at(folder: Path, step: Step) -> Stage:
    """Load and decide everything up to `step`, every area as far as its tables reach.

    Raise InputRejected where anything is wrong, or where no area has come so far.
    """
    stage = as_far_as_it_goes(folder, step)
    _some_area_reached(stage.areas, step)
    return stage


def as_far_as_it_goes(folder: Path, step: Step) -> Stage:
    """Load and decide as `stage_at` does, though no area may have come to `step`."""
    try:
        loaded = load_round_1(folder, failing)
    except InputRejected as rejected:
        raise InputRejected([*rejected.problems, *later_faults(folder, step)]) from rejected
    decided = round_1.run(loaded.review)
    selected = frozenset(one.application.project_number for one in decided.to_round_2)
    scope = Scope(loaded.review, selected)
    tables = load_conference(folder, scope, step)
    areas = round_2.confer(decided, tables.conference)
    sources = tuple(sorted((*loaded.sources, *tables.sources), key=lambda source: source.file))
    unheard = conference_notices.unheard_users(decided, tables.conference, areas, step)
    told = (
        *sentences(loaded.problems),
        *sentences(tables.problems),
        *map(warning, unheard),
    )
    return Stage(decided, tables.conference, areas, scope, tables, sources, told)


def _some_area_reached(areas: tuple[AreaConference, ...], step: Step) -> None:
    """Refuse a step that no area can take, naming the table that each waits for."""
    if step <= Step.JOINT or any(one.reached(step) for one in areas if one.members):
        return
    waiting = [(one.area.id, one.awaited) for one in areas if one.members and one.awaited]
    if waiting:
        raise InputRejected(
            Problem(
                Place(awaited.table),
                sentence(
                    "området «{area}» venter på denne tabellen for å komme videre fra trinn "
                    "{step}.",
                    area=area,
                    step=awaited.step.value,
                ),
            )
            for area, awaited in waiting
        )


def awards_at(stage: Stage) -> tuple[Stage, tuple[AreaAward, ...]]:
    """Check the ballots against the pools and rank every area whose ballots are there (2.6, 2.7).

    Raise InputRejected where a ballot or a ruling is wrong.
    """
    noticed = check_ballots(
        stage.loaded, stage.scope, [_ballots(one) for one in stage.areas if one.pool], reversals
    )
    awards = tuple(round_2.finish(stage.conference, area) for area in stage.areas)
    return replace(stage, told=(*stage.told, *sentences(noticed))), awards


def _ballots(area: AreaConference) -> PoolBallots:
    pool = area.pool.ranking if area.pool else ()
    left = {one.project_number for one in area.left_in_pool}
    return PoolBallots(
        area=area.area.id,
        members=frozenset(one.project_number for one in area.members),
        pool=frozenset(one.project_number for one in pool),
        struck=frozenset(one.project_number for one in pool if one.project_number not in left),
        pairs={
            duty.pair: Duty(
                sentence("par «{pair}»", pair=duty.pair), duty.ranked, frozenset(duty.together)
            )
            for duty in area.duties
        },
        users=Duty(sentence("brukerrepresentantene"), area.user_duty, frozenset(area.user_duty)),
    )
