"""Step 2.5, first half: runs of order O around the budget line, and what is proven of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from reviewpkg.procedure.funding_line import Bounds, awarded, bounds
from reviewpkg.procedure.standing import Standing

SMALLEST, LARGEST, BEST_SIZE = 7, 13, 10
LEAST_AWARDED, MOST_AWARDED = Fraction(1, 5), Fraction(4, 5)
SHOWN_NEAREST = 3


class Safety(IntEnum):
    """Say what is proven of a pool before anyone has ranked it (D15); lower is better."""

    SAFE = 0
    POSSIBLE = 1
    IMPOSSIBLE = 2


@dataclass(frozen=True, slots=True)
class Window:
    """Be a run of rows of order O, counted from 1, both ends included.

    `above` and `below` count its applications on each side of the budget line; `remaining` is what
    the awards above the window leave of the frame, in whole kroner.
    """

    first: int
    last: int
    above: int
    below: int
    remaining: int
    bounds: Bounds
    ties_closed: bool

    @property
    def size(self) -> int:
        """Return the number of applications in the window."""
        return self.last - self.first + 1

    @property
    def safety(self) -> Safety:
        """Compare the provable ends with 20 to 80 % of the size (D15)."""
        fewest, most = self.bounds.fewest, self.bounds.most
        low, high = self.size * LEAST_AWARDED, self.size * MOST_AWARDED
        if low <= fewest and most <= high:
            return Safety.SAFE
        some = any(low <= count <= high for count in range(fewest, most + 1))
        return Safety.POSSIBLE if some else Safety.IMPOSSIBLE

    @property
    def usual_size(self) -> bool:
        """Tell whether 7 to 13 applications are in it."""
        return SMALLEST <= self.size <= LARGEST

    @property
    def holds_line(self) -> bool:
        """Tell whether the budget line lies inside, an application on each side of it."""
        return self.above > 0 and self.below > 0

    @property
    def within_frame(self) -> bool:
        """Tell whether the awards above it fit the frame (D14)."""
        return self.remaining >= 0

    @property
    def admissible(self) -> bool:
        """Tell whether the program may propose it (D13, D14, D16)."""
        return (
            self.ties_closed
            and self.within_frame
            and self.usual_size
            and self.holds_line
            and self.safety is not Safety.IMPOSSIBLE
        )

    @property
    def preference(self) -> tuple[int, ...]:
        """Return the key to choose by (D16): the smallest is proposed.

        Safe before possible, the size nearest 10, the line nearest the middle, then the smaller
        size, then the one that starts nearer the top.
        """
        uneven = abs(self.above - self.below)
        return (self.safety, abs(self.size - BEST_SIZE), uneven, self.size, self.first)


def line_row(standings: Sequence[Standing], frame: int) -> int:
    """Return the row of order O that the budget line lies after; 0 above the first (D16)."""
    return awarded([one.application.amount for one in standings], frame)


def window(standings: Sequence[Standing], frame: int, first: int, last: int) -> Window:
    """Describe the run of rows `first` to `last` of order O, against the area's frame."""
    amounts = [one.application.amount for one in standings]
    line = awarded(amounts, frame)
    remaining = frame - sum(amounts[: first - 1])
    inside = amounts[first - 1 : last]
    return Window(
        first=first,
        last=last,
        above=max(0, min(last, line) - first + 1),
        below=max(0, last - max(first - 1, line)),
        remaining=remaining,
        bounds=bounds(inside, remaining),
        ties_closed=_edge(standings, first - 1) and _edge(standings, last),
    )


def _edge(standings: Sequence[Standing], row: int) -> bool:
    """Tell whether no tie lies across the edge below a row (D13)."""
    if not 0 < row < len(standings):
        return True
    return standings[row - 1].position != standings[row].position


def windows(standings: Sequence[Standing], frame: int) -> list[Window]:
    """Return every window that the program may propose, the one to propose first (D13 to D16)."""
    line, rows = line_row(standings, frame), len(standings)
    around = (
        window(standings, frame, first, last)
        for first in range(max(1, line - LARGEST + 2), line + 1)
        for last in range(line + 1, min(first + LARGEST, rows + 1))
    )
    return sorted((one for one in around if one.admissible), key=lambda one: one.preference)


def nearest(standings: Sequence[Standing], frame: int) -> tuple[Window, ...]:
    """Return up to three windows that depart least from D16; they keep D13 and D14."""
    line = line_row(standings, frame)
    edges = [row for row in range(len(standings) + 1) if _edge(standings, row)]
    above = [row for row in edges if row <= line][-LARGEST:]
    below = [row for row in edges if row > line][:LARGEST]
    closed = (window(standings, frame, start + 1, end) for start in above for end in below)

    def departures(one: Window) -> tuple[int, ...]:
        off_size = max(SMALLEST - one.size, one.size - LARGEST, 0)
        return (not one.holds_line, off_size, *one.preference)

    return tuple(sorted(closed, key=departures)[:SHOWN_NEAREST])
