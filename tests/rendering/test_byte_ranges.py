"""Files are compared byte by byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.rendering.byte_ranges import ByteRange, differing

LONG = bytes(10_000)


def changed(data: bytes, *places: int) -> bytes:
    new = bytearray(data)
    for at in places:
        new[at] ^= 255
    return bytes(new)


@pytest.mark.parametrize(
    ("one", "other", "ranges"),
    [
        (b"", b"", []),
        (b"abc", b"abc", []),
        (b"abc", b"abd", [(2, 2)]),
        (b"abc", b"abcde", [(3, 4)]),
        (b"abcde", b"", [(0, 4)]),
        (LONG, changed(LONG, 0, 9_999), [(0, 0), (9_999, 9_999)]),
        (LONG, changed(LONG, 100, 116), [(100, 116)]),
        (LONG, changed(LONG, 100, 117), [(100, 100), (117, 117)]),
        (LONG, changed(LONG, 4_095, 4_096), [(4_095, 4_096)]),
    ],
)
def test_differences_are_told_as_ranges(
    one: bytes, other: bytes, ranges: list[tuple[int, int]]
) -> None:
    expected = tuple(ByteRange(*bounds) for bounds in ranges)
    assert differing(one, other) == expected
    assert differing(other, one) == expected


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_outside_the_ranges_nothing_differs(one: bytes, other: bytes) -> None:
    ranges = differing(one, other)
    inside = {at for found in ranges for at in range(found.first, found.last + 1)}
    assert all(one[at : at + 1] == other[at : at + 1] for at in range(60) if at not in inside)
    assert bool(ranges) == (one != other)
