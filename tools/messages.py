"""Gather what the program says into the catalogues: `make messages`.

What is new stands there without a translation, or with a guess marked as fuzzy; what nobody says
any longer is taken out. Nothing of the clock or of line numbers is written, so that a catalogue
changes when the texts do.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from reviewpkg.languages.catalogue import path_of
from reviewpkg.languages.language import Language

ROOT = Path(__file__).resolve().parents[1]
TRANSLATED = tuple(language for language in Language if language is not Language.BOKMAL)
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "say": None,
    "marked": None,
    "plural": (1, 2),
    "sentence": None,
    "plural_sentence": (1, 2),
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
}
# As the templates are read to be filled in (`rendering.html`); a fault in one is not passed over
TEMPLATES = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}
HEADER = r"""# {name}, translated from bokmål.
msgid ""
msgstr ""
"Language: {tag}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
NAMES = {Language.NYNORSK: "Nynorsk", Language.ENGLISH: "English"}
WIDTH = 100


def said() -> Catalog:
    """Return every message that the program and its templates say."""
    catalogue = Catalog(charset="utf-8")
    for file, message, comments in _found():
        catalogue.add(message, locations=[(file, 0)], auto_comments=comments)
    return catalogue


def _found() -> Iterator[tuple[str, str | tuple[str, ...], list[str]]]:
    for folder, methods, options in (
        ("reviewpkg", [("**.py", "python")], {}),
        ("templates", [("**.html", "jinja2"), ("**.txt", "jinja2")], {"**": TEMPLATES}),
    ):
        for file, _, message, comments, _ in extract_from_dir(
            ROOT / folder, methods, options, KEYWORDS
        ):
            yield f"{folder}/{Path(file).as_posix()}", message, comments


def written(language: Language) -> str:
    """Return a language's catalogue as it should stand on disk."""
    path = path_of(language)
    catalogue = Catalog(locale=language.value)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language.value)
    catalogue.update(said())
    stream = io.BytesIO()
    write_po(
        stream,
        catalogue,
        width=WIDTH,
        omit_header=True,
        ignore_obsolete=True,
        sort_by_file=True,
        include_lineno=False,
    )
    header = HEADER.format(name=NAMES[language], tag=language.value)
    return header + stream.getvalue().decode().strip("\n") + "\n"


def main() -> None:
    """Write the catalogues and say what is left to translate."""
    for language in TRANSLATED:
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(language), encoding="utf-8")
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language.value)
        left = sum(1 for one in catalogue if one.id and (one.fuzzy or not _complete(one.string)))
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} tekster, {left} igjen å oversette.")


def _complete(text: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(text) and (isinstance(text, str) or all(text or ()))


if __name__ == "__main__":
    main()
