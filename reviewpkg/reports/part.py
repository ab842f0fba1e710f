"""Say which part of a long list a document holds, and what of the list belongs there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, ClassVar, Protocol, TypeVar

_Row = TypeVar("_Row")


class Stretch(Protocol):
    """Be a run of a list's rows, and the lines drawn below it."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def rows(self) -> tuple[Any, ...]:
        """Return the rows."""

    @property
    def lines(self) -> tuple[Any, ...]:
        """Return the lines below the last of them."""


_Stretch = TypeVar("_Stretch", bound=Stretch)


@dataclass(frozen=True, slots=True)
class Part:
    """Be a part of a list: its applications from `start` up to `end`, of `applications` in all.

    Both are counted from 0; `number` is counted from 1, of `parts`. `first` and `last` are what the
    outermost of its applications are called.
    """

    number: int
    parts: int
    start: int
    end: int
    applications: int
    first: str
    last: str

    @property
    def size(self) -> int:
        """Count the applications in it."""
        return self.end - self.start

    @property
    def begins_at(self) -> int:
        """Return the number of its first application, counted from 1."""
        return self.start + 1

    def of(self, rows: tuple[_Row, ...]) -> tuple[_Row, ...]:
        """Return what it holds of a list."""
        return rows[self.start : self.end]

    def of_each(self, lists: Iterable[tuple[_Row, ...]]) -> list[tuple[_Row, ...]]:
        """Return what it holds of each of the lists that follow one another."""
        found = list(lists)
        before = accumulate(map(len, found), initial=0)
        return [
            one[max(0, self.start - above) : max(0, self.end - above)]
            for above, one in zip(before, found, strict=False)
        ]

    def of_stretches(self, stretches: Sequence[_Stretch]) -> tuple[_Stretch, ...]:
        """Return what it holds of a list with lines drawn across it."""
        rows = self.of_each(one.rows for one in stretches)
        ends = accumulate(len(one.rows) for one in stretches)
        return tuple(
            replace(one, rows=here, lines=one.lines if self.draws(end) else ())
            for one, here, end in zip(stretches, rows, ends, strict=True)
        )

    def draws(self, above: int) -> bool:
        """Tell whether it has the line with so many applications above: it stands below its row."""
        return self.start < above <= self.end or above == self.start == 0
