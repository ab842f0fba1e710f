"""Say whether packets are as they were sealed, and become the same again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from reviewpkg.languages.sentence import Sentence, joined, plural_sentence, sentence

NO_PACKET: Final = sentence("her ligger ingen pakke; ventet en mappe med manifest.json.")
UNKNOWN_STEP: Final = sentence("denne utgaven av programmet har ikke dette trinnet.")
_MOST_RANGES: Final = 3


class Range(Protocol):
    """Be a range of bytes."""

    @property
    def first(self) -> int:
        """Return the first byte, counted from 0."""

    @property
    def last(self) -> int:
        """Return the last byte."""


def as_sealed(packet: str, files: int) -> Sentence:
    """Say that all of a packet is in order."""
    which = plural_sentence("én fil", "{count} filer", files)
    return sentence(
        "{packet}: {files} er som da pakken ble forseglet, og blir de samme når den lages på nytt.",
        packet=packet,
        files=which,
    )


def no_manifest(packet: str) -> Sentence:
    """Say that a folder that should be a packet cannot be known as one."""
    return sentence("{packet}: manifest.json mangler eller kan ikke leses.", packet=packet)


def other_step(packet: str, step: str) -> Sentence:
    """Say that a packet was moved to the folder of another step."""
    return sentence("{packet}: pakken er av trinnet {step}.", packet=packet, step=step)


def other_program(packet: str, version: str) -> Sentence:
    """Say that another version made a packet, or one with other packages."""
    return sentence(
        "{packet}: pakken er laget av en annen utgave av programmet (versjon {version}) eller med "
        "andre pakker. Da kan PDF-er se annerledes ut, mens tabellene skal være de samme.",
        packet=packet,
        version=version,
    )


def missing_input(packet: str, file: str) -> Sentence:
    """Say that a table is gone."""
    return sentence(
        "{packet}: {file} mangler i utlysningsmappen; pakken er laget av den.",
        packet=packet,
        file=file,
    )


def changed_input(packet: str, file: str) -> Sentence:
    """Say that a table is another now."""
    return sentence(
        "{packet}: {file} i utlysningsmappen er endret siden pakken ble laget.",
        packet=packet,
        file=file,
    )


def missing(packet: str, file: str) -> Sentence:
    """Say that a document is gone."""
    return sentence("{packet}/{file}: filen mangler i pakken.", packet=packet, file=file)


def strange(packet: str, file: str) -> Sentence:
    """Say that a document does not belong there."""
    return sentence("{packet}/{file}: filen hører ikke til pakken.", packet=packet, file=file)


def strange_folder(packet: str, folder: str) -> Sentence:
    """Say that an empty folder does not belong there."""
    return sentence(
        "{packet}/{folder}: mappen hører ikke til pakken.", packet=packet, folder=folder
    )


def link(packet: str, file: str) -> Sentence:
    """Say that something only points to a file."""
    return sentence(
        "{packet}/{file}: dette er en snarvei og hører ikke til pakken.", packet=packet, file=file
    )


def no_file(packet: str, file: str) -> Sentence:
    """Say that something has the name of a file, and is none."""
    return sentence("{packet}/{file}: dette er ingen vanlig fil.", packet=packet, file=file)


def copy_of(file: str, document: str) -> Sentence:
    """Say which document it is that somebody has signed."""
    return sentence("{file}: kopi av {document}.", file=file, document=document)


def changed(packet: str, file: str, ranges: Sequence[Range]) -> Sentence:
    """Say that somebody changed a document."""
    if not ranges:
        return sentence(
            "{packet}/{file}: filen er endret siden pakken ble forseglet.", packet=packet, file=file
        )
    return sentence(
        "{packet}/{file}: filen er endret siden pakken ble forseglet {ranges}.",
        packet=packet,
        file=file,
        ranges=_told(ranges),
    )


def different(packet: str, file: str, ranges: Sequence[Range]) -> Sentence:
    """Say that a document is as it was sealed, but becomes another when it is made again."""
    return sentence(
        "{packet}/{file}: filen er som da den ble forseglet, men blir en annen når den lages på "
        "nytt {ranges}.",
        packet=packet,
        file=file,
        ranges=_told(ranges),
    )


def other_files(packet: str, file: str) -> Sentence:
    """Say that only one of the two makings has a document."""
    return sentence(
        "{packet}/{file}: filen står bare det ene stedet: i manifestet, eller i pakken når den "
        "lages på nytt.",
        packet=packet,
        file=file,
    )


def other_seal(packet: str) -> Sentence:
    """Say that the number of the seal is another."""
    return sentence(
        "{packet}: seglet i manifestet er et annet enn det inndataene og vedtakene gir.",
        packet=packet,
    )


def not_made_again(packet: str) -> Sentence:
    """Say that the inputs no longer give a packet; why follows."""
    return sentence("{packet}: pakken kan ikke lages på nytt av inndataene:", packet=packet)


def signed(file: str, name: str, fingerprint: str, *, intact: bool) -> Sentence:
    """Say who signed a document, and whether it is what they signed."""
    if intact:
        return sentence(
            "{file}: signert av {name}, og uendret siden. Sertifikatets SHA-256: {fingerprint}. "
            "Programmet avgjør ikke om sertifikatet er til å stole på.",
            file=file,
            name=name,
            fingerprint=fingerprint,
        )
    return sentence(
        "{file}: signaturen til {name} holder ikke; dokumentet er endret etter at det ble "
        "signert. Sertifikatets SHA-256: {fingerprint}.",
        file=file,
        name=name,
        fingerprint=fingerprint,
    )


def out_of_period(file: str, name: str) -> Sentence:
    """Say that a certificate did not hold when somebody signed, by the signer's own clock."""
    return sentence(
        "{file}: sertifikatet til {name} gjaldt ikke da det ble signert; det var utløpt eller ennå "
        "ikke gyldig.",
        file=file,
        name=name,
    )


def unsigned(file: str) -> Sentence:
    """Say that a document that lies with the signed ones has no signature."""
    return sentence("{file}: dokumentet har ingen signatur.", file=file)


def signed_stranger(file: str) -> Sentence:
    """Say that what was signed is no longer in a packet."""
    return sentence(
        "{file}: det som er signert, ligger ikke i noen av pakkene slik de er nå.", file=file
    )


def _told(ranges: Sequence[Range]) -> Sentence:
    """Say where, the first three places."""
    first = [
        sentence("{first}–{last}", first=one.first, last=one.last)
        if one.last > one.first
        else str(one.first)
        for one in ranges
    ]
    more = len(ranges) - _MOST_RANGES
    listed = joined(first[:_MOST_RANGES])
    if more > 0:
        return sentence("(byte {ranges} og {more} steder til)", ranges=listed, more=more)
    return sentence("(byte {ranges})", ranges=listed)
