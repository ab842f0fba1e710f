"""List what 2.5 rejects: rejection 2, and its export to ExtraWeb."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewpkg.domain.applications import Application
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Pool
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.ranking_notices import pool_deviations
from reviewpkg.reports.rejection_list import EXTRA_WEB_HEADER


@dataclass(frozen=True, slots=True)
class Rejection2:
    """Be an area's rejection 2, by project number: the order gives no ranking away."""

    frame: Frame
    area: str
    in_order: int
    applications: tuple[Application, ...]
    deviations: tuple[str, ...]

    @property
    def in_all(self) -> int:
        """Count the rejected applications."""
        return self.frame.in_all(self.applications)

    def items(self) -> tuple[Item, ...]:
        """Return the applications of the list by project number."""
        return tuple(Item(one.project_number) for one in self.applications)

    def portion(self, frame: PartFrame) -> Rejection2:
        """Return the page with a part of the list."""
        return replace(
            self,
            frame=frame,
            in_order=self.in_order if frame.opens else 0,
            applications=frame.part.of(self.applications),
            deviations=self.deviations if frame.opens else (),
        )


def rejection_2(pool: Pool, furniture: Furniture) -> Rejection2:
    """List what ranks below the pool (2.5)."""
    words = furniture.words
    frame = furniture.frame(
        step="2.5",
        step_name=words.say("Avslag 2"),
        title=words.say("Avslag 2 – {area}", area=pool.area),
        recipient=words.say("Sekretariatet"),
    )
    deviations = tuple(map(words.retell, pool_deviations(pool)))
    return Rejection2(frame, pool.area, len(pool.standings), _rejected(pool), deviations)


def extra_web(pool: Pool, furniture: Furniture) -> CsvTable:
    """List an area's rejection 2 as ExtraWeb takes it in, like 1.3's."""
    date = furniture.call.date.isoformat()
    step = Step.AROUND_THE_LINE.value
    rows = tuple(
        (one.project_number, one.title, one.applicant, one.area, step, date)
        for one in _rejected(pool)
    )
    return CsvTable(EXTRA_WEB_HEADER, rows)


def _rejected(pool: Pool) -> tuple[Application, ...]:
    found = (one.application for one in pool.rejection_2)
    return tuple(sorted(found, key=lambda one: one.project_number))
