"""Find out which call this is, its routine and language, before anything is checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reviewpkg.intake.call_syntax import BrokenSyntaxError, parsed
from reviewpkg.intake.ordinary import LARGEST_CALL, contents
from reviewpkg.languages.language import Language

CALL_FILE: Final = "call.toml"
_WRITTEN = re.compile(rb"""^\s*procedure\s*=\s*["']([a-z-]+)["']""", re.MULTILINE)


def routine_of(folder: Path) -> str:
    """Return what the call file names as its routine; blank where it cannot be read or says none.

    What is wrong with the file is told when the call is loaded.
    """
    data = _data(folder)
    try:
        return named_routine(parsed(data))
    except BrokenSyntaxError:
        written = _WRITTEN.search(data)
        return written[1].decode() if written else ""


def call_id_of(folder: Path) -> str:
    """Return the call's id on one line; blank where the call file cannot be read or says none."""
    try:
        return " ".join(_named(parsed(_data(folder)), "id").split())
    except BrokenSyntaxError:
        return ""


def language_of(folder: Path) -> Language:
    """Return the language to tell of the call in; bokmål where the call file says none we know."""
    try:
        return Language(_named(parsed(_data(folder)), "language"))
    except (BrokenSyntaxError, ValueError):
        return Language.BOKMAL


def _data(folder: Path) -> bytes:
    """Return the call file, empty where it cannot be read."""
    try:
        return contents(folder, folder / CALL_FILE, LARGEST_CALL)
    except OSError:
        return b""


def named_routine(raw: Mapping[str, object]) -> str:
    """Return what a call file names as its routine; blank where it names none."""
    return _named(raw, "procedure")


def _named(raw: Mapping[str, object], key: str) -> str:
    call = raw.get("call")
    named = call.get(key) if isinstance(call, dict) else None
    return named if isinstance(named, str) else ""
