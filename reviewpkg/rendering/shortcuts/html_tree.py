"""Read our HTML: what tinyhtml5 does for HTML of any kind, letter by letter.

Our pages close every element, nest them as the standard would have it, and use few of them; then
the standard's many rules for what is left out or misplaced come down to a stack. Whatever differs
in any way from that is left to tinyhtml5.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import unescape
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

import tinyhtml5
from tinyhtml5.constants import adjust_svg_attributes

from reviewpkg.rendering.shortcuts.replacing import Replacement

_START: Final = "<!DOCTYPE html>"
_ODD: Final = re.compile("[\x00\x0b\x0c\r\ud800-\udfff]")
_TAG: Final = re.compile(
    r'<(/?)([a-z][a-z0-9]*)((?:[ \n\t]+[a-zA-Z][a-zA-Z0-9-]*="[^"]*")*)[ \n\t]*(/?)>'
)
_ATTRIBUTE: Final = re.compile(r'([a-zA-Z0-9-]+)="([^"]*)"')
_REFERENCE: Final = re.compile("&(?:amp|lt|gt|quot|nbsp|#34|#39);")
_SPACE: Final = " \n\t"
_SVG: Final = "{http://www.w3.org/2000/svg}"

_VOID: Final = frozenset({"meta", "br", "col", "img", "wbr"})
_PHRASES: Final = frozenset({"span", "b", "i", "strong", "br", "wbr", "img", _SVG + "svg"})
_BLOCKS: Final = frozenset({"div", "section", "main", "header", "footer", "figure", "figcaption"})
_FLOW: Final = _PHRASES | _BLOCKS | {"p", "h1", "h2", "h3", "table", "ul", "ol"}
_BODIES: Final = ("thead", "tbody", "tfoot")
_DRAWN: Final = ("g", "path", "text", "line", "rect", "circle", "title", "desc")
_SHAPES: Final = frozenset(_SVG + name for name in _DRAWN)
_KIDS: Final = {
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title"}),
    "table": frozenset({"caption", "colgroup", *_BODIES}),
    "colgroup": frozenset({"col"}),
    **dict.fromkeys(_BODIES, frozenset({"tr"})),
    "tr": frozenset({"th", "td"}),
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    **dict.fromkeys(("p", "h1", "h2", "h3", "span", "b", "i", "strong"), _PHRASES),
    **dict.fromkeys((*_BLOCKS, "body", "caption", "th", "td", "li"), _FLOW),
    **dict.fromkeys((_SVG + "svg", _SVG + "g"), _SHAPES),
}
"""Which elements may stand in which; in those not named, only text."""
_WORDLESS: Final = frozenset({"html", "head", "table", "colgroup", "tr", *_BODIES})
_NONE: Final[frozenset[str]] = frozenset()


class OddError(Exception):
    """Something that is for tinyhtml5 to understand."""


def replacements() -> list[Replacement]:
    """Replace the parser."""
    theirs: Callable[..., Any] = tinyhtml5.parse

    def parse(document: Any, **options: Any) -> Any:
        """Return the root of the tree of an HTML page."""
        if options != {"namespace_html_elements": False} or not isinstance(document, io.StringIO):
            return theirs(document, **options)
        text = document.getvalue()
        try:
            return tree(text)
        except OddError:
            return theirs(io.StringIO(text), **options)

    return [Replacement(tinyhtml5, "parse", parse)]


def tree(text: str) -> Element:
    """Return the root of the tree of one of our pages; raise OddError for any other page."""
    if not text.startswith(_START) or _ODD.search(text):
        raise OddError
    first, *parts = _TAG.split(text[len(_START) :])
    if first.strip(_SPACE) or parts[:2] != ["", "html"] or parts[3] or parts[4].strip(_SPACE):
        raise OddError
    growing = _Tree(Element("html", _attributes(parts[2], in_svg=False)))
    for place in range(5, len(parts), 5):
        closing, name, said, empty, words = parts[place : place + 5]
        if not closing:
            growing.open(name, said, empty=bool(empty))
        elif said or empty:
            raise OddError
        else:
            growing.close(name)
        if words:
            growing.put(_read(words))
    if growing.path or [kid.tag for kid in growing.root] != ["head", "body"]:
        raise OddError
    return growing.root


class _Tree:
    """Grow a tree: the elements that are open, the innermost, and the last of those in it."""

    def __init__(self, root: Element) -> None:
        self.root = self._node = root
        self.path = [root]
        self._last: Element | None = None
        self._implied: Element | None = None  # the body of a table that names none

    def open(self, name: str, said: str, *, empty: bool) -> None:
        """Open an element, and close it if it is an empty one."""
        if name == "tr" and self._node.tag == "table":
            self._node = self._implied = SubElement(self._node, "tbody")
            self.path.append(self._node)
        in_svg = self._node.tag.startswith(_SVG)
        tag = _SVG + name if in_svg or name == "svg" else name
        if tag not in _KIDS.get(self._node.tag, _NONE) or (empty and not in_svg):
            raise OddError
        self._last = SubElement(self._node, tag, _attributes(said, in_svg=in_svg or name == "svg"))
        if not empty and tag not in _VOID:
            self.path.append(self._last)
            self._node, self._last = self._last, None

    def close(self, name: str) -> None:
        """Close the innermost element, which has that name."""
        if name == "table" and self._node is self._implied:
            self.path.pop()
            self._node = self.path[-1]
        if not self.path or self._node.tag.removeprefix(_SVG) != name:
            raise OddError
        self._last = self.path.pop()
        self._node = self.path[-1] if self.path else self.root

    def put(self, words: str) -> None:
        """Put text after what the innermost element has."""
        node, last = self._node, self._last
        if node.tag in _WORDLESS:
            if words.strip(_SPACE):
                raise OddError
            if last is not None and last.tag in {
                "body",
                "html",
            }:  # past the end
                node = node[-1]
                last = node[-1] if len(node) else None
        if last is None:
            node.text = (node.text or "") + words
        else:
            last.tail = (last.tail or "") + words


def _attributes(said: str, *, in_svg: bool) -> dict[str, str]:
    """Return an element's attributes."""
    if not said:
        return {}
    found = _ATTRIBUTE.findall(said)
    attributes = {name: _read(value) for name, value in found}
    for name in attributes:
        usual = name.lower()
        if name != (adjust_svg_attributes.get(usual, usual) if in_svg else usual):
            raise OddError
    if len(attributes) != len(found) or "xmlns" in attributes:
        raise OddError
    return attributes


def _read(words: str) -> str:
    """Return text, or an attribute's, as it is meant."""
    if "<" in words:  # not one of the tags that we know
        raise OddError
    if "&" not in words:
        return words
    if len(_REFERENCE.findall(words)) != words.count("&"):
        raise OddError
    return unescape(words)
