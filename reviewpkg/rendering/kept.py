"""Keep what was made by the hash of all that went into it, so that it is not made again.

The folder may vanish at any time, and two runs may share it: an entry is written beside its place
and moved there, and used only if its own hash is right. Nothing is lost with it but time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

MOST: Final = 256 * 2**20
"""Bytes that a folder may hold: some ten generations of a whole call's documents."""
_UNFINISHED: Final = ".unfinished-"
_ABANDONED: Final = 3600
"""Seconds after which another run's unfinished file is taken for a leftover."""
_DIGEST: Final = hashlib.sha256().digest_size


def digest_of(*parts: str | bytes) -> str:
    """Return a digest in hex that two lists of parts share only if they are the same."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Kept:
    """Be what was made before, in a folder of at most `most` bytes; no folder keeps nothing.

    What is new is written only when asked to, so that a run that fails leaves no trace.
    """

    folder: Path | None
    most: int = MOST
    _new: dict[str, bytes] = field(default_factory=dict)

    def take(self, key: str) -> bytes | None:
        """Return what is kept under a digest in hex, None if it is not there or not whole."""
        if key in self._new:
            return self._new[key]
        if self.folder is None:
            return None
        path = self.folder / key
        try:
            entry = path.read_bytes()
        except OSError:
            return None
        data = entry[_DIGEST:]
        if entry[:_DIGEST] != _seal(key, data):
            return None
        with suppress(OSError):
            os.utime(path)  # used last, so thrown out last
        return data

    def keep(self, key: str, data: bytes) -> None:
        """Remember to keep what was made."""
        if self.folder is not None:
            self._new[key] = data

    def write(self) -> None:
        """Write what is new, and throw out what was used longest ago where it gets too much.

        Where nothing can be written nothing is kept, and nothing is said of it.
        """
        if self.folder is None or not self._new:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            for key, data in self._new.items():
                self._put(self.folder / key, _seal(key, data) + data)
            self._new.clear()
            self._throw_out(self.folder)

    @staticmethod
    def _put(path: Path, entry: bytes) -> None:
        handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(entry)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)

    def _throw_out(self, folder: Path) -> None:
        """Delete leftovers, and entries until the rest is within the bound."""
        entries = sorted(_entries(folder))
        size = sum(bytes_in for _, bytes_in, _ in entries)
        abandoned = time.time_ns() - _ABANDONED * 10**9
        for used, bytes_in, path in entries:
            unfinished = path.name.startswith(_UNFINISHED)
            if (unfinished and used < abandoned) or (not unfinished and size > self.most):
                path.unlink(missing_ok=True)
                size -= bytes_in


def _entries(folder: Path) -> Iterator[tuple[int, int, Path]]:
    """Yield when each entry was used last, its size and where it lies; another run may take it."""
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            found = path.stat()
            yield found.st_mtime_ns, found.st_size, path


def _seal(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest()
