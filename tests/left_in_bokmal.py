"""Find bokmål in what should be in another language, past what the input itself says."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from fastexcel import read_excel

from reviewpkg.domain.headings import HEADINGS
from reviewpkg.languages.language import Language

AROUND = 40
SHORTEST = 4
"""A cell of fewer letters is a number or a word that every form has."""
WORDS = {
    Language.ENGLISH: (
        r"og|eller|ikke|på|av|som|er|fra|har|blir|ble|uten|med|til|det|den|de|et|ett|én|hver|hvert"
        r"|søknad\w*|karakter(?:en|ene)?|gjennomsnitt\w*|avslag\w*|avslått|innvilge\w*|innstil\w*"
        r"|utvelg\w*|utlysning\w*|vurdering\w*|skjema\w*|begrunnelse\w*|linjen?|området?|områder"
        r"|prosjekt\w*|navn|medlem\w*|kommentar\w*|søker\w*|rad|rader|ark|fil|filen|mappen?"
        r"|leder(?:en)?|par(?:et|ene)|sekretariatet|styret|brukerrepresentant\w*|trinn\w*"
    ),
    Language.NYNORSK: (
        r"ikke|fra|bare|også|noen|noe|nå|jeg|en|dem|hvem|hva|hvor\w*|hver|hvert|ble|hadde|gjør"
        r"|kjør\w*|mangler|venter|leder(?:en)?|parene|søker|karakterer(?!/)|karakterene"
        r"|utvelg\w*|utlysning\w*|innvilgels\w*|innvilget|tildelingen|begrunnels\w*|linjen"
        r"|rangeringslisten|brukerrep\w*|brukere\w*|regneark\w*|enig\w*"
    ),
}
# A word within a path, a command or a name between quotation marks belongs to no sentence.
_TELL_TALE = {
    language: re.compile(rf"(?<![\w/.\-“«])(?:{words})(?![\w/\-”»]|\.\w)", re.IGNORECASE)
    for language, words in WORDS.items()
}
_READ_ALOUD = frozenset({"title", "aria-label", "alt", "content", "placeholder"})
_NOT_SAID = frozenset({"style", "script", "code"})


def left_in_bokmal(
    texts: Iterable[str],
    language: Language,
    given: frozenset[str],
    names: frozenset[str] = frozenset(),
) -> list[str]:
    """Return the words of bokmål, with what is around them, in what was not `given`.

    `names` are those of files, which some documents go by.
    """
    longest_first = sorted(given, key=len, reverse=True)
    tell_tale, found = _TELL_TALE[language], []
    for text in texts:
        rest = one_line(text)
        if rest in given or rest.strip(" ,") in names or not tell_tale.search(rest):
            continue
        for one in longest_first:
            rest = rest.replace(one, "X")
        found += [
            rest[max(0, one.start() - AROUND) : one.end() + AROUND]
            for one in tell_tale.finditer(rest)
        ]
    return found


def one_line(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


class _Said(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open += [tag] if tag in _NOT_SAID else []
        self.texts += [value for name, value in attrs if name in _READ_ALOUD and value]

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._open:
            self.texts.append(data)


def said(page: str) -> Iterator[str]:
    """Give the texts of a page, those that are only read aloud among them."""
    parser = _Said()
    parser.feed(page)
    yield from parser.texts


def given(source: Path) -> frozenset[str]:
    """Return what stands in the tables and the call file of a call folder, but for headings."""
    cells = (cell for path in sorted(source.rglob("*.*")) for cell in _cells(path))
    return frozenset(one for one in map(one_line, cells) if len(one) >= SHORTEST) - set(HEADINGS)


def _cells(path: Path) -> Iterator[str]:
    if path.suffix == ".toml":
        yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))
    elif path.suffix == ".csv":
        lines = _text(path).splitlines()
        rows = csv.reader(lines, delimiter=";" if ";" in lines[0] else ",")
        yield from (cell for row in rows for cell in row)
    else:
        book = read_excel(path)
        for name in book.sheet_names:
            sheet = book.load_sheet(name, header_row=None, dtypes="string").to_polars()
            yield from (name, *(cell for row in sheet.rows() for cell in row if cell))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return path.read_text(encoding="cp1252")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in _strings(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in _strings(one))
