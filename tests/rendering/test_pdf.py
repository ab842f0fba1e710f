import gc
import hashlib
import io
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from reviewpkg.rendering.page_fonts import FAMILY
from reviewpkg.rendering.pdf import DataFile, RenderingFault, write_pdf

Document = Callable[..., str]

ROOT = Path(__file__).resolve().parents[2]
MINIMAL = '<html lang="nb"><title>t</title><body style="font-family: Reviewpkg Sans">'
ROWS = """
{% call m.table([("Nr.", 9, "num"), ("Prosjekt og søker", none, ""), ("GK", 12, "num")], "Alle") %}
{% for number in range(1, count + 1) %}
<tr><td class="num">{{ number }}</td><td>{{ m.project("Tittel nr. " ~ number, "Søker") }}</td>
<td class="num">5,5</td></tr>
{% if number == line %}{{ m.line(3, "1.2.1", "Linjen går her, fordi.") }}{% endif %}
{% endfor %}
{% endcall %}
{{ m.signatures([("Kari Nordmann", "leder")]) }}
"""


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def test_every_page_carries_its_furniture_and_the_table_its_headings(document: Document) -> None:
    texts = pages(write_pdf(document(ROWS, count=70, line=0)))
    assert len(texts) > 2
    for number, text in enumerate(texts, start=1):
        for furniture in ("Stiftelsen Dam · Forskning 2019", "Utvelgelsesliste KS", "Trinn 1.2"):
            assert furniture in text
        assert "Kopi: par 3" in text
        assert "grunnlag 3f9a1c2e" in text
        assert f"Side {number} av {len(texts)}" in text
        assert "Prosjekt og søker" in text


@pytest.mark.parametrize("count", range(20, 28))
def test_no_row_line_or_signature_stands_alone_on_a_page(document: Document, count: int) -> None:
    texts = pages(write_pdf(document(ROWS, count=count, line=count - 1)))
    last = texts[-1]
    assert "Kari Nordmann" in last
    assert last.count("Tittel nr.") >= 2
    for text in texts:
        assert ("Linjen går her" not in text) or f"Tittel nr. {count - 1}\n" in text


@pytest.mark.parametrize("landscape", [False, True])
def test_paper_is_a4(
    document: Document,
    page: Callable[..., object],
    landscape: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    frame = page(landscape=landscape).frame  # type: ignore[attr-defined]
    box = PdfReader(io.BytesIO(write_pdf(document("<p>x</p>", frame)))).pages[0].mediabox
    size = (round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72))
    assert size == ((297, 210) if landscape else (210, 297))


def test_long_titles_and_unbroken_words_stay_within_their_column(document: Document) -> None:
    title = "Samhandling " * 16 + "M" * 80
    content = """{% call m.table([("Prosjekt", 60, ""), ("Merknad", none, "")]) %}
    <tr><td>{{ title }}</td><td>her</td></tr>{% endcall %}
    {% call m.card("2019/FO241234", title, title) %}{{ m.passage("Sagt", title) }}{% endcall %}"""
    text = pages(write_pdf(document(content, title=title)))[0]
    assert "M" * 80 not in text
    assert text.count("M" * 20) > 3


def test_the_document_is_tagged_titled_and_in_bokmal(document: Document) -> None:
    reader = PdfReader(io.BytesIO(write_pdf(document("<p>x</p>"))))
    root = reader.root_object
    assert str(root["/Lang"]) == "nb"
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == "Utvelgelsesliste KS – Forskning 2019"
    assert str(reader.metadata["/CreationDate"]) == "D:20191120"


def test_same_bytes_in_two_processes_with_differing_hash_seeds(document: Document) -> None:
    html = document(ROWS, count=30, line=7)
    here = hashlib.sha256(write_pdf(html)).hexdigest()
    assert hashlib.sha256(write_pdf(html)).hexdigest() == here
    program = (
        "import hashlib, sys; from reviewpkg.rendering.pdf import write_pdf;"
        "print(hashlib.sha256(write_pdf(sys.stdin.buffer.read().decode())).hexdigest())"
    )
    for seed in ("1", "2"):
        process = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program],
            input=html.encode(),
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"},
            stdout=subprocess.PIPE,
            check=True,
        )
        assert process.stdout.decode().strip() == here


def test_a_document_carries_its_data(document: Document) -> None:
    day = date(2019, 11, 20)
    files = [DataFile(f"{name}.csv", f"Tabell {name}", b"a;b\n", day) for name in ("to", "en")]
    html = document("<p>東京</p>")
    pdf = write_pdf(html, files)
    assert write_pdf(html, files) == pdf
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.attachments == {"en.csv": [b"a;b\n"], "to.csv": [b"a;b\n"]}
    root: Any = reader.root_object
    described = [one.get_object() for one in root["/AF"]]
    assert [one["/UF"] for one in described] == ["en.csv", "to.csv"]
    for one in described:
        assert one["/AFRelationship"] == "/Data"
        assert one["/Desc"].startswith("Tabell ")
        stream = one["/EF"]["/F"]
        assert stream["/Subtype"] == "/text/csv"
        assert stream["/Params"]["/ModDate"] == stream["/Params"]["/CreationDate"]
        assert stream["/Params"]["/ModDate"] == "D:20191120000000Z"


def test_only_our_fonts_are_embedded(document: Document) -> None:
    pdf = write_pdf(document("<p>Čáhppes <b>ŋuolga</b> ≥ ½ ✓ − <i>«»</i></p>"))
    assert len(pdf) < 130_000
    assert embedded(pdf) == {"Regular", "Semi-Bold", "Italic"}


def test_what_must_not_be_printed_shows_as_the_replacement_character(document: Document) -> None:
    assert "\ufffd ok" in pages(write_pdf(document("<p>{{ text }}</p>", text="\x07 ok")))[0]


def test_characters_outside_our_fonts_print_small_and_without_complaint(
    document: Document,
    caplog: pytest.LogCaptureFixture,
) -> None:
    html = document("<p>{{ text }}</p>", text="東京 😀 Ελλάδα ขอบ \U000f0000 \x07 ok")
    pdf = write_pdf(html)
    assert len(pdf) < 200_000
    assert write_pdf(html) == pdf
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_character_that_no_font_has_shows_as_the_replacement_character(
    document: Document,
) -> None:
    pdf = write_pdf(document("<p>{{ text }}</p>", text="før \U000f0000 etter"))
    assert "før \ufffd etter" in pages(pdf)[0]
    assert embedded(pdf) == {"Regular", "Semi-Bold"}


def test_a_machine_without_harfbuzz_subset_prints_the_same(
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    html = document(ROWS, count=3, line=0)
    pdf = write_pdf(html)
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    assert write_pdf(html) == pdf
    assert len(write_pdf(document("<p>東京 😀 Ελλάδα</p>"))) < 200_000


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ("<style>p { colour: red }</style>", "colour"),
        ('<img alt="" src="https://example.org/a.png">', "example.org"),
        ('<img alt="" src="file:///etc/hostname">', "hostname"),
        ('<img alt="" src="relative.png">', "relative.png"),
        ('<link rel="stylesheet" href="http://example.org/a.css">', "example.org"),
    ],
)
def test_a_complaint_of_weasyprint_is_a_fault(fault: str, complaint: str) -> None:
    with pytest.raises(RenderingFault, match=complaint):
        write_pdf(MINIMAL + fault)


def test_a_faulty_stylesheet_is_complained_of_in_every_document(document: Document) -> None:
    html = document("<p>x</p>").replace("</style>\n</head>", "p { colour: red }</style></head>")
    for _ in range(2):
        with pytest.raises(RenderingFault, match="colour"):
            write_pdf(html)


def test_a_document_is_the_same_whatever_was_printed_before_it(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = document("<p>Ord</p>")
    first = write_pdf(plain)
    write_pdf(plain.replace("</style>\n</head>", "p { font-size: 20pt }</style></head>"))
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    write_pdf(document("<p>{{ text }}</p>", text="東京 😀 \U000f0000"))
    monkeypatch.undo()
    assert write_pdf(plain) == first


def test_our_own_drawings_may_stand_in_the_page() -> None:
    svg = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
    write_pdf(f'{MINIMAL}<img alt="en strek" src="{svg}">')


def test_the_garbage_collector_is_as_before() -> None:
    assert gc.isenabled()
    write_pdf(MINIMAL)
    assert gc.isenabled()
    with pytest.raises(RenderingFault):
        write_pdf(f"{MINIMAL}<style>p {{ colour: red }}</style>")
    assert gc.isenabled()


def embedded(pdf: bytes) -> set[str]:
    """Return the styles of the fonts in the PDF; all must be of our family."""
    fonts = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].get_object()  # type: ignore[index]
    names = [str(font.get_object()["/BaseFont"]).split("+")[1] for font in fonts.values()]
    family = FAMILY.replace(" ", "-")
    assert all(name.startswith(family) for name in names)
    return {name.removeprefix(family).strip("-") or "Regular" for name in names}
