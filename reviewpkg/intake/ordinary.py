"""Read what others have put in a folder: only files, only of that folder, only so much of them.

A folder that is unpacked or shared may hold links to anywhere, and things that are read for ever.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

from reviewpkg.intake.kinds import TOO_LARGE
from reviewpkg.languages.sentence import Sentence, sentence

LARGEST: Final = 20_000_000
"""Bytes of a workbook or a form; the largest of a real call is a hundredth of that."""
LARGEST_CSV: Final = 200_000_000
"""Bytes of a table as CSV: one of a million rows, which nothing unpacks."""
LARGEST_CALL: Final = 500_000
"""Bytes of a call file."""
CANNOT_READ: Final = sentence("filen kan ikke leses; sjekk tilgangen til den.")
_NO_FILE: Final = sentence("dette er ingen vanlig fil; legg en kopi av filen her i stedet.")
_LINK: Final = sentence(
    "dette er en snarvei til noe utenfor mappen, og den blir ikke fulgt; legg en kopi her i stedet."
)
_NAME: Final = sentence("filnavnet har tegn som ikke kan leses; gi filen et annet navn.")


class UnreadableError(OSError):
    """Say in a sentence why a file is not read."""

    def __init__(self, why: Sentence) -> None:
        self.sentence = why
        super().__init__(why)


def strange(folder: Path, path: Path) -> Sentence | None:
    """Say why something in a folder is not read, whatever it holds; None where it may be."""
    if name_in(folder, path) != path.relative_to(folder).as_posix():
        return _NAME
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        return _LINK
    return None if path.is_dir() or path.is_file() else _NO_FILE


def contents(
    folder: Path, path: Path, most: int = LARGEST, too_large: Sentence = TOO_LARGE
) -> bytes:
    """Return the bytes of a file in a folder; raise UnreadableError where that cannot be done.

    `too_large` is the sentence for one of more than `most` bytes.
    """
    try:
        why = strange(folder, path) or (None if path.is_file() else _NO_FILE)
        if not why:
            with path.open("rb") as file:
                data = file.read(most + 1)
            if len(data) <= most:
                return data
            why = too_large
    except OSError as error:
        raise UnreadableError(CANNOT_READ) from error
    raise UnreadableError(why)


def digest(folder: Path, path: Path) -> str:
    """Return the SHA-256 in hex of a file in a folder, however large; blank where it is not read.

    What is no table may be a film.
    """
    try:
        if strange(folder, path):
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def name_in(folder: Path, path: Path) -> str:
    """Return a path in a folder as it can be written; letters in no encoding show as «�»."""
    raw = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "replace")
