"""Lay out a line of one piece of text directly: most lines are such.

WeasyPrint lays out any line by going through the boxes in it several times: to fit them in, to
strip white space, to place them up and down, to move them where nothing floats. What it works out
is worked out here for a line that has one text in it and nothing beside it, in the same order, and
so to the last digit the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout import inline

from reviewpkg.rendering.shortcuts.lines import split_first_line, strut
from reviewpkg.rendering.shortcuts.replacing import Replacement, everywhere
from reviewpkg.rendering.shortcuts.sizes import resolve_percentages

_get_next_linebox: Final[Callable[..., Any]] = inline.get_next_linebox
_MARGINS: Final = ("margin_top", "margin_right", "margin_bottom", "margin_left")
_SPACES: Final = (
    *_MARGINS,
    *(name.replace("margin", "padding") for name in _MARGINS),
    *(name.replace("margin", "border") + "_width" for name in _MARGINS),
)
_TOLERANCE: Final = 1e-9
_COLLAPSING: Final = frozenset({"normal", "nowrap", "pre-line"})


def replacements() -> list[Replacement]:
    """Replace what lays out the next line of a text."""
    return everywhere(_get_next_linebox, get_next_linebox)


def get_next_linebox(
    context: Any,
    linebox: Any,
    position_y: float,
    bottom_space: float,
    skip_stack: Any,
    containing_block: Any,
    absolute_boxes: Any,
    fixed_boxes: Any,
    first_letter_style: Any,
    first_line_style: Any,
) -> Any:
    """Return the next line, and where the one after it begins."""
    children = linebox.children
    if (
        len(children) == 1
        and type(children[0]) is TextBox
        and not (first_letter_style or first_line_style or context.excluded_shapes)
        and containing_block.style["direction"] == "ltr"
        and _is_plain(linebox.style)
        and _is_plain(children[0].style)
        and not linebox.is_leader
        and children[0].text
    ):
        found = _line(context, linebox, position_y, skip_stack, containing_block)
        if found is not None:
            return found
    return _get_next_linebox(
        context,
        linebox,
        position_y,
        bottom_space,
        skip_stack,
        containing_block,
        absolute_boxes,
        fixed_boxes,
        first_letter_style,
        first_line_style,
    )


def _is_plain(style: Any) -> bool:
    """Return whether a line or a text of a style stands from left to right with nothing around."""
    known = style.__dict__
    if "_plain_line" not in known:
        known["_plain_line"] = (
            style["direction"] == "ltr"
            and style["position"] == "static"
            and style["float"] == "none"
            and style["vertical_align"] == "baseline"
            and style["font_size"] > 0
            and all(_is_none(style[name]) for name in _SPACES)
        )
    plain: bool = known["_plain_line"]
    return plain


def _is_none(length: float | tuple[float, str]) -> bool:
    return length in (0, (0, "px"))


def _line(
    context: Any, linebox: Any, position_y: float, skip_stack: Any, containing_block: Any
) -> Any:
    """Return a line of text, and where the next one begins; None for the unusual."""
    (textbox,) = linebox.children
    text, skip, style = textbox.text, 0, textbox.style
    collapsing = style["white_space"] in _COLLAPSING
    if skip_stack is not None or (collapsing and text[0] == " "):
        skip_stack = inline.skip_first_whitespace(linebox, skip_stack)
        if skip_stack == "continue":
            return None, None
        if skip_stack is not None:
            skip = next(iter(skip_stack[0]))
            text = text.encode()[skip:].decode()
    if not text:
        return None
    begin = containing_block.content_box_x()
    room = begin + containing_block.width - begin
    left = begin + linebox.text_indent
    layout, length, resume, width, height, baseline = split_first_line(
        text,
        style,
        context,
        (begin + room) * (1 + _TOLERANCE) - left,
        textbox.justification_spacing,
    )
    if not length or (
        resume is not None and text.encode()[length:resume].decode().strip(" ")
    ):  # nothing fits, or the line is broken where the text says so
        return None
    resume_at = None if resume is None else {0: {resume + skip: None}}

    linebox.position_x, linebox.position_y = begin, position_y
    resolve_percentages(textbox, containing_block)
    drawn = textbox.copy_with_text(layout.text)
    drawn.pango_layout = layout
    leading = (strut(style)[0] - height) / 2
    top, bottom = _place(drawn, width, height, baseline + leading, leading)
    drawn.position_x = left

    line = linebox.copy_with_children([drawn])
    line.remove_decoration(start=skip_stack is not None, end=resume_at is not None)
    line_height, baseline = strut(line.style)
    height = line.style["font_size"]
    leading = (line_height - height) / 2
    line_top, line_bottom = _place(line, left + width - begin, height, baseline, leading)
    top, bottom = min(top, line_top), max(bottom, line_bottom)
    if collapsing and drawn.text[-1] == " ":
        inline.remove_last_whitespace(context, line)
    across = inline.text_align(context, line, room, last=resume_at is None)
    drawn.position_x = left + across
    line.position_x = begin + across
    drawn.position_y += position_y - top
    line.position_y = position_y
    line.baseline, line.height = -top, bottom - top
    line.margin_top = line.margin_bottom = 0
    return line, resume_at


def _place(
    box: Any, width: float, height: float, baseline: float, leading: float
) -> tuple[float, float]:
    """Give a box its size, and return its upper and lower end if it stands on a line at zero."""
    box.width, box.height, box.baseline = width, height, baseline
    box.margin_top = box.margin_bottom = leading
    box.position_y = top = -baseline
    return top, top + (height + leading + leading)
