"""Read a packet's manifest: anybody may have been at it, so it is used as it should be or not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeAlias

MANIFEST: Final = "manifest.json"
Manifest: TypeAlias = Mapping[str, Any]
_WORDS: Final = ("program", "version", "lock", "call", "step", "about", "seal")
_LONGEST: Final = 255
"""Bytes of a name in a folder, on all file systems in common use."""
_LONGEST_PATH: Final = 1000
"""Bytes of a path in a folder, which has a path of its own before it."""


def read_manifest(folder: Path) -> Manifest | None:
    """Return what the manifest in a packet's folder says, None where it cannot be used.

    What is returned names `outputs`, and perhaps `inputs`, each with a plain path in its folder
    and a digest in hex; the words, lists and tables of the program are of their kinds.
    """
    path = folder / MANIFEST
    try:
        # A link leads elsewhere, and what is no file may be read for ever.
        if path.is_symlink() or not path.is_file():
            return None
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and _can_be_used(found) else None


def _can_be_used(found: Manifest) -> bool:
    return (
        _lists_files(found.get("outputs"))
        and _lists_files(found.get("inputs", []))
        and _lists_words(found.get("formats", []))
        and all(isinstance(found.get(word, ""), str) for word in _WORDS)
        and isinstance(found.get("joined", {}), dict)
    )


def _lists_files(found: object) -> bool:
    return isinstance(found, list) and all(
        isinstance(one, dict) and _is_plain(one.get("file")) and isinstance(one.get("sha256"), str)
        for one in found
    )


def _lists_words(found: object) -> bool:
    return isinstance(found, list) and all(isinstance(one, str) for one in found)


def _is_plain(name: object) -> bool:
    """Tell whether a name is a path that stays in its folder, and that a disk can hold."""
    if not isinstance(name, str) or "\0" in name or name != str(PurePosixPath(name)):
        return False
    try:
        parts = [part.encode() for part in name.split("/")]
    except UnicodeEncodeError:  # half a letter, which JSON can write and no disk
        return False
    if sum(map(len, parts)) > _LONGEST_PATH:
        return False
    return all(part not in {b"", b".", b".."} and len(part) <= _LONGEST for part in parts)
