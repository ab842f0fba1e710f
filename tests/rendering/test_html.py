import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from reviewpkg.languages.language import Language
from reviewpkg.rendering.html import Page, printable, render_html

MakePage = Callable[..., Page]
Rendered = Callable[..., str]


def test_a_page_stands_alone_and_names_its_furniture(page: MakePage) -> None:
    html = render_html("base.html", page())
    assert '<html lang="nb">' in html
    assert html.count("<h1>") == 1
    assert "<title>Utvelgelsesliste KS – Forskning 2019</title>" in html
    for text in ("Stiftelsen Dam", "Trinn 1.2", "Kopi: par 3", "20.\u00a0november", "3f9a1c2e"):
        assert text in html
    assert not re.search(r"(src|href)=|url\(|@import|<script", html)


def test_a_page_without_step_or_recipient_says_nothing_of_them(page: MakePage) -> None:
    html = render_html("base.html", page(step="", recipient="", landscape=True))
    assert "Trinn" not in html
    assert "Kopi" not in html
    assert '<body class="landscape">' in html


def test_text_is_escaped_everywhere(page: MakePage, rendered: Rendered) -> None:
    html = render_html("base.html", page(title="</style><script>alert(1)</script>"))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    attribute = rendered('<td title="{{ text }}">', text='" onclick="x')
    assert attribute == '<td title="&#34; onclick=&#34;x">'


def test_a_missing_value_is_a_fault(rendered: Rendered) -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ nothing }}")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("nul\0bell\x07", "nul\ufffdbell\ufffd"),
        ("\u202egnitset", "\ufffdgnitset"),
        ("\u2066x\u2069", "\ufffdx\ufffd"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("lone\ud800surrogate", "lone\ufffdsurrogate"),
        ("Čáhppes ŋ – 東京 😀", "Čáhppes ŋ – 東京 😀"),
    ],
)
def test_hostile_characters_are_dropped_or_shown(rendered: Rendered, text: str, shown: str) -> None:
    assert rendered("{{ text }}", text=text) == shown
    assert printable(Markup(text)) == Markup(shown)  # noqa: S704 - both plain text


def test_markup_stays_markup(rendered: Rendered) -> None:
    assert rendered("{{ m.tick('a' ~ '<' ~ '\x07') }}").count("&lt;\ufffd") == 1


@pytest.mark.parametrize("value", [0.5, True, Fraction(1, 2), date(2019, 11, 20), [1]])
def test_what_needs_a_filter_is_not_printed_raw(rendered: Rendered, value: object) -> None:
    with pytest.raises(TypeError, match="text and whole numbers"):
        rendered("{{ value }}", value=value)


def test_nothing_prints_nothing(rendered: Rendered) -> None:
    assert rendered("{{ value }}", value=None) == ""


def test_a_table_has_a_caption_widths_and_scoped_headings(rendered: Rendered) -> None:
    columns = [("Nr.", 9, "num"), ("Prosjekt", None, "")]
    html = rendered(
        "{% call m.table(columns, 'Alle') %}{{ m.line(2, '1.2.1', 'Linjen.') }}{% endcall %}",
        columns=columns,
    )
    assert "<caption>Alle</caption>" in html
    assert '<col style="width: 9mm">\n<col>' in html
    assert '<th scope="col" class="num">Nr.</th>\n<th scope="col">Prosjekt</th>' in html
    assert '<tr class="line"><td colspan="2"><b>1.2.1</b> Linjen.</td></tr>' in html


def test_a_shared_place_is_marked_by_a_sign(rendered: Rendered) -> None:
    assert rendered("{{ m.position(12) }}") == "12"
    assert rendered("{{ m.position(12, true) }}").endswith("=</span>12")


def test_an_empty_passage_leaves_no_heading(rendered: Rendered) -> None:
    assert rendered("{{ m.passage('Kommentar', '') }}").strip() == ""
    assert rendered("{{ m.passage('Kommentar', none) }}").strip() == ""
    assert '<p class="said">a\nb</p>' in rendered("{{ m.passage('K', text) }}", text="a\r\nb")


def test_a_page_speaks_the_language_of_its_frame(page: MakePage) -> None:
    html = render_html("base.html", page(language=Language.ENGLISH))
    assert '<html lang="en">' in html
    for text in (
        "Step 1.2",
        "Copy: par 3",
        "20\u00a0November 2019",
        "based on 3f9a1c2e",
        "Page <b",
    ):
        assert text in html
    assert not re.search("Trinn|Kopi|grunnlag|Side", html)
    nynorsk = render_html("base.html", page(language=Language.NYNORSK))
    assert '<html lang="nn">' in nynorsk
    assert "20.\u00a0november 2019 · grunnlag" in nynorsk


def test_what_fills_a_place_is_escaped_and_cleaned_like_the_rest(rendered: Rendered) -> None:
    source = "{% trans name=name %}Kopi: {{ name }}{% endtrans %}"
    assert rendered(source, name="<b>\u202e%(name)s") == "Kopi: &lt;b&gt;\ufffd%(name)s"
    assert rendered(source, name=None) == "Kopi: "
    for value in (0.5, True, Fraction(1, 2)):
        with pytest.raises(TypeError, match="text and whole numbers"):
            rendered(source, name=value)
    with pytest.raises(UndefinedError):
        rendered("{% trans %}Kopi: {{ nothing }}{% endtrans %}")


def test_one_is_told_from_many_and_a_percent_sign_stays(rendered: Rendered) -> None:
    source = "{% trans count=count %}én, 5 %{% pluralize %}{{ count }}, 5 %{% endtrans %}"
    assert [rendered(source, count=count) for count in (0, 1, 2)] == ["0, 5 %", "én, 5 %", "2, 5 %"]
