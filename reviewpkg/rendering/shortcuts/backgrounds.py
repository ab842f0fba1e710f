"""Give boxes their backgrounds: most have none, and no round corners, as their style can tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from weasyprint.draw.color import get_color
from weasyprint.layout import background

from reviewpkg.rendering.shortcuts.replacing import Replacement, everywhere

_theirs: Final[Callable[..., None]] = background.layout_box_backgrounds
_CORNERS: Final = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_PLAIN: Final = {"background": None, **dict.fromkeys(_CORNERS, (0, 0))}


def replacements() -> list[Replacement]:
    """Replace what gives each box of a page its background."""
    return everywhere(_theirs, layout_box_backgrounds)


def layout_box_backgrounds(
    page: Any,
    box: Any,
    get_image_from_uri: Any,
    layout_children: bool = True,
    style: Any = None,
) -> None:
    """Give a box and those in it their backgrounds."""
    known = box.__dict__
    if style is None and box is not page and "style" in known and _is_plain(box.style):
        known.update(_PLAIN)
        if layout_children:
            for child in box.all_children():
                layout_box_backgrounds(page, child, get_image_from_uri)
    else:
        _theirs(page, box, get_image_from_uri, layout_children, style)


def _is_plain(style: Any) -> bool:
    """Return whether boxes of a style have nothing behind them, and four square corners."""
    known = style.__dict__
    if "_plain" not in known:
        known["_plain"] = (
            style["border_image_source"][0] == style["mask_border_source"][0] == "none"
            and all((0, "px") in style[corner] for corner in _CORNERS)
            and all(kind == "none" for kind, _ in style["background_image"])
            and get_color(style, "background_color").alpha == 0
            and not style["box_shadow"]
        )
    plain: bool = known["_plain"]
    return plain
