"""A PDF from outside: its fields, or one sentence that says why there are none."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from reviewpkg.intake.collecting import pdf_file
from reviewpkg.intake.collecting.pdf_file import read_fields
from reviewpkg.problems import Problem, sentences


def text(name: str, value: str) -> DictionaryObject:
    return DictionaryObject({
        NameObject("/FT"): NameObject("/Tx"),
        NameObject("/T"): TextStringObject(name),
        NameObject("/V"): TextStringObject(value),
    })  # fmt: skip


def pdf(*fields: DictionaryObject, password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    listed = ArrayObject(writer._add_object(field) for field in fields)  # noqa: SLF001
    form = DictionaryObject({NameObject("/Fields"): listed})
    writer.root_object[NameObject("/AcroForm")] = form
    if password:
        writer.encrypt(password)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def said(data: bytes) -> str:
    found = read_fields("skjema.pdf", data)
    assert isinstance(found, Problem)
    (line,) = sentences([found])
    return line


def test_fields_are_read_with_their_text_in_one_kind_of_line_break() -> None:
    data = pdf(text("grade 1", " 6,5 "), text("reason 1", "Godt – «ja»\r\nog æøå\rtil slutt"))
    assert read_fields("skjema.pdf", data) == {
        "grade 1": "6,5",
        "reason 1": "Godt – «ja»\nog æøå\ntil slutt",
    }


def test_a_field_may_be_made_of_parts_and_shown_in_several_places() -> None:
    parent = text("par", "")
    parent[NameObject("/Kids")] = ArrayObject([text("en", "1"), text("to", "2")])
    shown = text("tre", "3")
    shown[NameObject("/Kids")] = ArrayObject([DictionaryObject(), DictionaryObject()])
    assert read_fields("x.pdf", pdf(parent, shown)) == {"par.en": "1", "par.to": "2", "tre": "3"}


def test_what_no_cell_can_hold_is_left_out() -> None:
    found = read_fields("x.pdf", pdf(text("a", "én\0\x01\tto\u00a0tre \x1f")))
    assert found == {"a": "én to\u00a0tre"}


def test_what_is_no_pdf_is_said() -> None:
    assert "ikke en PDF" in said(b"")
    assert "ikke en PDF" in said(b"PK\x03\x04 et regneark")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.7\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/AcroForm 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        pdf(text("a", "1"))[:300],
        pdf(text("a", "1")).replace(b"/Fields", b"/Fields 9 9 R /F"),
        b"%PDF-1.7\n" + b"\0\xff" * 5000,
    ],
)
def test_a_damaged_file_is_one_sentence(data: bytes) -> None:
    line = said(data)
    assert line.startswith("skjema.pdf: ")
    assert "skadet" in line or "ingen felter" in line


def test_a_scanned_or_printed_form_has_no_fields() -> None:
    assert "ingen felter" in said(pdf())


def test_a_locked_file_is_said() -> None:
    assert "passord" in said(pdf(text("a", "1"), password="hemmelig"))  # noqa: S106


def test_a_form_that_holds_itself_ends() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    field: Any = text("a", "1")
    reference = writer._add_object(field)  # noqa: SLF001
    field[NameObject("/Kids")] = ArrayObject([reference])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([reference])}
    )
    stream = io.BytesIO()
    writer.write(stream)
    assert "skadet" in said(stream.getvalue())


def test_too_many_fields_too_much_text_or_the_same_twice_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "mer tekst" in said(pdf(text("a", "x" * 40_000)))
    assert "to ganger" in said(pdf(text("a", "1"), text("a", "2")))
    monkeypatch.setattr(pdf_file, "_MOST_FIELDS", 3)
    assert "skadet" in said(pdf(*(text(str(n), "") for n in range(4))))
    monkeypatch.setattr(pdf_file, "LARGEST", 100)
    assert "for stor" in said(pdf(text("a", "1")))
