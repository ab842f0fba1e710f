"""Join PDFs into one for the printer, each on a sheet of its own.

What comes out is an aid for printing: the archival and accessible copies are those joined.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO


def joined(parts: Iterable[tuple[str, bytes]], title: str) -> bytes:
    """Return one PDF of many, (title, PDF) in order; the same parts, the same bytes.

    A document of an odd number of pages is followed by a blank one, so that no two share a sheet
    that is printed on both sides. The titles become bookmarks. Fields become paper: those of two
    forms may have one name, and what is typed into one would then stand in both. Raise
    pypdf.errors.PyPdfError if a part is no PDF.
    """
    from pypdf import PdfWriter  # noqa: PLC0415 - only where something is printed

    from reviewpkg.rendering.pdf_lazy import reader  # noqa: PLC0415

    writer = PdfWriter()
    for name, data in parts:
        part = reader(data)
        writer.append(part, outline_item=name, import_outline=False)
        if len(part.pages) % 2:
            writer.add_blank_page()
    writer.remove_annotations("/Widget")
    writer.root_object.pop("/AcroForm", None)
    writer.compress_identical_objects()  # each part brings the same letters along
    writer.add_metadata({"/Title": title})
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
