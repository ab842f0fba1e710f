"""Tell what a document was made from by a few digits that stand on each of its pages.

They are over the values that the document shows, and nothing else: two copies with the same digits
say the same, and what is changed elsewhere in a call leaves a document that was handed out valid.
The packet's manifest names the digits of every document beside every input it was made from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final

DIGITS: Final = 8


def fingerprint(*values: object) -> str:
    """Return the first hex digits of the SHA-256 over values, the same in every run.

    A value is made of dataclasses, tuples, lists, mappings, sets, enums, numbers, dates, texts and
    None; raise TypeError for any other.
    """
    text = json.dumps(values, default=_parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _parts(value: object) -> object:
    """Return what a value that JSON does not know is made of, its kind first."""
    kind = type(value).__name__
    if is_dataclass(value):
        return [kind, *(getattr(value, one.name) for one in fields(value))]
    if isinstance(value, Mapping):
        return [kind, *([key, one] for key, one in value.items())]
    if isinstance(value, AbstractSet):
        return [kind, *sorted(map(fingerprint, value))]
    if isinstance(value, Enum):
        return [kind, value.name]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, Fraction):
        return [kind, str(value)]
    message = f"no fingerprint is made of {value!r}"
    raise TypeError(message)
