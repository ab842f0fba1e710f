"""Open a file once in a run, though several steps of it read the same table.

An overview is made after every step from all the tables again. What a small file holds is
remembered by its name and bytes; of a large one nothing is, so that memory does not follow it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reviewpkg.intake.sheets import Opened

LARGEST: Final = 64 * 1024
"""Bytes of a file that is remembered: a workbook of a few hundred rows."""
MOST: Final = 256
"""Files that are remembered; with more, what came first is read again."""


class OpenedBefore:
    """Be what files held when they were opened, by file and SHA-256 in hex."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Opened] = {}

    def __call__(
        self, read: Callable[[str, bytes], Opened], file: str, data: bytes, sha256: str
    ) -> Opened:
        """Return what a file holds, which `read` tells of its name and bytes."""
        known = self._known.get((file, sha256))
        if known is None:
            known = read(file, data)
            if len(data) <= LARGEST:
                if len(self._known) >= MOST:
                    del self._known[next(iter(self._known))]
                self._known[file, sha256] = known
        return known
