"""Turn a page value into one self-contained HTML file.

The stylesheet stands inside the file, so it opens from any folder and without a network.
The fonts do not: they would make each of a packet's many files 100 KB larger and its
snapshots unreadable. The PDF gets them from `rendering.pdf`; a browser uses its own
sans-serif, with figures of even width.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from reviewpkg.rendering.filters import FILTERS
from reviewpkg.rendering.pictures import drawn
from reviewpkg.rendering.qr_code import qr_code

TEMPLATES: Final = Path(__file__).resolve().parents[2] / "templates"

# A spreadsheet's line breaks become one newline. What is invisible and changes what one
# reads is dropped or shown as the replacement character.
_LINE_BREAK: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROPPED: Final = re.compile("[\u061c\u200b\u200e\u200f\u2060\ufeff\U000e0000-\U000e007f]")
_SHOWN: Final = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]",
)
_REPLACEMENT: Final = "\ufffd"


def render_html(template: str, page: object) -> str:
    """Return the HTML of `page`, laid out by the template of that file name.

    Raise jinja2.TemplateError or TypeError if the template and the page do not fit: that
    is a fault in the program, never in the input.
    """
    return _environment().get_template(template).render(page=page)


def printable(value: object) -> object:
    """Return `value` as it may be printed; every `{{ … }}` of a template goes through here.

    None prints nothing. Text loses what would hide or reorder it: line breaks of all kinds
    become newlines, zero-width marks vanish, control characters and direction overrides
    show as «�». Raise TypeError for any other value but a whole number: a date, fraction or
    truth value needs a filter or a condition in the template.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return type(value)(_clean(value)) if isinstance(value, Markup) else _clean(value)
    if isinstance(value, Undefined) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    message = f"a template prints text and whole numbers only, got {value!r}"
    raise TypeError(message)


def _clean(text: str) -> str:
    """Return `text` without what hides or reorders it."""
    text = _LINE_BREAK.sub("\n", text)
    return _SHOWN.sub(_REPLACEMENT, _DROPPED.sub("", text))


@cache
def _environment() -> Environment:
    """Return the one environment of all templates: autoescape always, nothing undefined."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters.update(FILTERS)
    environment.filters["drawn"] = drawn
    environment.filters["qr_code"] = qr_code
    stylesheet = (TEMPLATES / "print.css").read_text(encoding="utf-8")
    environment.globals["stylesheet"] = Markup(stylesheet)  # noqa: S704 - our own file
    return environment
