"""Put files into a call folder, all or none, and never in place of another."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

_NEW = ".ny-"


def place(files: Mapping[Path, bytes], moves: Mapping[Path, Path]) -> None:
    """Move what is in the way aside, and write the files; undo everything if anything fails.

    Raise FileExistsError where something would be overwritten, OSError where the disk refuses.
    """
    written: list[Path] = []
    moved: list[tuple[Path, Path]] = []
    new_folders = _missing({path.parent for path in (*files, *moves.values())})
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f"{_NEW}{path.name}")
            written.append(beside)
            beside.write_bytes(data)
        for old, aside in moves.items():
            aside.parent.mkdir(parents=True, exist_ok=True)
            _rename(old, aside)
            moved.append((old, aside))
        for path in files:
            _rename(path.with_name(f"{_NEW}{path.name}"), path)
            written.append(path)
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        for old, aside in moved:
            aside.rename(old)
        for folder in new_folders:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _missing(folders: Iterable[Path]) -> list[Path]:
    """Return those folders that are not there yet."""
    return [folder for folder in folders if not folder.exists()]


def _rename(old: Path, new: Path) -> None:
    if new.exists():
        raise FileExistsError(17, "File exists", str(new))
    old.rename(new)
