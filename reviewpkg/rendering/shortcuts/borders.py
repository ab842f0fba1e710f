"""Draw plain borders directly: solid lines around boxes without round corners.

WeasyPrint draws any border by the side: it clips to the side, and fills what is between the outer
and the inner edge of the box. What is written is the same here, worked out for such lines only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from weasyprint.draw import border
from weasyprint.draw.color import get_color

from reviewpkg.rendering.shortcuts.replacing import Replacement, everywhere
from reviewpkg.rendering.shortcuts.writing import to_bytes

_draw_border: Final[Callable[..., None]] = border.draw_border
_BEGIN: Final = b"/Artifact\nBMC\nq"
_END: Final = b"f*\nQ\nEMC"
_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)
_SIDES: Final = ("top", "right", "bottom", "left")
_CORNERS: Final = ("top_left", "top_right", "bottom_right", "bottom_left")


class _Lines(NamedTuple):
    """What a style says of the lines around a box: at its top, right, bottom and left."""

    colors: tuple[Any, ...]
    solid: tuple[bool, ...]
    alike: bool


def replacements() -> list[Replacement]:
    """Replace what draws the border of a box."""
    return everywhere(_draw_border, draw_border)


def draw_border(stream: Any, box: Any) -> None:
    """Draw the border of a box."""
    known = box.style.__dict__
    if "_lines" not in known:
        known["_lines"] = _lines(box.style)
    lines = known["_lines"]
    widths = (
        box.border_top_width,
        box.border_right_width,
        box.border_bottom_width,
        box.border_left_width,
    )
    if lines is None:
        _draw_border(stream, box)
    elif lines.alike and 0 not in widths:
        _draw(stream, box, widths, lines.colors[0], b"")
    elif not any(widths):
        return
    elif all(solid or not width for solid, width in zip(lines.solid, widths, strict=True)):
        left, top, width, height = _edges(box)
        for side in (_BOTTOM, _LEFT, _RIGHT, _TOP):
            if widths[side]:
                clip = _clip(side, left, top, width, height, widths)
                _draw(stream, box, widths, lines.colors[side], clip)
    else:
        _draw_border(stream, box)


def _lines(style: Any) -> _Lines | None:
    """Return what lines there are around the boxes of a style; None if they are not plain."""
    plain = (
        style["visibility"] == "visible"
        and style["column_width"] == style["column_count"] == "auto"
        and style["border_image_source"][0] == "none"
        and all((0, "px") in style[f"border_{corner}_radius"] for corner in _CORNERS)
    )
    if not plain:
        return None
    colors = tuple(get_color(style, f"border_{side}_color") for side in _SIDES)
    solid = tuple(
        color.alpha > 0 and style[f"border_{side}_style"] == "solid"
        for side, color in zip(_SIDES, colors, strict=True)
    )
    return _Lines(colors, solid, all(solid) and len(set(colors)) == 1)


def _edges(box: Any) -> tuple[float, float, float, float]:
    """Return where the outer edge of a box's border is."""
    return box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()


def _clip(
    side: int, left: float, top: float, width: float, height: float, widths: tuple[float, ...]
) -> bytes:
    """Return the path around one side of a border."""
    upper, right, lower, near = widths
    if side in {_TOP, _BOTTOM}:
        edge, inward = (top, upper) if side == _TOP else (top + height, -lower)
        corners = (
            (left + width, edge),
            (left, edge),
            (left + near, edge + inward),
            (left + width + -right, edge + inward),
        )
    else:
        edge, inward = (left, near) if side == _LEFT else (left + width, -right)
        corners = (
            (edge, top + height),
            (edge, top),
            (edge + inward, top + upper),
            (edge + inward, top + height + -lower),
        )
    (a, b), (c, d), (e, f), (g, h) = [(to_bytes(x), to_bytes(y)) for x, y in corners]
    return b"\n%b %b m\n%b %b l\n%b %b l\n%b %b l\nW*\nn" % (a, b, c, d, e, f, g, h)


def _draw(stream: Any, box: Any, widths: tuple[float, ...], color: Any, clip: bytes) -> None:
    """Fill what is between the inner and the outer edge of a border, or the part clipped to."""
    upper, right, lower, near = widths
    left, top, width, height = _edges(box)
    begin, end = (b"q", b"f*\nQ") if stream._tags is None else (_BEGIN, _END)
    stream.stream.append(begin + clip)
    stream.set_color(color)
    inner = (left + near, top + upper, width - near - right, height - upper - lower)
    numbers = map(to_bytes, (*inner, left, top, width, height))
    stream.stream.append(b"%b %b %b %b re\n%b %b %b %b re\n%b" % (*numbers, end))
    stream._current_color = stream._current_color_stroke = None
    stream._current_alpha = stream._current_alpha_stroke = stream._current_font = None
