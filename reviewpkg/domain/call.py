"""Describe a call for applications and its scales; what a routine adds stands with the routine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from reviewpkg.languages.language import Language


@dataclass(frozen=True, slots=True)
class Scale:
    """Be a scale of grades or scores: `min`, `min + step`, … up to `max`, all exact."""

    min: Fraction
    max: Fraction
    step: Fraction

    def __contains__(self, value: object) -> bool:
        """Tell whether a number lies on the scale and on one of its steps."""
        if not isinstance(value, int | Fraction):
            return False
        return self.min <= value <= self.max and (value - self.min) % self.step == 0

    def __iter__(self) -> Iterator[Fraction]:
        """Give every value of the scale, lowest first."""
        value = self.min
        while value <= self.max:
            yield value
            value += self.step


@dataclass(frozen=True, slots=True)
class Criterion:
    """Be something a reviewer scores beside the total grade; it informs and decides nothing."""

    id: str
    label: str
    scale: Scale


@dataclass(frozen=True, slots=True)
class Grading:
    """Hold the scales in use: the total grade's, the joint and user grades', the criteria's."""

    total: Scale
    joint: Scale
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """Be what every call has: who gives the money, how much (whole kroner), and the scales.

    `language` is the one that its documents and forms are in.
    """

    id: str
    title: str
    funder: str
    date: date
    budget: int
    grading: Grading
    language: Language = field(default=Language.BOKMAL, kw_only=True)
