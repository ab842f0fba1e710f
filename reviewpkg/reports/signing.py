"""Say what was signed, and what cannot be."""

from __future__ import annotations

from typing import Final

from reviewpkg.languages.sentence import Sentence, sentence

NO_KEY: Final = sentence(
    "passordet åpner ikke filen, eller den har ingen nøkkel med sertifikat; ventet en PKCS #12-fil "
    "(.p12 eller .pfx)."
)
NO_KEY_FILE: Final = sentence(
    "filen finnes ikke eller kan ikke leses; ventet en PKCS #12-fil (.p12 eller .pfx)."
)
NOTHING_TO_SIGN: Final = sentence(
    "her ligger ingen rangeringsliste; kjør ranking-list først, eller nevn dokumentet."
)
NOT_OF_A_PACKET: Final = sentence(
    "ventet en PDF i en pakke, skrevet som «ranking-list/rangeringsliste-ks.pdf»."
)
NOT_AS_SEALED: Final = sentence(
    "filen er endret siden pakken ble forseglet; kjør trinnet på nytt før du signerer."
)


def signed(file: str) -> Sentence:
    """Say where a signed copy lies."""
    return sentence("Signert: {file}", file=file)
