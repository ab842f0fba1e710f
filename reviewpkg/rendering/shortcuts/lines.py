"""Measure a piece of text once, and not each time that it is laid out or drawn.

The same few words stand in many cells, on many pages and in many documents, and each of them is
laid out several times. How long a line is depends on its text, on the properties of its style named
here and on the room there is; and not even on the room if all of it fits.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from math import inf
from typing import Any, Final

from weasyprint.text import line_break

from reviewpkg.rendering.shortcuts.replacing import Replacement, everywhere

_PROPERTIES: Final = (
    "direction", "font_language_override", "lang", "font_family", "font_style", "font_stretch",
    "font_weight", "font_size", "font_kerning", "font_variant_ligatures", "font_variant_position",
    "font_variant_caps", "font_variant_numeric", "font_variant_alternates",
    "font_variant_east_asian", "font_feature_settings", "font_variation_settings",
    "text_decoration_line", "word_spacing", "letter_spacing", "overflow_wrap", "word_break",
    "tab_size", "white_space", "hyphens", "hyphenate_limit_chars", "hyphenate_limit_zone",
    "hyphenate_character",
)  # fmt: skip
_WRAPPED: Final = frozenset({"normal", "pre-wrap", "pre-line"})
_MOST: Final = 8192
"""How many lines are remembered; then all of them are forgotten."""

_split_first_line: Final[Callable[..., Any]] = line_break.split_first_line
_strut: Final[Callable[..., Any]] = line_break.strut

_fitting: dict[Any, Any] = {}
_others: dict[Any, Any] = {}
_counter = count()


class Measured:
    """Be the text that is measured now, if it may be drawn so: the number of its style."""

    number: int | None = None


def replacements() -> list[Replacement]:
    """Replace what splits text into lines, and what measures an empty one."""
    return [*everywhere(_split_first_line, split_first_line), *everywhere(_strut, strut)]


def text_style(style: Any) -> int | None:
    """Return a number that is the same for styles that set text in the same way.

    None for styles that may still change: those of pictures.
    """
    known: dict[str, Any] = style.__dict__
    if "_text_style" not in known:
        number = None
        if "parent_style" in known:
            values = tuple([style[name] for name in _PROPERTIES])
            try:
                number = _number(style.font_config, values)
            except TypeError:  # something that is only calculated with the room there is
                number = None
        known["_text_style"] = number
    found: int | None = known["_text_style"]
    return found


def _number(fonts: Any, values: tuple[Any, ...]) -> int:
    """Return the number of those values, kept by the fonts, for they are measured with these."""
    numbers: dict[Any, int] = fonts.__dict__.setdefault("_text_styles", {})
    if values not in numbers:
        numbers[values] = next(_counter)
    return numbers[values]


def split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """Return the first line of a text, and its measures."""
    number = text_style(style)
    if number is None:
        return _split_first_line(
            text, style, context, max_width, justification_spacing, is_line_start, minimum
        )
    room = inf if max_width is None or style["white_space"] not in _WRAPPED else max_width
    found = _fitting.get((number, text))
    if found is None or found[3] > room:
        key = (number, text, max_width, is_line_start, minimum)
        found = _others.get(key)
        if found is None:
            Measured.number = None if minimum or justification_spacing else number
            try:
                found = _split_first_line(
                    text, style, context, max_width, justification_spacing, is_line_start, minimum
                )
            finally:
                Measured.number = None
            layout, _, resume_at, width, _, _ = found
            if resume_at is None and width <= room and layout.text == text:
                _remember(_fitting, (number, text), found)
            else:
                _remember(_others, key, found)
    layout, *measures = found
    line = line_break.Layout.__new__(line_break.Layout)
    line.__dict__.update(layout.__dict__)
    line.justification_spacing = justification_spacing
    line.max_width = max_width
    return line, *measures


def _remember(lines: dict[Any, Any], key: Any, line: Any) -> None:
    if len(lines) >= _MOST:
        lines.clear()
    lines[key] = line


def strut(style: Any) -> Any:
    """Return how high a line of a style is, and how far down its text stands."""
    known = style.__dict__
    if "_strut" not in known:
        known["_strut"] = _strut(style)
    return known["_strut"]
