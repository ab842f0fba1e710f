"""Tell whether a packet was made from the tables as they are now."""

from __future__ import annotations

from collections.abc import Mapping


def outdated(sealed: Mapping[str, str], current: Mapping[str, str]) -> bool:
    """Tell whether any table that a packet was made from has been changed since.

    Both map a file of the call folder to its SHA-256: the packet's files, and all there are now.
    """
    homes = {_home(file) for file in sealed}
    return sealed != {file: sha for file, sha in current.items() if _home(file) in homes}


def _home(file: str) -> str:
    return file.partition("/")[0]
