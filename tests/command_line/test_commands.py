"""The commands explain themselves, in bokmål and at once."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from reviewpkg.command_line.commands import main
from reviewpkg.command_line.steps import STEPS
from tests.test_packet import ROOT

HEAVY = ("babel", "fastexcel", "jinja2", "polars", "pydantic", "weasyprint", "xlsxwriter")
WRONG_USE = {
    "": "Bruk: generate.py [VALG] KOMMANDO [VALG]",
    "tildeling": "Feil: Kommandoen «tildeling» finnes ikke.",
    "awards": "Feil: Kommandoen «awards» finnes ikke. Mente du 'award'?",
    "award": "Feil: Valget mangler: '--input'.",
    "award --input": "Feil: Valget «--input» trenger en verdi.",
    "award --inn x": "Feil: Valget «--inn» finnes ikke. Mente du '--input'?",
    "award a b --input x --output y": "Feil: Dette er det ikke bruk for: a b",
    "explain --input x --output y": "Feil: Her mangler 'PROSJEKTNUMMER'.",
    "award --input x --output y --formats doc": (
        "Feil: '--formats': ventet en kommaliste av csv, xlsx, html, pdf, fant «doc»."
    ),
}


OTHERS = ("explain", "collect", "status", "verify", "bundle", "sign")


def told(words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, words.split(), prog_name="generate.py")
    return done.exit_code, done.output


@pytest.mark.parametrize("words", ["--help", "-h", *(f"{step.name} --help" for step in STEPS)])
def test_help_has_no_word_of_english(words: str) -> None:
    code, output = told(words)
    assert code == 0
    assert output.startswith("Bruk: generate.py")
    for word in ("Usage", "Options", "Commands", "Show this", "required", "PATH", "TEXT"):
        assert word not in output


def test_help_lists_the_steps_in_their_order() -> None:
    _, output = told("--help")
    listed = [line.split()[0] for line in output.partition("Kommandoer:")[2].splitlines() if line]
    assert listed == [*(step.name for step in STEPS), *OTHERS]


@pytest.mark.parametrize("words", sorted(WRONG_USE))
def test_wrong_use_is_told_in_bokmal(words: str) -> None:
    code, output = told(words)
    assert code == 2
    assert WRONG_USE[words] in output.splitlines()
    assert "Error" not in output


def test_help_waits_for_no_library_that_it_does_not_use() -> None:
    command = "import sys; import reviewpkg.command_line.commands; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not set(HEAVY).intersection(done.stdout.split())
