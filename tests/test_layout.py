"""One of each kind of document, laid out: what a book designer would not let pass."""

import re
from html import escape
from pathlib import Path

import pytest
from fastexcel import read_excel

from tests.laid_out import LAST_PAGE, faults, last_page, lay_out
from tools.documents.one_of_each import DEMONSTRATION, KINDS, PANEL, to_print

TITLE = (
    "Samhandlingsreformens virkninger på kommunehelsetjenestens rehabiliteringstilbud: en "
    "randomisert og registerbasert oppfølging av pasienter, pårørende og helsepersonell i "
    "Midt-Norge fra 2012 til og med 2024"
)
NUMBER = "-SAKSNUMMER/I-ARKIVET_SOM_ER_SVÆRT_LANGT_OG_UTEN_MELLOMROM"
CALL = (
    "Stiftelsen for helsefremmende forskning og rehabilitering i Norden · Utlysning av midler "
    "til forskningsprosjekter med brukermedvirkning, første og andre runde, høsten 2019"
)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the HTML of one of each kind of document."""
    made = to_print(tmp_path_factory.mktemp("documents"))
    return {kind: job.html for kind, job in made.items()}


def stretched(html: str) -> str:
    """Return a page with titles of 200 characters, numbers of 60 and a call of two lines."""
    style, end, body = html.partition("</style>")
    for title in sorted(titles(), key=len, reverse=True):
        body = body.replace(escape(title), TITLE)
    body = re.sub(r"(2019/FO|KLIN-2024/)\d{4,6}", lambda one: (one[0] + NUMBER)[:60], body)
    body = re.sub(r'(<header class="page-head">\s*<span>)[^<]*', rf"\g<1>{CALL}", body)
    return style + end + body


def titles() -> set[str]:
    """Return the titles of all applications of the demonstrations."""
    return {
        title
        for call in (DEMONSTRATION, PANEL)
        for title in read_excel(call / "soknader.xlsx").load_sheet(0).to_polars()["Prosjektnavn"]
        if title
    }


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_is_as_a_book_designer_would_have_it(kind: str, documents: dict[str, str]) -> None:
    document = lay_out(documents[kind])
    assert faults(document) == []
    assert last_page(document) > LAST_PAGE


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_holds_long_titles_and_numbers(kind: str, documents: dict[str, str]) -> None:
    assert len(TITLE) >= 200
    assert faults(lay_out(stretched(documents[kind]))) == []


CELLS = '<td class="num">4,83</td></tr><tr><td class="num">{}</td></tr><tr><td class="num">3,25'
STYLE = (Path(__file__).resolve().parents[1] / "templates" / "print.css").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (f'<table class="list"><tr>{CELLS.format("4,5")}</td></tr></table>', "line up"),
        ('<p style="white-space: nowrap">' + "lang " * 60 + "</p>", "into the margin"),
        (
            '<table class="list"><tr><td style="white-space: nowrap">' + "M" * 60 + "</td>"
            "<td>her</td></tr></table>",
            "out of its cell",
        ),
        ('<p style="height: 235mm">x</p><h2 style="break-after: page">Sist</h2><p>y</p>', "last"),
        (
            '<table class="list"><tr><td class="pen" style="height: 7mm">x</td></tr></table>',
            "to write is",
        ),
        (
            '<table class="list"><tr style="break-inside: auto"><td>' + "<p>x</p>" * 90 + "</td>"
            "</tr></table>",
            "is split",
        ),
    ],
)
def test_the_faults_are_seen(content: str, fault: str) -> None:
    found = faults(lay_out(f"<style>{STYLE}</style>{content}"))
    assert any(fault in one for one in found), found
