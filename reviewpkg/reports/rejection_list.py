"""Say what was rejected in 1.3, for the secretariat and for the export to ExtraWeb."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewpkg.domain.steps import Step
from reviewpkg.domain.tables import APPLICANT, NUMBER, TITLE
from reviewpkg.procedure.two_round.round_1 import Decision, Round1
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.parts import Item, PartFrame

EXTRA_WEB_HEADER = (NUMBER.heading, TITLE, APPLICANT, "Område", "Trinn", "Dato")


@dataclass(frozen=True, slots=True)
class Row:
    """Be a rejected application and the clause that rejected it; no grade leaves the house here."""

    project_number: str
    title: str
    applicant: str
    rule: str


@dataclass(frozen=True, slots=True)
class RejectionList:
    """Be an area's rejection 1, by project number: the order gives no ranking away."""

    frame: Frame
    area: str
    applications: int
    rows: tuple[Row, ...]

    @property
    def in_all(self) -> int:
        """Count the rejected applications."""
        return self.frame.in_all(self.rows)

    def items(self) -> tuple[Item, ...]:
        """Return the applications of the list by project number."""
        return tuple(Item(one.project_number) for one in self.rows)

    def portion(self, frame: PartFrame) -> RejectionList:
        """Return the page with a part of the list."""
        return replace(
            self,
            frame=frame,
            applications=self.applications if frame.opens else 0,
            rows=frame.part.of(self.rows),
        )


def rejection_list(round_1: Round1, area: str, furniture: Furniture) -> RejectionList:
    """List what was rejected in an area (1.3)."""
    words = furniture.words
    frame = furniture.frame(
        step="1.3",
        step_name=words.say("Avslag 1"),
        title=words.say("Avslag 1 – {area}", area=area),
        recipient=words.say("Sekretariatet"),
    )
    decided = sum(
        one.application.area == area and one.decision is not Decision.WITHDRAWN
        for one in round_1.outcomes
    )
    return RejectionList(frame, area, decided, _rows(round_1, area))


def extra_web(round_1: Round1, area: str) -> CsvTable:
    """List an area's rejections as ExtraWeb takes them in (1.3)."""
    date = round_1.review.call.date.isoformat()
    rows = tuple(
        (row.project_number, row.title, row.applicant, area, Step.REJECTION_1.value, date)
        for row in _rows(round_1, area)
    )
    return CsvTable(EXTRA_WEB_HEADER, rows)


def _rows(round_1: Round1, area: str) -> tuple[Row, ...]:
    rows = (
        Row(
            one.application.project_number,
            one.application.title,
            one.application.applicant,
            one.rule,
        )
        for one in round_1.outcomes
        if one.application.area == area and one.decision is Decision.REJECTION_1
    )
    return tuple(sorted(rows, key=lambda row: row.project_number))
