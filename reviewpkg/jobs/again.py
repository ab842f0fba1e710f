"""Know a step's run again: where nothing has changed since it ended, there is nothing to do.

A run makes of the same tables, with the same program, the same packet and says the same of it. So
what it said is kept by all that went in, and holds as long as the packet lies there as it was left.
What was read of the call is what the packet's manifest says; of the rest only the names count.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from reviewpkg.intake.ordinary import digest, name_in
from reviewpkg.jobs.freshness import outdated
from reviewpkg.jobs.said import Said
from reviewpkg.rendering.foreign import foreign_files
from reviewpkg.rendering.kept import Kept, digest_of
from reviewpkg.rendering.made_with import made_with
from reviewpkg.rendering.packet import sealed_inputs

Lines = tuple[str, ...]


class Run:
    """Be a run of a step into a folder, before it is known whether there is anything to do."""

    def __init__(
        self, step: str, source: Path, target: Path, formats: Collection[str], kept: Kept
    ) -> None:
        self._step, self._source, self._target, self._kept = step, source, target, kept
        self._packet = target / step
        self._inputs = _inputs(source)
        tools = made_with() if kept.folder else None
        self._common = None if tools is None else (tools, *formats)
        self._lasting = True

    def said_before(self) -> Said | None:
        """Return what the run said when it was made, None where anything is not as it was then."""
        found = self._take("said", self._step, *self._looked_at())
        said = json.loads(found) if found else None
        if said and said["packet"] == digest_of(*_listed(_files(self._packet))):
            return Said(said["files"], tuple(said["told"]), tuple(said["summary"]))
        self._lasting = not foreign_files(self._packet)
        return None

    def said(self, said: Said) -> None:
        """Remember what the run said, unless it was about files that were moved aside.

        Nor is it remembered where someone was at the tables or the packet meanwhile.
        """
        if _inputs(self._source) != self._inputs or foreign_files(self._packet):
            return
        self._keep("step", self._step, data=b"x")
        self._keep("inputs", self._step, *_listed(self._read()), data=b"x")
        if self._lasting and not self._names_a_place((*said.told, *said.summary)):
            whole = {
                "packet": digest_of(*_listed(_files(self._packet))),
                "files": said.files,
                "told": said.told,
                "summary": said.summary,
            }
            told = json.dumps(whole).encode()
            self._keep("said", self._step, *self._looked_at(), data=told)

    def index_said_before(self) -> Lines | None:
        """Return what the overview's writing said, None where anything is not as it was then."""
        found = self._take("index", *_listed(self._inputs), *_listed(_files(self._target)))
        return tuple(json.loads(found)) if found else None

    def index_said(self, told: Lines) -> None:
        """Remember what the overview's writing said, now that it lies there."""
        if self._names_a_place(told):
            return
        whole = (*_listed(self._inputs), *_listed(_files(self._target)))
        self._keep("index", *whole, data=json.dumps(told).encode())

    def is_new(self) -> bool:
        """Tell whether there is sure to be something to print: never made, or of other tables."""
        if self._take("step", self._step) is None:
            return True
        sealed = sealed_inputs(self._packet)
        if sealed is None or not outdated(sealed, _only_files(self._inputs)):
            return False
        return self._take("inputs", self._step, *_listed(self._read())) is None

    def _names_a_place(self, lines: Lines) -> bool:
        """Tell whether lines name a folder, and so would not hold for the same call elsewhere."""
        places = (str(self._source), str(self._target))
        return any(place in line for place in places for line in lines)

    def _read(self) -> dict[str, str]:
        """Return what the packet was made from, as it is now."""
        homes = {file.partition("/")[0] for file in sealed_inputs(self._packet) or ()}
        now = _only_files(self._inputs)
        return {file: sha for file, sha in now.items() if file.partition("/")[0] in homes}

    def _looked_at(self) -> Iterator[str]:
        """Yield all that the run saw of the call: what it read, and what else is there by name.

        A table of a later step may change without a trace in what this one makes.
        """
        yield from sorted(self._inputs)
        yield from _listed(self._read())

    def _take(self, *about: str) -> bytes | None:
        return self._kept.take(digest_of(*self._common, *about)) if self._common else None

    def _keep(self, *about: str, data: bytes) -> None:
        if self._common:
            self._kept.keep(digest_of(*self._common, *about), data)


def _listed(files: dict[str, str]) -> Iterator[str]:
    for file, sha in sorted(files.items()):
        yield from (file, sha)


def _only_files(entries: dict[str, str]) -> dict[str, str]:
    return {file: sha for file, sha in entries.items() if sha}


def _inputs(folder: Path) -> dict[str, str]:
    """Return the SHA-256 in hex of every file that a run may read, and every name beside them."""
    found: dict[str, str] = {}
    for path in _visible(folder):
        found[name_in(folder, path)] = _sha(folder, path)
        for inside in _visible(path):
            found[name_in(folder, inside)] = _sha(folder, inside)
    return found


def _files(folder: Path) -> dict[str, str]:
    """Return the SHA-256 in hex of every file in a folder and those in it."""
    found: dict[str, str] = {}
    for path in _visible(folder):
        if path.is_symlink():  # which may lead round and round, and is none of a packet's
            found[name_in(folder, path)] = f"link {os.fsencode(path.readlink())!r}"
        else:
            found[name_in(folder, path)] = _sha(folder, path)
            inside = _files(path).items()
            found |= {f"{name_in(folder, path)}/{file}": sha for file, sha in inside}
    return found


def _visible(folder: Path) -> list[Path]:
    """Return what lies in a folder, but for lock files and what is hidden; nothing of a file."""
    with suppress(OSError):
        return [path for path in folder.iterdir() if not path.name.startswith((".", "~$"))]
    return []


def _sha(folder: Path, path: Path) -> str:
    """Return the SHA-256 in hex of a file, nothing of a folder; no two of what cannot be read."""
    return "" if path.is_dir() else digest(folder, path) or os.urandom(16).hex()
