"""Find the packets in a folder, and those that should be there and cannot be used."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewpkg.jobs.sealing import SIGNED
from reviewpkg.rendering.foreign import KEPT
from reviewpkg.rendering.manifest import MANIFEST
from reviewpkg.rendering.packet import Sealed, sealed_packet
from reviewpkg.reports.call_sections import EXPLAIN, PRINTED

NAMELESS: Final = "uten-navn"
"""The folder of packets without names, beside the others."""


@dataclass(frozen=True, slots=True)
class Packets:
    """Be the packets in a folder by their own, and the folders whose manifest cannot be used."""

    sealed: Mapping[Path, Sealed]
    unusable: tuple[Path, ...]


def packets_in(target: Path, steps: Collection[str]) -> Packets:
    """Return the packets in `target`, or the one that `target` is itself.

    A folder named as one of `steps` or as an explanation is a packet, as is any with a manifest.
    """
    itself = sealed_packet(target)
    if itself and _is_of_a_step(itself):
        return Packets({target: itself}, ())
    sealed: dict[Path, Sealed] = {}
    unusable = [target] if _has_manifest(target) else []
    for folder in _folders(target):
        packet = sealed_packet(folder)
        if packet and _is_of_a_step(packet):
            sealed[folder] = packet
        elif folder.name in steps or folder.name.startswith(EXPLAIN) or _has_manifest(folder):
            unusable.append(folder)
    return Packets(sealed, tuple(unusable))


def _folders(target: Path) -> Iterator[Path]:
    """Give what lies in a folder, but for what steps leave there that is no step's packet."""
    for path in sorted(target.iterdir()) if target.is_dir() else ():
        apart = path.name in {SIGNED, PRINTED, NAMELESS} or path.name.endswith(KEPT)
        if not apart and not path.name.startswith("."):
            yield path


def _is_of_a_step(packet: Sealed) -> bool:
    return "inputs" in packet.manifest and "step" in packet.manifest


def _has_manifest(folder: Path) -> bool:
    return os.path.lexists(folder / MANIFEST)
