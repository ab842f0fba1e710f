"""Verify packets: make each again from its inputs, and compare every byte."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewpkg import VERSION
from reviewpkg.intake.files import digests
from reviewpkg.jobs.delivery import Delivery
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.packets import packets_in
from reviewpkg.jobs.sealing import SIGNED, lock_digest
from reviewpkg.languages.sentence import Sentence
from reviewpkg.problems import InputRejected, Place, Problem, sentences
from reviewpkg.rendering.byte_ranges import differing
from reviewpkg.rendering.foreign import entries, is_ordinary
from reviewpkg.rendering.manifest import MANIFEST, Manifest, read_manifest
from reviewpkg.rendering.packet import Sealed
from reviewpkg.reports import verified

Again = Callable[[Manifest, Order], Delivery]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Be what came of verifying: what to tell, and whether all was as it should be."""

    lines: tuple[Sentence, ...]
    holds: bool


def run_verify(source: Path, target: Path, again: Again, steps: Collection[str]) -> Verdict:
    """Verify the packet in `target`, or all in it; `again` runs the step of a manifest.

    A folder named as one of `steps` is a packet, as is any with a manifest. Raise InputRejected
    where there is no packet, OSError where nothing temporary can be written.
    """
    found = packets_in(target, steps)
    if not found.sealed and not found.unusable:
        raise InputRejected([Problem(Place(str(target)), verified.NO_PACKET)])
    lines = [verified.no_manifest(folder.name) for folder in found.unusable]
    holds = not lines
    for folder, packet in found.sealed.items():
        manifest = packet.manifest
        faults = [*_faults(folder, manifest, source, again)]
        if folder != target and folder.name != manifest["step"]:
            faults.insert(0, verified.other_step(folder.name, manifest["step"]))
        lines += faults or [verified.as_sealed(folder.name, len(manifest["outputs"]))]
        holds = holds and not faults
    for path in sorted((target / SIGNED).rglob("*.pdf")):
        signed, intact = _signed(path, target, found.sealed)
        lines += signed
        holds = holds and intact
    return Verdict(tuple(lines), holds)


def _faults(folder: Path, manifest: Manifest, source: Path, again: Again) -> Iterator[Sentence]:
    """Give everything about a packet that is not as it was sealed."""
    sealed = {one["file"]: one["sha256"] for one in manifest["outputs"]}
    there = entries(folder)
    odd = {file: why for file, path in there.items() if (why := _odd(folder, file, path))}
    lies = {
        file: path.read_bytes()
        for file, path in there.items()
        if file not in odd and file != MANIFEST
    }
    ours = (manifest.get("version"), manifest.get("lock")) == (VERSION, lock_digest())
    if not ours:
        yield verified.other_program(folder.name, str(manifest.get("version")))
    changed_inputs = [*_changed_inputs(folder, manifest, source)]
    yield from changed_inputs
    yield from (verified.missing(folder.name, file) for file in sorted({*sealed} - {*there}))
    yield from odd.values()
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
        if (read_manifest(made) or {}).get("seal") != manifest.get("seal"):
            yield verified.other_seal(folder.name)
        lies_there, becomes = ((place / MANIFEST).read_bytes() for place in (folder, made))
        if ours and lies_there != becomes:
            ranges = differing(lies_there, becomes)
            yield verified.changed(folder.name, MANIFEST, ranges)
        for file in sorted({*sealed} | {*entries(made)} - {MANIFEST}):
            fresh = _bytes(made / file)
            if fresh is None or file not in sealed:
                yield verified.other_files(folder.name, file)
            elif file in lies and lies[file] != fresh:
                told = verified.changed if _sha(lies[file]) != sealed[file] else verified.different
                yield told(folder.name, file, differing(lies[file], fresh))


def _odd(folder: Path, file: str, path: Path) -> Sentence | None:
    """Say what something in a packet is that is no file, None where it is one."""
    if is_ordinary(path):
        return None
    if path.is_symlink():
        return verified.link(folder.name, file)
    told = verified.strange_folder if path.is_dir() else verified.no_file
    return told(folder.name, file)


def _changed_inputs(folder: Path, manifest: Manifest, source: Path) -> Iterator[Sentence]:
    """Give the inputs that are no longer what the packet was made from."""
    now = digests(source) if source.is_dir() else {}
    for one in manifest["inputs"]:
        if one["file"] not in now:
            yield verified.missing_input(folder.name, one["file"])
        elif now[one["file"]] != one["sha256"]:
            yield verified.changed_input(folder.name, one["file"])


def _signed(
    path: Path, target: Path, packets: Mapping[Path, Sealed]
) -> tuple[list[Sentence], bool]:
    """Say who has signed a document, and which one it is of those that lie in a packet."""
    from reviewpkg.rendering.signature import signatures

    name = path.relative_to(target).as_posix()
    if not is_ordinary(path):
        return [verified.no_file(SIGNED, path.relative_to(target / SIGNED).as_posix())], False
    pdf = path.read_bytes()
    originals = [
        folder / file
        for folder, packet in packets.items()
        for file in sorted(packet.files - packet.changed)
        if file.endswith(".pdf") and pdf.startswith((folder / file).read_bytes())
    ]
    found = signatures(pdf)
    lines = [verified.signed(name, one.name, one.fingerprint, intact=one.intact) for one in found]
    lines += [verified.out_of_period(name, one.name) for one in found if not one.in_period]
    for one in originals:
        document = one.relative_to(target).as_posix()
        lines.insert(0, verified.copy_of(name, document))
    if not originals:
        lines.append(verified.signed_stranger(name))
    if not found:
        lines.append(verified.unsigned(name))
    return lines, bool(found and originals) and all(one.intact for one in found)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
