"""Draw a page's pictures as SVG: what a chart looks like is a Vega-Lite specification.

The specifications stand in `templates/pictures`, one a picture, and say nothing of any numbers and
no words. The numbers come from a page's value: each tuple of it becomes a table of that name,
everything else a parameter. The words come from the page's template, in the page's language.
Vega-Lite is imported only when something is drawn, since that takes half a second.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from markupsafe import Markup

from reviewpkg.languages.figures import Figures
from reviewpkg.languages.language import Language
from reviewpkg.rendering.picture_marks import fewer

SPECIFICATIONS: Final = Path(__file__).resolve().parents[2] / "templates" / "pictures"
FONTS: Final = SPECIFICATIONS.parent / "fonts"
LANGUAGE: Final = "6.4"
"""The version of Vega-Lite that the specifications are written in; the library has several."""

Texts: TypeAlias = Mapping[str, str | Sequence[str]]
"""What is said in a picture, by name: a text, or for the rows of a table a text each."""

_SVG: Final = re.compile(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"[^>]*>(.*)</svg>', re.DOTALL)
_LETTERS: Final = 10
"""The size of a picture's letters in CSS pixels, as `config` sets it."""

# What is for scripts and for readers of single marks: our alternative is the whole picture's.
_SURPLUS: Final = re.compile(
    r' (?:class|role|pointer-events|aria-[a-z]+)="[^"]*"| opacity="1"'
    r'|<path class="(?:background|foreground)"[^>]*/>'
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Be a picture's size in CSS pixels, and what stands inside its `<svg>`."""

    width: str
    height: str
    marks: Markup

    @property
    def widest(self) -> str:
        """Return how wide it may be on screen, in rem: its letters then as large as the page's."""
        return f"{float(self.width) / _LETTERS:g}"


def drawn(value: object, name: str, language: Language, texts: Texts) -> Drawing:
    """Draw a page's value by the specification of that name; the same value, the same bytes.

    A text becomes a parameter, texts of rows become `words` of the table of that name. Raise
    ValueError if the specification is wrong or not every row has its text: that is a fault in the
    program.
    """
    filled = _filled(_specification(name), value, texts)
    filled["usermeta"] = _figures(Figures(language))
    return _drawing(json.dumps(filled, sort_keys=True), name)


@cache
def _drawing(specification: str, name: str) -> Drawing:
    """Return a drawing, made once for all formats of a page."""
    svg = (_ARTIST.get() or svg_of)(specification)
    found = _SVG.search(svg)
    if not found:
        message = f"the picture {name} has no size"
        raise ValueError(message)
    width, height = (f"{round(float(size), 1):g}" for size in found.group(1, 2))
    marks = found.group(3)
    drawing = fewer(_SURPLUS.sub("", marks))
    return Drawing(width, height, Markup(drawing))  # noqa: S704 - Vega escapes


def _figures(figures: Figures) -> dict[str, Any]:
    """Return how a language writes figures, as Vega asks for it."""
    before, after = figures.kroner(0).split("0")
    return {
        "decimal": figures.decimal_mark,
        "thousands": figures.whole(1000)[1:-3],
        "grouping": [3],
        "currency": [before, after],
    }


def svg_of(specification: str) -> str:
    """Draw a specification in JSON; raise ValueError if it is wrong.

    What it says under `usermeta`, which Vega-Lite leaves alone, is how its figures are written.
    """
    import vl_convert  # noqa: PLC0415

    _our_fonts()
    asked = json.loads(specification)
    svg: str = vl_convert.vegalite_to_svg(
        asked,
        vl_version=LANGUAGE,
        config=_specification("config"),
        allowed_base_urls=[],
        format_locale=asked.get("usermeta"),
    )
    return svg


class Artist(Protocol):
    """Be what draws a specification in JSON as an SVG."""

    def __call__(self, specification: str, /) -> str:
        """Return the SVG; raise ValueError if the specification is wrong."""

    def close(self) -> None:
        """Give back what drawing takes, until there is more to draw."""


_ARTIST: ContextVar[Artist | None] = ContextVar("artist", default=None)


@contextmanager
def drawn_by(artist: Artist) -> Iterator[None]:
    """Have `artist` draw what is drawn meanwhile; without one it is done here."""
    before = _ARTIST.set(artist)
    try:
        yield
    finally:
        _ARTIST.reset(before)
        artist.close()


def rest() -> None:
    """Let the artist give back what drawing takes, for nothing is drawn in a while."""
    if artist := _ARTIST.get():
        artist.close()


@cache
def _our_fonts() -> None:
    """Have texts measured in the font that they are printed in, on any machine."""
    import vl_convert  # noqa: PLC0415

    vl_convert.register_font_directory(str(FONTS))


@cache
def _specification(name: str) -> dict[str, Any]:
    text = (SPECIFICATIONS / f"{name}.vl.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _filled(specification: Mapping[str, Any], value: object, texts: Texts) -> dict[str, Any]:
    """Return a specification with a value's tables and parameters, and what is said of them."""
    known = _plain(value)
    for name, said in texts.items():
        if isinstance(said, str):
            known[name] = _letters(said)
        else:
            known[name] = [
                {**row, "words": _letters(text)}
                for row, text in zip(known[name], said, strict=True)
            ]
    tables = {name: rows for name, rows in known.items() if isinstance(rows, list)}
    single = [{"name": name, "value": one} for name, one in known.items() if name not in tables]
    return {**specification, "datasets": tables, "params": single}


def _letters(text: str) -> str:
    """Return a text of a template as its letters, which Vega escapes again."""
    return text.unescape() if isinstance(text, Markup) else text


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a page's value is made of
    """Return a value as JSON has it: exact numbers become the nearest float, names stay names."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.name
    return float(value) if isinstance(value, Fraction) else value
