"""Sort as a dictionary of the language does."""

from __future__ import annotations

import unicodedata
from typing import Final

from reviewpkg.languages.language import Language

# The three last letters become the characters that follow z. CLDR's order for nb and nn: æ with ä,
# ø with ö, å with aa; ü is a y.
_NORWEGIAN: Final = str.maketrans("æäøöőåü", "{{|||}y")
_PLAIN: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ŋ": "n"}
)


def alphabetical(text: str, language: Language) -> tuple[str, str]:
    """Return a key to sort by: in Norwegian Å after Ø after Æ after Z, in English beside A and O.

    Case counts nothing, nor does an accent that is no letter of its own; texts that are alike but
    for those keep one order.
    """
    letters = unicodedata.normalize("NFC", text).casefold()
    if language is not Language.ENGLISH:
        letters = letters.replace("aa", "å").translate(_NORWEGIAN)
    letters = letters.translate(_PLAIN)
    apart = unicodedata.normalize("NFD", letters)
    return "".join(one for one in apart if not unicodedata.combining(one)), text
