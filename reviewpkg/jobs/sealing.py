"""Seal a packet: one number for the program, the inputs and what was decided.

The number is the SHA-256 of a few lines that anybody can write again: the program's version, the
digest of its lock file, the call, the step, the digest over all inputs and that of each table of
decisions. It is known before any page is laid out, and so can be printed on the pages; what is
printed cannot hold its own digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from reviewpkg import VERSION
from reviewpkg.domain.call import Call
from reviewpkg.intake.files import Source

LOCK: Final = Path(__file__).resolve().parents[2] / "requirements.lock"
SIGNED: Final = "signert"
"""The folder of signed copies, beside the packets."""


@cache
def lock_digest() -> str:
    """Return the SHA-256 in hex of the lock file, blank where the program runs without one."""
    return hashlib.sha256(LOCK.read_bytes()).hexdigest() if LOCK.is_file() else ""


@dataclass(frozen=True, slots=True)
class Making:
    """Be what a packet is made of: a step of a call, and the files that were read for it.

    `about` is the project number that an explanation is about.
    """

    step: str
    call: Call
    sources: tuple[Source, ...]
    about: str = ""

    @property
    def inputs(self) -> str:
        """Return the SHA-256 in hex over every input file, listed as `sha256sum` does."""
        lines = "".join(f"{source.sha256}  {source.file}\n" for source in self.sources)
        return hashlib.sha256(lines.encode()).hexdigest()

    def seal(self, tables: Mapping[str, bytes]) -> str:
        """Return the number in hex; `tables` are the decisions, by file name."""
        digests = sorted((name, hashlib.sha256(data).hexdigest()) for name, data in tables.items())
        lines = (
            f"reviewpkg {VERSION}",
            f"lock {lock_digest()}",
            f"call {self.call.id}",
            f"step {self.step}",
            f"inputs {self.inputs}",
            *(f"{digest}  {name}" for name, digest in digests),
        )
        return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
