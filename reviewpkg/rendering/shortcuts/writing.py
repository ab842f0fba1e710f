"""Write a PDF's objects once, and each number as it was written before.

WeasyPrint asks each object twice for what is written of it: for the file, and for the file's
identity. That is squeezed twice for the stream that most objects are in. And most numbers are
places and sizes that many boxes have.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pydyf

from reviewpkg.rendering.shortcuts.replacing import Replacement

_to_bytes: Final[Callable[[Any], bytes]] = pydyf._to_bytes
_write: Final[Callable[..., None]] = pydyf.PDF.write
_dictionary: Final[Callable[[Any], bytes]] = vars(pydyf.Dictionary)["data"].fget
_stream: Final[Callable[[Any], bytes]] = vars(pydyf.Stream)["data"].fget
_MOST: Final = 32768
"""How many numbers are remembered; then all of them are forgotten."""

_numbers: Final[dict[float, bytes]] = {}


class _Written:
    """Be what has been written of the objects of a PDF while that is written, by their number."""

    data: dict[int, bytes] | None = None


def replacements() -> list[Replacement]:
    """Replace what writes a PDF, what is written of its objects, and numbers."""
    return [
        Replacement(pydyf, "_to_bytes", to_bytes),
        Replacement(pydyf.PDF, "write", write),
        Replacement(pydyf.Dictionary, "data", property(_once(_dictionary))),
        Replacement(pydyf.Stream, "data", property(_once(_stream))),
    ]


def to_bytes(item: Any) -> bytes:
    """Return something as it is written."""
    if type(item) is bytes:
        return item
    if type(item) is not float:
        return _to_bytes(item)
    found = _numbers.get(item)
    if found is None:
        if len(_numbers) >= _MOST:
            _numbers.clear()
        found = _numbers[item] = _to_bytes(item)
    return found


def write(
    self: Any,
    output: Any,
    version: bytes = b"1.7",
    identifier: Any = False,
    compress: Any = False,
) -> None:
    """Write a PDF."""
    _Written.data = {}
    try:
        _write(self, output, version, identifier, compress)
    finally:
        _Written.data = None


def _once(theirs: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """Return what asks once for what is written of a numbered object, as long as that is written.

    Nothing in an object changes meanwhile, and numbers are given before.
    """

    def data(self: Any) -> bytes:
        written, number = _Written.data, self.number
        if written is None or number is None:
            return theirs(self)
        if number not in written:
            written[number] = theirs(self)
        return written[number]

    return data
