"""Give each applicant rejected formally the reasons, in words that can stand in a letter."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.formal.rejections import Failed, Rejected, rejected
from reviewpkg.reports.formal.screened_call import FormalWords, ScreenedCall
from reviewpkg.reports.names import file_names

FOLDER = "begrunnelser"


@dataclass(frozen=True, slots=True)
class RejectionLetter:
    """Be one application's reasons; nothing in it comes from any other application."""

    frame: Frame
    title: str
    applicant: str
    failed: tuple[Failed, ...]
    meets_others: bool
    """Whether there are criteria left that the application meets."""


def rejection_letters(call: ScreenedCall, furniture: Furniture) -> tuple[Document, ...]:
    """Return a page of reasons for each application that is rejected, by project number.

    A file is named after the project number among all of the call's, so that its name stays when
    others are rejected.
    """
    names = file_names(one.project_number for one in call.applications)
    asked = len(call.rules.criteria)
    return tuple(
        Document(
            f"{FOLDER}/{names[one.project_number]}",
            "formal/rejection_letter.html",
            _letter(one, asked, call.routine, furniture),
        )
        for one in rejected(furniture.words, call)
    )


def _letter(
    one: Rejected, asked: int, routine: FormalWords, furniture: Furniture
) -> RejectionLetter:
    words = furniture.words
    frame = furniture.frame(
        step=routine.step,
        step_name=words.retell(routine.step_name),
        title=words.say("Avslag på formelle krav: {number}", number=one.project_number),
        recipient=one.application.applicant,
    )
    application = one.application
    others = asked > len(one.failed)
    return RejectionLetter(frame, application.title, application.applicant, one.failed, others)
