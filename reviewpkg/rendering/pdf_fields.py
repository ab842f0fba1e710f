"""Lay a field to fill in over each place for the pen, within PDF/A and PDF/UA.

A field has a name that it is read back by, and a title that is read aloud. It is drawn as nothing
until someone writes in it, so the printed form keeps its empty lines, and no program is asked to
draw it before: that is what keeps a form archival.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final
from xml.etree.ElementTree import Element

import pydyf

from reviewpkg.domain.form_identity import LABEL
from reviewpkg.domain.forms import field_name
from reviewpkg.rendering.field_font import FONT, embedded

_PRINTED: Final = 1 << 2
_READ_ONLY: Final = 1 << 0
_MANY_LINES: Final = 1 << 12
_CENTRED: Final = 1
_INSET: Final = 1.5
"""Points between a field and the lines round it."""
_NUMBER, _TEXT, _AS_FITS = 14, 10, 0
"""Letters of a field on screen, in points; 0 lets a long text shrink in a narrow cell."""
LONGEST_NUMBER: Final = 6
LONGEST_TEXT: Final = 4000


class FieldWriter:
    """Add fields to a PDF whose pages are drawn, and gather them into its form."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401
        self._pdf = pdf
        self._fields = pydyf.Array()
        self._nothing: pydyf.Stream | None = None

    def add(self, element: Any, page: int, corners: pydyf.Array) -> pydyf.Dictionary:  # noqa: ANN401
        """Add the field of an element at `corners` of a page, and return it."""
        left, bottom, right, top = corners
        inside = (left + _INSET, bottom + _INSET, right - _INSET, top - _INSET)
        reference = self._pdf.page_references[page]
        field = pydyf.Dictionary({
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Tx",
            "T": pydyf.String(field_name(element.get("data-field"), element.get("data-row"))),
            "TU": pydyf.String(element.get("title")),
            "P": reference,
            "Rect": pydyf.Array(round(one, 3) for one in inside),
            "F": _PRINTED,
            "AP": pydyf.Dictionary({"N": self._blank().reference}),
            **_kind(element),
        })  # fmt: skip
        self._pdf.add_object(field)
        self._fields.append(field.reference)
        on_page = self._pdf.objects[int(reference.split()[0])]
        on_page.setdefault("Annots", pydyf.Array()).append(field.reference)
        return field

    def close(self, form_id: str) -> None:
        """Write the form, if there is one, with its identity in a field of no page."""
        if not self._fields:
            return
        told = pydyf.Dictionary({
            "FT": "/Tx",
            "T": pydyf.String(LABEL),
            "TU": pydyf.String(LABEL),
            "V": pydyf.String(form_id),
            "Ff": _READ_ONLY,
        })  # fmt: skip
        self._pdf.add_object(told)
        self._fields.append(told.reference)
        fonts = pydyf.Dictionary({FONT: embedded(self._pdf)})
        self._pdf.catalog["AcroForm"] = pydyf.Dictionary({
            "Fields": self._fields,
            "DR": pydyf.Dictionary({"Font": fonts}),
            "DA": _letters(_TEXT),
        })  # fmt: skip

    def _blank(self) -> pydyf.Stream:
        """Return the appearance of a field that nobody has written in."""
        if self._nothing is None:
            box = pydyf.Array((0, 0, 1, 1))
            extra = {"Type": "/XObject", "Subtype": "/Form", "BBox": box}
            self._nothing = pydyf.Stream(extra=extra)
            self._pdf.add_object(self._nothing)
        return self._nothing


def _kind(element: Element) -> dict[str, Any]:
    """Return what tells a field of text from one of a number."""
    if element.get("data-kind") == "text":
        size = _AS_FITS if element.tag == "td" else _TEXT
        return {"DA": _letters(size), "Ff": _MANY_LINES, "MaxLen": LONGEST_TEXT}
    return {"DA": _letters(_NUMBER), "Q": _CENTRED, "MaxLen": LONGEST_NUMBER}


@cache
def _letters(size: int) -> pydyf.String:
    return pydyf.String(f"/{FONT} {size} Tf 0 g")
