"""Turn a page value into one self-contained HTML file.

The stylesheet stands inside the file, so it opens from any folder and without a network.
The fonts do not: they would make each of a packet's many files 100 KB larger and its
snapshots unreadable. The PDF gets them from `rendering.pdf`; a browser uses its own
sans-serif, with figures of even width.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from reviewpkg.languages.language import Language
from reviewpkg.languages.visible import visible
from reviewpkg.languages.words import Words
from reviewpkg.rendering.column_width import column_width
from reviewpkg.rendering.compiled import Compiled
from reviewpkg.rendering.filters import filters
from reviewpkg.rendering.pictures import Drawing, drawn
from reviewpkg.rendering.qr_code import qr_code

TEMPLATES: Final = Path(__file__).resolve().parents[2] / "templates"


class Framed(Protocol):
    """Be the frame of a page, which says what language the page is in."""

    @property
    def language(self) -> Language:
        """Return the language."""


class Page(Protocol):
    """Be anything that is laid out in a frame."""

    @property
    def frame(self) -> Framed:
        """Return the frame."""


def render_html(template: str, page: Page) -> str:
    """Return the HTML of `page` in its own language, laid out by the template of that file name.

    Raises what `in_language` raises.
    """
    return in_language(template, page, page.frame.language)


def in_language(template: str, page: object, language: Language) -> str:
    """Return the HTML of a page that has no frame of its own, in a language.

    Raise jinja2.TemplateError or TypeError if the template and the page do not fit: that
    is a fault in the program, never in the input.
    """
    return _environment(language).get_template(template).render(page=page)


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
        return type(value)(visible(value)) if isinstance(value, Markup) else visible(value)
    if isinstance(value, Undefined) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    message = f"a template prints text and whole numbers only, got {value!r}"
    raise TypeError(message)


@cache
def _environment(language: Language) -> Environment:
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
        bytecode_cache=Compiled(TEMPLATES, language),
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    # The extension reads it: places are named, and their values escaped.
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(_gettext(Words(language)))
    environment.filters.update(filters(language))
    environment.filters["fitting"] = column_width(language)
    environment.filters["drawn"] = _drawn(language)
    environment.filters["qr_code"] = qr_code
    stylesheet = (TEMPLATES / "print.css").read_text(encoding="utf-8")
    environment.globals["stylesheet"] = Markup(stylesheet)  # noqa: S704 - our own file
    return environment


def _drawn(language: Language) -> Callable[..., Drawing]:
    """Return what draws a page's value in a language; the words in the picture are named."""

    def in_words(value: object, name: str, **texts: str | Sequence[str]) -> Drawing:
        return drawn(value, name, language, texts)

    return in_words


def _gettext(words: Words) -> dict[str, Callable[..., Markup]]:
    """Return what `trans` blocks call; what fills their places is printed as anything else is."""

    def filled(text: str, values: Mapping[str, object]) -> Markup:
        shown = {name: printable(value) for name, value in values.items()}
        return Markup(text) % shown  # noqa: S704 - the catalogue is our own file

    def gettext(text: str, /, **values: object) -> Markup:
        return filled(words.translated(text), values)

    def ngettext(one: str, more: str, count: int, /, **values: object) -> Markup:
        return filled(words.translated_plural(one, more, count), {"num": count} | values)

    return {"gettext": gettext, "ngettext": ngettext}
