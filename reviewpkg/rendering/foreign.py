"""Know what lies in a packet's folder that no packet wrote, and keep it when the packet goes."""

from __future__ import annotations

import hashlib
import os
import shutil
from itertools import chain, count
from pathlib import Path
from typing import Final

from reviewpkg.rendering.manifest import MANIFEST, read_manifest

KEPT: Final = "-egne-filer"
_DIGITS: Final = 6


def entries(folder: Path) -> dict[str, Path]:
    """Return all that lies in a folder and those in it, by name: files, links, empty folders."""
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if not _is_folder(path) or not any(path.iterdir())
    }


def is_ordinary(path: Path) -> bool:
    """Tell whether there is a file, and no link to one; what is neither may be read for ever."""
    return path.is_file() and not path.is_symlink()


def sha_of(path: Path) -> str:
    """Return the SHA-256 in hex of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def foreign_files(folder: Path) -> list[Path]:
    """Return what stands in a packet's folder that no packet wrote, or that was changed since.

    That is what lies in the place of the folder itself, where that is none. An empty folder holds
    nothing of anybody's.
    """
    if not _is_folder(folder):
        return [folder] if os.path.lexists(folder) else []
    manifest = read_manifest(folder)
    sealed = {one["file"]: one["sha256"] for one in manifest["outputs"]} if manifest else {}
    return [
        path
        for name, path in entries(folder).items()
        if not _is_folder(path)
        and not (is_ordinary(path) and (name == MANIFEST or sealed.get(name) == sha_of(path)))
    ]


def keep_foreign(folder: Path) -> Path | None:
    """Keep what is someone's own out of a packet's folder; return where it now lies, if anything.

    What lies in the place of the folder and is none is gone from there afterwards.
    """
    foreign = foreign_files(folder)
    kept = folder.with_name(f"{folder.name}{KEPT}")
    for path in foreign:
        target = _free(kept / (folder.name if path == folder else path.relative_to(folder)), path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():
            target.symlink_to(_seen_from(target, path))
        elif is_ordinary(path):
            shutil.copy2(path, target)
        else:
            path.rename(target)  # what is read for ever cannot be copied
        if path == folder:
            path.unlink(missing_ok=True)
    return kept if foreign else None


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _free(target: Path, path: Path) -> Path:
    """Return a place for what is kept where nothing lies, or the same file."""
    digits = [sha_of(path)[:_DIGITS]] if is_ordinary(path) else []
    others = (f"{target.stem}-{mark}{target.suffix}" for mark in chain(digits, count(2)))
    places = (target.with_name(name) for name in chain([target.name], others))
    return next(one for one in places if not os.path.lexists(one) or _are_same(one, path))


def _are_same(one: Path, other: Path) -> bool:
    return is_ordinary(one) and is_ordinary(other) and sha_of(one) == sha_of(other)


def _seen_from(target: Path, link: Path) -> str:
    """Return where a link leads, so that it leads there from its new place too."""
    leads = os.fspath(link.readlink())
    whole = Path(leads).is_absolute()
    return leads if whole else os.path.relpath(link.parent / leads, target.parent)
