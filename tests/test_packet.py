"""The program as its users run it: whole packets, the same bytes, nothing half-written."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCENARIOS = ROOT / "tests" / "scenarios"
DEMONSTRATION = ROOT / "input" / "dam-forskning-2019"
SMALL = ROOT / "tests" / "scenarios" / "1.1-substitutes-grade-for-conflicted-members"
REAL_VOTES = ROOT.parent / "shared" / "data" / "snsf-mint"


def generate(
    *arguments: str | Path, seed: str = "0", zone: str = "UTC"
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
    command = [sys.executable, str(ROOT / "generate.py"), *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file for people or programs; what is kept to save time is hidden."""
    files = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    shown = (file for file in files if not file.parts[0].startswith("."))
    return {file.as_posix(): (folder / file).read_bytes() for file in shown}


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("output")
    done = generate("round1", "--input", DEMONSTRATION, "--output", target)
    assert done.returncode == 0, done.stderr
    return target / "round1"


def test_a_second_run_elsewhere_gives_the_same_bytes_pdfs_included(tmp_path: Path) -> None:
    source = tmp_path / "copy of the call"
    shutil.copytree(SMALL, source)
    first = generate("round1", "--input", SMALL, "--output", tmp_path / "a", seed="1")
    second = generate(
        "round1", "--input", source, "--output", tmp_path / "b", seed="2", zone="Asia/Tokyo"
    )

    assert (first.returncode, second.returncode) == (0, 0)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert any(name.endswith(".pdf") for name in contents(tmp_path / "a"))


def test_the_forms_have_the_same_bytes_in_two_runs(tmp_path: Path) -> None:
    for name, seed in (("a", "1"), ("b", "2")):
        done = generate("forms", "--input", SMALL, "--output", tmp_path / name, seed=seed)
        assert done.returncode == 0, done.stderr

    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_manifest_seals_every_input_and_output(demonstration: Path) -> None:
    manifest = json.loads((demonstration / "manifest.json").read_text())
    files = contents(demonstration)
    del files["manifest.json"]

    sealed = {one["file"]: (one["sha256"], one["size"]) for one in manifest["outputs"]}
    assert sealed == {
        name: (hashlib.sha256(data).hexdigest(), len(data)) for name, data in files.items()
    }
    inputs = {one["file"]: one["sha256"] for one in manifest["inputs"]}
    read = (
        "call.toml",
        "soknader",
        "fagutvalg",
        "brukerrepresentanter",
        "inhabilitet",
        "karakterer/",
    )
    assert inputs == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in contents(DEMONSTRATION).items()
        if name.startswith(read)
    }


def test_the_manifest_says_of_every_file_who_reads_it(demonstration: Path) -> None:
    manifest = json.loads((demonstration / "manifest.json").read_text())
    described = [file for one in manifest["documents"] for file in one["files"]]

    assert set(described) == {one["file"] for one in manifest["outputs"]} - {"index.html"}


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value or "" for name, value in attrs if name == "href"]


def links(page: Path) -> list[str]:
    parser = Links()
    parser.feed(page.read_text(encoding="utf-8"))
    return [unquote(link) for link in parser.found if not link.startswith("#")]


def test_the_index_links_every_file_and_no_other(demonstration: Path) -> None:
    found = set(links(demonstration / "index.html"))

    assert found == set(contents(demonstration)) - {"index.html"}


@pytest.mark.parametrize("step", ["round1", "forms"])
def test_no_link_is_dead_whatever_formats_are_made(step: str, tmp_path: Path) -> None:
    generate(step, "--input", SMALL, "--output", tmp_path, "--formats", "html")

    packet = tmp_path / step
    assert [link for link in links(packet / "index.html") if not (packet / link).exists()] == []


def test_no_page_reaches_for_anything_outside_itself(demonstration: Path) -> None:
    for page in demonstration.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"https?://|src=|@import|<script", text), page


@pytest.mark.parametrize("break_it", ["call.toml", "soknader.csv", "karakterer.csv"])
def test_a_rejected_input_leaves_the_packet_as_it_was(break_it: str, tmp_path: Path) -> None:
    source, target = tmp_path / "call", tmp_path / "output"
    shutil.copytree(SMALL, source)
    generate("round1", "--input", source, "--output", target, "--formats", "csv,html")
    before = contents(target)
    (source / break_it).write_text("Noe annet\n")

    done = generate("round1", "--input", source, "--output", target, "--formats", "csv,html")

    assert done.returncode == 1
    assert break_it in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(target) == before


@pytest.mark.parametrize("touched", ["mine notater.txt", "decisions.csv", "par/nytt/skjema.xlsx"])
def test_someone_s_work_in_a_packet_is_kept_beside_the_new_one(
    touched: str, tmp_path: Path
) -> None:
    generate("round1", "--input", SMALL, "--output", tmp_path, "--formats", "csv")
    packet = contents(tmp_path / "round1")
    for words in ("Mine egne ord", "Andre ord"):
        own = tmp_path / "round1" / touched
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(words)
        done = generate("round1", "--input", SMALL, "--output", tmp_path, "--formats", "csv")
        assert done.returncode == 0
        assert "round1-egne-filer" in done.stderr

    assert contents(tmp_path / "round1") == packet
    kept = contents(tmp_path / "round1-egne-filer")
    assert sorted(kept.values()) == [b"Andre ord", b"Mine egne ord"]


@pytest.mark.parametrize(("call", "target"), [("o/round1", "o"), ("c", "c"), ("c", "c/karakterer")])
def test_a_packet_never_lies_in_the_call_folder(call: str, target: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / call)
    before = contents(tmp_path)

    done = generate(
        "round1", "--input", tmp_path / call, "--output", tmp_path / target, "--formats", "csv"
    )

    assert done.returncode == 1
    assert "utlysningsmappen" in done.stderr
    assert contents(tmp_path) == before


def test_a_worker_does_not_outlive_the_run_it_works_for(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "generate.py"), "round1"]
    folders = ["--input", str(DEMONSTRATION), "--output", str(tmp_path)]
    with subprocess.Popen(
        [*command, *folders], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stderr is not None
        run.stderr.readline()
        run.kill()
        # The pipe ends only when the last worker that holds it has gone.
        run.communicate(timeout=30)

    assert contents(tmp_path) == {}


def test_wrong_use_of_the_command_exits_with_2(tmp_path: Path) -> None:
    done = generate("round1", "--input", SMALL, "--output", tmp_path, "--formats", "docx")

    assert done.returncode == 2
    assert "csv, xlsx, html, pdf" in done.stderr


def test_a_target_that_is_a_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.write_text("")

    done = generate("round1", "--input", SMALL, "--output", target, "--formats", "csv")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "taken" in done.stderr


def test_each_format_alone_makes_only_its_files(tmp_path: Path) -> None:
    for form in ("csv", "xlsx", "html"):
        generate("round1", "--input", SMALL, "--output", tmp_path / form, "--formats", form)
        made = {name.rpartition(".")[2] for name in contents(tmp_path / form / "round1")}
        assert made == {form, "json"}


def test_status_tells_what_can_run_and_who_is_awaited(tmp_path: Path) -> None:
    source = tmp_path / "call"
    shutil.copytree(SMALL, source)
    lines = (source / "karakterer.csv").read_text().splitlines()
    kept = [line for line in lines if ";m1a;" not in line]
    (source / "karakterer.csv").write_text("\n".join(kept) + "\n")

    done = generate("status", "--input", source, "--output", tmp_path)

    assert done.returncode == 0
    assert re.search(r"forms +kan kjøres", done.stdout)
    assert re.search(r"round1 +venter", done.stdout)
    assert re.search(r"m1a +Kari Nordmann: \d+ søknad", done.stdout)


def test_status_knows_a_packet_that_is_out_of_date(tmp_path: Path) -> None:
    source, target = tmp_path / "call", tmp_path / "output"
    shutil.copytree(SMALL, source)
    generate("round1", "--input", source, "--output", target, "--formats", "csv")
    fresh = generate("status", "--input", source, "--output", target).stdout
    call = source / "call.toml"
    call.write_text(call.read_text() + "\n# endret\n")
    stale = generate("status", "--input", source, "--output", target).stdout

    assert re.search(r"round1 +ferdig", fresh)
    assert re.search(r"round1 +kjør på nytt", stale)


@pytest.mark.skipif(not REAL_VOTES.is_dir(), reason="the folder of real votes is not beside us")
def test_real_votes_run_end_to_end(tmp_path: Path) -> None:
    done = generate("round1", "--input", REAL_VOTES, "--output", tmp_path)

    assert done.returncode == 0, done.stderr
    rows = (tmp_path / "round1" / "decisions.csv").read_text().splitlines()[1:]
    decisions = [row.split(",")[7:9] for row in rows]
    assert len(rows) == 265
    assert {clause: decisions.count(["selected", clause]) for _, clause in decisions} == {
        "1.2.1": 40,
        "1.2.3": 25,
        "1.2.5": 10,
        "1.2.8": 29,
        "1.3": 0,
    }
    pdfs = list((tmp_path / "round1").rglob("*.pdf"))
    assert len(pdfs) > 20
