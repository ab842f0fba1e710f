"""The locked packages are held against advisories: on the bound, one version below, one above."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tools import audit

LOCK = """\
# made by make lock
Jinja2==3.1.4 \\
    --hash=sha256:00
pydyf==0.11.0 ; python_version >= "3.11" \\
    --hash=sha256:00
"""


def advisory(name: str = "jinja2", **affected: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    package = {"ecosystem": "PyPI", "name": name}
    return {
        "id": "PYSEC-1",
        "summary": "Bryter ut.",
        "affected": [{"package": package, **affected}],
    }


def span(*events: Mapping[str, str]) -> list[dict[str, Any]]:
    return [{"type": "ECOSYSTEM", "events": list(events)}]


def found(*known: audit.Advisory) -> list[tuple[str, str]]:
    return [(one.package, one.version) for one in audit.audit({"a.lock": LOCK}, iter(known))]


def test_a_lock_file_names_its_packages_and_versions() -> None:
    assert audit.pins(LOCK) == {("jinja2", "3.1.4"), ("pydyf", "0.11.0")}


@pytest.mark.parametrize(
    ("events", "told"),
    [
        (({"introduced": "0"}, {"fixed": "3.1.5"}), True),
        (({"introduced": "0"}, {"fixed": "3.1.4"}), False),
        (({"introduced": "0"}, {"fixed": "3.1.3"}), False),
        (({"introduced": "3.1.3"},), True),
        (({"introduced": "3.1.4"},), True),
        (({"introduced": "3.1.5"},), False),
        (({"introduced": "0"}, {"last_affected": "3.1.3"}), False),
        (({"introduced": "0"}, {"last_affected": "3.1.4"}), True),
        (({"introduced": "0"}, {"last_affected": "3.1.5"}), True),
        (({"introduced": "3.0"}, {"fixed": "3.1.0"}, {"introduced": "3.1.2"}), True),
        (({"introduced": "3.1.2"}, {"introduced": "0"}, {"fixed": "3.1.0"}), True),
        (({"introduced": "3.0"}, {"fixed": "3.1.0"}, {"introduced": "3.10"}), False),
        (({"introduced": "0"}, {"fixed": "en gang"}), True),
    ],
)
def test_a_range_is_followed_up_to_the_locked_version(
    events: tuple[Mapping[str, str], ...], *, told: bool
) -> None:
    assert bool(found(advisory(ranges=span(*events)))) is told


def test_a_version_that_is_named_is_affected() -> None:
    assert found(advisory(versions=["3.1.4"])) == [("jinja2", "3.1.4")]
    assert found(advisory(versions=["3.1.3", "3.1.5"])) == []


def test_names_are_compared_as_package_indexes_do() -> None:
    assert found(advisory("JINJA2", versions=["3.1.4"])) == [("jinja2", "3.1.4")]


def test_what_is_withdrawn_or_about_something_else_is_passed_over() -> None:
    affected = advisory(versions=["3.1.4"])
    elsewhere = advisory(versions=["3.1.4"])
    elsewhere["affected"][0]["package"]["ecosystem"] = "npm"
    commits = [{"type": "GIT", "events": [{"introduced": "0"}]}]
    assert found({**affected, "withdrawn": "2026-01-01T00:00:00Z"}) == []
    assert found(elsewhere) == []
    assert found(advisory(ranges=commits)) == []
    assert found(advisory("another", versions=["3.1.4"])) == []


@pytest.mark.parametrize("packed", [False, True])
def test_advisories_are_read_from_a_folder_or_a_zip_file(tmp_path: Path, *, packed: bool) -> None:
    folder = tmp_path / "jinja2"
    folder.mkdir()
    (folder / "PYSEC-1.json").write_text(json.dumps(advisory(versions=["3.1.4"])))
    (folder / "README.md").write_text("om")
    at = tmp_path
    if packed:
        at = tmp_path / "all.zip"
        with zipfile.ZipFile(at, "w") as archive:
            archive.write(folder / "PYSEC-1.json", "PYSEC-1.json")
            archive.write(folder / "README.md", "README.md")
    assert found(*audit.advisories(at)) == [("jinja2", "3.1.4")]


def test_it_says_what_it_found_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    weasyprint = next(
        version
        for name, version in audit.pins((audit.ROOT / "requirements.lock").read_text())
        if name == "weasyprint"
    )
    (tmp_path / "a.json").write_text(json.dumps(advisory("weasyprint", versions=[weasyprint])))
    monkeypatch.setattr("sys.argv", ["audit", str(tmp_path)])
    assert audit.main() == 1
    assert f"requirements.lock: weasyprint {weasyprint}: PYSEC-1 Bryter ut.\n" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("there", [False, True])
def test_it_does_not_say_that_all_is_well_without_advisories(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    monkeypatch.setattr("sys.argv", ["audit", str(tmp_path if there else tmp_path / "nothing")])
    assert audit.main() == 2
