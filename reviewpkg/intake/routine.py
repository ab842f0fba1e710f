"""Find out which routine a call follows, before anything of it is checked."""

from __future__ import annotations

from pathlib import Path

from reviewpkg.intake.call_syntax import BrokenSyntaxError, parsed
from reviewpkg.intake.files import CALL_FILE


def routine_of(folder: Path) -> str:
    """Return what the call file names as its routine; blank where it cannot be read or says none.

    What is wrong with the file is told when the call is loaded.
    """
    try:
        call = parsed((folder / CALL_FILE).read_bytes()).get("call")
    except (OSError, BrokenSyntaxError):
        return ""
    named = call.get("procedure") if isinstance(call, dict) else None
    return named if isinstance(named, str) else ""
