"""Look for nothing that is not there where something is laid out again on the next page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from weasyprint.layout import block as blocks

from reviewpkg.rendering.shortcuts.replacing import Replacement, everywhere

_remove_placeholders: Final[Callable[..., None]] = blocks.remove_placeholders


def replacements() -> list[Replacement]:
    """Replace what forgets what was laid out."""
    return [*everywhere(_remove_placeholders, remove_placeholders)]


def remove_placeholders(
    context: Any, box_list: Iterable[Any], absolute_boxes: Any, fixed_boxes: Any
) -> None:
    """Forget what was laid out of some boxes."""
    if (
        absolute_boxes
        or fixed_boxes
        or context.broken_out_of_flow
        or context.excluded_shapes
        or _has_notes(box_list)
    ):
        _remove_placeholders(context, box_list, absolute_boxes, fixed_boxes)


def _has_notes(boxes: Iterable[Any]) -> bool:
    return any(box.footnote or box.note or _has_notes(box.children) for box in boxes)
