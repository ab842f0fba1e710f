"""Make file names of ids: lower case, safe on every system, never two alike."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from reviewpkg.domain.two_round import TwoRoundCall

_NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th", "ß": "ss", "đ": "d"})
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_LONGEST = 40
_NAMELESS = "uten-navn"
_HASH_DIGITS = 6


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """Return a file name for each id; ids that would share one get a piece of their hash."""
    names = {text: _safe(text) for text in sorted(set(ids))}
    counts = Counter(names.values())
    taken = {name for name, count in counts.items() if name and count == 1}
    for text, name in names.items():
        if name not in taken:
            names[text] = _own(name or _NAMELESS, text, taken)
            taken.add(names[text])
    return names


def _own(name: str, text: str, taken: set[str]) -> str:
    """Return a name with as much of the id's hash as makes it the only one."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    marked = (f"{name}-{digest[:digits]}" for digits in range(_HASH_DIGITS, len(digest) + 1))
    return next(one for one in marked if one not in taken)


def area_files(call: TwoRoundCall) -> dict[str, str]:
    """Return a file name for each area of a call."""
    return file_names(area.id for area in call.areas)


def _safe(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_NORDIC))
    plain = folded.encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
    return "" if _RESERVED.fullmatch(name) else name
