"""The catalogues hold what the program says, all of it, and agree with it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from reviewpkg.domain.headings import HEADINGS, heading_in
from reviewpkg.languages.catalogue import path_of
from reviewpkg.languages.language import Language
from tools.messages import TRANSLATED, said, written

SOURCES = sorted((Path(__file__).resolve().parents[2] / "reviewpkg").rglob("*.py"))
PLACE = re.compile(r"%\([a-z_]+\)s|\{[a-z_]*\}|%%")
TAG = re.compile(r"</?[a-z][^>]*>")
QUOTED = re.compile("[«“]([^»”{}]+)[»”]")


def messages(language: Language) -> list[Message]:
    with path_of(language).open("rb") as file:
        return [one for one in read_po(file, locale=language.value) if one.id]


def texts(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]


def pairs(language: Language) -> Iterator[tuple[str, str]]:
    for one in messages(language):
        yield from zip(texts(one.id), texts(one.string), strict=True)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_as_make_messages_would_leave_it(language: Language) -> None:
    assert path_of(language).read_text(encoding="utf-8") == written(language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_nobody_guessed(language: Language) -> None:
    found = messages(language)
    assert {one.id for one in found} == {one.id for one in said() if one.id}
    assert [one.id for one in found if one.fuzzy or not all(texts(one.string))] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_places_and_markup_are_those_of_the_source(language: Language) -> None:
    for source, text in pairs(language):
        assert sorted(PLACE.findall(text)) == sorted(PLACE.findall(source)), source
        assert sorted(TAG.findall(text)) == sorted(TAG.findall(source)), source


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_looks_like_its_source_at_the_ends(language: Language) -> None:
    for source, text in pairs(language):
        assert text[-1:].isalnum() == source[-1:].isalnum(), source
        assert (text[:1] == " ") == (source[:1] == " "), source
        assert not re.search(r"  |\.\.|[«»]" if language is Language.ENGLISH else "  ", text), text


@pytest.mark.parametrize("language", TRANSLATED)
def test_headings_are_called_in_a_text_what_they_are_called_in_the_form(language: Language) -> None:
    for source, text in pairs(language):
        named = [one for one in QUOTED.findall(source) if one in HEADINGS]
        named += [source] if source in HEADINGS else []
        assert all(heading_in(language, one) in text for one in named), text


def test_what_is_marked_is_a_literal() -> None:
    """Nothing can be gathered from an f-string or from a text put together at run time."""
    strays = [
        f"{path.name}:{call.lineno}"
        for path in SOURCES
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and not _gathered(call)
    ]
    assert strays == []


def _gathered(call: ast.Call) -> bool:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name in {"marked", "sentence"}:
        return _literal(call.args[0])
    if name in {"plural", "plural_sentence"}:
        return all(map(_literal, call.args[:2]))
    # What is said may also be a constant that is marked where it stands.
    return name != "say" or not isinstance(call.args[0], ast.JoinedStr | ast.BinOp | ast.Call)


def _literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
