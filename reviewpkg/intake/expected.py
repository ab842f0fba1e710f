"""Say what a cell should have held."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.languages.sentence import Sentence, sentence


@dataclass(frozen=True, slots=True)
class Expected:
    """Say what a cell should have held; `of_date` tells that a date belongs there."""

    what: Sentence
    of_date: bool = False


def mismatch(expected: str, found: str) -> Sentence:
    """Say what was expected and what stands there instead."""
    return sentence("ventet {expected}, fant {found}.", expected=expected, found=found)
