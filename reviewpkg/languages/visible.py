"""Take out of a text what hides or reorders it, or commands what shows it.

Whatever is written for somebody to read goes through here: pages, cells, mail, the terminal.
"""

from __future__ import annotations

import re
from typing import Final

# A spreadsheet's line breaks become one newline. What is invisible and changes what one
# reads is dropped or shown as the replacement character.
_LINE_BREAK: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROPPED: Final = re.compile("[\u061c\u200b\u200e\u200f\u2060\ufeff\U000e0000-\U000e007f]")
_SHOWN: Final = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]",
)
_REPLACEMENT: Final = "\ufffd"


def visible(text: str) -> str:
    """Return a text as it may be shown.

    Line breaks of all kinds become newlines, zero-width marks vanish, control characters (those
    that command a terminal among them) and direction overrides show as «�».
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_BREAK.sub("\n", text)
    return _SHOWN.sub(_REPLACEMENT, _DROPPED.sub("", text))


def one_line(text: str) -> str:
    """Return a text as one line, its spaces within as they are."""
    return visible(text).replace("\n", " ").replace("\t", " ")
