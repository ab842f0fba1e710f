"""Tell once for a style whether its boxes are in the flow, and follow pages' names to one end only.

WeasyPrint asks each box many times whether it floats or is positioned. And to know which kind of
page a box begins on, and which it ends on, it asks the first and the last box in it for both; also
where all of the document's content goes on one kind of page.
Lines and tables are placed at once where nothing floats that they could collide with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from weasyprint.formatting_structure.boxes import Box, ParentBox
from weasyprint.layout import float as floats

from reviewpkg.rendering.shortcuts.replacing import Replacement, everywhere

_is_in_normal_flow: Final[Callable[[Any], bool]] = Box.is_in_normal_flow
_avoid_collisions: Final[Callable[..., Any]] = floats.avoid_collisions
_page_values: Final[Callable[[Any], tuple[str, str]]] = ParentBox.page_values


class Pages:
    """Be the pages of the document that is printed: their name if all its content goes on such."""

    name: str | None = None


def replacements() -> list[Replacement]:
    """Replace what boxes say of themselves, and what finds a place beside floating ones."""
    return [
        Replacement(Box, "is_in_normal_flow", is_in_normal_flow),
        Replacement(ParentBox, "page_values", page_values),
        *everywhere(_avoid_collisions, avoid_collisions),
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
    name: str = self.style["page"]
    if name == Pages.name:
        return name, name
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
        if name == Pages.name:
            break
    return name


def avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
    """Return where a box can begin, across and down, and how much room it has across."""
    hard = (
        outer
        or context.excluded_shapes
        or box.style["float"] != "none"
        or containing_block.style["direction"] != "ltr"
    )
    if hard:
        return _avoid_collisions(context, box, containing_block, outer)
    left = containing_block.content_box_x()
    right = left + containing_block.width
    left += box.margin_left
    right -= box.margin_right
    down = box.border_box_y() - box.margin_top
    return left - box.margin_left, down, right - left
