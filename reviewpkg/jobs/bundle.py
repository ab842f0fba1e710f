"""Bundle a call's inputs and packets into one archive for the control committee."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewpkg.intake.files import digests
from reviewpkg.intake.routine import call_id_of, language_of
from reviewpkg.jobs.packets import packets_in
from reviewpkg.jobs.sealing import LOCK, SIGNED
from reviewpkg.languages.sentence import Sentence
from reviewpkg.languages.words import Words
from reviewpkg.problems import InputRejected, Place, Problem
from reviewpkg.rendering.archive import archive
from reviewpkg.rendering.manifest import MANIFEST
from reviewpkg.rendering.packet import Sealed, write_page
from reviewpkg.reports import bundled, verified
from reviewpkg.reports.names import file_names

INPUTS: Final = "inndata"
PACKETS: Final = "pakker"


@dataclass(frozen=True, slots=True)
class Bundle:
    """Be what was bundled: the archive, and what to tell of it."""

    file: Path
    lines: tuple[Sentence, ...]


def run_bundle(source: Path, target: Path, steps: Collection[str]) -> Bundle:
    """Write the archive beside the packets: inputs, packets, signed copies, lock, how to verify.

    A folder named as one of `steps` is a packet. Raise InputRejected where there is no packet,
    where one is no longer as it was sealed, or where an input is no longer what a packet was made
    from; OSError where nothing can be written.
    """
    found = packets_in(target, steps)
    packets = {folder.name: one for folder, one in found.sealed.items() if folder != target}
    faults = [Problem(Place(str(folder)), bundled.NO_MANIFEST) for folder in found.unusable]
    if not packets and not faults:
        raise InputRejected([Problem(Place(str(target)), verified.NO_PACKET)])
    faults += _faults(packets, source, target)
    if faults:
        raise InputRejected(faults)
    inputs = {str(one["file"]) for packet in packets.values() for one in packet.manifest["inputs"]}
    files = {f"{INPUTS}/{file}": source / file for file in inputs}
    for name, packet in packets.items():
        paths = (target / name / file for file in (*packet.files, MANIFEST))
        files |= {f"{PACKETS}/{path.relative_to(target).as_posix()}": path for path in paths}
    for path in filter(Path.is_file, (target / SIGNED).rglob("*.pdf")):
        files[f"{PACKETS}/{path.relative_to(target).as_posix()}"] = path
    if LOCK.is_file():
        files[LOCK.name] = LOCK
    call = call_id_of(source)
    read_me = bundled.how_to_verify(Words(language_of(source)), call, sorted(packets))
    data = archive(
        {name: path.read_bytes() for name, path in files.items()} | {bundled.FILE: read_me.encode()}
    )
    file = target / f"kontrollutvalg-{file_names([call])[call]}.zip"
    write_page(file, data)
    return Bundle(file, bundled.told(file.name, len(files) + 1, data))


def _faults(packets: Mapping[str, Sealed], source: Path, target: Path) -> Iterator[Problem]:
    """Give what would make a bundle contradict itself."""
    now = digests(source)
    for name, packet in packets.items():
        if packet.changed or packet.missing or packet.manifest["step"] != name:
            yield Problem(Place(str(target / name)), bundled.NOT_AS_SEALED)
        for one in packet.manifest["inputs"]:
            if now.get(one["file"]) != one["sha256"]:
                yield Problem(Place(one["file"]), bundled.not_its_input(name))
