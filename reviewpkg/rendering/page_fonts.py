"""Know the fonts that pages are set in: one family, subset beforehand, a file for each face."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).resolve().parents[2] / "templates" / "fonts"
FAMILY: Final = "Reviewpkg Sans"
FACES: Final = (
    ("ReviewpkgSans-Regular.ttf", 400, "normal"),
    ("ReviewpkgSans-Italic.ttf", 400, "italic"),
    ("ReviewpkgSans-Semibold.ttf", 600, "normal"),
)


def font_faces() -> str:
    """Return the rules that bring our fonts along."""
    return "\n".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; font-style: {style};'
        f' src: url("{(FONTS / file).as_uri()}") }}'
        for file, weight, style in FACES
    )
