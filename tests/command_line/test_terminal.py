"""What stands in a value or a name is written on the terminal, and never obeyed by it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewpkg.command_line.commands import main
from reviewpkg.command_line.telling import harmless
from reviewpkg.languages.sentence import joined, quoted, sentence
from reviewpkg.languages.spelled import figure
from tests.intake.folders import Rows, csv_bytes, xlsx_bytes
from tests.test_packet import ROOT, SMALL, contents

TITLE = "\x1b]0;Eid\x07\x1b[2J\x9b31m\u202eknarksys\r"
COMMANDS = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def call(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / f"utlysning{TITLE}"))


def said(*words: str | Path) -> str:
    """Return what a command says on both streams."""
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert "Feil i programmet" not in done.output
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done.output


def commands_in(told: list[str]) -> list[str]:
    return [found[0] for found in map(COMMANDS.search, told) if found]


def test_no_value_name_sheet_or_heading_commands_the_terminal(call: Path, tmp_path: Path) -> None:
    rows: Rows = [["Prosjektnummer", "Medlem", f"Total{TITLE}"], [TITLE, f"m{TITLE}", TITLE]]
    (call / "karakterer.csv").unlink()
    (call / "karakterer").mkdir()
    for name in (f"m{TITLE}.csv", os.fsdecode(b"m\xff.csv"), "m\nRett opp.csv"):
        (call / "karakterer" / name).write_bytes(csv_bytes(rows))
    (call / "karakterer" / f"{TITLE}.xlsx").write_bytes(xlsx_bytes(rows[:1], "Ark\u202e1"))
    (call / f"notat{TITLE}.csv").write_text("")
    folders = ("--input", call, "--output", tmp_path / f"ut{TITLE}")

    told = [
        said("round1", *folders, "--formats", "csv"),
        said("status", *folders),
        said("explain", TITLE, *folders),
        said("collect", "--input", call, "--from", call / "karakterer"),
        said("verify", *folders),
        said("bundle", *folders),
    ]
    (call / "call.toml").write_text('[call]\nid = "\\u001b[2J\\u202e"\n"\\u009bx" = 1\n')
    told += [said("forms", *folders), said("collect", "--input", call, "--from", call)]

    assert all(told)
    assert commands_in(told) == []
    assert "karakterer/m Rett opp.csv" in told[0]


def test_what_is_made_is_told_without_commands_too(call: Path, tmp_path: Path) -> None:
    applications = (SMALL / "soknader.csv").read_text().splitlines()
    first, *rest = applications[1].split(";")
    applications[1] = ";".join([first, f'"{TITLE}"', *rest[1:]])
    (call / "soknader.csv").write_text("\n".join(applications))
    folders = ("--input", call, "--output", tmp_path / f"ut{TITLE}")

    told = [
        said("forms", *folders, "--formats", "csv,xlsx,html"),
        said("explain", first, *folders, "--formats", "html"),
        said("status", *folders),
    ]

    assert "Eid" in told[1]
    assert commands_in(told) == []
    assert any(name.startswith("forms/") for name in contents(tmp_path / f"ut{TITLE}"))


def test_a_value_of_several_lines_passes_for_no_line_of_ours() -> None:
    name = "m01.csv\nIngenting er feil"
    told = joined([sentence("{file} mangler", file=quoted(name)), "a\r\nb"], between="\n  ")

    assert harmless(told) == "«m01.csv Ingenting er feil» mangler\n  a b"


def test_a_figure_in_what_is_told_is_still_written_as_the_language_writes_it() -> None:
    amount = figure(lambda it: it.grade(Fraction(11, 2)))
    assert harmless(amount) is amount


def test_a_terminal_that_lacks_a_letter_gets_another(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "generate.py"), "status"]
    done = subprocess.run(
        [*command, "--input", str(SMALL), "--output", str(tmp_path)],
        env={**os.environ, "PYTHONIOENCODING": "iso8859-1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "? KS venter på".encode("latin-1") in done.stdout
