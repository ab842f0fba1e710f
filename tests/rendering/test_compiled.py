"""Templates are kept as they were compiled, and compiled anew when anything has changed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from reviewpkg.languages.language import Language
from reviewpkg.rendering import compiled
from reviewpkg.rendering.compiled import Compiled


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of templates, where Python keeps what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "award").mkdir()
    (tmp_path / "award" / "list.html").write_text("<p>{{ 3 | told }}</p>")
    return tmp_path


def said(templates: Path, language: Language = Language.BOKMAL) -> str:
    """Render the template as a run of its own would."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        bytecode_cache=Compiled(templates, language),
    )
    environment.filters["told"] = lambda number: f"{number} {language}"
    return environment.get_template("award/list.html").render()


def kept(templates: Path) -> dict[str, bytes]:
    found = (templates / "__pycache__").glob("*")
    return {path.name: path.read_bytes() for path in found}


def test_a_template_is_compiled_once_for_each_language(templates: Path) -> None:
    assert said(templates) == "<p>3 nb</p>"
    first = kept(templates)
    assert set(first) == {"award.list.nb.pyc"}
    assert said(templates) == "<p>3 nb</p>"
    assert said(templates, Language.ENGLISH) == "<p>3 en</p>"
    assert said(templates) == "<p>3 nb</p>"
    assert set(kept(templates)) == {"award.list.nb.pyc", "award.list.en.pyc"}
    assert kept(templates)["award.list.nb.pyc"] == first["award.list.nb.pyc"]


def test_a_kept_template_is_used(templates: Path) -> None:
    said(templates)
    (templates / "__pycache__" / "award.list.nb.pyc").replace(
        templates / "__pycache__" / "award.list.en.pyc"
    )
    assert said(templates, Language.ENGLISH) == "<p>3 nb</p>"


def test_a_template_that_has_changed_is_compiled_anew(templates: Path) -> None:
    said(templates)
    (templates / "award" / "list.html").write_text("<b>{{ 3 | told }}</b>")
    assert said(templates) == "<b>3 nb</b>"


def test_another_program_compiles_anew(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said(templates)
    before = kept(templates)
    monkeypatch.setattr(compiled, "made_with", lambda: "another")
    assert said(templates) == "<p>3 nb</p>"
    assert kept(templates) != before


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 1000])
def test_a_damaged_one_is_compiled_anew(templates: Path, damage: bytes) -> None:
    said(templates)
    whole = kept(templates)
    (templates / "__pycache__" / "award.list.nb.pyc").write_bytes(damage)
    assert said(templates) == "<p>3 nb</p>"
    assert kept(templates) == whole


def test_nothing_is_kept_where_nothing_can_be_written(templates: Path) -> None:
    (templates / "__pycache__").write_text("")
    assert said(templates) == "<p>3 nb</p>"


@pytest.mark.parametrize(("told", "tools"), [(True, "known"), (False, None)])
def test_nothing_is_kept_where_python_keeps_nothing_or_the_tools_are_unknown(
    templates: Path, monkeypatch: pytest.MonkeyPatch, *, told: bool, tools: str | None
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", told)
    monkeypatch.setattr(compiled, "made_with", lambda: tools)
    assert said(templates) == "<p>3 nb</p>"
    assert kept(templates) == {}
