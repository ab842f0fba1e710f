"""Find out which routine a call follows, before anything of it is checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from reviewpkg.intake.call_syntax import BrokenSyntaxError, parsed
from reviewpkg.intake.files import CALL_FILE

_WRITTEN = re.compile(rb"""^\s*procedure\s*=\s*["']([a-z-]+)["']""", re.MULTILINE)


def routine_of(folder: Path) -> str:
    """Return what the call file names as its routine; blank where it cannot be read or says none.

    What is wrong with the file is told when the call is loaded.
    """
    try:
        data = (folder / CALL_FILE).read_bytes()
    except OSError:
        return ""
    try:
        return named_routine(parsed(data))
    except BrokenSyntaxError:
        written = _WRITTEN.search(data)
        return written[1].decode() if written else ""


def named_routine(raw: Mapping[str, object]) -> str:
    """Return what a call file names as its routine; blank where it names none."""
    call = raw.get("call")
    named = call.get("procedure") if isinstance(call, dict) else None
    return named if isinstance(named, str) else ""
