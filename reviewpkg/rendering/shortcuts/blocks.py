"""Lay out a block or a cell that holds nothing but lines, without asking for what it has not.

WeasyPrint is ready for anything in any block: columns, footnotes, something positioned. Cells and
paragraphs have one run of lines in them, which are laid out here as WeasyPrint does; what they do
not have is left out. And margins collapse without being put in lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import Any, Final

from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout import block as blocks

from reviewpkg.rendering.shortcuts.placeholders import remove_placeholders
from reviewpkg.rendering.shortcuts.replacing import Replacement, everywhere

_block_container_layout: Final[Callable[..., Any]] = blocks.block_container_layout
_collapse_margin: Final[Callable[..., float]] = blocks.collapse_margin


def replacements() -> list[Replacement]:
    """Replace what lays out a block, and what collapses margins."""
    return [
        *everywhere(_block_container_layout, block_container_layout),
        *everywhere(_collapse_margin, collapse_margin),
    ]


def collapse_margin(adjoining_margins: Iterable[float]) -> float:
    """Return how wide the margin is that some margins collapse into."""
    most: float = 0
    least: float = 0
    for margin in adjoining_margins:
        if margin > most:
            most = margin
        elif margin < least:
            least = margin
    return most + least


def block_container_layout(
    context: Any,
    box: Any,
    bottom_space: float,
    skip_stack: Any,
    page_is_empty: bool,
    absolute_boxes: Any,
    fixed_boxes: Any,
    adjoining_margins: list[float] | None,
    first_letter_style: Any,
    first_line_style: Any,
    discard: bool,
    max_lines: int | None,
) -> Any:
    """Lay out a block: return it, where it goes on, and what is said of pages and margins."""
    if (
        len(box.children) == 1
        and type(box.children[0]) is LineBox
        and (skip_stack is None or 0 in skip_stack)
        and not (discard or first_letter_style or first_line_style)
        and not (box.first_letter_style or box.first_line_style)
        and not box.force_fragmentation
        and max_lines is None
        and _is_plain(box.style)
    ):
        margins = [] if adjoining_margins is None else adjoining_margins
        block = _Lines(context, box, bottom_space, page_is_empty, absolute_boxes, fixed_boxes)
        return block.layout(skip_stack, margins)
    return _block_container_layout(
        context,
        box,
        bottom_space,
        skip_stack,
        page_is_empty,
        absolute_boxes,
        fixed_boxes,
        adjoining_margins,
        first_letter_style,
        first_line_style,
        discard,
        max_lines,
    )


def _is_plain(style: Any) -> bool:
    """Return whether a block of a style has nothing about it but its size and its surroundings."""
    known = style.__dict__
    if "_plain_block" not in known:
        known["_plain_block"] = (
            style["position"] != "relative"
            and style["continue"] != "discard"
            and style["box_decoration_break"] != "clone"
            and style["max_lines"] == "none"
        )
    plain: bool = known["_plain_block"]
    return plain


class _Lines:
    """Be a block of lines that is laid out."""

    __slots__ = (
        "absolute_boxes",
        "bottom_space",
        "box",
        "context",
        "fixed_boxes",
        "isolated",
        "page_is_empty",
    )

    def __init__(
        self,
        context: Any,
        box: Any,
        bottom_space: float,
        page_is_empty: bool,
        absolute_boxes: Any,
        fixed_boxes: Any,
    ) -> None:
        self.context = context
        self.box = box
        self.bottom_space = bottom_space
        self.page_is_empty = page_is_empty
        self.absolute_boxes = absolute_boxes
        self.fixed_boxes = fixed_boxes
        self.isolated: bool = box.establishes_formatting_context()

    def layout(self, skip_stack: Any, margins: list[float]) -> Any:
        """Lay out the block, from its beginning or from a line on."""
        box, is_start = self.box, skip_stack is None
        if self.isolated:
            self.context.create_block_formatting_context(box)
        if not is_start:
            box.remove_decoration(start=True, end=False)
        margins.append(box.margin_top)
        collapses = box.top_margin_collapses()
        if not collapses:
            box.position_y += collapse_margin(margins) - box.margin_top
        children: list[Any] = []
        given_up, resume_at, bottom = self._lines(
            children, None if is_start else skip_stack[0], margins if collapses else None
        )
        if given_up is not None:
            return given_up
        broken = resume_at is not None
        if collapses:
            box.position_y += collapse_margin(margins) - box.margin_top
        through = not children and self._is_collapsed_through()
        if broken and children:
            children[-1].block_ellipsis = box.style["block_ellipsis"]
        new = box.copy_with_children(children)
        if broken or not is_start:
            new.remove_decoration(start=not is_start, end=broken)
        self._finish(new, bottom, broken=broken)
        return new, resume_at, {"break": "any", "page": new.page_values()[1]}, [], through, None

    def _lines(
        self, children: list[Any], skip_stack: Any, margins: list[float] | None
    ) -> tuple[Any, Any, float]:
        """Lay out the lines: return where the rest goes on, and how far down they reach.

        Before that: what is returned if the block is left for the next page, or None.
        """
        context, box, (line,) = self.context, self.box, self.box.children
        y = box.content_box_y() if margins is None else box.position_y
        line.position_x, line.position_y = box.content_box_x(), y
        abort, stop, resume_at, y, footnotes, _ = blocks._linebox_layout(
            context,
            box,
            0,
            line,
            children,
            self.page_is_empty,
            self.absolute_boxes,
            self.fixed_boxes,
            margins,
            self.bottom_space,
            y,
            skip_stack,
            None,
            None,
            False,  # noqa: FBT003 - their API
            None,
        )
        if abort:
            for footnote in footnotes:
                context.unlayout_footnote(footnote)
            return self._given_up([line], line.page_values()[0]), None, y
        if not stop or (
            box.height != "auto" and context.overflows(box.position_y + box.border_height(), y)
        ):
            return None, None, y
        whole = blocks.avoid_page_break(box.style["break_inside"], context)
        if whole and not self.page_is_empty and resume_at is not None:
            return self._given_up([*children, line], None), None, y
        return None, resume_at, y

    def _given_up(self, forgotten: list[Any], page: str | None) -> Any:
        """Return that the block is left for the next page."""
        remove_placeholders(self.context, forgotten, self.absolute_boxes, self.fixed_boxes)
        if self.isolated:
            self.context.finish_block_formatting_context()
        return None, None, {"break": "any", "page": page}, [], False, None

    def _is_collapsed_through(self) -> bool:
        """Return whether the block, which has no line in it, is nothing but margins."""
        box = self.box
        return (
            box.height in ("auto", 0)
            and blocks.get_clearance(self.context, box, box.style["direction"], 0) is None
            and not any(
                (
                    box.min_height,
                    box.border_top_width,
                    box.padding_top,
                    box.border_bottom_width,
                    box.padding_bottom,
                )
            )
        )

    def _finish(self, new: Any, bottom: float, *, broken: bool) -> None:
        """Give the block its height; where it goes on on the next page, all that is left here."""
        if new.height == "auto":
            new.height = max(0, bottom - new.content_box_y())
        for line in new.children:
            if len(line.children) != 1 or type(line.children[0]) is not TextBox:
                blocks.relative_positioning(line, (new.width, new.height))
        if self.isolated:
            self.context.finish_block_formatting_context(new)
        if not broken:
            new.height = max(min(new.height, new.max_height), new.min_height)
        elif self.bottom_space > -inf and not new.is_column:
            left = (
                self.context.page_bottom
                - self.bottom_space
                - new.position_y
                - (new.margin_height() - new.height)
            )
            new.height = max(new.height, left)
