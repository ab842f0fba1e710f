"""Lay out the head of pages once for all pages that have the same.

WeasyPrint lays out what stands in the margins anew for each page, for a number of the page may be
in it. There is none in our heads, only in our feet: those are left to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from weasyprint.layout import page as pages

from reviewpkg.rendering.shortcuts.replacing import Replacement, everywhere

_make_margin_boxes: Final[Callable[..., Iterable[Any]]] = pages.make_margin_boxes
_HEAD: Final = ("@top-left", "@top-center", "@top-right")
_NOTHING: Final = frozenset({"normal", "none"})
_SIDES: Final = ("top", "right", "bottom", "left")


def replacements() -> list[Replacement]:
    """Replace what lays out the boxes in a page's margins."""
    return everywhere(_make_margin_boxes, make_margin_boxes)


def make_margin_boxes(context: Any, page: Any, state: Any) -> Iterable[Any]:
    """Return the boxes in the margins of a page, laid out: its head first."""
    key = _head(context, page)
    if key is None:
        return _make_margin_boxes(context, page, state)
    heads: dict[Any, tuple[Any, list[Any]]] = context.__dict__.setdefault("_heads", {})
    if key not in heads:
        made = list(_make_margin_boxes(context, page, state))
        heads[key] = page.style, [box for box in made if box.at_keyword in _HEAD]
        return made
    _, head = heads[key]
    style_for = context.style_for
    context.style_for = _StylesWithoutHead(style_for)
    try:
        return [*head, *_make_margin_boxes(context, page, state)]
    finally:
        context.style_for = style_for


def _head(context: Any, page: Any) -> Any:
    """Return what a page's head depends on; None if that may be different on each page.

    That is the style of the page and its size, and the elements of the document that are set there.
    """
    found: list[Any] = [id(page.style), page.border_width(), page.border_height()]
    found += [getattr(page, f"margin_{side}") for side in _SIDES]
    for keyword in _HEAD:
        style = context.style_for(page.page_type, keyword)
        content = "none" if style is None else style["content"]
        if content in ("normal", "inhibit", "none"):
            continue
        if len(content) != 1 or content[0][0] != "element()":
            return None
        elements = context.get_running_element_for(page, *content[0][1])
        if not all(map(_is_fixed, elements)):
            return None
        found += [id(style), *elements]
    return tuple(found)


def _is_fixed(element: Any) -> bool:
    """Return whether nothing in an element is written anew for each page."""
    known: dict[str, Any] = element.__dict__
    if "_is_fixed" not in known:
        known["_is_fixed"] = all(one.style["content"] in _NOTHING for one in element.descendants())
    answer: bool = known["_is_fixed"]
    return answer


class _StylesWithoutHead:
    """Give every box of a page its style, but those in its head none, so that there are none."""

    def __init__(self, style_for: Any) -> None:
        self._style_for = style_for

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:
        """Return a style."""
        return None if pseudo_type in _HEAD else self._style_for(element, pseudo_type)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._style_for, name)
