import io
from collections.abc import Callable
from fractions import Fraction

import pytest
from markupsafe import Markup
from pypdf import PdfReader

from reviewpkg.rendering.pdf import write_pdf
from tests.rendering.read_aloud import read_aloud, shown

Document = Callable[..., str]

FRAME = ["Stiftelsen Dam · Forskning 2019", "Utvelgelsesliste KS", "Trinn 1.2 · Utvelgelse"]


@pytest.fixture
def aloud(document: Document) -> Callable[..., list[str]]:
    """Return a function that says what a page with that content says, its title left out."""

    def read(content: str, **values: object) -> list[str]:
        lines = read_aloud(write_pdf(document(content, **values)))
        assert lines[:2] == ["Document", "  H1: Utvelgelsesliste KS"]
        return [line.removeprefix("  ") for line in lines[2:]]

    return read


def test_a_table_over_many_pages_is_read_as_one_with_its_headings_once(
    document: Document,
) -> None:
    content = """{% call m.table([("Nr.", 9, "num"), ("Tittel", none, "")], "Alle") %}
    {% for n in range(1, 91) %}
    <tr><td>{{ n }}</td><th scope="row">Tittel {{ n }}</th></tr>
    {% endfor %}
    {% endcall %}"""
    pdf = write_pdf(document(content))
    lines = [line.strip() for line in read_aloud(pdf)]
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 1
    assert lines[:9] == [
        "Document",
        "H1: Utvelgelsesliste KS",
        "Table",
        "Caption: Alle",
        "THead",
        "TR",
        "TH Scope=/Column: Nr.",
        "TH Scope=/Column: Tittel",
        "TBody",
    ]
    assert lines[9:] == [
        line
        for number in range(1, 91)
        for line in ("TR", f"TD: {number}", f"TH Scope=/Row: Tittel {number}")
    ]


def test_what_stands_on_every_page_is_page_furniture(document: Document) -> None:
    content = """{% call m.table([("Nr.", none, "")]) %}
    {% for n in range(90) %}<tr><td>x</td></tr>{% endfor %}{% endcall %}"""
    reader = PdfReader(io.BytesIO(write_pdf(document(content))))
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        _, furniture = shown(reader, page)
        foot = ["Kopi: par 3", "20. november 2019 · grunnlag 3f9a1c2e"]
        foot += ["Side ", str(number), " av ", str(count)]
        assert sorted(furniture) == sorted([*FRAME, *foot] + ["Nr."] * (number > 1))


def test_cells_say_what_they_span(aloud: Callable[..., list[str]]) -> None:
    lines = aloud("""<table><tr><th scope="row" rowspan="2">a</th><td colspan="2">b</td></tr>
    <tr><td>c</td><td></td></tr></table>""")
    assert [line.strip() for line in lines[2:]] == [
        *("TR", "TH RowSpan=2 Scope=/Row: a", "TD ColSpan=2: b"),
        *("TR", "TD: c", "TD"),
    ]


def test_lines_are_kept_apart_and_hyphenated_words_whole(aloud: Callable[..., list[str]]) -> None:
    text = "Likepersonsarbeid og brukermedvirkning i rehabilitering"
    lines = aloud(f'<p style="width: 30mm; hyphens: auto">{text}</p>')
    assert "".join(lines).replace("[", "").replace("]", "") == f"P: {text}"
    assert "[" in lines[0]
    broken = aloud('<p style="width: 12mm; overflow-wrap: anywhere">{{ "MW" * 30 }}</p>')
    assert broken == ["P: " + "MW" * 30]
    drawn = aloud('<p style="width: 15mm">Regnearket <span class="id">samlet-p01.xlsx</span></p>')
    assert drawn == ["P: Regnearket samlet-p01.xlsx"]
    dashed = aloud('<p style="width: 15mm">nakke- og rygg-plager</p>')
    assert dashed == ["P: nakke- og rygg-plager"]


def test_a_space_that_is_not_drawn_is_read(aloud: Callable[..., list[str]]) -> None:
    assert aloud("<p><b>KS</b> og <b>Annet</b> <i>til sist</i></p>") == ["P: KS og Annet til sist"]
    # In brackets: said instead of the glyphs, for no space was ever drawn in italics here.
    assert aloud("<p><b>KS</b> <i>og</i> <b>Annet</b></p>") == ["P: KS [og ]Annet"]
    assert aloud("<p>tusen: 44\u00a0000&nbsp;kr</p>") == ["P: tusen: 44 000 kr"]


def test_text_stands_in_paragraphs_and_empty_boxes_are_silent(
    aloud: Callable[..., list[str]],
) -> None:
    lines = aloud("""{% call m.pen() %}{{ m.pen_box("Karakter", 30, "1–7") }}
    {{ m.pen_lines("Begrunnelse", 3) }}{{ m.tick("Inhabil") }}{% endcall %}
    {{ m.signatures([("Kari Nordmann", "leder")]) }}""")
    assert lines == [
        "P: Karakter 1–7",
        "P: Begrunnelse",
        "P: Inhabil",
        "P: Sted og dato",
        "P: Kari Nordmann",
        "P: leder",
    ]


def test_a_table_is_named_by_its_caption_its_label_or_its_heading(
    aloud: Callable[..., list[str]],
) -> None:
    table = "<table>{}<tr><td>x</td></tr></table>"
    caption = table.format("<caption>Alle</caption>")
    figures = '{{ m.measures([("Ramme", 1)]) }}'
    lines = aloud(f"{table}<h2>KS</h2>{table}{caption}".replace("{}", "") + figures)
    assert [line for line in lines if line.startswith(("Table", "  Caption"))] == [
        "Table Summary=Utvelgelsesliste KS",
        "Table Summary=KS",
        "Table",
        "  Caption: Alle",
        "Table Summary=Tallene",
    ]


def test_a_cell_with_a_second_line_has_two_paragraphs(aloud: Callable[..., list[str]]) -> None:
    lines = aloud('<table><tr><td>{{ m.project("Tittel", "Søker") }}</td></tr></table>')
    assert lines[-3:] == ["      TD", "        P: Tittel", "        P: Søker"]


def test_lists_links_and_pictures_are_what_they_are(aloud: Callable[..., list[str]]) -> None:
    lines = aloud("""<ul><li>en</li><li>to</li></ul>
    <p>Se <a href="https://example.org/">rutinen</a>.</p>
    <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Et kart</title>
    <path d="M0 0h9v9z"/></svg>
    <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>
    <p><span class="shared" title="delt plass">=</span>3</p>""")
    assert [line.split(" BBox")[0] for line in lines] == [
        "L ListNumbering=/Disc",
        "  LI",
        "    Lbl: • ",
        "    LBody: en",
        "  LI",
        "    Lbl: • ",
        "    LBody: to",
        "P: Se .",
        "  Link: rutinen(rutinen)",
        "P",
        "  Figure Alt=Et kart",
        "P: 3",
        "  Span E=delt plass: =",
    ]


def test_a_picture_is_read_as_its_name_and_what_one_sees(aloud: Callable[..., list[str]]) -> None:
    lines = aloud("""{% import "pictures.html" as p %}
    {% call p.figure("sum", drawing, "Løpende sum, KS", "De tre første får plass.",
    "Tallene står i tabellen under.") %}Hver kloss er en søknad.{% endcall %}""",
        drawing={"width": 9, "height": 9, "widest": 1, "marks": Markup('<path d="M0 0h9v9z"/>')},
    )  # fmt: skip
    assert [line.split(" BBox")[0] for line in lines] == [
        "P",
        "  Figure Alt=Løpende sum, KS. De tre første får plass. Tallene står i tabellen under.",
        "P: Løpende sum, KS. De tre første får plass. Hver kloss er en søknad.",
    ]


def test_a_list_without_labels_says_so(aloud: Callable[..., list[str]]) -> None:
    lines = aloud('<ul class="plain"><li>F1 Frist</li><li>F2 Beløp</li></ul>')
    assert lines == [
        "L ListNumbering=/None",
        *("  LI", "    LBody: F1 Frist"),
        *("  LI", "    LBody: F2 Beløp"),
    ]


def test_the_headings_are_the_bookmarks(document: Document) -> None:
    pdf = write_pdf(document("<h2>KS</h2><p>x</p><h2>Annet</h2><p>y</p>"))
    titles = [one["/Title"] for one in _flat(PdfReader(io.BytesIO(pdf)).outline)]
    assert titles == ["Utvelgelsesliste KS", "KS", "Annet"]


def _flat(outline: list) -> list:  # type: ignore[type-arg]
    return [x for one in outline for x in (_flat(one) if isinstance(one, list) else [one])]


def test_room_for_missing_decimals_is_neither_text_nor_read(document: Document) -> None:
    content = """{% call m.table([("Snitt", 20, "num"), ("Bruker", 20, "mid")]) %}
    {% for value in [none, 4, half] %}
    <tr><td class="num">{{ value | aligned(2) }}</td>
    <td class="mid">{{ value | aligned(2) }}</td></tr>
    {% endfor %}{% endcall %}"""
    pdf = write_pdf(document(content, half=Fraction(9, 2)))
    cells = [line.strip() for line in read_aloud(pdf) if "TD" in line]
    assert cells == ["TD: –", "TD: –", "TD: 4", "TD: 4", "TD: 4,5", "TD: 4,5"]
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert "4,50" not in text
    assert "4,00" not in text
