"""How far the printing has come: a few lines in a log, a bar on a terminal."""

from __future__ import annotations

import sys

import pytest

from reviewpkg.command_line.progress import Progress
from reviewpkg.command_line.telling import Voice
from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words

BOKMAL, ENGLISH = Voice(Words(Language.BOKMAL)), Voice(Words(Language.ENGLISH))


def shown(voice: Voice, total: int) -> None:
    with Progress(voice) as progress:
        for done in range(1, total + 1):
            progress(done, total, "avslag-1.pdf")


def test_a_log_gets_four_lines_at_most(capsys: pytest.CaptureFixture[str]) -> None:
    shown(BOKMAL, 40)
    assert capsys.readouterr().err.splitlines() == [
        f"{done} av 40 PDF-er er skrevet." for done in (10, 20, 30, 40)
    ]


def test_a_single_document_is_told_in_the_language_of_the_call(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown(ENGLISH, 1)
    assert capsys.readouterr().err == "1 of 1 PDFs have been written.\n"


@pytest.mark.parametrize("stops_at", [2, 3])
def test_a_terminal_gets_a_bar_that_leaves_it_as_it_was(
    stops_at: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Progress(ENGLISH) as progress:
        for done in range(1, stops_at + 1):
            progress(done, 3, "avslag-1.pdf")

    bar = capsys.readouterr().err
    assert "Writing PDF" in bar
    assert f"{stops_at}/3" in bar
    assert bar.rstrip().endswith("\x1b[?25h")
