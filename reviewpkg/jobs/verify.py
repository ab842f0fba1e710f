"""Verify packets: make each again from its inputs, and compare every byte."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from reviewpkg import VERSION
from reviewpkg.intake.files import digests
from reviewpkg.jobs.delivery import Delivery
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.sealing import SIGNED, lock_digest
from reviewpkg.languages.sentence import Sentence
from reviewpkg.problems import InputRejected, Place, Problem, sentences
from reviewpkg.rendering.byte_ranges import differing
from reviewpkg.rendering.packet import MANIFEST, sealed_packet
from reviewpkg.reports import verified

Manifest: TypeAlias = Mapping[str, Any]
Again = Callable[[Manifest, Order], Delivery]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Be what came of verifying: what to tell, and whether all was as it should be."""

    lines: tuple[Sentence, ...]
    holds: bool


def run_verify(source: Path, target: Path, again: Again) -> Verdict:
    """Verify the packet in `target`, or all in it; `again` runs the step of a manifest.

    Raise InputRejected where there is no packet, OSError where nothing temporary can be written.
    """
    folders = list(_packets(target))
    if not folders:
        raise InputRejected([Problem(Place(str(target)), verified.NO_PACKET)])
    lines: list[Sentence] = []
    holds = True
    for folder in folders:
        manifest = _manifest(folder)
        faults = [*_faults(folder, manifest, source, again)]
        lines += faults or [verified.as_sealed(folder.name, len(manifest["outputs"]))]
        holds = holds and not faults
    for path in sorted((target / SIGNED).rglob("*.pdf")):
        signed, intact = _signed(path, folders)
        lines += signed
        holds = holds and intact
    return Verdict(tuple(lines), holds)


def _packets(target: Path) -> Iterator[Path]:
    """Give the folders of the packets that steps have made."""
    for folder in (target, *sorted(target.iterdir())) if target.is_dir() else ():
        if "inputs" in _manifest(folder):
            yield folder


def _faults(folder: Path, manifest: Manifest, source: Path, again: Again) -> Iterator[Sentence]:
    """Give everything about a packet that is not as it was sealed."""
    sealed = {str(one["file"]): str(one["sha256"]) for one in manifest["outputs"]}
    lies = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / MANIFEST
    }
    if (manifest.get("version"), manifest.get("lock")) != (VERSION, lock_digest()):
        yield verified.other_program(folder.name, str(manifest.get("version")))
    changed_inputs = [*_changed_inputs(folder, manifest, source)]
    yield from changed_inputs
    yield from (verified.missing(folder.name, file) for file in sorted({*sealed} - {*lies}))
    yield from (verified.strange(folder.name, file) for file in sorted({*lies} - {*sealed}))
    if changed_inputs:
        kept = {file for file in lies if _sha(lies[file]) == sealed.get(file)}
        yield from (verified.changed(folder.name, file, ()) for file in sorted({*lies} - kept))
        return
    with tempfile.TemporaryDirectory() as temporary:
        order = Order(source, Path(temporary), tuple(manifest["formats"]), lambda *_: None)
        try:
            made = again(manifest, order).folder
        except InputRejected as rejected:
            yield verified.not_made_again(folder.name)
            yield from sentences(rejected.problems)
            return
        if _manifest(made).get("seal") != manifest.get("seal"):
            yield verified.other_seal(folder.name)
        for file in sorted({*sealed} | {*_files(made)}):
            fresh = _bytes(made / file)
            if fresh is None or file not in sealed:
                yield verified.other_files(folder.name, file)
            elif file in lies and lies[file] != fresh:
                told = verified.changed if _sha(lies[file]) != sealed[file] else verified.different
                yield told(folder.name, file, differing(lies[file], fresh))


def _changed_inputs(folder: Path, manifest: Manifest, source: Path) -> Iterator[Sentence]:
    """Give the inputs that are no longer what the packet was made from."""
    now = digests(source) if source.is_dir() else {}
    for one in manifest["inputs"]:
        if one["file"] not in now:
            yield verified.missing_input(folder.name, one["file"])
        elif now[one["file"]] != one["sha256"]:
            yield verified.changed_input(folder.name, one["file"])


def _signed(path: Path, folders: list[Path]) -> tuple[list[Sentence], bool]:
    """Say who has signed a document, and whether it is one that lies in a packet."""
    from reviewpkg.rendering.signature import signatures

    pdf = path.read_bytes()
    originals = (one for folder in folders for one in sorted(folder.rglob("*.pdf")))
    original = next((one for one in originals if pdf.startswith(one.read_bytes())), None)
    found = signatures(pdf)
    lines = [
        verified.signed(path.name, one.name, one.fingerprint, intact=one.intact) for one in found
    ]
    if original is None:
        lines.append(verified.signed_stranger(path.name))
    if not found:
        lines.append(verified.unsigned(path.name))
    return lines, bool(found) and original is not None and all(one.intact for one in found)


def _manifest(folder: Path) -> Manifest:
    packet = sealed_packet(folder)
    return packet.manifest if packet else {}


def _files(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path != folder / MANIFEST)
    return {path.relative_to(folder).as_posix() for path in paths}


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
