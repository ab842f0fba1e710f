"""Publish a step's packet whole or not at all: built beside, sealed, moved into place."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

MANIFEST = "manifest.json"


def publish(folder: Path, files: Mapping[str, bytes], seal: Mapping[str, object]) -> None:
    """Replace `folder` with `files`, by their path in it, and a manifest that seals them.

    The manifest holds `seal` and the SHA-256 and size of every file. Raise PacketTaken where the
    folder holds what no packet wrote, OSError where the new one cannot be written; it is then as it
    was.
    """
    _refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    built = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for path, data in {**files, MANIFEST: _manifest(files, seal)}.items():
            target = built / PurePosixPath(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        built.chmod(0o755)
        _swap(built, folder)
    finally:
        shutil.rmtree(built, ignore_errors=True)


class PacketTaken(Exception):  # noqa: N818 - named after what stands in the way
    """Name the files in a packet's folder that the program did not write as they are."""

    def __init__(self, folder: Path, files: Sequence[str]) -> None:
        """Keep the folder and the files' paths in it."""
        self.folder = folder
        self.files = tuple(files)
        super().__init__(f"{folder}: {len(self.files)} files")


def _refuse_foreign(folder: Path) -> None:
    """Refuse to replace what someone has put into a packet's folder or filled in there."""
    if not folder.is_dir():
        if folder.exists():
            raise PacketTaken(folder, [])
        return
    found = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if not path.is_dir()
    }
    try:
        outputs = json.loads((folder / MANIFEST).read_bytes())["outputs"]
        sealed = {one["file"]: one["sha256"] for one in outputs}
    except (OSError, ValueError, KeyError, TypeError):
        sealed = {}
    foreign = [
        name
        for name, path in found.items()
        if name != MANIFEST and sealed.get(name) != hashlib.sha256(path.read_bytes()).hexdigest()
    ]
    if foreign:
        raise PacketTaken(folder, foreign)


def _manifest(files: Mapping[str, bytes], seal: Mapping[str, object]) -> bytes:
    outputs = [
        {"file": path, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for path, data in sorted(files.items())
    ]
    content = {**seal, "outputs": outputs}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _swap(built: Path, folder: Path) -> None:
    """Move the new packet into the old one's place, and the old one back if that fails."""
    if not folder.exists():
        built.rename(folder)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        old = folder.rename(aside / folder.name)
        try:
            built.rename(folder)
        except OSError:
            old.rename(folder)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def sealed_inputs(folder: Path) -> dict[str, str] | None:
    """Return the files that a packet was made from with their SHA-256, None where there is none."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        return {source["file"]: source["sha256"] for source in manifest["inputs"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None
