"""Publish a step's packet whole or not at all: built beside, sealed, moved into place."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reviewpkg.rendering.exchange import put_in_place, remember_all
from reviewpkg.rendering.foreign import entries, is_ordinary, keep_foreign, sha_of
from reviewpkg.rendering.manifest import MANIFEST, Manifest, read_manifest
from reviewpkg.rendering.turn import turn


def publish(
    folder: Path,
    files: Mapping[str, bytes],
    seal: Mapping[str, object],
    waits: Callable[[], None] = lambda: None,
) -> Path | None:
    """Replace `folder` with `files`, by their path in it, and a manifest that seals them.

    The manifest holds `seal` and the SHA-256 and size of every file. What someone has put into the
    old folder or filled in there is kept in a folder beside it, which is returned, and so is what
    lies in its place and is no folder. A packet that lies there just so is left as it lies. Where
    another run writes beside it, call `waits` and wait for that. Raise OSError where the packet
    cannot be written; the folder is then as it was, and so it is or it is new whenever the run is
    killed.
    """
    kept: list[Path] = []

    def keep() -> None:
        kept.extend(filter(None, [keep_foreign(folder)]))

    replace_folder(folder, {**files, MANIFEST: _manifest(files, seal)}, keep, waits)
    return kept[0] if kept else None


def replace_folder(
    folder: Path,
    files: Mapping[str, bytes],
    keep: Callable[[], None] = lambda: None,
    waits: Callable[[], None] = lambda: None,
) -> None:
    """Replace a folder with files by their path in it, whole or not at all.

    Call `keep` when all is ready, before what lies there goes; `waits` as `publish` does.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with turn(folder.parent, waits) as alone:
        if alone:
            _clear(folder)
        if _lies(folder, files):
            return
        built = Path(tempfile.mkdtemp(prefix=_prefix(folder), dir=folder.parent))
        old = None
        try:
            for path, data in files.items():
                target = built / PurePosixPath(path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            built.chmod(0o755)
            remember_all(built)
            keep()
            old = put_in_place(built, folder)
        finally:
            for left in (built, old):
                shutil.rmtree(left or built, ignore_errors=True)


def _prefix(folder: Path) -> str:
    return f".{folder.name}-"


def _clear(folder: Path) -> None:
    """Remove what a killed run left beside a folder; put back what it had moved out of the way."""
    for left in sorted(folder.parent.glob(f"{_prefix(folder)}*")):
        if not folder.exists() and (left / folder.name / MANIFEST).is_file():
            (left / folder.name).rename(folder)
        shutil.rmtree(left, ignore_errors=True)


def _lies(folder: Path, packet: Mapping[str, bytes]) -> bool:
    """Tell whether a folder holds those files and nothing else."""
    if folder.is_symlink():
        return False
    there = entries(folder)
    try:
        return there.keys() == packet.keys() and all(
            is_ordinary(path) and path.read_bytes() == packet[name] for name, path in there.items()
        )
    except OSError:
        return False


def _manifest(files: Mapping[str, bytes], seal: Mapping[str, object]) -> bytes:
    outputs = [
        {"file": path, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for path, data in sorted(files.items())
    ]
    content = {**seal, "outputs": outputs}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def write_page(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there: it is the old one or the new one, whole.

    One that says the same already is left as it lies.
    """
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(0o644)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Sealed:
    """Be a packet as it lies there: what its manifest says, and those of its files that are there.

    `changed` are the files that are no longer as they were sealed.
    """

    manifest: Manifest
    files: frozenset[str]
    changed: frozenset[str]

    @property
    def missing(self) -> frozenset[str]:
        """Return the files that were sealed and are gone."""
        return frozenset(one["file"] for one in self.manifest["outputs"]) - self.files

    def digest(self, file: str) -> str:
        """Return the SHA-256 in hex that a file was sealed with."""
        return next(str(one["sha256"]) for one in self.manifest["outputs"] if one["file"] == file)


def sealed_packet(folder: Path) -> Sealed | None:
    """Return what lies in a packet's folder, None where no packet does."""
    manifest = read_manifest(folder)
    if manifest is None:
        return None
    digests = {one["file"]: one["sha256"] for one in manifest["outputs"]}
    files = frozenset(file for file in digests if is_ordinary(folder / file))
    changed = frozenset(file for file in files if sha_of(folder / file) != digests[file])
    return Sealed(manifest, files, changed)


def sealed_inputs(folder: Path) -> dict[str, str] | None:
    """Return the files that a packet was made from with their SHA-256, None where there is none."""
    manifest = read_manifest(folder)
    if manifest is None or "inputs" not in manifest:
        return None
    return {source["file"]: source["sha256"] for source in manifest["inputs"]}
