"""Work out margins, padding and sizes once for each style that has no percentages in them.

Almost every style of ours is such, and boxes are laid out several times each. Whether a style is
one is found out by asking WeasyPrint twice, with unlike rooms for the box: if it says the same, the
room is nothing to it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from weasyprint.layout import percent

from reviewpkg.rendering.shortcuts.replacing import Replacement, everywhere

_resolve: Final[Callable[..., None]] = percent.resolve_percentages
_ROOMS: Final = ((1000.0, "auto"), (700.0, 300.0))
_ONCE: Final = (None, False)


def replacements() -> list[Replacement]:
    """Replace what gives a box its used sizes."""
    return everywhere(_resolve, resolve_percentages)


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Set the used sizes of a box."""
    known = box.__dict__
    style = known.get("style")  # what stands for a box elsewhere has none of its own
    if style is not None:
        found = style.__dict__.get("_sizes")
        if found is None:  # some styles are for one box, once
            style.__dict__["_sizes"] = _ONCE
        elif found is _ONCE:
            found = style.__dict__["_sizes"] = _sizes(style)
        if found is not None:
            sizes, collapsing = found
            if sizes is not None and not (collapsing and hasattr(box, "border_top_width")):
                known.update(sizes)
                return
    _resolve(box, containing_block)


class _Any:
    """Be any box of a style."""

    def __init__(self, style: Any) -> None:
        self.style = style


def _sizes(style: Any) -> tuple[dict[str, Any] | None, bool]:
    """Return the sizes of any box of a style, and whether cells decide on its borders.

    None for the sizes if they depend on the room that the box has.
    """
    found = []
    for room in _ROOMS:
        box = _Any(style)
        _resolve(box, room)
        found.append({name: value for name, value in vars(box).items() if name != "style"})
    return found[0] if found[0] == found[1] else None, style["border_collapse"] == "collapse"
