"""Draw a piece of text by its glyphs as they were drawn the first time in a process.

Pango chooses the glyphs when a text is measured: then it is written down what they are, which text
each of them stands for and how wide it is, so that the fonts of any document can learn that from
here. What is written on the page is the same every time but for the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

import pydyf
from weasyprint import draw
from weasyprint.draw import text as texts
from weasyprint.matrix import Matrix
from weasyprint.text import line_break
from weasyprint.text.ffi import pango

from reviewpkg.rendering.shortcuts.glyph_runs import (
    Glyphs,
    OddGlyphsError,
    Shown,
    font_in,
    known_font,
    shown,
)
from reviewpkg.rendering.shortcuts.lines import Measured, text_style
from reviewpkg.rendering.shortcuts.replacing import Replacement
from reviewpkg.rendering.shortcuts.writing import to_bytes

_draw_text: Final[Callable[..., None]] = draw.draw_text
_deactivate: Final[Callable[[Any], None]] = line_break.Layout.deactivate
_ENDS: Final = re.compile(r"[\n\r\u2029]")
"""What ends a paragraph."""
_MOST: Final = 8192
"""How many texts are remembered; then all of them are forgotten."""


class _Drawn:
    """Be what has been drawn with the fonts of one document."""

    fonts: Any = None
    texts: Final[dict[Any, Glyphs | None]] = {}


_shown: Final[dict[Any, Shown]] = {}
"""What has been drawn in any document."""


def replacements() -> list[Replacement]:
    """Replace what draws the text of a box, and what Pango is done with a text by."""
    return [
        Replacement(draw, "draw_text", draw_text),
        Replacement(line_break.Layout, "deactivate", deactivate),
    ]


def deactivate(self: Any) -> None:
    """Let go of a layout, whose glyphs are kept if it has just been measured.

    It is of one line, as it will be drawn: what is measured is laid out anew without what follows.
    """
    number = Measured.number
    if number is not None and self.text.strip() and not _ENDS.search(self.text):
        key = (number, self.text, 0)
        if key not in _shown and self.get_first_line()[1] is None:
            with suppress(OddGlyphsError):
                _remember(key, shown(self, known_font))
    _deactivate(self)


def _remember(key: Any, new: Shown) -> None:
    if len(_shown) >= _MOST:
        _shown.clear()
    _shown[key] = new


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
        stream.stream.append(b"1 0 0 -1 %b %b Tm" % (to_bytes(x), to_bytes(y)))
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
        known = _shown.get(key)
        if known is None or not known.teach(stream._fonts):
            layout.reactivate(textbox.style)
            _Drawn.texts[key] = _first_shown(key, stream, textbox)
            layout.deactivate()
        else:
            _Drawn.texts[key] = known.glyphs
    return _Drawn.texts[key]


def _first_shown(key: Any, stream: Any, textbox: Any) -> Glyphs | None:
    """Return the glyphs of a text that no document has drawn yet, or none with the like fonts."""
    layout = textbox.pango_layout
    with suppress(OddGlyphsError):
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)  # noqa: FBT003
        new = shown(layout, font_in(stream))
        if new.teach(stream._fonts):
            _remember(key, new)
            return new.glyphs
    recorder = _Recorder(stream)
    emojis = texts.draw_first_line(recorder, textbox, "clip", "none", Matrix())
    return None if emojis else recorder.glyphs


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
