"""Say with what everything is made: this program, Python, its packages, the libraries for type.

Whatever was made with the same is the same; with anything else it is made anew. Asked without
loading any of it.
"""

from __future__ import annotations

import ctypes
import os
import platform
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from reviewpkg.rendering.kept import digest_of

ROOT: Final = Path(__file__).resolve().parents[2]
_OURS: Final = ("generate.py", "requirements.lock", "reviewpkg", "templates", "locale")
_PACKAGE: Final = (".dist-info", ".egg-info")
_LIBRARIES: Final = (
    (("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "pango_version_string"),
    (("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"), "hb_version_string"),
    (("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"), "FcGetVersion"),
)
"""The names of each library on the systems there are, and its function that tells its version."""


@cache
def made_with() -> str | None:
    """Return a digest in hex of all that; None where a library for type is not to be found."""
    libraries = [_version(*one) for one in _LIBRARIES]
    if None in libraries:
        return None
    return digest_of(
        sys.version,
        platform.machine(),
        zlib.ZLIB_RUNTIME_VERSION,
        *map(str, libraries),
        *sorted(_packages()),
        *_program(ROOT),
    )


def _version(names: tuple[str, ...], function: str) -> str | None:
    """Return the version of the library that is loaded by one of those names."""
    for name in names:
        with suppress(OSError, AttributeError):
            tell = getattr(ctypes.CDLL(name), function)
            tell.restype = ctypes.c_int if function == "FcGetVersion" else ctypes.c_char_p
            return f"{name} {tell()}"
    return None


def _packages() -> Iterator[str]:
    """Yield the names and versions of the packages that are installed."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (name for name in os.listdir(folder) if name.endswith(_PACKAGE))  # noqa: PTH208 - names only


def _program(root: Path) -> Iterator[str | bytes]:
    """Yield each file of the program, by its name and what is in it."""
    for top in _OURS:
        found = [root / top] if (root / top).is_file() else sorted((root / top).rglob("*.*"))
        for path in found:
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(root).as_posix()
                yield path.read_bytes()
