"""Write a page of ours in Typst's markup: the same text, tables, headings, head and foot.

What a page is made of comes from its HTML; how it looks, from `page.typ`. Left out are what Typst
does not have: fields to fill in, and words broken anywhere. A table's lines are the usual ones,
also between equals, and a cell's own space in a form's row is that of the row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

import tinyhtml5

_SVG: Final = "{http://www.w3.org/2000/svg}"
_MILLIMETRES: Final = re.compile(r"width: ?([\d.]+)mm")
_FORM_ROW: Final = "9.4mm"
_INLINE: Final = {"b": "strong", "strong": "strong", "i": "emph", "em": "emph"}
_BY_CLASS: Final = {
    "lead": "lead",
    "passage": "passage",
    "below": "small-text",
    "quiet": "quiet",
    "notice": "notice",
    "card": "card",
    "pen-block": "pen-block",
    "pen-label": "pen-label",
    "pen-lines": "pen-lines",
    "picture": "whole",
    "resolution": "whole",
    "form-code": "code",
    "notice-heading": "strong",
}
"""Which function of `page.typ` lays out an element of a class."""


def typst_of(html: str) -> str:
    """Return a page's markup; it imports `page.typ`, which is to lie beside it."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    body = root.find("body")
    if body is None:
        raise ValueError("a page without a body")
    main = body.find("main")
    values = {
        "title": _string(root.findtext("head/title", "")),
        "author": _string(_meta(root, "author")),
        "lang": _string(root.get("lang", "nb")),
        "landscape": "true" if "landscape" in _classes(body) else "false",
        "head": _parts(body.findall("header/span")),
        "foot": _parts(body.findall("footer/span")),
        "form": next((_block(one) for one in body.findall("footer/div")), "none"),
    }
    named = ", ".join(f"{name}: {value}" for name, value in values.items())
    return f'#import "page.typ": *\n#show: sheet.with({named})\n{_inside(main)}\n'


def _meta(root: ET.Element, name: str) -> str:
    found = root.find(f"head/meta[@name='{name}']")
    return "" if found is None else found.get("content", "")


def _string(text: str) -> str:
    """Return a text as Typst quotes it."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _parts(elements: Iterable[ET.Element]) -> str:
    return "(" + "".join(f"{_block(one)}, " for one in elements) + ")"


def _block(element: ET.Element) -> str:
    return f"[{_inside(element)}]"


def _inside(element: ET.Element | None) -> str:
    return "" if element is None else "".join(_pieces(element))


def _pieces(element: ET.Element) -> Iterator[str]:
    """Give what stands in an element, piece by piece."""
    kept = "said" in _classes(element)
    yield _text(element.text, kept=kept)
    for one in element:
        yield _written(one)
        yield _text(one.tail, kept=kept)


def _text(text: str | None, *, kept: bool) -> str:
    """Return a text with its spaces as one; its line breaks are `kept` where a person made them."""
    if not text or not text.strip():
        return " " if text and "\n" not in text else ""
    lines = text.strip("\n").split("\n") if kept else [" ".join(f"x{text}x".split())[1:-1]]
    return "#linebreak()".join(f"#{json.dumps(line, ensure_ascii=False)}" for line in lines)


def _classes(element: ET.Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _width(element: ET.Element) -> str:
    found = _MILLIMETRES.search(element.get("style", ""))
    return f"{found[1]}mm" if found else ""


def _written(element: ET.Element) -> str:
    """Return an element's markup."""
    tag, classes = element.tag, _classes(element)
    if tag == f"{_SVG}svg":
        return _picture(element)
    if tag == "table":
        return _table(element, classes)
    if tag in {"h1", "h2", "h3"}:
        return f"#heading(level: {tag[1]}){_block(element)}\n"
    if tag == "br":
        return "#linebreak()"
    return _by_class(element, classes) or _by_tag(element)


def _by_class(element: ET.Element, classes: frozenset[str]) -> str:
    if "beside" in classes:
        return f"#beside({', '.join(map(_block, element))})\n"
    if "pen-box" in classes:
        return f"#pen-box({_width(element)}){_block(element)}"
    if "signature" in classes:
        return f"#signature(47mm){_block(element)}"
    single = {"box": "field-box", "rule": "rule()", "this-page": "this-page"}
    single["all-pages"] = "all-pages"
    for name, called in single.items():
        if name in classes:
            return f"#{called};"
    if "page-break" in classes:
        return f"#pagebreak()\n{_inside(element)}"
    functions = [called for name, called in _BY_CLASS.items() if name in classes]
    return "".join(f"#{called}{_block(element)}\n" for called in functions[:1])


def _by_tag(element: ET.Element) -> str:
    if element.tag in _INLINE:
        return f"#{_INLINE[element.tag]}{_block(element)}"
    if element.tag in {"p", "figcaption"}:
        return f"#par{_block(element)}\n"
    if element.tag == "li":
        return f"#list.item{_block(element)}\n"
    return _inside(element)


def _picture(element: ET.Element) -> str:
    told = (element.findtext(f"{_SVG}{tag}", "") for tag in ("title", "desc"))
    alternative = _string(" ".join(told))
    width = "18mm" if "width" not in element.attrib else "auto"
    ET.register_namespace("", _SVG.strip("{}"))  # one register for all: others write in it too
    drawn = json.dumps(ET.tostring(element, "unicode"), ensure_ascii=False)
    return f'#image(bytes({drawn}), format: "svg", width: {width}, alt: {alternative})\n'


def _table(table: ET.Element, classes: frozenset[str]) -> str:
    if "facts" in classes:
        return f"#facts({_cells(table.iter('tr'), '')})\n"
    if "measures" in classes:
        first = table.find(".//tr")
        count = 0 if first is None else len(first)
        return f"#measures({count}, {_cells(table.iter('tr'), '')})\n"
    kind = "small" if "small" in classes else "form" if "form" in classes else "list"
    rest = "auto" if kind == "small" else "1fr"
    widths = [_width(one) or rest for one in table.iter("col")]
    first = table.find(".//tr")
    columns = ", ".join(widths or [rest] * (0 if first is None else len(first)))
    head = ", ".join(f"{_cell(one, head=True)}" for one in table.findall("thead/tr/th"))
    strut = f"#strut({_FORM_ROW})" if kind == "form" else ""
    body = _cells(table.findall("tbody/tr"), strut)
    titled = f"#strong{_block(caption)}\n" if (caption := table.find("caption")) is not None else ""
    ended = f"{head}," if head else ""
    return f'{titled}#rows(({columns},), "{kind}", ({ended}), {body})\n'


def _cells(rows: Iterable[ET.Element], strut: str) -> str:
    return ", ".join(
        _cell(cell, strut=strut if place == 0 else "")
        for row in rows
        for place, cell in enumerate(row)
    )


def _cell(cell: ET.Element, *, head: bool = False, strut: str = "") -> str:
    """Return a table's cell, by its class flush right or centred."""
    classes = _classes(cell)
    values = {
        "align": "right" if "num" in classes else "center" if "mid" in classes else "",
        "colspan": cell.get("colspan", ""),
        "rowspan": cell.get("rowspan", ""),
        "stroke": "0.7pt" if "pen" in classes else "",
    }
    said = ", ".join(f"{name}: {value}" for name, value in values.items() if value)
    text = f"#head-cell{_block(cell)}" if head else f"{strut}{_inside(cell)}"
    return f"table.cell({said})[{text}]" if said else f"[{text}]"
