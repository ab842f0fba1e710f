"""Write a document's structure into its PDF, in place of WeasyPrint's.

WeasyPrint's own tags pass the validators and still read badly aloud: a list over ten pages is
ten tables, page furniture is marked as text, a header cell does not say what it heads, a word
hyphenated in a heading is two, and lines run together without a space between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf

from reviewpkg.rendering.pdf_reading import Reader, texts
from reviewpkg.rendering.pdf_structure import StructureWriter
from reviewpkg.rendering.pdf_tidy import tidy


@contextmanager
def own_tags() -> Iterator[None]:
    """Let WeasyPrint write our structure meanwhile."""
    names = vars(weasyprint.pdf)
    theirs, names["add_tags"] = names["add_tags"], add_tags
    try:
        yield
    finally:
        names["add_tags"] = theirs


def add_tags(pdf: Any, document: Any, _version: str, streams: Sequence[Any]) -> None:  # noqa: ANN401
    """Add the structure to a PDF whose pages are drawn and whose fonts are embedded."""
    reader = Reader()
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        reader.read_page(number, page._page_box, stream._tags)  # noqa: SLF001
    reading = reader.reading
    tidy(reading.root)
    spaces = {(one.page, one.mark) for one in texts(reading.root) if one.space}
    furniture = {(page, mark): kind for page, mark, kind in reading.furniture}
    blanks = _blanks(document)
    for number, stream in enumerate(streams):
        _correct(stream, number, furniture, spaces, blanks)
    StructureWriter(pdf, document, spaces).write(reading.root, reading.form_id)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


def _blanks(document: Any) -> dict[bytes, bytes]:  # noqa: ANN401
    """Return each font's glyph of a space, in hex; none for a font that has drawn no space."""
    return {
        font.hash.encode(): b"%04x" % glyph
        for font in document.fonts.values()
        for glyph, text in font.to_unicode.items()
        if text in {" ", "\u00a0"} and not font.bitmap
    }


def _correct(
    stream: Any,  # noqa: ANN401
    page: int,
    furniture: dict[tuple[int, int], str],
    spaces: set[tuple[int, int]],
    blanks: dict[bytes, bytes],
) -> None:
    """Mark a page's furniture as such, and draw the spaces that lines and boxes end with.

    What remains in `spaces` stands in a font that has no glyph for it.
    """
    operators, mark, font, shown = stream.stream, None, b"", None
    for place, operator in enumerate(operators):
        if operator == b"BDC":
            mark, shown = operators[place - 1].get("MCID"), None
            if (page, mark) in furniture:
                operators[place - 2] = "/Artifact"
                operators[place - 1] = _artifact(furniture[page, mark])
        elif operator == b"EMC":
            if mark is not None and shown is not None and (page, mark) in spaces:
                operators[shown] = _spaced(operators[shown], blanks[font])
                spaces.remove((page, mark))
            mark = None
        elif isinstance(operator, bytes) and operator.endswith(b" Tf"):
            font = operator.split()[0].removeprefix(b"/")
        elif isinstance(operator, bytes) and operator.endswith(b"] TJ"):
            shown = place if font in blanks else None


def _spaced(operator: bytes, blank: bytes) -> bytes:
    """Return an operator that shows text, with a space last; some are drawn with one already."""
    shown = operator.removesuffix(b"] TJ")
    if shown.rpartition(b">")[0].endswith(blank):
        return operator
    return shown + b"<" + blank + b">] TJ"


def _artifact(kind: str) -> pydyf.Dictionary:
    """Return what page furniture is called: a repeated heading row has no name of its own."""
    subtype = {"Subtype": f"/{kind}"} if kind else {}
    return pydyf.Dictionary({"Type": "/Pagination", **subtype})
