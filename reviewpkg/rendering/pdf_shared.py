"""Do once in a process what each document needs anew: load fonts, read the stylesheet, squeeze.

For a letter of one page that is more than half of the work. What comes out is the same, byte for
byte, as when each document does it for itself.
"""

from __future__ import annotations

import atexit
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any, Final

import pydyf
import weasyprint.pdf.fonts
from fontTools.ttLib import TTFont
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from reviewpkg.rendering.page_fonts import FACES, FONTS, font_faces

_IN_HEAD: Final = re.compile(r"<style>(.*?)</style>(?=\s*</head>)", re.DOTALL)
_STYLESHEETS: Final = 8
"""One a template's stylesheet, and those that tests make up."""
_WORTH_KEEPING: Final = range(2048, 100_000)
"""How many bytes our fonts and the colour profile have, which are embedded every time."""
_SQUEEZED: Final = 16
_HARDEST: Final = 9


@cache
def fonts() -> tuple[FontConfiguration, CSS]:
    """Return our fonts as WeasyPrint finds them, and the rules that name them."""
    configuration = FontConfiguration()
    from_files = URLFetcher(allowed_protocols={"file"}, fail_on_errors=True)
    return configuration, CSS(
        string=font_faces(), font_config=configuration, url_fetcher=from_files
    )


# WeasyPrint keeps a copy of the fonts in a folder that goes with the configuration, which must not
# be left to the end of the interpreter: by then nothing can be deleted.
atexit.register(fonts.cache_clear)


def without_stylesheet(html: str) -> tuple[str, str]:
    """Return a page without the stylesheet that ends its head, and that stylesheet, or nothing."""
    found = _IN_HEAD.search(html)
    if not found:
        return html, ""
    return html[: found.start()] + html[found.end() :], found.group(1)


@lru_cache(_STYLESHEETS)
def stylesheet(text: str) -> CSS:
    """Return a stylesheet, read once; it may fetch nothing.

    WeasyPrint takes it for the reader's and not the author's: attributes of the page go before it,
    those that say how large a picture is among them.
    """
    return CSS(string=text, url_fetcher=URLFetcher(allowed_protocols={"data"}, fail_on_errors=True))


@contextmanager
def fonts_opened_once() -> Iterator[None]:
    """Let WeasyPrint measure our fonts once, not for every document that embeds them whole.

    Not where fonts are subset meanwhile: that changes them.
    """
    names = vars(weasyprint.pdf.fonts)
    theirs, names["TTFont"] = names["TTFont"], _font_in
    try:
        yield
    finally:
        names["TTFont"] = theirs


def _font_in(file: io.BytesIO, fontNumber: int = 0) -> TTFont:  # noqa: N803 - their name
    """Open a font: ours once, one of the machine's each time, for WeasyPrint may change those."""
    data = file.getvalue()
    return _ours(data) if data in _our_files() else TTFont(file, fontNumber=fontNumber)


@cache
def _our_files() -> frozenset[bytes]:
    return frozenset((FONTS / file).read_bytes() for file, _, _ in FACES)


@cache
def _ours(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def squeeze(pdf: Any) -> None:  # noqa: ANN401
    """Squeeze what is in a PDF: what is the same in every document as it was for the first.

    The rest less hard than WeasyPrint does: that takes twice the time for a hundredth of the size.
    """
    for one in pdf.objects:
        if isinstance(one, pydyf.Stream) and one.compress:
            data = b"\n".join(map(_bytes, one.stream))
            always = len(one.stream) == 1 and len(data) in _WORTH_KEEPING
            one.stream = [_squeezed(data) if always else zlib.compress(data)]
            one.extra = {**one.extra, "Filter": "/FlateDecode"}
            one.compress = False


def _bytes(operator: Any) -> bytes:  # noqa: ANN401
    """Return an operator of a page, or what else a stream is made of, as it is written."""
    if isinstance(operator, bytes):
        return operator
    written: bytes = operator.data if isinstance(operator, pydyf.Object) else str(operator).encode()
    return written


@lru_cache(_SQUEEZED)
def _squeezed(data: bytes) -> bytes:
    return zlib.compress(data, _HARDEST)
