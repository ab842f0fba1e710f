"""A step run again: what has not changed is neither made nor touched, and no one sees it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reviewpkg.jobs.again import Run
from reviewpkg.rendering.kept import Kept

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "scenarios" / "1.1-substitutes-grade-for-conflicted-members"
CACHE = ".cache"
PRINTED = "PDF-er er skrevet"
HEAVY = {"fastexcel", "fontTools", "highspy", "jinja2", "multiprocessing", "polars", "pydantic"}
PRINTING = {"multiprocessing", "pypdf", "vl_convert", "weasyprint"}


def generate(
    source: Path, target: Path, step: str = "round1", formats: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a step; its last line of output is what it loaded."""
    program = (
        "import sys, generate; generate.main(standalone_mode=False);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    folders = ["--input", str(source), "--output", str(target)]
    chosen = ["--formats", formats] if formats else []
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, step, *folders, *chosen],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )


def said(done: subprocess.CompletedProcess[str]) -> tuple[list[str], list[str]]:
    """Return what a run said on both streams, but for its progress."""
    errors = [line for line in done.stderr.splitlines() if PRINTED not in line]
    return done.stdout.splitlines()[:-1], errors


def loaded(done: subprocess.CompletedProcess[str]) -> set[str]:
    return set(done.stdout.splitlines()[-1].split())


def files(target: Path) -> dict[str, Path]:
    """Return the files for people, by their path."""
    found = (path for path in sorted(target.rglob("*")) if path.is_file())
    shown = {path.relative_to(target).as_posix(): path for path in found}
    return {name: path for name, path in shown.items() if not name.startswith(CACHE)}


def contents(target: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files(target).items()}


def based(target: Path) -> dict[str, str]:
    """Return what each document was made from, as the packet's manifest says."""
    manifest = json.loads((target / "round1" / "manifest.json").read_bytes())
    return dict(manifest["basis"])


def traces(target: Path) -> dict[str, tuple[int, int]]:
    """Return which file each is, and when it was written."""
    found = {name: path.stat() for name, path in files(target).items()}
    return {name: (one.st_ino, one.st_mtime_ns) for name, one in found.items()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a call folder and a folder in which its first round was made."""
    folder = tmp_path_factory.mktemp("made")
    shutil.copytree(SMALL, folder / "call")
    done = generate(folder / "call", folder / "output")
    assert PRINTED in done.stderr
    return folder / "call", folder / "output"


@pytest.fixture
def copy(made: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    """Return a copy of both that a test may change, with the time of each file."""
    for folder in made:
        shutil.copytree(folder, tmp_path / folder.name)
    generate(tmp_path / "call", tmp_path / "output")
    return tmp_path / "call", tmp_path / "output"


def test_where_nothing_has_changed_no_file_is_touched_and_the_same_is_said(
    made: tuple[Path, Path],
) -> None:
    source, target = made
    before = traces(target)
    fresh = generate(source, target, REVIEWPKG_NO_CACHE="1")
    again = generate(source, target)

    assert traces(target) == before
    assert said(again) == said(fresh)
    assert PRINTED in fresh.stderr
    assert PRINTED not in again.stderr
    assert not loaded(again) & (HEAVY | PRINTING)


def test_a_packet_of_kept_documents_is_a_fresh_one_byte_for_byte(copy: tuple[Path, Path]) -> None:
    source, target = copy
    fresh = target.with_name("fresh")
    generate(source, fresh, REVIEWPKG_NO_CACHE="1")
    shutil.rmtree(target / "round1")
    again = generate(source, target)

    assert contents(target) == contents(fresh)
    assert PRINTED not in again.stderr
    assert not loaded(again) & PRINTING
    assert not (fresh / CACHE).exists()


def test_what_was_put_back_as_it_was_is_not_printed_again(copy: tuple[Path, Path]) -> None:
    source, target = copy
    before = contents(target)
    tables = (source / "soknader.csv").read_text()
    (source / "soknader.csv").write_text(tables.replace("Søvn", "Hvile"))
    changed = generate(source, target)
    other = contents(target)
    (source / "soknader.csv").write_text(tables)
    back = generate(source, target)

    assert PRINTED in changed.stderr
    assert other != before
    assert contents(target) == before
    assert PRINTED not in back.stderr
    assert not loaded(back) & {"vl_convert", "weasyprint"}


def test_a_corrected_grade_leaves_what_was_handed_out_to_others_as_it_was(
    copy: tuple[Path, Path],
) -> None:
    source, target = copy
    before, basis = contents(target), based(target)
    tables = (source / "karakterer.csv").read_text()
    assert "2019/T03;m2b;1;4;" in tables
    (source / "karakterer.csv").write_text(tables.replace("2019/T03;m2b;1;4;", "2019/T03;m2b;2;4;"))
    done = generate(source, target)

    after = contents(target)
    changed = {name for name in after if after[name] != before.get(name)}
    assert {name for name in changed if name.startswith("round1/par/")} == {
        f"round1/par/par-p2/samlet-p2.{ending}" for ending in ("html", "pdf", "xlsx")
    }
    assert "round1/vedtaksprotokoll.pdf" in changed
    assert {name for name in basis if basis[name] != based(target)[name]} == {
        name.removeprefix("round1/").removesuffix(".pdf")
        for name in changed
        if name.startswith("round1/") and name.endswith(".pdf")
    }
    printed = sum(name.startswith("round1/") and name.endswith(".pdf") for name in changed)
    assert f"{printed} av {printed} PDF-er er skrevet" in done.stderr


def test_other_formats_print_nothing_that_was_printed(copy: tuple[Path, Path]) -> None:
    source, target = copy
    before = contents(target)
    for formats in ("csv", "html,pdf", "csv,xlsx,html,pdf"):
        assert PRINTED not in generate(source, target, formats=formats).stderr

    assert contents(target) == before


@pytest.mark.parametrize("harm", ["gone", "damaged", "no folder"])
def test_what_is_kept_may_be_deleted_or_damaged_at_any_time(
    harm: str, copy: tuple[Path, Path]
) -> None:
    source, target = copy
    before = contents(target)
    if harm == "damaged":
        for entry in (target / CACHE).iterdir():
            entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    else:
        shutil.rmtree(target / CACHE)
    if harm == "no folder":
        (target / CACHE).write_text("en fil")
    done = generate(source, target)

    assert contents(target) | {CACHE: b""} == before | {CACHE: b""}
    assert PRINTED in done.stderr


def test_what_someone_changed_in_a_packet_is_kept_aside_and_told_once(
    copy: tuple[Path, Path],
) -> None:
    source, target = copy
    before = contents(target / "round1")
    (target / "round1" / "decisions.csv").write_text("Mine egne ord")
    done = generate(source, target)
    then = generate(source, target)

    assert contents(target / "round1") == before
    assert contents(target / "round1-egne-filer") == {"decisions.csv": b"Mine egne ord"}
    assert "egne-filer" in done.stderr
    assert "egne-filer" not in then.stderr


def test_an_overview_that_someone_changed_is_written_again(copy: tuple[Path, Path]) -> None:
    source, target = copy
    before = contents(target)
    page = target / "index.html"
    page.write_text(page.read_text().replace("Forskning", "Forsking"))
    generate(source, target)

    assert contents(target) == before


def test_a_file_that_comes_to_the_call_is_noticed(copy: tuple[Path, Path]) -> None:
    source, target = copy
    (source / "soknadr.csv").write_text("Prosjektnummer\n")
    done = generate(source, target)

    assert "soknadr" in done.stderr


def test_a_table_that_a_step_does_not_read_may_change_without_a_run(
    copy: tuple[Path, Path],
) -> None:
    source, target = copy
    (source / "samlet.csv").write_text("Prosjektnummer\n")
    first = generate(source, target, formats="csv")
    (source / "samlet.csv").write_text("Prosjektnummer;Par\n")
    again = generate(source, target, formats="csv")
    (source / "soknader.csv").write_text((source / "soknader.csv").read_text() + "\n")
    then = generate(source, target, formats="csv")

    assert said(again) == said(first)
    assert [bool(loaded(run) & HEAVY) for run in (first, again, then)] == [True, False, True]


def test_what_never_ends_is_not_read_to_see_whether_it_has_changed(copy: tuple[Path, Path]) -> None:
    source, target = copy
    os.mkfifo(source / "rør.csv")
    (source / os.fsdecode(b"m\xff.csv")).symlink_to("/dev/zero")
    (target / "round1" / "rundt").symlink_to(".")
    run = Run("round1", source, target, ("csv",), Kept(target / CACHE))

    assert run.said_before() is None
    assert run.index_said_before() is None


def test_a_run_that_is_refused_keeps_nothing(copy: tuple[Path, Path]) -> None:
    source, target = copy
    entries = sorted(path.name for path in (target / CACHE).iterdir())
    before = traces(target)
    (source / "soknader.csv").write_text("Noe annet\n")
    with pytest.raises(subprocess.CalledProcessError):
        generate(source, target)

    assert traces(target) == before
    assert sorted(path.name for path in (target / CACHE).iterdir()) == entries


def test_two_runs_at_once_make_what_each_makes_alone(copy: tuple[Path, Path]) -> None:
    source, target = copy
    before = contents(target)
    shutil.rmtree(target)
    command = [sys.executable, "-W", "ignore", str(ROOT / "generate.py"), "round1"]
    folders = ["--input", str(source), "--output", str(target)]
    runs = [
        subprocess.Popen([*command, *folders], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told = [run.communicate(timeout=300)[1] for run in runs]

    assert [run.returncode for run in runs] == [0, 0], told
    assert contents(target) == before
    assert generate(source, target).stderr.count(PRINTED) == 0
