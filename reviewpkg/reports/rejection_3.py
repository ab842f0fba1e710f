"""Say what was rejected in 2.7, for the secretariat and for the export to ExtraWeb."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewpkg.domain.applications import Application
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.verdicts import Verdict, fates


@dataclass(frozen=True, slots=True)
class Rejection3:
    """Be an area's rejection 3, by project number: the order gives no ranking away."""

    frame: Frame
    area: str
    ranked: int
    applications: tuple[Application, ...]

    @property
    def in_all(self) -> int:
        """Count the rejected applications."""
        return self.frame.in_all(self.applications)

    def items(self) -> tuple[Item, ...]:
        """Return the applications of the list by project number."""
        return tuple(Item(one.project_number) for one in self.applications)

    def portion(self, frame: PartFrame) -> Rejection3:
        """Return the page with a part of the list."""
        return replace(
            self,
            frame=frame,
            ranked=self.ranked if frame.opens else 0,
            applications=frame.part.of(self.applications),
        )


def rejection_3(round_1: Round1, award: AreaAward, furniture: Furniture) -> Rejection3:
    """List what was rejected in a finished area (2.7)."""
    area, words = award.conference.area.id, furniture.words
    frame = furniture.frame(
        step="2.7",
        step_name=words.say("Avslag 3"),
        title=words.say("Avslag 3 – {area}", area=area),
        recipient=words.say("Sekretariatet"),
    )
    ends = fates(round_1, award)
    rejected = (one.application for one in ends if one.verdict is Verdict.REJECTION_3)
    return Rejection3(
        frame,
        area,
        sum(one.funded is not None for one in ends),
        tuple(sorted(rejected, key=lambda one: one.project_number)),
    )
