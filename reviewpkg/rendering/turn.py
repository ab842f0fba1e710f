"""Let one run at a time write to a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def turn(folder: Path, waits: Callable[[], None]) -> Iterator[bool]:
    """Hold the right to write to `folder`, which is there, until the block ends.

    Where another run holds it, call `waits` once and wait for that run to end, in whatever way.
    The right goes with the folder itself and leaves no file behind. Give whether it is held: on
    Windows, which has no such right, it is not.
    """
    if sys.platform == "win32":
        yield False
        return
    from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 - not on Windows

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            flock(handle, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            waits()
            flock(handle, LOCK_EX)
        yield True
    finally:
        os.close(handle)
