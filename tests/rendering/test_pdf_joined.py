"""What is joined for the printer: every document whole, in order, on sheets of its own."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import Destination

from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.pdf_joined import joined


def pdf(*pages: str) -> bytes:
    parts = "".join(f"<p style='break-after: page'>{page}</p>" for page in pages)
    style = "<style>html { font-family: 'Reviewpkg Sans' }</style>"
    return write_pdf(f"<!DOCTYPE html><html lang='nb'><title>{pages[0]}</title>{style}{parts}")


@pytest.fixture(scope="module")
def parts() -> list[tuple[str, bytes]]:
    return [("Én side", pdf("ett")), ("To sider", pdf("to", "tre")), ("Tre", pdf("a", "b", "c"))]


def test_every_document_begins_on_a_sheet_of_its_own(parts: list[tuple[str, bytes]]) -> None:
    reader = PdfReader(BytesIO(joined(parts, "Forskning 2019")))
    texts = [page.extract_text().strip() for page in reader.pages]

    assert texts == ["ett", "", "to", "tre", "a", "b", "c", ""]


def test_the_titles_are_bookmarks(parts: list[tuple[str, bytes]]) -> None:
    reader = PdfReader(BytesIO(joined(parts, "Forskning 2019")))
    flat = [one for one in reader.outline if isinstance(one, Destination)]
    marks = [(one.title, reader.get_destination_page_number(one)) for one in flat]

    assert marks == [("Én side", 0), ("To sider", 2), ("Tre", 4)]
    assert reader.metadata is not None
    assert reader.metadata.title == "Forskning 2019"


def test_a_blank_page_has_the_size_of_the_one_before(parts: list[tuple[str, bytes]]) -> None:
    landscape = write_pdf("<!DOCTYPE html><style>@page { size: A4 landscape }</style>x")
    reader = PdfReader(BytesIO(joined([parts[1], ("Liggende", landscape)], "")))

    assert reader.pages[3].mediabox == reader.pages[2].mediabox != reader.pages[1].mediabox


def test_the_same_parts_give_the_same_bytes(parts: list[tuple[str, bytes]]) -> None:
    assert joined(parts, "x") == joined(parts, "x")


def test_the_letters_are_there_once(parts: list[tuple[str, bytes]]) -> None:
    many = [parts[0]] * 10

    assert len(joined(many, "x")) < 3 * len(parts[0][1])


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(PyPdfError):
        joined([("x", b"Noe annet")], "")
