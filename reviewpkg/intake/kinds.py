"""Tell what a file really is, whatever its name says, and what to do about it."""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import Enum, auto

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
BROKEN = "filen er skadet eller avkortet og kan ikke åpnes; hent den på nytt fra avsenderen."
TOO_LARGE = "filen er for stor til å være en tabell; behold bare arket med dataene."

_UTF_8_MARK = b"\xef\xbb\xbf"
_START = 2000
_LARGEST_UNPACKED = 1_000_000_000
_SAVE = "åpne den i et regneark og lagre den som {ending}"


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


_REFUSALS = {
    Kind.EMPTY: "filen er tom.",
    Kind.XLSX: "filen er et xlsx-regneark, ikke {ending}; gi den endelsen .xlsx.",
    Kind.ODS: "filen er et ods-regneark, ikke {ending}; gi den endelsen .ods.",
    Kind.TEXT: f"filen er ren tekst, ikke {{ending}}; gi den endelsen .csv, eller {_SAVE}.",
    Kind.LOCKED: "filen er beskyttet med passord; lagre den uten passord.",
    Kind.OLD_EXCEL: f"filen er i det gamle Excel-formatet xls, ikke {{ending}}; {_SAVE}.",
    Kind.OLD_OFFICE: "filen er et gammelt Office-dokument, ikke et {ending}-regneark.",
    Kind.BINARY_EXCEL: f"filen er i Excel-formatet xlsb, ikke {{ending}}; {_SAVE}.",
    Kind.DOCUMENT: "filen er et tekstdokument eller en presentasjon, ikke et regneark.",
    Kind.WEB_PAGE: f"filen er en nettside, ikke {{ending}}; {_SAVE}.",
    Kind.XML: f"filen er en XML-fil, ikke {{ending}}; {_SAVE}.",
    Kind.PDF: "filen er en PDF, ikke et regneark.",
    Kind.IMAGE: "filen er et bilde, ikke et regneark.",
    Kind.ARCHIVE: "filen er en pakket mappe (zip), ikke et regneark.",
    Kind.TOO_LARGE: TOO_LARGE,
    Kind.BROKEN: BROKEN,
}
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


def refusal(ending: str, data: bytes, wanted: Kind) -> str:
    """Say why the bytes are not the kind that the file's ending promises; empty where they are."""
    found = kind(data)
    if found is wanted:
        return ""
    save_as = "xlsx" if ending == "csv" else ending
    return _REFUSALS[found].replace(_SAVE, _SAVE.format(ending=save_as)).format(ending=ending)


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
            found = next((kind for part, kind in _PARTS if part in parts), Kind.ARCHIVE)
            told = [part for part in ("mimetype", "META-INF/manifest.xml") if part in parts]
            tells = b"".join(archive.read(part) for part in told)
    except UNREADABLE_ARCHIVE:
        return Kind.BROKEN
    if b"encryption-data" in tells:
        return Kind.LOCKED
    if unpacked > _LARGEST_UNPACKED:
        return Kind.TOO_LARGE
    if found is Kind.ODS and b"spreadsheet" not in tells:
        return Kind.DOCUMENT
    return found
