"""Read the translations of what the program says, from the catalogues that translators edit.

A catalogue is read as it stands, so that nothing has to be compiled first, and only when its
language is first spoken.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from reviewpkg.languages.language import Language

CATALOGUES: Final = Path(__file__).resolve().parents[2] / "locale"
Translations = Mapping[str, tuple[str, ...]]


def path_of(language: Language) -> Path:
    """Return where a language's catalogue lies; bokmål, the source, has none."""
    return CATALOGUES / language / "LC_MESSAGES" / "reviewpkg.po"


@cache
def translations(language: Language) -> Translations:
    """Return what stands for each message: one text, or the one for 1 and the one for others."""
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with path_of(language).open("rb") as file:
        catalogue = read_po(file)
    found: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            texts = message.string or ()
            found[key] = (texts,) if isinstance(texts, str) else tuple(texts)
    return MappingProxyType(found)
