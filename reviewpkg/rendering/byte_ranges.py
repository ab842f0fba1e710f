"""Tell where two files differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_BLOCK: Final = 4096
_APART: Final = 16
"""Differences that lie nearer than this are told as one."""


@dataclass(frozen=True, slots=True)
class ByteRange:
    """Be a range of a file: its first and last byte, counted from 0."""

    first: int
    last: int


def differing(one: bytes, other: bytes) -> tuple[ByteRange, ...]:
    """Return where two files differ, in order; what only the longer has is a range of its own."""
    common = min(len(one), len(other))
    ranges: list[ByteRange] = []
    for start in range(0, common, _BLOCK):
        end = min(start + _BLOCK, common)
        if one[start:end] == other[start:end]:
            continue
        places = [at for at in range(start, end) if one[at] != other[at]]
        ranges += _grouped(places)
    if len(one) != len(other):
        ranges.append(ByteRange(common, max(len(one), len(other)) - 1))
    return _joined(ranges)


def _grouped(places: list[int]) -> list[ByteRange]:
    breaks = [at for at, (here, there) in enumerate(pairwise(places), 1) if there - here > _APART]
    bounds = [0, *breaks, len(places)]
    return [ByteRange(places[a], places[b - 1]) for a, b in pairwise(bounds)]


def _joined(ranges: list[ByteRange]) -> tuple[ByteRange, ...]:
    """Join ranges that a block's end parted."""
    joined: list[ByteRange] = []
    for one in ranges:
        if joined and one.first - joined[-1].last <= _APART:
            joined[-1] = ByteRange(joined[-1].first, one.last)
        else:
            joined.append(one)
    return tuple(joined)
