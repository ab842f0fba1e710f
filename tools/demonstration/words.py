"""Choose what people write down at a meeting, apart from what they decide.

The words have streams of their own: one more phrase in the stock changes no grade.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tools.demonstration.stock import phrases
from tools.demonstration.streams import stream

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

CONFERENCE: Final = "conference"


class Words:
    """Say something for an occasion; everything has been said once before anything comes twice."""

    def __init__(self, random: Random, phrases: Mapping[str, tuple[str, ...]]) -> None:
        self._random = random
        self._phrases = phrases
        self._unsaid: dict[str, list[str]] = {}

    def say(self, occasion: str, **filled: str) -> str:
        """Return a phrase for an occasion, filled in."""
        unsaid = self._unsaid.setdefault(occasion, [])
        if not unsaid:
            unsaid += self._phrases[occasion]
            self._random.shuffle(unsaid)
        return unsaid.pop().format(**filled)


def words(table: str, seed: int, stock: str = CONFERENCE) -> Words:
    """Return a table's words, from a file of the stock."""
    return Words(stream(f"{table} ord", seed), phrases(stock))
