"""Name the languages that a call may be held in."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Be a written language; the value is its BCP 47 tag, as call files and web pages use it."""

    BOKMAL = "nb"
    NYNORSK = "nn"
    ENGLISH = "en"

    @property
    def locale(self) -> str:
        """Return whose habits of figures and dates go with it, as CLDR names them."""
        return "en_GB" if self is Language.ENGLISH else self.value
