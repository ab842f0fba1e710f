"""Say what a bundle holds, and how its reader verifies it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from reviewpkg import VERSION
from reviewpkg.languages.sentence import Sentence, plural_sentence, sentence
from reviewpkg.languages.words import Words

FILE: Final = "LES-MEG.txt"
NOT_AS_SEALED: Final = sentence(
    "pakken er endret siden den ble forseglet; kjør trinnet på nytt før du samler."
)
NO_MANIFEST: Final = sentence(
    "manifest.json mangler eller kan ikke leses; kjør trinnet på nytt før du samler."
)


def not_its_input(packet: str) -> Sentence:
    """Say that a packet was made from another version of a table."""
    return sentence(
        "filen er endret eller borte siden pakken «{packet}» ble laget av den; kjør trinnet på "
        "nytt før du samler.",
        packet=packet,
    )


def told(file: str, files: int, data: bytes) -> tuple[Sentence, ...]:
    """Say what was written, and its digest, to be passed on by another way."""
    count = plural_sentence("én fil", "{count} filer", files)
    return (
        sentence("{file} har {files}, {size} byte.", file=file, files=count, size=len(data)),
        sentence("SHA-256: {digest}", digest=hashlib.sha256(data).hexdigest()),
    )


def how_to_verify(words: Words, call: str, packets: Iterable[str]) -> str:
    """Return the text that goes with a bundle."""
    paragraphs = (
        words.say(
            "Arkivet har alt som ligger til grunn for utlysningen {call}, og alt som er laget av "
            "det.",
            call=call,
        ),
        words.say("Pakker: {packets}.", packets=", ".join(packets)),
        words.say(
            "Slik kontrollerer du: Hent reviewpkg {version} med låsefilen requirements.lock som "
            "ligger her, pakk ut arkivet i en mappe, og kjør",
            version=VERSION,
        ),
        "    python generate.py verify --input inndata --output pakker",
        words.say(
            "Programmet lager da hver pakke på nytt av inndataene og sier fra om hver fil som ikke "
            "blir den samme til siste byte."
        ),
    )
    return "\n\n".join(paragraphs) + "\n"
