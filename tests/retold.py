"""Retell what the program says of its input, and find what was left in bokmål."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.problems import Problem, sentences

# Words that no sentence in the language has, but that one in bokmål can hardly do without
_FOREIGN: Final = {
    Language.NYNORSK: re.compile(
        r"\b(?:allerede|bare|cellen|fant|filen|flere|fra|hver|ikke|mangler|mappen|mer|noen"
        r"|raden|skrives|tall|tegn|trukket|utlysningen|ventet|være)\b"
    ),
    Language.ENGLISH: re.compile(
        r"[«»]|\b(?:[Aa]dvarsel|ark|av|celle|eller|en|er|et|fant|felt|filen|fra|har|i|ikke|ingen"
        r"|kolonne|mangler|med|[Mm]erknad|må|nøkkel|og|på|rad|som|står|søknad\w*|til|ventet)\b"
    ),
}
_INPUT: Final = re.compile(r"«[^»]*»|“[^”]*”|\S*/[^:,]*?\.(?:csv|ods|pdf|xlsx)|\S*/\S*")


def left_in_bokmal(problems: Iterable[Problem]) -> list[str]:
    """Return the lines that still have words of bokmål when they are retold.

    What is quoted is the input's own, and so are the names of files. Raise LookupError where a line
    cannot be retold at all.
    """
    lines = sentences(problems)
    return [
        told
        for language, foreign in _FOREIGN.items()
        for line in lines
        if foreign.search(_INPUT.sub("", told := Words(language).retell(line)))
    ]
