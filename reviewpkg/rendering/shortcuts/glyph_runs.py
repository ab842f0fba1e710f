"""Read which glyphs Pango has chosen for a line of text, for whichever document shows it.

It is `draw_first_line` of WeasyPrint for text in fonts without pictures, which lack no letter of
it, and where no letter is raised. What that asks a document's fonts for, how wide a glyph is, and
what it tells them, which text it stands for, is kept with the glyphs: a document whose fonts know
otherwise, for they have drawn a glyph in another size, cannot show them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.fonts import get_pango_font_key

Glyphs = list[bytes | tuple[Any, Any]]
"""Operators as they are written, and between them fonts with their sizes."""

_INTS: Final = 5
"""How many numbers Pango says of a glyph: which it is, its width, its offsets and flags."""
_GLYPH_BYTES: Final = 20
_KNOWN_SIZE: Final = ffi.sizeof("PangoGlyphInfo") == _GLYPH_BYTES
_OWN_SIZES: Final = pango.pango_version() < 14802  # noqa: PLR2004 - the version in WeasyPrint
_EMPTY: Final = pango.PANGO_GLYPH_EMPTY
_UNKNOWN: Final = pango.PANGO_GLYPH_UNKNOWN_FLAG

_Lesson = tuple[int, str, int]
"""A glyph, the text that it stands for, and its width."""


class OddGlyphsError(Exception):
    """Some glyphs are not plain."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Be what is written to show a text, and what the fonts learn from that, by their key."""

    glyphs: Glyphs
    lessons: dict[int, dict[int, _Lesson]]

    def teach(self, fonts: dict[int, Any]) -> bool:
        """Tell the fonts of a document; return whether they knew no better."""
        if not self.lessons.keys() <= fonts.keys():
            return False
        for key, lessons in self.lessons.items():
            widths = fonts[key].widths
            if any(widths.get(glyph, width) != width for glyph, _, width in lessons.values()):
                return False
        for key, lessons in self.lessons.items():
            to_unicode, widths = fonts[key].to_unicode, fonts[key].widths
            for glyph, text, width in lessons.values():
                to_unicode.setdefault(glyph, text)
                widths.setdefault(glyph, width)
        return True


@dataclass(frozen=True, slots=True)
class _Font:
    """Be a font in one size: the widths of its glyphs, and how each is written at its width."""

    size: float
    widths: dict[int, int] = field(default_factory=dict)
    written: dict[tuple[int, int], str] = field(default_factory=dict)


_INK: Final = ffi.new("PangoRectangle *")
_LOGICAL: Final = ffi.new("PangoRectangle *")
_names: Final[dict[int, str]] = {}
_fonts: Final[dict[tuple[int, float], _Font]] = {}
_lessons: Final[dict[_Lesson, _Lesson]] = {}


def shown(layout: Any, fonts: Callable[[Any], tuple[int, str, float]]) -> Shown:
    """Return what shows the first line of a layout, that of a single paragraph.

    `fonts` tells the key, the name and the size of one of Pango's fonts. Raise OddGlyphsError if
    not all is plain.
    """
    if _OWN_SIZES or not _KNOWN_SIZE:
        raise OddGlyphsError
    encoded = layout.text.encode()
    found = Shown([], {})
    previous, string = None, ""
    run = pango.pango_layout_get_line_readonly(layout.layout, 0).runs
    while run != ffi.NULL:
        item = run.data
        run = run.next
        pango_font = item.item.analysis.font
        if pango_font != previous:
            previous = pango_font
            key, name, size = fonts(pango_font)
            font = _fonts.setdefault((key, size), _Font(size))
            if string:
                found.glyphs.append(b"[" + string.encode() + b"] TJ")
            string = ""
            found.glyphs.append((name, size))
        taught = found.lessons.setdefault(key, {})
        string += _run(item, pango_font, font, encoded, taught)
    found.glyphs.append(b"[" + string.encode() + b"] TJ")
    return found


def font_in(stream: Any) -> Callable[[Any], tuple[int, str, float]]:
    """Return what tells of fonts in a document, which gets those that it has not."""

    def found(pango_font: Any) -> tuple[int, str, float]:
        font, size = stream.add_font(pango_font)
        if font.png or font.svg or font.colr or font.bitmap:
            raise OddGlyphsError
        key = next(key for key, one in stream._fonts.items() if one is font)
        _names[key] = font.hash
        return key, font.hash, size

    return found


def known_font(pango_font: Any) -> tuple[int, str, float]:
    """Tell of a font that some document has had."""
    key, _, size = get_pango_font_key(pango_font)
    if key not in _names:
        raise OddGlyphsError
    return key, _names[key], size


def _run(
    item: Any,
    pango_font: Any,
    font: _Font,
    encoded: bytes,
    taught: dict[int, _Lesson],
) -> str:
    """Return the glyphs of a run of text in one font, in hex, with the corrections between them."""
    drawn = item.glyphs
    number = drawn.num_glyphs
    start, length = item.item.offset, item.item.length
    numbers = memoryview(ffi.buffer(drawn.glyphs, number * _GLYPH_BYTES)).cast("i").tolist()
    if any(numbers[2::_INTS]) or any(numbers[3::_INTS]):  # beside or above where it would be
        raise OddGlyphsError
    glyphs = numbers[::_INTS]
    parts: list[str] = []
    for wide in zip(glyphs, numbers[1::_INTS], strict=True):
        if wide not in font.written:
            font.written[wide] = _written(*wide, font, pango_font)
        parts.append(font.written[wide])
    if not set(glyphs) <= taught.keys():
        clusters = ffi.unpack(drawn.log_clusters, number)
        if item.item.analysis.level % 2:
            ends = [length, *clusters][:number]
        else:
            ends = [*clusters[1:], length]
        for glyph, begin, end in zip(glyphs, clusters, ends, strict=True):
            if glyph not in taught and glyph != _EMPTY:
                text = encoded[start + begin : start + end].decode()
                lesson = (glyph, text, font.widths[glyph])
                taught[glyph] = _lessons.setdefault(lesson, lesson)
    string = "<" + "".join(parts)
    return string[:-1] if string[-1] == "<" else string + ">"


def _written(glyph: int, width: int, font: _Font, pango_font: Any) -> str:
    """Return a glyph as it is written, and how far the next one is moved."""
    if glyph == _EMPTY:
        return f">{-width / font.size}<"
    if glyph & _UNKNOWN:
        raise OddGlyphsError
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(pango_font, glyph, _INK, _LOGICAL)
        font.widths[glyph] = round(_LOGICAL.width * 1000 * FROM_UNITS / font.size)
    kerning = font.widths[glyph] - width * 1000 * FROM_UNITS / font.size
    return f"{glyph:04x}>{int(kerning)}<" if kerning else f"{glyph:04x}"
