"""Turn a page value into lines for the terminal."""

from __future__ import annotations

import re
import textwrap
from html import unescape
from typing import Final

from reviewpkg.rendering.html import Page, render_html

WIDTH: Final = 92
# Ordinary spaces only: an amount does not break over lines.
_SPACES: Final = re.compile(" +")


def render_text(template: str, page: Page) -> str:
    """Return the text of `page`, laid out by a template without markup, wrapped at 92 columns.

    Indents are kept, runs of spaces within a line and of blank lines become one. Raises what
    `render_html` raises.
    """
    lines: list[str] = []
    for raw in render_html(template, page).splitlines():
        line = unescape(raw)
        indent = line[: len(line) - len(line.lstrip(" "))]
        text = _SPACES.sub(" ", line.strip())
        if text:
            lines += textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
        elif lines and lines[-1]:
            lines.append("")
    return "\n".join(lines).strip("\n") + "\n"
