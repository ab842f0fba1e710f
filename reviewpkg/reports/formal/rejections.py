"""List what the formal screening rejects, by project number, each with everything that it fails."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewpkg.domain.tables import NUMBER, REASON, TITLE
from reviewpkg.languages.words import Words
from reviewpkg.procedure.screening import Screened
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.formal.criteria import bound, bounded
from reviewpkg.reports.formal.reasons import reason
from reviewpkg.reports.formal.screened_call import FormalApplication, ScreenedCall
from reviewpkg.reports.parts import Item, PartFrame


@dataclass(frozen=True, slots=True)
class Failed:
    """Be a criterion that an application fails: its id, its bound in words, and how."""

    criterion: str
    bound: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """Be a rejected application with everything that it fails, in the order of the criteria."""

    application: FormalApplication
    failed: tuple[Failed, ...]

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.application.project_number

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return all reasons, in the order of the criteria."""
        return tuple(sentence for one in self.failed for sentence in one.sentences)


@dataclass(frozen=True, slots=True)
class FormalRejections:
    """Be the formal rejection list; `screened` counts the applications it is drawn from.

    `criteria` are those that some application fails, each with its id and bound; `about` heads the
    column of titles and applicants.
    """

    frame: Frame
    screened: int
    rows: tuple[Rejected, ...]
    criteria: tuple[str, ...]
    about: str

    @property
    def in_all(self) -> int:
        """Count the rejected applications."""
        return self.frame.in_all(self.rows)

    def items(self) -> tuple[Item, ...]:
        """Return the applications of the list by project number."""
        return tuple(Item(one.project_number) for one in self.rows)

    def portion(self, frame: PartFrame) -> FormalRejections:
        """Return the page with a part of the list; the criteria that are named stand in the last.

        They are those of the whole list.
        """
        return replace(
            self,
            frame=frame,
            screened=self.screened if frame.opens else 0,
            rows=frame.part.of(self.rows),
            criteria=self.criteria if frame.closes else (),
        )


def rejected(words: Words, call: ScreenedCall) -> tuple[Rejected, ...]:
    """Return what the screening rejects, by project number; no fault hides another."""
    applications = call.by_number
    return tuple(
        Rejected(applications[one.project_number], _failed(words, one, call))
        for one in call.results
        if not one.eligible
    )


def formal_rejections(call: ScreenedCall, furniture: Furniture) -> FormalRejections:
    """List what the screening rejects, for the secretariat."""
    words, routine = furniture.words, call.routine
    frame = furniture.frame(
        step=routine.step,
        step_name=words.retell(routine.step_name),
        title=words.say("Avslag på formelle krav"),
        recipient=words.say("Sekretariatet"),
    )
    rules = call.rules
    failed = {criterion for one in call.results for criterion in one.failed}
    return FormalRejections(
        frame,
        len(call.results),
        rejected(words, call),
        tuple(bounded(words, one, rules) for one in rules.criteria if one in failed),
        words.retell(routine.about),
    )


def rejection_export(words: Words, call: ScreenedCall) -> CsvTable:
    """List what the screening rejects for the system that the applications are handled in.

    Headings are the same in every language; the reasons are for people, and follow it.
    """
    routine = call.routine
    header = (NUMBER.heading, TITLE, routine.applicant, routine.place, "Krav", REASON.heading)
    rows = tuple(
        (
            one.project_number,
            one.application.title,
            one.application.applicant,
            one.application.place,
            " ".join(failed.criterion for failed in one.failed),
            " ".join(one.sentences),
        )
        for one in rejected(words, call)
    )
    return CsvTable(header, rows)


def _failed(words: Words, one: Screened, call: ScreenedCall) -> tuple[Failed, ...]:
    return tuple(
        Failed(
            criterion,
            bound(words, criterion, call.rules),
            tuple(reason(words, fault) for fault in one.faults if fault.criterion == criterion),
        )
        for criterion in one.failed
    )
