"""Say in a record of the two-round routine what was rejected before 1.1, and on what grounds."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.languages.words import Words
from reviewpkg.reports.formal.criteria import bounded
from reviewpkg.reports.formal.rejections import Rejected, rejected
from reviewpkg.reports.formal.screened_call import ScreenedCall


@dataclass(frozen=True, slots=True)
class RejectedBefore:
    """Be the formal rejections out of `screened` applications; `criteria` are what was asked."""

    screened: int
    criteria: tuple[str, ...]
    rows: tuple[Rejected, ...]


def rejected_before(words: Words, call: ScreenedCall) -> RejectedBefore:
    """Return what failed the formal criteria, by project number (F1, F2)."""
    rules = call.rules
    asked = tuple(bounded(words, one, rules) for one in rules.criteria)
    return RejectedBefore(len(call.results), asked, rejected(words, call))
