"""A page is written in Typst's markup with all its text, and nothing of the text is markup."""

from __future__ import annotations

import pytest

from tools.bench.typst_markup import typst_of


def page(main: str) -> str:
    return (
        "<!DOCTYPE html><html lang='nn'><head><title>T</title>"
        "<meta name='author' content='F'></head><body class='landscape'>"
        "<header class='page-head'><span>a</span><span>b</span><span>c</span></header>"
        "<footer class='page-foot'><span>d</span><span>e</span><span>Side <b class='this-page'>"
        f"</b></span></footer><main>{main}</main></body></html>"
    )


def body(main: str) -> str:
    """Return what is written after the page's head."""
    return typst_of(page(main)).split("\n", 2)[2].strip()


def test_what_stands_on_every_page_goes_along() -> None:
    _, head, _ = typst_of(page("<p>x</p>")).split("\n", 2)
    for said in ('lang: "nn"', "landscape: true", 'head: ([#"a"], [#"b"], [#"c"], )', "this-page;"):
        assert said in head


@pytest.mark.parametrize(
    "text", ["#import x", 'a "quoted" word', "back\\slash", "[brackets]", "*bold* _and_ $x$"]
)
def test_text_is_only_ever_text(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    assert body(f"<p>{text}</p>") == f'#par[#"{quoted}"]'


def test_spaces_are_one_and_those_beside_a_tag_are_kept() -> None:
    assert body("<p>a  b\n <b>c</b> d</p>") == '#par[#"a b "#strong[#"c"]#" d"]'


def test_a_tables_columns_spans_and_headings_are_its_own() -> None:
    written = body(
        "<table class='list'><colgroup><col style='width: 12mm'><col></colgroup>"
        "<thead><tr><th class='num'>N</th><th>T</th></tr></thead>"
        "<tbody><tr><td colspan='2'>x</td></tr></tbody></table>"
    )
    assert written == (
        '#rows((12mm, 1fr,), "list", (table.cell(align: right)[#head-cell[#"N"]], '
        '[#head-cell[#"T"]],), table.cell(colspan: 2)[#"x"])'
    )


def test_line_breaks_that_somebody_made_are_kept() -> None:
    assert body("<p class='said'>a\nb</p>") == '#par[#"a"#linebreak()#"b"]'


def test_a_picture_goes_along_with_what_it_says() -> None:
    written = body(
        "<figure><svg viewBox='0 0 1 1'><title>Kart</title><path d='M0 0'/></svg></figure>"
    )
    assert written.startswith('#image(bytes("<svg xmlns=')
    assert 'alt: "Kart"' in written
