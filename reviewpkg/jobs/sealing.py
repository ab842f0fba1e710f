"""Seal a packet: one number for the program, the inputs and what was decided.

The number is the SHA-256 of a few lines that anybody can write again: the program's version, the
digest of its lock file, the call, the step, the digest over all inputs (whose first digits are the
fingerprint on every page), and the digest of each table of decisions. It is known before any page
is laid out, and so can be printed on the pages; what is printed cannot hold its own digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from reviewpkg import VERSION
from reviewpkg.intake.files import Source

LOCK: Final = Path(__file__).resolve().parents[2] / "requirements.lock"
SIGNED: Final = "signert"
"""The folder of signed copies, beside the packets."""


@cache
def lock_digest() -> str:
    """Return the SHA-256 in hex of the lock file, blank where the program runs without one."""
    return hashlib.sha256(LOCK.read_bytes()).hexdigest() if LOCK.is_file() else ""


def inputs_digest(sources: Iterable[Source]) -> str:
    """Return the SHA-256 in hex over every input file, as `sha256sum` would list them."""
    lines = "".join(f"{source.sha256}  {source.file}\n" for source in sources)
    return hashlib.sha256(lines.encode()).hexdigest()


def seal(call: str, step: str, inputs: str, tables: Mapping[str, bytes]) -> str:
    """Return the number in hex; `inputs` is their digest, `tables` the decisions by file name."""
    lines = [
        f"reviewpkg {VERSION}",
        f"lock {lock_digest()}",
        f"call {call}",
        f"step {step}",
        f"inputs {inputs}",
        *(f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in sorted(tables.items())),
    ]
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
