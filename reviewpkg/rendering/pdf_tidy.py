"""Tidy what was read from the boxes: text in paragraphs, words whole, nothing empty."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Final
from xml.etree.ElementTree import Element

from reviewpkg.rendering.pdf_reading import Kid, Node, Text, texts

_INLINE: Final = frozenset({"Span", "Link", "Figure", "Form"})
_GROUPS: Final = frozenset({"Document", "Sect", "Art", "BlockQuote"})
_MAY_BE_EMPTY: Final = frozenset({"TD", "TH", "Form"})
_HYPHENS: Final = "\u2010\u00ad"


def tidy(node: Node) -> None:
    """Put a node and all in it in order."""
    kids: list[Kid] = []
    for kid in node.kids:
        if isinstance(kid, Text):
            kids.append(kid)
            continue
        tidy(kid)
        if kid.role == "Div":
            kids += kid.kids
        elif kid.kids or kid.role in _MAY_BE_EMPTY:
            kids.append(kid)
    node.kids = _list_item(kids) if node.role == "LI" else kids
    if node.role in _GROUPS or node.role == "Div" or not all(map(_is_inline, kids)):
        node.kids = _in_paragraphs(node)
    _join_words(node)


def _is_inline(kid: Kid) -> bool:
    return isinstance(kid, Text) or kid.role in _INLINE


def _in_paragraphs(node: Node) -> list[Kid]:
    """Return the node's kids, with loose text among blocks in paragraphs of its own."""
    kids: list[Kid] = []
    for inline, run in groupby(node.kids, _is_inline):
        if inline:
            paragraph = Node("P", node.element, node.page, kids=list(run))
            _join_words(paragraph)
            kids.append(paragraph)
        else:
            kids += run
    return kids


def _list_item(kids: list[Kid]) -> list[Kid]:
    """Return a list item's kids as a label, if it has one, and a body."""
    label = [kid for kid in kids if isinstance(kid, Node) and kid.role == "Lbl"]
    rest = [kid for kid in kids if kid not in label]
    return [*label, Node("LBody", kids=rest)] if rest else list(label)


def _join_words(node: Node) -> None:
    """Say what stands between one text and the next: a space, nothing, or a hyphen to leave out."""
    if node.role in _INLINE or not all(map(_is_inline, node.kids)):
        return
    said = [one for one in texts(node) if one.text]
    source = ""
    for before, after in pairwise(said):
        if before.text.endswith(" "):
            before.space = False
        if before.space or before.text.endswith(" ") or not before.line_ends:
            continue
        source = source or _source(node.element)
        last, first = before.text.split()[-1], after.text.split()[0]
        whole = last.rstrip(_HYPHENS) + first
        if last.endswith(tuple(_HYPHENS)) and last + first not in source and whole in source:
            _speak(node, before, after)
        else:
            before.space = f"{last} {first}" in source or last + first not in source
    if said:
        said[-1].space = False


def _speak(node: Node, before: Text, after: Text) -> None:
    """Let two halves of a hyphenated word be read as one, if they stand side by side."""
    for place, kid in enumerate(node.kids):
        follows = node.kids[place + 1 : place + 2]
        if kid is before and follows == [after]:
            spoken = before.text.rstrip(_HYPHENS) + after.text
            node.kids[place : place + 2] = [Node("Span", spoken=spoken, kids=[before, after])]
            return
        if isinstance(kid, Node) and kid.spoken and kid.kids[-1] is before and follows == [after]:
            kid.spoken = kid.spoken.rstrip(_HYPHENS) + after.text
            kid.kids.append(after)
            del node.kids[place + 1]
            return


def _source(element: Element | None) -> str:
    """Return an element's text as it was written, on one line and without soft hyphens."""
    if element is None:
        return ""
    parts = []
    for one in element.iter():
        parts += [" " if one.tag == "br" else "", one.text or ""]
        parts.append(one.tail or "" if one is not element else "")
    return " ".join("".join(parts).replace("\u00ad", "").split())
