"""Carry a figure, or a word of a glossary, into a sentence that may be retold.

No catalogue holds those, so a value of this kind brings its spelling in every language along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Self

from reviewpkg.languages.figures import Figures
from reviewpkg.languages.language import Language


class Spelled(str):
    """Be a text in bokmål that knows how it is written in the other languages."""

    __slots__ = ("spellings",)

    spellings: tuple[str, ...]

    def __new__(cls, spellings: Iterable[str]) -> Self:
        """Take the spellings in the order of `Language`, bokmål first."""
        every = tuple(spellings)
        told = super().__new__(cls, every[0])
        told.spellings = every
        return told

    def in_language(self, language: Language) -> str:
        """Return the spelling in a language."""
        return dict(zip(Language, self.spellings, strict=True))[language]

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        """Keep the spellings on the way to another process."""
        return type(self), (self.spellings,)


def figure(write: Callable[[Figures], str]) -> Spelled:
    """Return a figure or date as each language writes it: `figure(lambda it: it.kroner(5))`."""
    return Spelled(write(Figures(language)) for language in Language)
