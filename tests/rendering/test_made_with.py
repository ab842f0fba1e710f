from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewpkg.rendering import made_with as module
from reviewpkg.rendering.made_with import ROOT, made_with


@pytest.fixture(autouse=True)
def _afresh() -> Iterator[None]:
    """Ask anew in each test, for a process asks but once."""
    made_with.cache_clear()
    yield
    made_with.cache_clear()


def test_it_is_the_same_until_something_changes() -> None:
    first = made_with()
    made_with.cache_clear()
    assert first == made_with() is not None


def test_it_is_told_without_loading_what_it_tells_of() -> None:
    program = (
        "import sys; from reviewpkg.rendering.made_with import made_with; made_with();"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not set(done.stdout.split()) & {"weasyprint", "polars", "jinja2", "vl_convert"}


@pytest.mark.parametrize(
    "file", ["reviewpkg/a.py", "templates/fonts/a.ttf", "locale/en/a.po", "generate.py"]
)
def test_a_changed_file_of_the_program_changes_it(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROOT", tmp_path)
    found = {made_with()}
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    for text in ("en", "to"):
        (tmp_path / file).write_text(text)
        made_with.cache_clear()
        found.add(made_with())
    assert len(found) == 3


def test_another_package_or_another_library_changes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {made_with()}
    (tmp_path / "weasyprint-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    made_with.cache_clear()
    found.add(made_with())
    monkeypatch.setattr(module, "_version", lambda _names, function: f"{function} 99")
    made_with.cache_clear()
    found.add(made_with())
    assert len(found) == 3


def test_nothing_is_vouched_for_where_a_library_is_not_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_LIBRARIES", ((("libnone.so.0",), "none_version"),))
    assert made_with() is None
