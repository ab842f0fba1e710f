"""Calls, packets and forms of earlier versions: they give the same, and are read as what they are.

Who changes what a version gives for the same call keeps the old one by a new key in the call file;
nothing under `kept` is ever made again.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from reviewpkg import VERSION
from reviewpkg.intake.files import open_table
from reviewpkg.intake.rows import read_rows
from reviewpkg.reports.contents import read_contents
from tests.filling_in import forms_of
from tests.in_process import generate
from tests.keep_version import KEPT, ROUTINES, WITHOUT_DECISIONS, Routine

VERSIONS = sorted(path.name for path in KEPT.iterdir())
HELD = [
    pytest.param(KEPT / version / routine.name, routine, id=f"{version}-{routine.name}")
    for version in VERSIONS
    for routine in ROUTINES
]


def rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    text = path.read_text(encoding="utf-8-sig")
    separator = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    return list(reader.fieldnames or ()), list(reader)


def tables(packets: Path) -> set[str]:
    return {path.relative_to(packets).as_posix() for path in packets.glob("*/*.csv")}


def copied(kept: Path, at: Path) -> Path:
    """Copy what was kept, for nothing may touch it."""
    return Path(shutil.copytree(kept, at / "kept"))


def test_this_version_is_kept() -> None:
    assert VERSION in VERSIONS


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda one: one.name)
def test_the_decisions_of_every_step_that_decides_are_kept(routine: Routine) -> None:
    packets = KEPT / VERSION / routine.name / "output"
    assert {path.name for path in packets.iterdir()} == {*routine.steps}
    deciding = {path.parent.name for path in packets.glob("*/decisions.csv")}
    assert deciding == {*routine.steps} - WITHOUT_DECISIONS


@pytest.mark.parametrize(("kept", "routine"), HELD)
def test_an_old_call_gives_the_same_decisions_and_the_same_tables_for_other_programs(
    kept: Path, routine: Routine, tmp_path: Path
) -> None:
    for step in routine.steps:
        folders = ("--input", kept / "call", "--output", tmp_path)
        assert generate(step, *folders, "--formats", "csv").returncode == 0

    assert tables(kept / "output") <= tables(tmp_path)
    for path in tables(kept / "output"):
        headings, before = rows(kept / "output" / path)
        found, after = rows(tmp_path / path)
        # Further columns may follow those that were there
        assert found[: len(headings)] == headings
        assert [{name: row[name] for name in headings} for row in after] == before, path


@pytest.mark.parametrize(("kept", "routine"), HELD)
def test_old_packets_are_known_as_up_to_date(kept: Path, routine: Routine, tmp_path: Path) -> None:
    at = copied(kept, tmp_path)
    told = generate("status", "--input", at / "call", "--output", at / "output").stdout
    for step in routine.steps:
        assert re.search(rf"^ *{step} +ferdig", told, re.MULTILINE), (step, told)


@pytest.mark.parametrize(("kept", "routine"), HELD)
def test_old_manifests_say_what_is_for_whom(kept: Path, routine: Routine, tmp_path: Path) -> None:
    at = copied(kept, tmp_path)
    for step in routine.steps:
        manifest = json.loads((at / "output" / step / "manifest.json").read_bytes())
        held = read_contents(manifest)
        assert held is not None
        assert {file for one in held.documents for file in one.files} >= {
            one["file"] for one in manifest["outputs"]
        }
    done = generate(
        routine.steps[0], "--input", at / "call", "--output", at / "output", "--formats", "html"
    )
    assert done.returncode == 0
    index = (at / "output" / "index.html").read_text(encoding="utf-8")
    assert f'href="{routine.steps[-1]}/decisions.csv"' in index


@pytest.mark.parametrize(("kept", "routine"), HELD)
def test_old_forms_are_read_back(kept: Path, routine: Routine, tmp_path: Path) -> None:
    at = copied(kept, tmp_path)
    call, table = at / "call", routine.table
    (call / f"{table}.csv").unlink()

    done = generate("collect", "--input", call, "--from", at / "inbox")

    assert done.returncode == 0, done.stderr
    assert "2 skjemaer er lest inn." in done.stdout
    asked = next(
        form.workbook
        for form in forms_of(kept / "call", routine.form_step).values()
        if form.workbook.table.name == table
    )
    answers = [one.field for one in asked.columns if one.asks]

    def given(folder: Path) -> set[tuple[object, ...]]:
        """Return what has been answered, row by row."""
        found = read_rows(asked.table, open_table(folder, table)).rows
        filled = [row for row in found if any(row.values.get(name) for name in answers)]
        return {tuple(row.values.values()) for row in filled}

    assert given(call)
    assert given(call) <= given(kept / "call")
