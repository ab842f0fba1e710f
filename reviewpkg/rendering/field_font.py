"""Bring along the letters that a reader's program writes in a form's fields.

The pages' own font is numbered by glyph, which programs cannot write with. This is the same face
as a plain font of Western letters, whole, since nobody knows what will be written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import pydyf

FONT: Final = "ReviewpkgSans"
_FILE: Final = (
    Path(__file__).resolve().parents[2] / "templates" / "fonts" / "ReviewpkgSans-Regular.ttf"
)
_FIRST, _LAST = 32, 255
_NOT_SYMBOLIC: Final = 1 << 5
_STEM: Final = 80
_PER_EM: Final = 1000


@dataclass(frozen=True, slots=True)
class _Measured:
    """Be a font file and its measures, in thousandths of the letter size."""

    data: bytes
    widths: tuple[int, ...]
    box: tuple[int, ...]
    ascent: int
    descent: int
    capitals: int


def embedded(pdf: Any) -> bytes:  # noqa: ANN401
    """Add the font to a PDF and return its reference."""
    font = _measured()
    file = pydyf.Stream([font.data], {"Length1": len(font.data)}, compress=True)
    pdf.add_object(file)
    descriptor = pydyf.Dictionary({
        "Type": "/FontDescriptor",
        "FontName": f"/{FONT}",
        "Flags": _NOT_SYMBOLIC,
        "FontBBox": pydyf.Array(font.box),
        "ItalicAngle": 0,
        "Ascent": font.ascent,
        "Descent": font.descent,
        "CapHeight": font.capitals,
        "StemV": _STEM,
        "FontFile2": file.reference,
    })  # fmt: skip
    pdf.add_object(descriptor)
    made = pydyf.Dictionary({
        "Type": "/Font",
        "Subtype": "/TrueType",
        "BaseFont": f"/{FONT}",
        "Encoding": "/WinAnsiEncoding",
        "FirstChar": _FIRST,
        "LastChar": _LAST,
        "Widths": pydyf.Array(font.widths),
        "FontDescriptor": descriptor.reference,
    })  # fmt: skip
    pdf.add_object(made)
    reference: bytes = made.reference
    return reference


@cache
def _measured() -> _Measured:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(_FILE) as font:
        per_unit: float = _PER_EM / font["head"].unitsPerEm
        glyphs, advances = font.getBestCmap(), font["hmtx"]
        letters = bytes(range(_FIRST, _LAST + 1)).decode("cp1252", "replace")
        names = [glyphs.get(ord(letter), ".notdef") for letter in letters]
        head, lines, more = font["head"], font["hhea"], font["OS/2"]

        def scaled(units: int) -> int:
            return round(units * per_unit)

        return _Measured(
            _FILE.read_bytes(),
            tuple(scaled(advances[name][0]) for name in names),
            tuple(map(scaled, (head.xMin, head.yMin, head.xMax, head.yMax))),
            scaled(lines.ascent),
            scaled(lines.descent),
            scaled(more.sCapHeight),
        )
