"""See what a book designer would find fault with, in WeasyPrint's own layout of a document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, Final
from xml.etree.ElementTree import Element

from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration

from reviewpkg.rendering.page_fonts import FACES, FONTS, font_faces

MM: Final = 96 / 25.4
"""CSS pixels."""
FORM_ROW: Final = 9 * MM
LAST_PAGE: Final = 0.15
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "caption"})
_FIGURE: Final = re.compile(r"[−\d]?\d*(,\d+)?")
_FIGURES: Final = frozenset({"num", "mid"})
_MANY: Final = 3
"""Rows of a table that has columns, and not just a name above each figure."""


def lay_out(html: str) -> Any:  # noqa: ANN401 - WeasyPrint's own
    """Return the document in pages of boxes, set in our letters."""
    fonts = FontConfiguration()
    faces = CSS(string=font_faces(), font_config=fonts)
    return HTML(string=html).render(font_config=fonts, stylesheets=[faces])


def faults(document: Any) -> list[str]:  # noqa: ANN401
    """Return a sentence for each fault that long titles and numbers must not bring about either."""
    pages = [page._page_box for page in document.pages]  # noqa: SLF001
    found = [*_split_rows(pages), *_ragged(pages)]
    for number, page in enumerate(pages, start=1):
        said = [*_out_of_place(page), *_cut_furniture(page), *_low_form_rows(page)]
        said += _heading_last(page) if number < len(pages) else []
        found += [f"page {number}: {one}" for one in said]
    return found


def last_page(document: Any) -> float:  # noqa: ANN401
    """Return how much of its height the last page uses, all of it if it is the only one."""
    if len(document.pages) == 1:
        return 1
    page = document.pages[-1]._page_box  # noqa: SLF001
    lowest = max(text.position_y + text.height for text in _content(page))
    return float((lowest - page.content_box_y()) / page.height)


def _boxes(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield a box and all in it, those that a placeholder stands for too."""
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _texts(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the text that is printed in a box."""
    for one in _boxes(box):
        text = one.text.strip() if isinstance(one, boxes.TextBox) else ""
        if text and one.style["visibility"] == "visible":
            yield one


def _cells(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the cells of all tables in a box, but for those of the page's furniture."""
    for one in _boxes(box):
        if isinstance(one, boxes.TableCellBox) and one.element_tag in {"td", "th"}:
            yield one


def _content(page: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the text of a page but for its furniture."""
    for child in page.children:
        if not isinstance(child, boxes.MarginBox):
            yield from _texts(child)


def _out_of_place(page: Any) -> Iterator[str]:  # noqa: ANN401
    """Tell what stands outside the page's margins or its cell."""
    left, top = page.content_box_x(), page.content_box_y()
    right, bottom = left + page.width, top + page.height
    for text in _content(page):
        if text.position_x < left - 1 or text.position_x + text.width > right + 1:
            yield f"«{text.text}» stands out into the margin"
        if text.position_y + text.height > bottom + 1:
            yield f"«{text.text}» stands below the page"
    for cell in _cells(page):
        for text in _texts(cell):
            if text.position_x + text.width > cell.position_x + cell.border_width() + 1:
                yield f"«{text.text}» stands out of its cell"


def _cut_furniture(page: Any) -> Iterator[str]:  # noqa: ANN401
    """Tell of a header or footer that runs into the text or off the paper."""
    top, bottom = page.content_box_y(), page.content_box_y() + page.height
    for child in page.children:
        if not isinstance(child, boxes.MarginBox):
            continue
        above = "top" in child.at_keyword
        for text in _texts(child):
            low, high = text.position_y, text.position_y + text.height
            right = text.position_x + text.width > page.content_box_x() + page.width + 1
            if (high > top if above else low < bottom) or low < 0 or right:
                yield f"«{text.text}» of the page's furniture is out of its place"
            if high > page.margin_height():
                yield f"«{text.text}» of the page's furniture is cut off"


def _heading_last(page: Any) -> Iterator[str]:  # noqa: ANN401
    """Tell of a heading that what it heads does not follow on the same page."""
    last = max(_content(page), key=lambda text: text.position_y + text.height, default=None)
    if last is not None and last.element_tag in _HEADINGS:
        yield f"the heading «{last.text}» stands last"


def _low_form_rows(page: Any) -> Iterator[str]:  # noqa: ANN401
    """Tell of a row or a line too low for a pen."""
    for box in _boxes(page):
        names = box.element.get("class", "").split() if box.element is not None else []
        cell = isinstance(box, boxes.TableCellBox) and box.element.tag == "td" and "pen" in names
        line = isinstance(box, boxes.BlockBox) and bool({"rule", "box"} & set(names))
        if (cell or line) and box.border_height() < FORM_ROW:
            yield f"a place to write is {box.border_height() / MM:.1f} mm high"


def _split_rows(pages: list[Any]) -> Iterator[str]:
    """Tell of rows that begin on one page and end on another."""
    seen: dict[Element, int] = {}
    for number, page in enumerate(pages):
        for box in _boxes(page):
            row = isinstance(box, boxes.TableRowBox) and box.element is not None
            of_body = row and box.element.find("td") is not None
            if of_body and seen.setdefault(box.element, number) != number:
                yield f"row «{''.join(box.element.itertext()).strip()[:60]}» is split"


def _ragged(pages: list[Any]) -> Iterator[str]:
    """Tell of columns whose figures do not line up at the comma, or where it would be."""
    for page in pages:
        for table in (box for box in _boxes(page) if isinstance(box, boxes.TableBox)):
            columns = defaultdict(list)
            for cell in _cells(table):
                figure = next(_texts(cell), None)
                of_figures = cell.element.tag == "td" and cell.element.get("class") in _FIGURES
                if of_figures and figure is not None:
                    columns[cell.position_x].append(figure)
            for column in columns.values():
                figures = [one for one in column if _FIGURE.fullmatch(one.text)]
                places = [_comma(one) for one in figures]
                decimal = any("," in one.text for one in figures)
                if decimal and len(figures) >= _MANY and max(places) - min(places) > 0.5:
                    yield f"the figures {[one.text for one in figures]} do not line up"


def _comma(text: Any) -> float:  # noqa: ANN401
    """Return where the comma of a figure stands or would, in pixels from the paper's edge."""
    figures, comma = _widths(text.style["font_weight"])
    whole, has_comma, part = text.text.partition(",")
    width = (len(whole) + len(part)) * figures + bool(has_comma) * comma
    size = text.style["font_size"]
    assert abs(text.width - width * size) < 0.5, f"{text.text} is not set in even figures"
    return float(text.position_x + len(whole) * figures * size)


@cache
def _widths(weight: int) -> tuple[float, float]:
    """Return the width of a figure and of a comma in ems."""
    file = next(name for name, of, style in FACES if of == weight and style == "normal")
    font = TTFont(FONTS / file)
    em, letters = font["head"].unitsPerEm, font.getBestCmap()
    return tuple(font["hmtx"][letters[ord(one)]][0] / em for one in "0,")
