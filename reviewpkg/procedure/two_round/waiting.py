"""Tell which table an area waits for: areas run apart, and steps never wait for the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step


@dataclass(frozen=True, slots=True)
class Awaited:
    """Be what an area waits for: the step it cannot take, and the table without a row of it."""

    step: Step
    table: str


class _Numbered(Protocol):
    @property
    def project_number(self) -> str: ...


def reached(awaited: Awaited | None, step: Step) -> bool:
    """Tell whether everything that `step` needs is there."""
    return awaited is None or step < awaited.step


def first_awaited(
    applications: Sequence[Application], conference: Conference, out: Iterable[str]
) -> Awaited | None:
    """Return the first table that an area waits for before 2.5, None where it has them all.

    An area without any row in a table has not started that step; the row of an application that
    was withdrawn later counts, so that nothing already decided moves (D24). 2.4 and 2.5 wait only
    for what lies with a pair for a second opinion: the project numbers in `out`.
    """
    everything = frozenset(one.project_number for one in applications)
    asked = everything.intersection(out)
    needs = (
        (Step.PLENARY_1, "samlet", conference.joint_grades, everything),
        (Step.SECOND_OPINION, "plenum1", conference.plenary_notes, everything),
        (Step.PLENARY_2, "tilleggsvurdering", conference.second_opinions, asked),
        (Step.AROUND_THE_LINE, "plenum2", conference.plenary_decisions, asked),
    )
    for step, table, rows, concerned in needs:
        present = {one.project_number for one in applications if not one.withdrawn_at(step)}
        if present & concerned and everything.isdisjoint(_numbers(rows)):
            return Awaited(step, table)
    return None


def _numbers(rows: Sequence[_Numbered]) -> set[str]:
    return {row.project_number for row in rows}
