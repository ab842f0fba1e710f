import io
import zipfile
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.intake import kinds
from reviewpkg.intake.kinds import Kind, kind
from tests.intake.folders import csv_bytes, ods_book, ods_bytes, told_of, valid, xlsx_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ROWS = valid().tables["karakterer/m03"]
ENCRYPTED = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"


def _zip(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return data.getvalue()


def _wide(reference: str) -> bytes:
    data = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx_bytes(ROWS))) as old,
        zipfile.ZipFile(data, "w") as new,
    ):
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                far = f'<row r="{row}"><c r="{reference}"><v>1</v></c></row></sheetData>'
                text = text.replace(b"</sheetData>", far.encode())
            new.writestr(name, text)
    return data.getvalue()


FILES = {
    "csv": csv_bytes(ROWS),
    "csv in utf-16": csv_bytes(ROWS, "\t", "utf-16"),
    "web page": b"\xef\xbb\xbf<html><table><tr><td>Prosjektnummer</td></tr></table></html>",
    "xhtml": b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>',
    "xml spreadsheet": b'<?xml version="1.0"?><Workbook></Workbook>',
    "old excel": OLE + "Workbook".encode("utf-16-le"),
    "old word": OLE + "WordDocument".encode("utf-16-le"),
    "password": OLE + "EncryptedPackage".encode("utf-16-le"),
    "word": _zip(word__document_xml=b"<w/>"),
    "slides": _zip(ppt__presentation_xml=b"<p/>"),
    "binary excel": _zip(**{"xl/workbook.bin": b"\0"}),
    "text document": _zip(content_xml=b"<x/>", mimetype=b"application/vnd.oasis.opendocument.text"),
    "a zip": _zip(**{"bilder/a.txt": b"hei"}),
    "png": b"\x89PNG\r\n\x1a\n" + bytes(30),
    "pdf": b"%PDF-1.7\n" + bytes(30),
    "nothing": b"",
    "spaces": b" \r\n\r\n",
    "noise": bytes(range(256)),
    "truncated": xlsx_bytes(ROWS)[:2000],
}


@pytest.mark.parametrize("name", FILES)
def test_an_xlsx_that_is_something_else(
    name: str, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    at = valid().write(tmp_path)
    (at / "karakterer" / "m03.csv").unlink()
    (at / "karakterer" / "m03.xlsx").write_bytes(FILES[name])
    assert told_of(at) == messages


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("m03.xlsx", ods_bytes(ROWS)),
        ("m03.ods", xlsx_bytes(ROWS)),
        ("m03.csv", xlsx_bytes(ROWS)),
        ("m03.csv", OLE + "Workbook".encode("utf-16-le")),
        ("m03.csv", b"Prosjektnummer;\0\1"),
        ("m03.ods", ods_book("", ENCRYPTED)),
        ("m03.xlsx", _wide("XFD1048576")),
    ],
    ids=["ods", "xlsx", "csv-xlsx", "csv-xls", "csv-noise", "ods-password", "too wide"],
)
def test_a_file_with_the_wrong_ending(
    name: str, data: bytes, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    at = valid().write(tmp_path)
    (at / "karakterer" / "m03.csv").unlink()
    (at / "karakterer" / name).write_bytes(data)
    assert told_of(at) == messages


def test_what_would_fill_the_memory_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "LARGEST_UNPACKED", 1000)
    at = valid().write(tmp_path)
    (at / "karakterer" / "m03.csv").unlink()
    (at / "karakterer" / "m03.xlsx").write_bytes(xlsx_bytes(ROWS))
    assert told_of(at) == f"karakterer/m03.xlsx: {kinds.TOO_LARGE}"


def test_kinds_are_told_from_the_first_bytes() -> None:
    assert kind(xlsx_bytes(ROWS)) is Kind.XLSX
    assert kind(ods_bytes(ROWS)) is Kind.ODS
    assert kind(csv_bytes(ROWS)) is Kind.TEXT
