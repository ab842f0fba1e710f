"""Record the formal screening: what was asked, how each application met it, why some failed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewpkg.procedure.screening import Screened
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.formal.criteria import bound, headed, left_out, reading
from reviewpkg.reports.formal.notices import Counts, counts, failures, withdrawn_before
from reviewpkg.reports.formal.rejections import Rejected, rejected
from reviewpkg.reports.formal.screened_call import FormalApplication, ScreenedCall
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.pictures.failed_criteria import FailedCriteria, failed_criteria


@dataclass(frozen=True, slots=True)
class Criterion:
    """Be a criterion in force: its bound, how it is read, how many applications fail it.

    `heading` is the id with a word for a narrow column, `reading` blank where the bound says it
    all.
    """

    id: str
    heading: str
    bound: str
    reading: str
    failed: int


@dataclass(frozen=True, slots=True)
class Row:
    """Be an application against every criterion in force, in order: `met` tells which it meets.

    `withdrawn_from` is a later step that it is withdrawn from, blank for most.
    """

    project_number: str
    title: str
    applicant: str
    met: tuple[bool, ...]
    eligible: bool
    withdrawn_from: str


@dataclass(frozen=True, slots=True)
class ScreeningProtocol:
    """Be the protocol of the formal screening; `left_out` names what the call does not ask for.

    `failed` is None where there is little to look at, `about` heads the columns of titles and
    applicants.
    """

    frame: Frame
    counts: Counts
    criteria: tuple[Criterion, ...]
    failed: FailedCriteria | None
    left_out: tuple[str, ...]
    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...]
    withdrawn: tuple[FormalApplication, ...]
    about: str

    def items(self) -> tuple[Item, ...]:
        """Return the applications by project number; one that is rejected is told of twice."""
        if not self.criteria:
            return ()
        return tuple(Item(one.project_number, rows=1 if one.eligible else 2) for one in self.rows)

    def portion(self, frame: PartFrame) -> ScreeningProtocol:
        """Return the page with a part of the applications, and what the rejected of them fail.

        The criteria head the columns of every part.
        """
        rows = frame.part.of(self.rows)
        here = {one.project_number for one in rows}
        headings = tuple(Criterion(one.id, one.heading, "", "", 0) for one in self.criteria)
        return replace(
            self,
            frame=frame,
            counts=self.counts if frame.opens else Counts(0, 0, 0, 0),
            criteria=self.criteria if frame.opens else headings,
            failed=self.failed if frame.opens else None,
            left_out=self.left_out if frame.opens else (),
            rows=rows,
            rejected=tuple(one for one in self.rejected if one.project_number in here),
            withdrawn=self.withdrawn if frame.closes else (),
        )


def screening_protocol(call: ScreenedCall, furniture: Furniture) -> ScreeningProtocol:
    """Record the formal screening of a call (K1, or before 1.1)."""
    rules, routine, words = call.rules, call.routine, furniture.words
    frame = furniture.frame(
        step=routine.step,
        step_name=words.retell(routine.step_name),
        title=words.say("Protokoll for formell vurdering"),
        recipient=words.say("Sekretariatet"),
        landscape=True,
    )
    applications, found = call.by_number, failures(call)
    return ScreeningProtocol(
        frame,
        counts(call),
        tuple(
            Criterion(
                one,
                headed(words, one),
                bound(words, one, rules),
                reading(words, one, rules),
                failed,
            )
            for one, failed in found.items()
        ),
        failed_criteria({headed(words, one): count for one, count in found.items()}),
        left_out(words, rules, routine.criteria),
        tuple(_row(one, applications[one.project_number], rules.criteria) for one in call.results),
        rejected(words, call),
        withdrawn_before(call),
        words.retell(routine.about),
    )


def _row(one: Screened, application: FormalApplication, criteria: tuple[str, ...]) -> Row:
    return Row(
        one.project_number,
        application.title,
        application.applicant,
        tuple(criterion not in one.failed for criterion in criteria),
        one.eligible,
        application.withdrawn_from,
    )
