"""Lay a copy of a call without people's names beside the packets that are made of it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from reviewpkg.intake.redaction import write_without_names
from reviewpkg.rendering.packet import replace_folder

COPY: Final = "inndata"


def copy_without_names(source: Path, target: Path) -> Path:
    """Return where the copy lies; raise InputRejected or OSError where there can be none."""
    with tempfile.TemporaryDirectory() as temporary:
        write_without_names(source, Path(temporary))
        paths = [path for path in Path(temporary).rglob("*") if path.is_file()]
        files = {path.relative_to(temporary).as_posix(): path.read_bytes() for path in paths}
    replace_folder(target / COPY, files)
    return target / COPY
