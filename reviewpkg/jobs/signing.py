"""Sign documents of a packet; what is signed is a copy, and the packet stays as it was sealed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewpkg.jobs.sealing import SIGNED
from reviewpkg.languages.sentence import Sentence, warning
from reviewpkg.problems import InputRejected, Place, Problem
from reviewpkg.rendering.packet import Sealed, sealed_packet, write_page
from reviewpkg.reports import signing, verified

RANKING_LISTS: Final = ("rangeringsliste-*.pdf",)
_DIGITS: Final = 8


@dataclass(frozen=True, slots=True)
class Errand:
    """Be what to sign: which documents of the packets in `target`, with whose key.

    `documents` are paths in `target`; none means every ranking list.
    """

    target: Path
    documents: tuple[str, ...]
    key: Path
    password: str


def check_key_file(key: Path) -> None:
    """Raise InputRejected where there is no file to read a key from."""
    try:
        with key.open("rb"):
            pass
    except OSError as error:
        raise InputRejected([Problem(Place(str(key)), signing.NO_KEY_FILE)]) from error


def run_signing(errand: Errand) -> tuple[Sentence, ...]:
    """Sign copies of documents, and say where they lie.

    It is said too where a certificate does not hold today. A copy carries the first digits of its
    document's SHA-256 in its name: a later version of the document gets a copy of its own. A copy
    that is there is signed once more, by the next person. Raise InputRejected where a document is
    none of a packet's or not as it was sealed, or where the key cannot be used; OSError where
    something cannot be read or written.
    """
    from reviewpkg.rendering.signature import KeyRefusedError, open_key, signatures, signed

    documents = tuple(_documents(errand))
    faults = [*_faults(errand, documents)]
    try:
        signer = open_key(errand.key, errand.password)
    except KeyRefusedError:
        faults.append(Problem(Place(str(errand.key)), signing.NO_KEY))
    if faults:
        raise InputRejected(faults)
    told = []
    for document in documents:
        pdf = (errand.target / document).read_bytes()
        digits = hashlib.sha256(pdf).hexdigest()[:_DIGITS]
        plain = errand.target / SIGNED / document
        copy = plain.with_name(f"{plain.stem}-{digits}.pdf")
        before = copy.read_bytes() if copy.exists() else pdf
        pdf = signed(before, signer)
        write_page(copy, pdf)
        told.append(signing.signed(str(copy)))
        own = signatures(pdf)[-1]
        if not own.in_period:
            told.append(warning(verified.out_of_period(str(copy), own.name)))
    return tuple(told)


def _documents(errand: Errand) -> Iterator[str]:
    if errand.documents:
        yield from errand.documents
        return
    for pattern in RANKING_LISTS:
        for path in sorted(errand.target.glob(f"*/{pattern}")):
            if path.parent.name != SIGNED:
                yield path.relative_to(errand.target).as_posix()


def _faults(errand: Errand, documents: Iterable[str]) -> Iterator[Problem]:
    known = {one.name: sealed_packet(one) for one in errand.target.glob("*") if one.is_dir()}
    asked = tuple(documents)
    if not asked:
        yield Problem(Place(str(errand.target)), signing.NOTHING_TO_SIGN)
    for document in asked:
        packet, _, file = document.partition("/")
        problem = _fault(known.get(packet), file)
        if problem:
            yield Problem(Place(document), problem)


def _fault(packet: Sealed | None, file: str) -> Sentence | None:
    if packet is None or file not in packet.files or not file.endswith(".pdf"):
        return signing.NOT_OF_A_PACKET
    return signing.NOT_AS_SEALED if file in packet.changed else None
