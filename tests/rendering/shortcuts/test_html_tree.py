"""Our HTML is read as tinyhtml5 reads it, and what is not quite ours is left to that."""

from __future__ import annotations

import io
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from reviewpkg.rendering.pdf_shared import without_stylesheet
from reviewpkg.rendering.shortcuts.html_tree import OddError, tree
from tests.rendering.shortcuts.test_shortcuts import FORM, LIST, PICTURE

Flat = tuple[str, list[tuple[str, str]], str | None, str | None, list["Flat"]]
PAGE = '<!DOCTYPE html>\n<html lang="nb">\n<head>\n<title>T &amp; t</title>\n</head>\n'


def flat(element: Element) -> Flat:
    """Return all that is in an element, for comparison."""
    attributes = list(element.attrib.items())
    return element.tag, attributes, element.text, element.tail, [flat(kid) for kid in element]


def theirs(text: str) -> Flat:
    """Return what tinyhtml5 reads."""
    return flat(tinyhtml5.parse(io.StringIO(text), namespace_html_elements=False))


@pytest.mark.parametrize("content", [LIST, FORM, PICTURE], ids=["list", "form", "svg"])
def test_a_page_of_ours_is_read_in_full(document: Callable[..., str], content: str) -> None:
    page, _ = without_stylesheet(document(content))
    assert flat(tree(page)) == theirs(page)


@pytest.mark.parametrize(
    "body",
    [
        "<body>\n</body>\n</html>\n",
        '<body class="a\nb">x<br>y</body> </html>',
        "<body><table>\n<tr>\n<td>1</td>\n</tr>\n</table>\n</body></html>",
        "<body><p title='x'>1</p></body></html>",
        "<body><p>1<p>2</body></html>",
        "<body><b><p>1</p></b></body></html>",
        "<body><p><b>1</p></b></body></html>",
        "<body><table>x<tr><td>1</td></tr></table></body></html>",
        "<body><table><td>1</td></table></body></html>",
        "<body>&copy 1 &eacute; <!-- c --></body></html>",
        "<body><P>1</P><hr><pre>\nx</pre></body></html>",
        '<body><div title="a" title="b"></div><span/>x</body></html>',
        '<body><svg viewbox="0 0 1 1" xmlns="x"><b>1</b></svg></body></html>',
        "<body><div>1</body></html>",
        "<body>1</body></html>2",
        "<body>1\r\n2</body></html>",
        "<body>1</body>",
        "<p>1</p></html>",
    ],
)
def test_any_other_page_is_read_the_same_or_not_at_all(body: str) -> None:
    try:
        ours = flat(tree(PAGE + body))
    except OddError:
        return
    assert ours == theirs(PAGE + body)


def test_what_comes_before_the_page_is_for_tinyhtml5() -> None:
    for text in ("", "<p>", "\ufeff<!DOCTYPE html><html>", "<!DOCTYPE html>x<html></html>"):
        with pytest.raises(OddError):
            tree(text)
