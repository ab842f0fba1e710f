"""Draw a line of text as a code that a camera reads, the same picture for the same text."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

# A quarter of the code's words may be smudged and it still reads.
_CORRECTION: Final = "m"
_QUIET: Final = 4
"""Modules of white round the code, which readers need to find it."""


def qr_code(text: str, says: str) -> Markup:
    """Return an inline SVG of a QR code; `says` is what it says, for those who cannot see it."""
    import segno  # noqa: PLC0415

    # segno escapes the title; a translated one has been escaped before.
    title = says.unescape() if isinstance(says, Markup) else says
    code = segno.make(text, error=_CORRECTION, micro=False, boost_error=False)
    drawn = code.svg_inline(
        border=_QUIET,
        light="#fff",
        title=title,
        svgclass=None,
        lineclass=None,
        omitsize=True,
    )
    return Markup(drawn)  # noqa: S704 - segno escapes the title, and draws the rest
