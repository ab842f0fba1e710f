"""What is read object by object is what pypdf reads of all objects at once."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest
from pypdf.errors import PyPdfError

from reviewpkg.rendering import pdf_lazy
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.pdf_joined import joined

PAGE = (
    "<!DOCTYPE html><html lang='nb'><title>En liste</title><h1>En liste</h1><table>"
    + "<tr><td>Søknad</td><td><a href='https://example.org/'>Lenke</a></td></tr>" * 90
    + "</table>"
)


def said(reader: pypdf.PdfReader, number: int) -> str:
    """Return what an object says, whoever reads it."""
    return repr(reader.get_object(number)).replace(str(id(reader)), "reader")


def test_every_object_is_the_same() -> None:
    data = write_pdf(PAGE)
    ours, theirs = pdf_lazy.LazyReader(BytesIO(data)), pypdf.PdfReader(BytesIO(data))
    numbers = [*theirs.xref_objStm, *theirs.xref[0]]
    expected = [said(theirs, number) for number in numbers]

    assert [said(ours, number) for number in reversed(numbers)] == expected[::-1]
    assert len(theirs.xref_objStm) > 200


def test_what_is_joined_is_the_same_with_any_version(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [("Én", write_pdf(PAGE)), ("To", write_pdf("<!DOCTYPE html><p>To</p>"))]
    ours = joined(parts, "x")
    monkeypatch.setattr(pypdf, "__version__", "7.2.0")

    assert type(pdf_lazy.reader(parts[0][1])) is pypdf.PdfReader
    assert joined(parts, "x") == ours


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(PyPdfError):
        pdf_lazy.reader(b"Noe annet")
