"""List things within a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reviewpkg.languages.sentence import Sentence, joined, sentence

MOST_NAMED: Final = 12


def enumerated(things: Iterable[object]) -> Sentence:
    """Return things as a list, at most twelve of them: 2, 3 og 4."""
    texts = _texts(things)
    if _too_many(texts) or len(texts) <= 1:
        return _first(texts)
    return sentence("{things} og {last}", things=joined(texts[:-1]), last=texts[-1])


def either(things: Iterable[object]) -> Sentence:
    """Return things to choose from, at most twelve of them: 2, 3 eller 4."""
    texts = _texts(things)
    if _too_many(texts) or len(texts) <= 1:
        return _first(texts)
    return sentence("{things} eller {last}", things=joined(texts[:-1]), last=texts[-1])


def _texts(things: Iterable[object]) -> list[str]:
    return [thing if isinstance(thing, str) else str(thing) for thing in things]


def _too_many(texts: list[str]) -> bool:
    return len(texts) > MOST_NAMED


def _first(texts: list[str]) -> Sentence:
    left = len(texts) - MOST_NAMED
    if left <= 0:
        return joined(texts)
    return sentence("{things} og {left} til", things=joined(texts[:MOST_NAMED]), left=left)
