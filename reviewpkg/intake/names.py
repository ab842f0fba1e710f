"""Find the name that was probably meant where one is nearly right."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from reviewpkg.languages.sentence import Sentence, joined, quoted, sentence

_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_CUTOFF = 0.6
_LONGEST_MISSPELT = 60
_MOST_LETTERS = 50
_MOST_SOUGHT = 500
# Cyrillic and Greek capitals and Cyrillic small letters that are drawn as Latin ones are
_AS_LATIN = str.maketrans(
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455",
    "ABESIJKMHOPCTYXABEZHIKMNOPTYXaeopcyxijs",
)


def plain(text: str) -> str:
    """Return a name without what no eye sees.

    That is doubled or odd spaces, characters without width, and those that command a screen.
    """
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    seen = (char for char in composed if unicodedata.category(char) not in _UNSEEN)
    return " ".join("".join(seen).split())


def nearest(text: str, known: Iterable[str]) -> str:
    """Return the one of a few known words that is nearest to `text`; empty where none is near."""
    if len(text) > _LONGEST_MISSPELT:
        return ""
    by_fold = {name.casefold(): name for name in sorted(known, reverse=True)}
    near = difflib.get_close_matches(text.casefold(), list(by_fold), n=1, cutoff=_CUTOFF)
    return by_fold[near[0]] if near else ""


def suggesting(told: Sentence, name: str) -> Sentence:
    """Add to what is wrong the name that was probably meant, if there is one."""
    if not name:
        return told
    return joined((told, sentence("Mente du {name}?", name=quoted(name))), between=" ")


def letters(text: str) -> str:
    """Return what is left of a text without regard to case, spaces, signs and alphabet.

    A letter or figure of another alphabet or width that looks like a Latin one is taken as that.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_AS_LATIN)
    return "".join(char for char in text.casefold() if char.isalnum())


class Ids:
    """Hold the ids that a table may refer to, however many, and suggest one for a slip.

    Ids often differ by one digit, so a likeness proves nothing: one is suggested only where no
    other is a single slip of the pen away. After some hundred slips only what looks the same is
    suggested: the list is then of another call, and seeking takes time.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = frozenset(ids)
        self._meant: dict[str, str] = {}

    def __contains__(self, text: object) -> bool:
        """Tell whether `text` is one of the ids."""
        return text in self._ids

    def meant(self, text: str) -> str:
        """Return the id that was meant by a text that is none; empty where none or several are."""
        if text not in self._meant:
            self._meant[text] = self._sought(text) if len(text) <= _LONGEST_MISSPELT else ""
        return self._meant[text]

    def _sought(self, text: str) -> str:
        skeleton = _skeleton(text)
        found = self._by_skeleton.get(skeleton, frozenset())
        if not found and len(self._meant) < _MOST_SOUGHT:
            slips = _slips(skeleton, self._letters)
            found = frozenset().union(
                *(self._by_skeleton[slip] for slip in slips if slip in self._by_skeleton)
            )
        return next(iter(found)) if len(found) == 1 else ""

    @cached_property
    def _by_skeleton(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for one in self._ids:
            found.setdefault(_skeleton(one), set()).add(one)
        return {skeleton: frozenset(ids) for skeleton, ids in found.items()}

    @cached_property
    def _letters(self) -> str:
        return "".join(sorted(set().union(*self._by_skeleton)))[:_MOST_LETTERS]


def _skeleton(text: str) -> str:
    """Reduce an id to what people mean by it: m03, M-03 and m3 are one."""
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", letters(text))


def _slips(text: str, letters: str) -> Iterator[str]:
    """Give every text one slip away: a letter dropped, added, mistaken or swapped."""
    for at in range(len(text) + 1):
        before, after = text[:at], text[at:]
        if after:
            yield before + after[1:]
            yield before + after[1:2] + after[:1] + after[2:]
        for letter in letters:
            yield before + letter + after
            yield before + letter + after[1:]
