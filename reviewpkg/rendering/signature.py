"""Sign a PDF (PAdES), and read the signatures on one back.

A signature is added behind the document, which stays as it was to the last byte (ISO 32000-2,
12.8; ETSI EN 319 142-1). Nothing is fetched: neither time stamps nor lists of revoked
certificates. Whose key it is, a certificate says; whether to believe that is for the reader.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pyhanko.sign import Signer

_FIELD: Final = "Signatur"
# The library tells of every untrusted certificate in its log; here the reader is told.
logging.getLogger("pyhanko").addHandler(logging.NullHandler())
logging.getLogger("pyhanko_certvalidator").addHandler(logging.NullHandler())
logging.getLogger("pyhanko").propagate = False
logging.getLogger("pyhanko_certvalidator").propagate = False


class KeyRefusedError(Exception):
    """Say that a file holds no key and certificate that its password opens."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Be one signature on a PDF.

    `name` is whom the certificate names, `fingerprint` its SHA-256 in hex. `intact` tells that
    the signature fits both the certificate and the document, and that nothing but further
    signatures was added to it since. `in_period` tells that the certificate held at the moment
    that the signer's own clock gave, or that none was given.
    """

    name: str
    fingerprint: str
    intact: bool
    in_period: bool = True


def open_key(path: Path, password: str) -> Signer:
    """Return what signs, from a PKCS #12 file; raise KeyRefusedError, or OSError if unreadable."""
    from cryptography.hazmat.primitives.serialization import pkcs12  # noqa: PLC0415
    from pyhanko.sign import SimpleSigner  # noqa: PLC0415

    data, passphrase = path.read_bytes(), password.encode()
    try:
        pkcs12.load_pkcs12(data, passphrase or None)
        signer = SimpleSigner.load_pkcs12_data(data, other_certs=(), passphrase=passphrase or None)
    except ValueError as refused:
        raise KeyRefusedError from refused
    if not isinstance(signer, SimpleSigner):
        raise KeyRefusedError
    return signer


def signed(pdf: bytes, signer: Signer) -> bytes:
    """Return a PDF with one signature more; it begins with `pdf` as it was."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415
    from pyhanko.sign.fields import SigSeedSubFilter  # noqa: PLC0415
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner  # noqa: PLC0415

    field = f"{_FIELD}{len(_embedded(pdf)) + 1}"
    meta = PdfSignatureMetadata(
        field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    out = io.BytesIO()
    PdfSigner(meta, signer=signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=out)
    return out.getvalue()


def signatures(pdf: bytes) -> tuple[Signature, ...]:
    """Return the signatures on a PDF, the first one first; nothing for what is no PDF."""
    found = [_read(one) for one in _embedded(pdf)]
    if found and _end(_embedded(pdf)[-1]) != len(pdf):
        found[-1] = replace(found[-1], intact=False)
    return tuple(found)


def _end(embedded: Any) -> int:  # noqa: ANN401 - the library's own, untyped
    """Return how far into the file the signed bytes reach."""
    *_, start, length = embedded.byte_range
    return int(start) + int(length)


def _embedded(pdf: bytes) -> list[Any]:
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415

    try:
        return list(PdfFileReader(io.BytesIO(pdf)).embedded_signatures)
    except (PdfError, ValueError, OSError):
        return []


def _read(embedded: Any) -> Signature:  # noqa: ANN401 - the library's own, untyped
    from pyhanko.sign.general import SigningError  # noqa: PLC0415
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415
    from pyhanko.sign.validation.errors import SignatureValidationError  # noqa: PLC0415
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    certificate = embedded.signer_cert
    try:
        found = validate_pdf_signature(
            embedded, ValidationContext(trust_roots=[], allow_fetching=False)
        )
        intact = bool(found.intact and found.valid and _whole(found))
    except (SignatureValidationError, SigningError, ValueError):
        intact = False
    subject = certificate.subject
    name = subject.native.get("common_name", subject.human_friendly)
    return Signature(str(name), certificate.sha256.hex(), intact, _in_period(embedded))


def _in_period(embedded: Any) -> bool:  # noqa: ANN401 - the library's own, untyped
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415

    certificate = embedded.signer_cert
    try:
        moment = embedded.self_reported_timestamp
    except (PdfError, ValueError, TypeError):  # whatever somebody wrote there, it is no moment
        moment = None
    if moment is None or moment.tzinfo is None:
        return True
    return bool(certificate.not_valid_before <= moment <= certificate.not_valid_after)


def _whole(found: Any) -> bool:  # noqa: ANN401 - the library's own, untyped
    """Tell whether a signature holds for all of the file, but for later signatures."""
    from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: PLC0415
    from pyhanko.sign.validation import SignatureCoverageLevel  # noqa: PLC0415

    if found.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return True
    return bool(
        found.coverage == SignatureCoverageLevel.ENTIRE_REVISION
        and found.modification_level is not None
        and found.modification_level <= ModificationLevel.FORM_FILLING
    )
