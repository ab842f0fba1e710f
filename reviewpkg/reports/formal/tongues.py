"""Name the languages that applications are written in, which a call's tables name in bokmål."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from reviewpkg.languages.language import Language
from reviewpkg.languages.sentence import sentence
from reviewpkg.languages.words import Words

TONGUES: Final = MappingProxyType(
    {
        one.casefold(): one
        for one in (
            sentence("norsk"),
            sentence("engelsk"),
            sentence("svensk"),
            sentence("dansk"),
        )
    }
)


def tongue(words: Words, name: str) -> str:
    """Return a language as the reader calls it; one that is not among these as it is written."""
    known = TONGUES.get(name.casefold())
    return words.retell(known) if known and words.language is not Language.BOKMAL else name
