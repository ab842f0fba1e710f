"""Read the fields of a filled-in PDF, and say in one sentence why where that cannot be done.

The file comes from outside. Only its form is looked at, never its pages, by a walk that ends
whatever the file says of itself.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import category

from reviewpkg.intake.kinds import BROKEN
from reviewpkg.intake.ordinary import LARGEST
from reviewpkg.languages.sentence import Sentence, quoted, sentence
from reviewpkg.problems import Place, Problem

# The reader's own remarks on a damaged file: what there is to say is said in our own words
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

_MOST_FIELDS: Final = 5_000
_DEEPEST: Final = 8
_LONGEST: Final = 32_767
_START: Final = 1_024
_UNSEEN: Final = frozenset({"Cc", "Cs"})
"""Control characters and halves of letters, which no workbook can hold."""

_NOT_PDF = sentence("filen er ikke en PDF, selv om den heter det; lagre skjemaet som PDF på nytt.")
TOO_LARGE = sentence("filen er for stor til å være et skjema; be om en ny.")
_LOCKED = sentence("filen er beskyttet med passord; be avsenderen lagre den uten.")
_NO_FIELDS = sentence(
    "PDF-en har ingen felter, så svarene kan ikke leses: den er skannet eller skrevet ut til en ny "
    "fil. Be om skjemaet lagret, ikke skrevet ut, eller før svarene inn i regnearket."
)
_TOO_LONG = sentence("et felt har mer tekst enn et regneark tar imot; be om et kortere svar.")


class _RefusedError(Exception):
    """Carry the sentence that says why a file is not read."""

    def __init__(self, told: Sentence) -> None:
        """Keep the sentence, which may be retold."""
        self.told = told
        super().__init__(told)


@dataclass(frozen=True, slots=True)
class _Part:
    """Be a part of a form on the way down: its full name, and what it inherits."""

    field: Any
    name: str
    value: Any
    depth: int


def read_fields(file: str, data: bytes) -> Mapping[str, str] | Problem:
    """Return the text of every field by its full name, blank where nothing is written."""
    try:
        return _fields(data)
    except _RefusedError as refused:
        return Problem(Place(file), refused.told)
    except Exception:  # noqa: BLE001 - whatever a hostile file makes the reader trip over
        return Problem(Place(file), BROKEN)


def _fields(data: bytes) -> dict[str, str]:
    if len(data) > LARGEST:
        raise _RefusedError(TOO_LARGE)
    if b"%PDF-" not in data[:_START]:
        raise _RefusedError(_NOT_PDF)
    from pypdf import PdfReader  # noqa: PLC0415

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise _RefusedError(_LOCKED)
    form = _resolved(reader.root_object.get("/AcroForm"))
    tops = _resolved(form.get("/Fields")) if isinstance(form, dict) else None
    if not isinstance(tops, list) or not tops:
        raise _RefusedError(_NO_FIELDS)
    found: dict[str, str] = {}
    waiting = [_Part(one, "", None, 0) for one in reversed(tops[: _MOST_FIELDS + 1])]
    seen = 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > _MOST_FIELDS or part.depth > _DEEPEST:
            raise _RefusedError(BROKEN)
        waiting += _kids_of(part, found)
    return found


def _kids_of(part: _Part, found: dict[str, str]) -> list[_Part]:
    """Note a field's text, or return the fields that it is made of."""
    field = _resolved(part.field)
    if not isinstance(field, dict):
        raise _RefusedError(BROKEN)
    own = _resolved(field.get("/T"))
    name = ".".join(filter(None, (part.name, str(own) if own is not None else "")))
    value = _resolved(field.get("/V")) if "/V" in field else part.value
    kids = _resolved(field.get("/Kids"))
    if isinstance(kids, list):
        named = [kid for kid in kids[: _MOST_FIELDS + 1] if _has_name(kid)]
        if named:
            return [_Part(kid, name, value, part.depth + 1) for kid in reversed(named)]
    if name in found:
        told = sentence(
            "feltet {name} står to ganger i filen; be om et skjema som ikke er satt sammen av "
            "flere.",
            name=quoted(name[:60]),
        )
        raise _RefusedError(told)
    found[name] = _text(value)
    return []


def _has_name(kid: Any) -> bool:  # noqa: ANN401
    """Tell a field from another picture of the same one."""
    resolved = _resolved(kid)
    return isinstance(resolved, dict) and "/T" in resolved


def _text(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, (str, bytes)):
        return ""
    text = value.decode("latin-1") if isinstance(value, bytes) else value
    if len(text) > _LONGEST:
        raise _RefusedError(_TOO_LONG)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(one for one in lines if one == "\n" or category(one) not in _UNSEEN).strip()


def _resolved(value: Any) -> Any:  # noqa: ANN401
    """Return what a reference points to."""
    return value.get_object() if hasattr(value, "get_object") else value
