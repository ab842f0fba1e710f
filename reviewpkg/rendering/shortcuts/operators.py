"""Write the numbers, colours and names of a PDF more quickly, by what kind of thing each is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pydyf
from weasyprint.pdf.stream import Stream

from reviewpkg.rendering.shortcuts.replacing import Replacement

_to_bytes: Final[Callable[[Any], bytes]] = pydyf._to_bytes
_set_color: Final[Callable[..., None]] = Stream.set_color


def replacements() -> list[Replacement]:
    """Replace what writes a thing as bytes."""
    return [Replacement(pydyf, "_to_bytes", to_bytes), Replacement(Stream, "set_color", set_color)]


def to_bytes(item: Any) -> bytes:
    """Return a thing as it is written."""
    kind = type(item)
    if kind is bytes:
        written: bytes = item
        return written
    if kind is float:
        return b"%d" % item if item.is_integer() else (b"%f" % item).rstrip(b"0")
    if kind is int:
        return b"%d" % item
    if kind is str:
        encoded: bytes = item.encode("ascii")
        return encoded
    return _to_bytes(item)


def set_color(self: Any, color: Any, stroke: bool = False) -> None:
    """Choose a colour, unless it is the very one that is chosen."""
    if stroke or self._current_color is None or self._current_alpha is None:
        self.__dict__["_color"] = None if stroke else color
        _set_color(self, color, stroke)
    elif self.__dict__.get("_color") is not color:
        self.__dict__["_color"] = color
        _set_color(self, color)
