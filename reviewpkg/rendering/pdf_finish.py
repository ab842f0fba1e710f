"""Put right in a finished PDF what WeasyPrint leaves wrong."""

from __future__ import annotations

from typing import Any, Final

import pydyf

from reviewpkg.rendering.pdf_shared import squeeze

_NO_BREAK: Final = b"> <00a0>"
_SPACE: Final = b"> <0020>"


def finish(_document: Any, pdf: Any) -> None:  # noqa: ANN401
    """Name every attached file once, and let a space be read as a space."""
    if files := pdf.catalog.get("AF"):
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(files))
    for one in pdf.objects:
        if isinstance(one, pydyf.Stream) and b"endbfchar" in one.stream:
            _spaces(one)
    squeeze(pdf)


def _spaces(table: pydyf.Stream) -> None:
    """Read a font's glyph of the space as a space, also where the first one drawn was no-break."""
    table.stream = [
        line.removesuffix(_NO_BREAK) + _SPACE if line.endswith(_NO_BREAK) else line
        for line in table.stream
    ]
