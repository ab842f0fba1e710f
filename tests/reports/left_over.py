"""Find bokmål that is left on a page in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from html import unescape
from typing import Final

from reviewpkg.languages.language import Language

_APART: Final = re.compile("<style>.*?</style>|<figure.*?</figure>|<svg.*?</svg>", re.DOTALL)
_SAID: Final = re.compile(r'>([^<>]+)<|(?:title|alt|aria-label|content)="([^"]*)"')
_BOKMAL: Final = {
    Language.ENGLISH: (
        r"og|av|er|til|fra|ikke|som|den|det|med|eller|på|men|så|trinn|ledd|regel|plass\w*|"
        r"søknad\w*|karakter\w*|avslag\w*|innvilg\w*|gjennomsnitt\w*|differanse\w*|område\w*|"
        r"begrunnelse\w*|vurder\w*|prosjekt\w*|skjema\w*|utv\w*|just\w*|trukket"
    ),
    # What is no word of nynorsk
    Language.NYNORSK: (
        r"ikke|fra|hvem|hva|hvor|hvorfor|hver|hvert|noe|noen|flere|mye|bare|en|et|ett|dem|dere|"
        r"også|samme|videre|høy|høyt|høyere|høyest\w*|trukket|trukne|tatt|satt|gikk|fikk|ga|sto|ble|si|selv|mens|"
        r"karakterer|karakterene|vurdering(en|er|ene)|begrunnelse\w*|utvelgelse\w*|innvilgelse\w*|"
        r"endret|endrede|rekkefølge\w*|brukerrepresentant\w*|linjen|listen|rammen|leder\w*|tallet"
    ),
}


def left_over(text: str, language: Language, *given: object) -> list[str]:
    """Return the tell-tale words of bokmål in a page or text, but for those within given values.

    Pictures have their own words, and are passed over.
    """
    # Hyphens and lines divide for the eye only
    said = _on_a_line(" | ".join(_said(text) if "<" in text else [text]).replace("\u00ad", ""))
    for value in sorted(set(_texts(given)), key=len, reverse=True):
        said = said.replace(value, "·")
    found = re.compile(rf"(?<![\w./-])(?:{_BOKMAL[language]})(?![\w/-]|\.\w)", re.IGNORECASE)
    return [said[max(0, one.start() - 30) : one.end() + 30] for one in found.finditer(said)]


def _said(html: str) -> Iterator[str]:
    for text, attribute in _SAID.findall(_APART.sub("", html)):
        yield unescape(text or attribute)


def _on_a_line(text: str) -> str:
    return " ".join(text.split())


def _texts(value: object) -> Iterator[str]:
    """Yield every text of more than a few letters within a value, and its lines."""
    if isinstance(value, str):
        yield from (_on_a_line(one) for one in (value, *value.splitlines()) if len(one) > 3)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.items()))
    elif isinstance(value, Iterable):
        for one in value:
            yield from _texts(one)
