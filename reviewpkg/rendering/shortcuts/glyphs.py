"""Draw a piece of text by its glyphs as they were drawn the first time in a document.

The first time Pango chooses the glyphs, and each of the document's fonts learns what they mean and
how wide they are; what is written on the page then is the same every time but for the place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pydyf
from weasyprint import draw
from weasyprint.draw import text as texts
from weasyprint.matrix import Matrix

from reviewpkg.rendering.shortcuts.lines import text_style
from reviewpkg.rendering.shortcuts.replacing import Replacement

_draw_text: Final[Callable[..., None]] = draw.draw_text


Glyphs = list[bytes | tuple[Any, Any]]
"""Operators as they are written, and between them fonts with their sizes."""


class _Drawn:
    """Be what has been drawn with the fonts of one document."""

    fonts: Any = None
    texts: Final[dict[Any, Glyphs | None]] = {}


def replacements() -> list[Replacement]:
    """Replace what draws the text of a box."""
    return [Replacement(draw, "draw_text", draw_text)]


def draw_text(
    stream: Any,
    textbox: Any,
    offset_x: float,
    text_overflow: str,
    block_ellipsis: Any = "none",
) -> None:
    """Draw the text of a box, if it is plain: no line under it, and nothing cut off."""
    style = textbox.style
    plain = (
        text_overflow != "ellipsis"
        and block_ellipsis == "none"
        and style["text_decoration_line"] == "none"
        and style["visibility"] == "visible"
        and style["font_size"] >= 1
        and text_style(style) is not None
    )
    glyphs = _glyphs(stream, textbox) if plain else None
    if glyphs is None:
        _draw_text(stream, textbox, offset_x, text_overflow, block_ellipsis)
        return
    stream.set_color(style["color"])
    stream.begin_text()
    if glyphs:
        x, y = textbox.position_x, textbox.position_y + textbox.baseline
        stream.set_text_matrix(1, 0, 0, -1, x, y)
        for one in glyphs:
            if isinstance(one, bytes):
                stream.stream.append(one)
            else:
                stream.set_font_size(*one)
    stream.end_text()


def _glyphs(stream: Any, textbox: Any) -> Glyphs | None:
    """Return the glyphs of a text; none if it is blank, None if some of them are pictures."""
    if not textbox.text.strip():
        return []
    if _Drawn.fonts is not stream._fonts:
        _Drawn.fonts = stream._fonts
        _Drawn.texts.clear()
    layout = textbox.pango_layout
    key = (text_style(textbox.style), layout.text, layout.justification_spacing)
    if key not in _Drawn.texts:
        recorder = _Recorder(stream)
        layout.reactivate(textbox.style)
        emojis = texts.draw_first_line(recorder, textbox, "clip", "none", Matrix())
        layout.deactivate()
        _Drawn.texts[key] = None if emojis else recorder.glyphs
    return _Drawn.texts[key]


class _Recorder:
    """Write down what would be written on a page."""

    def __init__(self, stream: Any) -> None:
        self.add_font = stream.add_font
        self.ink_rect = stream.ink_rect
        self.logical_rect = stream.logical_rect
        self.glyphs: Glyphs = []

    def set_text_matrix(self, *place: float) -> None:
        """Leave the place out."""

    def set_font_size(self, font: Any, size: Any) -> None:
        """Choose a font."""
        self.glyphs.append((font, size))

    def show_text(self, text: str) -> None:
        """Show glyphs."""
        self.glyphs.append(b"[" + text.encode() + b"] TJ")

    def set_text_rise(self, height: float) -> None:
        """Raise what follows."""
        self.glyphs.append(pydyf._to_bytes(height) + b" Ts")
