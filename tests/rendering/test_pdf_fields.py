"""Fields to fill in: named, titled, read aloud, and invisible until someone writes."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.pdf_joined import joined
from tests.rendering.conftest import Frame
from tests.rendering.read_aloud import read_aloud

Document = Callable[..., str]
Pdf = Any
IDENTITY = "forskning-2019 2.6 rangering-ks 1a2b3c4d-5e6f7a8b"
CONTENT = """
{% call m.pen() %}
{{ m.pen_box("Karakter", 34, "1–7", m.field("grade", "2019/FO1", "Karakter", "1–7")) }}
{{ m.pen_lines("Begrunnelse", 3, m.field("reason", "2019/FO1", "Begrunnelse", text=true)) }}
{% endcall %}
{% call m.table([("Prosjekt", 27, "id"), ("Plassering", 22, "mid")], style="form") %}
{% for n in range(2, 40) %}
<tr><th scope="row" class="id">2019.FO{{ n }}</th>
<td class="mid pen"{{ m.field("place", "2019.FO%d" | format(n), "Plassering", "1–38") }}></td></tr>
{% endfor %}
{% endcall %}
"""


@pytest.fixture
def form(document: Document) -> bytes:
    return write_pdf(document(CONTENT, Frame(form_id=IDENTITY)))


def widgets(reader: PdfReader) -> list[Pdf]:
    pages: list[Pdf] = list(reader.pages)
    return [reference.get_object() for page in pages for reference in page.get("/Annots", ())]


def test_every_place_for_the_pen_is_a_field_with_a_name_and_a_title(form: bytes) -> None:
    reader = PdfReader(io.BytesIO(form))
    fields = reader.get_fields() or {}

    assert len(reader.pages) > 1
    assert len(fields) == 2 + 38 + 1
    assert fields["grade 2019/FO1"]["/TU"] == "Karakter for 2019/FO1: 1–7"
    assert fields["reason 2019/FO1"]["/TU"] == "Begrunnelse for 2019/FO1"
    assert fields["place 2019%2EFO39"]["/TU"] == "Plassering for 2019.FO39: 1–38"
    assert fields["Skjema-id"]["/V"] == IDENTITY
    assert fields["Skjema-id"]["/Ff"] & 1


def test_fields_lie_on_their_own_page_and_are_walked_through_in_reading_order(form: bytes) -> None:
    reader = PdfReader(io.BytesIO(form))
    pages: list[Pdf] = list(reader.pages)
    assert all(page["/Tabs"] == "/S" and len(page["/Annots"]) for page in pages)
    for page in pages:
        for reference in page["/Annots"]:
            field = reference.get_object()
            assert field["/P"] == page
            left, bottom, right, top = map(float, field["/Rect"])
            assert 0 < left < right < float(page.mediabox.right)
            assert 0 < bottom < top < float(page.mediabox.top)


def test_a_number_is_short_and_a_text_has_many_lines(form: bytes) -> None:
    fields = PdfReader(io.BytesIO(form)).get_fields() or {}
    by_name: dict[str, Any] = dict(fields)
    number = by_name["grade 2019/FO1"].indirect_reference.get_object()
    text = by_name["reason 2019/FO1"].indirect_reference.get_object()
    assert number["/MaxLen"] == 6
    assert text["/MaxLen"] == 4000
    assert text["/Ff"] & (1 << 12)


def test_a_long_text_shrinks_in_a_cell_and_stays_readable_on_lines(document: Document) -> None:
    cell = """{% call m.table([("Hvorfor", 55, "pen")], style="form") %}
    <tr><td class="pen"{{ m.field("reason", "1", "Begrunnelse", text=true) }}></td></tr>
    {% endcall %}
    {{ m.pen_lines("Begrunnelse", 3, m.field("reason", "2", "Begrunnelse", text=true)) }}"""
    reader = PdfReader(io.BytesIO(write_pdf(document(cell))))
    assert [field["/DA"].split()[1] for field in widgets(reader)] == ["0", "10"]


def test_fields_are_read_aloud_where_they_stand(form: bytes) -> None:
    lines = [line.strip() for line in read_aloud(form)]
    assert lines[lines.index("P: Karakter 1–7") + 1].startswith("P")
    assert sum(line.startswith("Form") for line in lines) == 2 + 38
    cell = lines.index("TH Scope=/Row: 2019.FO2")
    assert lines[cell + 1].startswith("TD")
    assert lines[cell + 2].startswith("Form")


def test_a_field_is_drawn_as_nothing_and_so_prints_as_the_empty_line(form: bytes) -> None:
    for field in widgets(PdfReader(io.BytesIO(form))):
        assert field["/F"] == 4
        assert field["/AP"]["/N"].get_object().get_data() == b""


def test_nobody_is_asked_to_draw_the_fields_before_they_are_filled_in(form: bytes) -> None:
    acro_form: Pdf = PdfReader(io.BytesIO(form)).root_object["/AcroForm"]
    assert "/NeedAppearances" not in acro_form
    (font,) = acro_form["/DR"]["/Font"].values()
    assert font["/Encoding"] == "/WinAnsiEncoding"
    assert len(font["/Widths"]) == 256 - 32
    assert font["/FontDescriptor"]["/FontFile2"].get_data()[:4] == b"\0\1\0\0"


def test_what_a_reader_writes_stands_in_the_field_and_on_the_page(form: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(form))
    values = {"grade 2019/FO1": "6,5", "reason 2019/FO1": "Særlig godt – «ja»"}
    writer.update_page_form_field_values(writer.pages[0], values)
    filled = io.BytesIO()
    writer.write(filled)

    reader = PdfReader(filled)
    texts = reader.get_form_text_fields()
    assert {name: texts[name] for name in values} == values
    drawn = [field["/AP"]["/N"].get_object().get_data() for field in widgets(reader)[:2]]
    assert all(b"Tj" in one for one in drawn)


def test_the_same_form_is_the_same_bytes(document: Document, form: bytes) -> None:
    assert write_pdf(document(CONTENT, Frame(form_id=IDENTITY))) == form


def test_a_document_without_fields_is_no_form(document: Document) -> None:
    reader = PdfReader(io.BytesIO(write_pdf(document("<p>Bare tekst</p>"))))
    assert "/AcroForm" not in reader.root_object


def test_what_is_joined_for_the_printer_has_the_page_without_its_fields(form: bytes) -> None:
    reader = PdfReader(io.BytesIO(joined([("Ett", form), ("To", form)], "")))

    assert "/AcroForm" not in reader.root_object
    assert widgets(reader) == []
    assert "Karakter" in reader.pages[0].extract_text()
