"""Put files into one archive, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE: Final = 0o100644 << 16
_UNIX: Final = 3


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of files by their path in it; when and where it is made leaves no trace.

    Nothing is compressed: what a library makes of the same bytes differs from version to version,
    and most of what goes in is compressed already.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as packed:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _FIRST_DAY)
            entry.external_attr, entry.create_system = _ORDINARY_FILE, _UNIX
            packed.writestr(entry, data)
    return stream.getvalue()
