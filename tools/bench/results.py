"""Hold what was measured, and keep it as JSON beside the charts that are drawn of it."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from statistics import linear_regression, median
from typing import Any


@dataclass(frozen=True, slots=True)
class Run:
    """Be one command measured in every round, in seconds by the clock.

    `memory` is the peak of all its processes in bytes, `pages` how many it printed, each where
    that was looked at.
    """

    name: str
    seconds: tuple[float, ...]
    memory: int | None = None
    pages: int | None = None

    @property
    def median(self) -> float:
        """Return the median of the seconds by the clock."""
        return median(self.seconds)


@dataclass(frozen=True, slots=True)
class Demonstrations:
    """Be what `make bench` measured; `absent` says which programs were not there."""

    machine: dict[str, str]
    documents: int
    start: tuple[Run, ...]
    steps: tuple[Run, ...]
    peers: tuple[Run, ...]
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """Be one size: seconds by the clock, peak memory in bytes."""

    size: int
    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Series:
    """Be one thing that was measured at growing sizes."""

    name: str
    points: tuple[Point, ...]

    @property
    def exponent(self) -> float:
        """Return the power of the size that the time grows with, over all sizes but the least.

        The least is mostly the program's start, and would make the growth look slower. Two sizes
        are both taken.
        """
        points = self.points[-max(2, len(self.points) - 1) :]
        sizes = [math.log(point.size) for point in points]
        return linear_regression(sizes, [math.log(point.seconds) for point in points]).slope

    @property
    def steepest(self) -> float:
        """Return the same between those two sizes, beside each other, where it is greatest."""
        return max(
            math.log(more.seconds / less.seconds) / math.log(more.size / less.size)
            for less, more in pairwise(self.points)
        )


@dataclass(frozen=True, slots=True)
class Growth:
    """Be what `make bench-growth` measured."""

    machine: dict[str, str]
    series: tuple[Series, ...]


def write(path: Path, results: Demonstrations | Growth) -> None:
    """Write results as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(results), ensure_ascii=False, indent=1) + "\n", "utf-8")


def read_demonstrations(path: Path) -> Demonstrations | None:
    """Return the results that lie there, None if none do."""
    told = _read(path)
    if told is None:
        return None
    kinds = {kind: tuple(map(_run, told[kind])) for kind in ("start", "steps", "peers")}
    return Demonstrations(told["machine"], told["documents"], **kinds, absent=tuple(told["absent"]))


def read_growth(path: Path) -> Growth | None:
    """Return the results that lie there, None if none do."""
    told = _read(path)
    if told is None:
        return None
    series = (
        Series(one["name"], tuple(Point(**point) for point in one["points"]))
        for one in told["series"]
    )
    return Growth(told["machine"], tuple(series))


def _read(path: Path) -> dict[str, Any] | None:
    if not path.exists():
        return None
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return told


def _run(told: dict[str, Any]) -> Run:
    return Run(told["name"], tuple(told["seconds"]), told["memory"], told["pages"])
