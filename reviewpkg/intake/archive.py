"""Unpack a workbook's parts within bounds, and pack those that were looked at anew.

Another reader of the same archive may find other parts in it: of two with nearly one name, or
beyond the size that a part is said to have. What it is given holds nothing but what was looked at.
"""

from __future__ import annotations

import io
import zipfile

from reviewpkg.intake import kinds
from reviewpkg.intake.sheet_parts import TooLargeError


class Archive:
    """Be an archive while its parts are read, each once, by names without regard to case.

    Raise BadZipFile where two parts have one name.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = {name.casefold(): name for name in self._archive.namelist()}
        if len(self._names) < len(self._archive.namelist()):
            message = "no two parts have one name"
            raise zipfile.BadZipFile(message)
        self._left = kinds.LARGEST_UNPACKED
        self._packed = io.BytesIO()
        self._kept = zipfile.ZipFile(self._packed, "w")
        self._read: set[str] = set()

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name.casefold() in self._names

    def read(self, name: str) -> bytes:
        """Return a part; raise TooLargeError where all would be too much to unpack.

        Raise KeyError where there is none, BadZipFile, EOFError or OSError where it is damaged.
        """
        with self._archive.open(self._names[name.casefold()]) as part:
            data = part.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError
        if name not in self._read:
            self._read.add(name)
            self._kept.writestr(zipfile.ZipInfo(name), data)
        return data

    def keep(self, name: str) -> None:
        """Pack a part that needs no looking at, if it is there."""
        if name in self:
            self.read(name)

    def packed(self) -> bytes:
        """Return an archive of what was read, not compressed; nothing can be read after."""
        self._kept.close()
        self._archive.close()
        return self._packed.getvalue()
