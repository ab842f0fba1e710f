"""Shortcuts: whatever we print comes out the same, byte for byte, with them and without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import tinyhtml5
import weasyprint

from reviewpkg.rendering import shortcuts
from reviewpkg.rendering.pdf import RenderingFault, write_pdf
from tests.rendering.conftest import Frame

Document = Callable[..., str]

LIST = """
{{ m.facts([("Ramme", "12 000 000 kr"), ("Til fordeling", "11 950 000 kr")]) }}
{{ m.measures([("Gjennomsnitt", "5,0"), ("Spredning", "1,2")]) }}
{% call m.notice("Fire par avviker") %}<p>Par 3 er <i>strengere</i> enn de andre.</p>{% endcall %}
{% call m.table([("Nr.", 9, "num"), ("Prosjekt", none, ""), ("GK", 12, "num")], "Alle") %}
{% for n in range(1, 60) %}
<tr><td class="num">{{ m.position(n, n % 7 == 3) }}</td>
<td>{{ m.project("Tittel <nr.> " ~ n ~ " om helse &shy; og språk " * (n % 5), "Søker " ~ n) }}</td>
<td class="num">5,5</td></tr>
{% if n == 40 %}{{ m.line(3, "1.2.1", "Linjen går her, fordi.") }}{% endif %}
{% endfor %}
{% endcall %}
{% call m.entries("Avslag") %}{{ m.entry("2019/FO241234", "Ikke relevant nok.", "avslag 1") }}
{% endcall %}
{{ m.signatures([("Kari Nordmann", "leder")]) }}{{ m.seal("1a2b-3c4d") }}
"""
FORM = """
{% for n in range(1, 5) %}{% call m.card("2019/FO" ~ n, "Eldres stemmer " * n, "Søker") %}
{% call(side) m.beside() %}{% if side == "left" %}
{% call m.table([("Karakter", none, "mid"), ("5", none, "mid")]) %}
<tr><th scope="row" rowspan="2">A</th><td class="mid pen"></td></tr><tr><td>B</td></tr>
{% endcall %}
{% else %}{{ m.passage("Sagt", "Et langt svar\nover to linjer, " * 9) }}{% endif %}{% endcall %}
{% call m.pen() %}
{{ m.pen_box("Karakter", 34, "1–7", m.field("grade", "2019/FO%d" | format(n), "Karakter")) }}
{{ m.tick("Inhabil") }}
{{ m.pen_lines("Hvorfor", 3, m.field("reason", "FO%d" | format(n), "Hvorfor", text=true)) }}
{% endcall %}
{% endcall %}{% endfor %}
"""
PICTURE = """
<figure class="picture"><svg role="img" width="90" height="40" viewBox="0 0 90 40">
<title>Søyler</title><g transform="translate(1,2)"><path d="M0,0h9v20h-9Z" fill="#888"></path>
<line x2="40" y2="9" stroke="#000" stroke-width="0.6"/><text font-size="9px">5 og 6</text></g></svg>
<figcaption>Én av <b>to</b> &amp; flere. Ōrākei – Ж 水</figcaption></figure>
<ul><li>Første</li><li>Andre<ol><li>Inni</li></ol></li></ul>
<p style="text-align: justify; width: 40mm">Språktilpasset demensutredning for samiske eldre.</p>
"""
LETTERS = """
{% for size in ("7.3pt", "9pt", "11.7px", "1px", "23pt") %}
<p style="font-size: {{ size }}">AV Te fi\u00a0\u2013\u2011-\u2010\u00ad AV To, (5,0)
Mc\u0327a \u05d0\u05d1 1</p>
<p style="font-size: {{ size }}; letter-spacing: 0.3px; font-variant: small-caps">Ord og Ta 1/2</p>
<p style="font-size: {{ size }}; direction: rtl"><b>Ve</b> AV <i>fy</i>\u00a0\u200b.</p>
{% endfor %}
"""
"""What fonts may learn otherwise from one document, or one size, than from another."""
SPACES = "<p>Først\u00a0et hardt mellomrom\u2011og en hard bindestrek - AV Te (5,0)</p>"
PAGES = """<p>1</p><p style="page: ballot">2</p><section class="landscape"><p>3</p><div><p>4</p>
<table><tr><td>5</td></tr></table></div></section><p style="break-before: page">6</p>
<header class="page-head"><b>Et annet hode</b></header><p>7</p><p style="page: ballot">8</p>"""
COUNTED = """<style>@page { @top-right { content: "Side " counter(page) " av " counter(pages) }
@top-right-corner { content: counter(page) } }</style><p>1</p>
<p style="break-before: page">2</p><p style="page: ballot">3</p>"""
"""Heads of pages, not all the same."""
BLOCKS = """
{% for n in range(1, 20) %}
<p style="orphans: 3; widows: {{ n % 5 + 1 }}; text-indent: {{ n % 3 }}mm;
margin: {{ n % 4 - 1 }}mm 0">
{{ "Et avsnitt som går over flere linjer og kanskje også over flere sider. " * (n % 9) }}</p>
<p style="break-inside: avoid">{{ "Et avsnitt som ikke deles. " * (n % 7 * 8) }}</p><p></p><p> </p>
<p style="height: 6mm; border-top: 1px solid">{{ "Høyt " * n }}</p><p style="min-height: 9mm"> </p>
<div style="text-align: center">{{ n }} <span style="position: relative; top: 1mm">opp</span></div>
<div style="white-space: pre-line"> 1\n 2 \n\n 3 </div><div style="overflow: hidden">av</div>
<table><tr><td style="vertical-align: bottom">{{ "Celle " * n * 3 }}</td><td>{{ n }}</td>
<td style="direction: rtl; text-align: justify">{{ "Motsatt " * n }}</td></tr></table>
{% if n % 9 == 0 %}<p>En note<span style="float: footnote">Noten {{ n }}</span> her.</p>
<p style="float: right">Til høyre</p><p style="clear: both">Under. {{ "Mer tekst. " * 60 }}</p>
{% endif %}{% endfor %}"""
"""Blocks of lines that are broken over pages, or kept whole, or are hardly there."""
CHOSEN = """<style>
[title="a"] { color: #c00 } [title~="b" i] b { color: #0c0 } p[title] + p { margin: 9mm }
[lang|="se"] { font-size: 14pt } :lang(en) { letter-spacing: 1px } [data-x^="1"] i { color: #00c }
b:first-child { font-size: 20pt } td[colspan="2"] { text-align: right } :link { color: #a0a }
div:has(> i) { padding: 3mm } div:not([title]) i { font-size: 8pt } p:empty { border: 1px solid }
</style>
{% for title in ("a", "b", "c B", "") %}<p title="{{ title }}">1 <b>2</b></p><p>3<b>4</b></p>
<div title="{{ title }}" data-x="{{ loop.index }}2"><i>5</i> <b lang="se-NO">6</b></div><p></p>
<div><i lang="en-GB">7</i></div><a {% if title %}href="https://example.org/{{ title }}"{% endif %}>8
</a><table><tr><td colspan="{{ loop.index }}">9</td></tr><tr><td>10</td><td>11</td></tr></table>
{% endfor %}"""
"""Elements that are alike but for what selectors ask of their attributes."""
ODD = """<p>En <a href="#b">lenke<p id="b">Et åpent avsnitt<table><tr><td>1<td>2</table>
<p style="color: #c00; text-decoration: underline; border: 1px dotted; border-radius: 3px">Rødt.
<div style="float: left; opacity: .5; transform: rotate(3deg)">Flyter</div> Rundt om."""
"""What none of our templates has, so that it goes the long way."""


@contextmanager
def no_shortcuts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no shortcut be taken meanwhile, as if WeasyPrint were another version."""
    with monkeypatch.context() as other:
        other.setattr(weasyprint, "VERSION", "70.1")
        shortcuts.replacements.cache_clear()
        yield
    shortcuts.replacements.cache_clear()


@pytest.mark.parametrize(
    "content",
    [LIST, FORM, PICTURE, ODD, LETTERS, SPACES, PAGES, COUNTED, BLOCKS, CHOSEN],
    ids=["list", "form", "svg", "odd", "letters", "spaces", "pages", "counted", "blocks", "chosen"],
)
@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
def test_a_page_is_the_same_with_shortcuts_and_without(
    monkeypatch: pytest.MonkeyPatch,
    document: Document,
    content: str,
    landscape: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    page = document(content, Frame(landscape=landscape, form_id="f 1.1 k 1a2b"))
    with no_shortcuts(monkeypatch):
        expected = write_pdf(page)
    assert write_pdf(page) == expected
    assert write_pdf(page) == expected


def test_what_is_wrong_with_a_page_is_still_complained_of(document: Document) -> None:
    for content in ('<p id="a">1</p><p id="a">2</p>', '<p style="widht: 1mm">1</p>'):
        for _ in range(2):
            with pytest.raises(RenderingFault):
                write_pdf(document(content))


@pytest.mark.parametrize("content", [LIST, LETTERS], ids=["list", "letters"])
def test_a_page_is_the_same_whatever_was_printed_before_it(
    document: Document, content: str
) -> None:
    first = write_pdf(document(content))
    write_pdf(document(ODD))
    write_pdf(document(SPACES))
    write_pdf(document(FORM, Frame(landscape=True)))
    assert write_pdf(document(content)) == first


def test_shortcuts_are_for_the_versions_that_we_know_and_for_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theirs = tinyhtml5.parse
    with shortcuts.shortcuts():
        assert tinyhtml5.parse is not theirs
    assert tinyhtml5.parse is theirs
    with no_shortcuts(monkeypatch), shortcuts.shortcuts():
        assert tinyhtml5.parse is theirs
