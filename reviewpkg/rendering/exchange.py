"""Put a folder in another's place in one step, so that nobody ever finds neither or half of one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

# The flag is called RENAME_EXCHANGE on Linux and RENAME_SWAP on macOS; both are 2.
_SWAP: Final = 2
_HERE: Final = -100  # AT_FDCWD: paths are as everywhere else


def put_in_place(built: Path, folder: Path) -> Path | None:
    """Move `built` to `folder`; return where what lay there lies now, None if nothing did.

    Both lie in the same folder. On Linux and macOS the two are exchanged in one step of the file
    system: a reader, or somebody who comes after a power cut, finds the old folder or the new one.
    Elsewhere, and on file systems that cannot, two renames do it, and the first is undone where
    the second fails. Raise OSError where it cannot be done; `folder` is then as it was.
    """
    if not folder.exists():
        built.rename(folder)
        _remember(folder.parent)
        return None
    old = built if _exchanged(built, folder) else _renamed(built, folder)
    _remember(folder.parent)
    return old


def remember_all(folder: Path) -> None:
    """Have the disk remember every file and folder in `folder`, before anything relies on it."""
    for root, _, files in os.walk(folder):
        for name in files:
            _remember(Path(root, name))
        _remember(Path(root))


def _remember(path: Path) -> None:
    if path.is_dir() and sys.platform == "win32":
        return  # a folder cannot be opened there, and needs not be
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some shared disks remember files, but not folders.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def _exchanged(one: Path, other: Path) -> bool:
    exchange = _system_exchange()
    return exchange is not None and exchange(os.fsencode(one), os.fsencode(other)) == 0


@cache
def _system_exchange() -> Callable[[bytes, bytes], int] | None:
    """Return the system's call that exchanges two paths and gives 0, None where there is none."""
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None)
    if hasattr(library, "renameat2"):
        rename = library.renameat2
        rename.argtypes = (
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_uint,
        )
        return lambda one, other: int(rename(_HERE, one, _HERE, other, _SWAP))
    if hasattr(library, "renamex_np"):
        rename = library.renamex_np
        rename.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
        return lambda one, other: int(rename(one, other, _SWAP))
    return None


def _renamed(built: Path, folder: Path) -> Path:
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    old = folder.rename(aside / folder.name)
    try:
        built.rename(folder)
    except OSError:
        old.rename(folder)
        aside.rmdir()
        raise
    return aside
