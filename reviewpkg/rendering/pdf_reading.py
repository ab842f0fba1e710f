"""Read a laid-out document as what it says: a tree of headings, paragraphs, tables and text.

WeasyPrint lays out boxes, one or more for each HTML element: a table that goes over three pages
is three tables to it, each with the heading row. Here one element is one node, however many
pages, lines and anonymous boxes it fills, so that a table is read as one and its heading row once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes

_SVG: Final = "{http://www.w3.org/2000/svg}"
_ROLES: Final = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "p": "P",
    "section": "Sect",
    "article": "Art",
    "blockquote": "BlockQuote",
    "table": "Table",
    "caption": "Caption",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "a": "Link",
    "img": "Figure",
    f"{_SVG}svg": "Figure",
}
FIELD: Final = "data-field"
"""What marks an element as a field to fill in, with the name of what it asks for."""
_TRANSPARENT: Final = frozenset({"html", "body", "main"})


@dataclass(slots=True, eq=False)
class Text:
    """Be a piece of marked text on a page; `line_ends` after it, or `space` that is not drawn."""

    page: int
    mark: int
    text: str
    line_ends: bool = False
    space: bool = False


@dataclass(slots=True, eq=False)
class Node:
    """Be an element of the document's structure; `box` is the first of its boxes, on `page`."""

    role: str
    element: Element | None = None
    page: int = 0
    box: Any = None
    kids: list[Kid] = field(default_factory=list)
    annotations: list[tuple[int, Any]] = field(default_factory=list)
    spoken: str | None = None
    """What is read aloud instead of the glyphs."""


Kid: TypeAlias = Node | Text


@dataclass(slots=True)
class Reading:
    """Be what a document says, and the marks of what is not said, by page: (mark, kind)."""

    root: Node = field(default_factory=lambda: Node("Document"))
    furniture: list[tuple[int, int, str]] = field(default_factory=list)
    """Page, mark and `Header`, `Footer` or nothing, of each piece of page furniture."""
    form_id: str = ""
    """The identity of a form to fill in."""


class Reader:
    """Read the pages of a document in order; `marks` are a page's, by box, and get used up."""

    def __init__(self) -> None:
        self.reading = Reading()
        self._nodes: dict[tuple[Element, str], Node] = {}
        self._fields: set[Element] = set()
        self._marks: dict[Any, dict[str, Any]] = {}
        self._page = 0
        self._last: Text | None = None

    def read_page(self, number: int, page_box: Any, marks: dict[Any, dict[str, Any]]) -> None:  # noqa: ANN401
        """Read one page: its margins are furniture, the rest is content."""
        self._page, self._marks = number, marks
        for child in page_box.children:
            if isinstance(child, boxes.MarginBox):
                self._skip(child, "Header" if "top" in child.at_keyword else "Footer")
            else:
                self._read(child, self.reading.root)

    def _skip(self, box: Any, kind: str = "") -> None:  # noqa: ANN401
        """Leave a box and all in it out of what is read."""
        for one in (box, *box.descendants()):
            if mark := self._marks.pop(one, None):
                self.reading.furniture.append((self._page, mark["mcid"], kind))

    def _read(self, box: Any, parent: Node) -> None:  # noqa: ANN401
        """Add a box and what is in it to its parent."""
        box = getattr(box, "_box", box)  # a placeholder of something positioned
        if isinstance(box, boxes.TextBox):
            self._text(box, parent)
            return
        node = self._node(box, parent)
        if node is None:
            self._skip(box)
            return
        if box.link_annotation:
            node.annotations.append((self._page, box.link_annotation))
        self._field(box, node)
        if isinstance(box, boxes.ReplacedBox):
            mark = self._marks.pop(box, None)
            if mark:
                node.kids.append(Text(self._page, mark["mcid"], ""))
            return
        for child in box.children:
            self._read(child, node)
            if isinstance(child, boxes.LineBox) and self._last is not None:
                self._last.line_ends = True

    def _field(self, box: Any, node: Node) -> None:  # noqa: ANN401
        """Add the field that a box is a place for, once: boxes in it may share its element."""
        element = box.element
        if element is None:
            return
        self.reading.form_id = element.get("data-form", self.reading.form_id)
        if element.get(FIELD) and element not in self._fields:
            self._fields.add(element)
            node.kids.append(Node("Form", element, self._page, box))

    def _text(self, box: Any, parent: Node) -> None:  # noqa: ANN401
        mark = self._marks.pop(box, None)
        if mark is None:
            return
        hidden = box.style["visibility"] != "visible"
        if hidden or not box.text.strip():  # WeasyPrint marks it and draws nothing
            self.reading.furniture.append((self._page, mark["mcid"], ""))
            if self._last is not None and not hidden:
                self._last.space = True
            return
        self._last = Text(self._page, mark["mcid"], box.text)
        parent.kids.append(self._last)

    def _node(self, box: Any, parent: Node) -> Node | None:  # noqa: ANN401
        """Return the node that a box belongs to, a new one if need be; None if it is not read."""
        role = _role(box)
        if not role or isinstance(box, boxes.LineBox):
            return parent
        key = (box.element, role)
        node = self._nodes.get(key)
        if node is None:
            if role == "Figure" and not alternative(box.element):
                return None
            node = self._nodes[key] = Node(role, box.element, self._page, box)
            parent.kids.append(node)
        elif role == "THead" and node.page != self._page:
            return None  # the heading row again, on a new page
        return node


def _role(box: Any) -> str:  # noqa: ANN401
    """Return the standard structure type of a box, blank if it is read as part of its parent."""
    if box.element is None or box.element_tag in _TRANSPARENT:
        return ""
    if box.element_tag == "li::marker":
        return "Lbl"
    tag = box.element.tag
    if tag in _ROLES:
        return _ROLES[tag]
    if isinstance(box, (boxes.BlockLevelBox, boxes.InlineBlockBox)):
        return "Div"
    return "Span" if box.element.get("lang") or box.element.get("title") else ""


def alternative(element: Element) -> str:
    """Return what a picture says, its name and what one sees; blank if it only decorates."""
    if element.tag == f"{_SVG}svg":
        parts = (element.findtext(f"{_SVG}{tag}") or "" for tag in ("title", "desc"))
        return ". ".join(filter(None, (" ".join(part.split()) for part in parts)))
    return element.get("alt", "").strip()


def texts(node: Node) -> Iterator[Text]:
    """Yield the pieces of text of a node and those in it, in reading order."""
    for kid in node.kids:
        if isinstance(kid, Text):
            yield kid
        else:
            yield from texts(kid)
