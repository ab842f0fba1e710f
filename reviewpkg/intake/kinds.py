"""Tell what a file really is, whatever its name says, and what to do about it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from enum import Enum, auto

from reviewpkg.languages.sentence import Sentence, sentence

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UNREADABLE_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,  # an encrypted entry; NotImplementedError, an odd compression, is one too
)
BROKEN = sentence(
    "filen er skadet eller avkortet og kan ikke åpnes; hent den på nytt fra avsenderen."
)
TOO_LARGE = sentence("filen er for stor til å være en tabell; behold bare arket med dataene.")

LARGEST_UNPACKED = 300_000_000
"""Bytes of all that a workbook is packed of."""
_MOST_PACKED_IN_ONE = 200
"""Bytes in one; the emptiest of real sheets gives 30."""
_HARMLESS = 20_000_000
_UTF_8_MARK = b"\xef\xbb\xbf"
_START = 2000


class Kind(Enum):
    """Be what a file's bytes say that it is."""

    EMPTY = auto()
    XLSX = auto()
    ODS = auto()
    TEXT = auto()
    LOCKED = auto()
    OLD_EXCEL = auto()
    OLD_OFFICE = auto()
    BINARY_EXCEL = auto()
    DOCUMENT = auto()
    WEB_PAGE = auto()
    XML = auto()
    PDF = auto()
    IMAGE = auto()
    ARCHIVE = auto()
    TOO_LARGE = auto()
    BROKEN = auto()


_STARTS = (
    (b"%PDF", Kind.PDF),
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_OFFICE),
    (b"PK\x03\x04", Kind.ARCHIVE),
    (UTF_16[0], Kind.TEXT),
    (UTF_16[1], Kind.TEXT),
)
_WEB_PAGE = (b"<!doctype html", b"<html", b"<head", b"<meta", b"<table", b"<div")
_PARTS = (
    ("content.xml", Kind.ODS),
    ("xl/workbook.xml", Kind.XLSX),
    ("xl/workbook.bin", Kind.BINARY_EXCEL),
    ("word/document.xml", Kind.DOCUMENT),
    ("ppt/presentation.xml", Kind.DOCUMENT),
)


def refusal(ending: str, data: bytes, wanted: Kind) -> Sentence | None:
    """Say why the bytes are not the kind that the file's ending promises; None where they are."""
    found = kind(data)
    if found is wanted:
        return None
    return _refusals(ending, "xlsx" if ending == "csv" else ending)[found]


def _refusals(ending: str, better: str) -> Mapping[Kind, Sentence]:
    """Say what a file is that is not what its ending promises; `better` is what to save it as."""
    return {
        Kind.EMPTY: sentence("filen er tom."),
        Kind.XLSX: sentence(
            "filen er et xlsx-regneark, ikke {ending}; gi den endelsen .xlsx.", ending=ending
        ),
        Kind.ODS: sentence(
            "filen er et ods-regneark, ikke {ending}; gi den endelsen .ods.", ending=ending
        ),
        Kind.TEXT: sentence(
            "filen er ren tekst, ikke {ending}; gi den endelsen .csv, eller åpne den i et regneark "
            "og lagre den som {better}.",
            ending=ending,
            better=better,
        ),
        Kind.LOCKED: sentence("filen er beskyttet med passord; lagre den uten passord."),
        Kind.OLD_EXCEL: sentence(
            "filen er i det gamle Excel-formatet xls, ikke {ending}; åpne den i et regneark og "
            "lagre den som {better}.",
            ending=ending,
            better=better,
        ),
        Kind.OLD_OFFICE: sentence(
            "filen er et gammelt Office-dokument, ikke et {ending}-regneark.", ending=ending
        ),
        Kind.BINARY_EXCEL: sentence(
            "filen er i Excel-formatet xlsb, ikke {ending}; åpne den i et regneark og lagre den "
            "som {better}.",
            ending=ending,
            better=better,
        ),
        Kind.DOCUMENT: sentence(
            "filen er et tekstdokument eller en presentasjon, ikke et regneark."
        ),
        Kind.WEB_PAGE: sentence(
            "filen er en nettside, ikke {ending}; åpne den i et regneark og lagre den som "
            "{better}.",
            ending=ending,
            better=better,
        ),
        Kind.XML: sentence(
            "filen er en XML-fil, ikke {ending}; åpne den i et regneark og lagre den som {better}.",
            ending=ending,
            better=better,
        ),
        Kind.PDF: sentence("filen er en PDF, ikke et regneark."),
        Kind.IMAGE: sentence("filen er et bilde, ikke et regneark."),
        Kind.ARCHIVE: sentence("filen er en pakket mappe (zip), ikke et regneark."),
        Kind.TOO_LARGE: TOO_LARGE,
        Kind.BROKEN: BROKEN,
    }


def kind(data: bytes) -> Kind:
    """Return what the bytes are."""
    known = next((kind for start, kind in _STARTS if data.startswith(start)), None)
    if known is Kind.OLD_OFFICE:
        return _ole_kind(data)
    if known is Kind.ARCHIVE:
        return _archive_kind(data)
    return known or _text_kind(data)


def _text_kind(data: bytes) -> Kind:
    if not data.strip(b" \t\r\n" + _UTF_8_MARK):
        return Kind.EMPTY
    start = data[:_START].removeprefix(_UTF_8_MARK).lstrip().lower()
    if start.startswith(_WEB_PAGE):
        return Kind.WEB_PAGE
    if start.startswith(b"<?xml"):
        return Kind.WEB_PAGE if b"<html" in start else Kind.XML
    return Kind.BROKEN if b"\0" in data else Kind.TEXT


def _ole_kind(data: bytes) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Kind.LOCKED
    books = (name.encode("utf-16-le") for name in ("Workbook", "Book"))
    return Kind.OLD_EXCEL if any(book in data for book in books) else Kind.OLD_OFFICE


def _archive_kind(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = set(archive.namelist())
            unpacked = sum(part.file_size for part in archive.infolist())
            if unpacked > LARGEST_UNPACKED or unpacked > _most_from(len(data)):
                return Kind.TOO_LARGE
            found = next((kind for part, kind in _PARTS if part in parts), Kind.ARCHIVE)
            told = [part for part in ("mimetype", "META-INF/manifest.xml") if part in parts]
            tells = b"".join(archive.read(part) for part in told)
    except UNREADABLE_ARCHIVE:
        return Kind.BROKEN
    if b"encryption-data" in tells:
        return Kind.LOCKED
    if found is Kind.ODS and b"spreadsheet" not in tells:
        return Kind.DOCUMENT
    return found


def _most_from(packed: int) -> int:
    """Return the most bytes that a real workbook of `packed` bytes unpacks to."""
    return max(_HARMLESS, packed * _MOST_PACKED_IN_ONE)
