"""Tell once for a style whether its boxes are in the flow, and follow pages' names to one end only.

WeasyPrint asks each box many times whether it floats or is positioned. And to know which kind of
page a box begins on, and which it ends on, it asks the first and the last box in it for both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from weasyprint.formatting_structure.boxes import Box, ParentBox

from reviewpkg.rendering.shortcuts.replacing import Replacement

_is_in_normal_flow: Final[Callable[[Any], bool]] = Box.is_in_normal_flow
_page_values: Final[Callable[[Any], tuple[str, str]]] = ParentBox.page_values


def replacements() -> list[Replacement]:
    """Replace what boxes say of themselves."""
    return [
        Replacement(Box, "is_in_normal_flow", is_in_normal_flow),
        Replacement(ParentBox, "page_values", page_values),
    ]


def is_in_normal_flow(self: Any) -> bool:
    """Return whether a box is in the normal flow."""
    known: dict[str, Any] = self.style.__dict__
    if "_in_flow" not in known:
        known["_in_flow"] = _is_in_normal_flow(self)
    answer: bool = known["_in_flow"]
    return answer


def page_values(self: Any) -> tuple[str, str]:
    """Return the names of the pages that a box begins and ends on."""
    return _page_of(self, forwards=True), _page_of(self, forwards=False)


def _page_of(box: Any, *, forwards: bool) -> str:
    """Return the name of the page that a box begins, or ends, on: the innermost box has its say."""
    name: str = box.style["page"]
    while type(box).page_values is page_values:
        children: Iterable[Any] = box.children if forwards else reversed(box.children)
        box = next((kid for kid in children if kid.is_in_normal_flow() or kid.is_floated()), None)
        if box is None:
            break
        name = box.style["page"] or name
    return name
