from __future__ import annotations

import os
import pty
import sys
from io import StringIO
from pathlib import Path

import pytest

from reviewpkg.command_line.password import password_of
from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.problems import InputRejected, sentences

WORDS = Words(Language.BOKMAL)


def refusal(file: Path | None) -> str:
    with pytest.raises(InputRejected) as refused:
        password_of(file, WORDS)
    return "\n".join(sentences(refused.value.problems))


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nmer\n"])
def test_the_password_is_the_first_line_of_its_file(end: str, tmp_path: Path) -> None:
    (tmp_path / "passord").write_bytes(f"hemmelig å{end}".encode())

    assert password_of(tmp_path / "passord", WORDS) == "hemmelig å"


def test_a_file_that_cannot_be_read_as_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes("blåbær".encode("latin-1"))

    for file in (tmp_path / "latin", tmp_path, tmp_path / "nope"):
        assert refusal(file).startswith(f"{file}: filen med passordet kan ikke leses; ")


def test_nobody_is_asked_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("hemmelig\n"))

    assert "her er ingen terminal å spørre i" in refusal(None)


def told_at_a_terminal(typed: bytes) -> tuple[int, str]:
    """Ask at a terminal of its own, where keys are pressed; return how it ended and was told."""
    child, terminal = pty.fork()
    if child == 0:
        command = "from tests.command_line.test_password import asked; asked()"
        python = [sys.executable, "-c", command]
        os.execv(sys.executable, python)  # noqa: S606 - this file, at a terminal of its own
    told = b""
    while b"kkelen:" not in told:
        told += os.read(terminal, 1000)
    os.write(terminal, typed)
    _, status = os.waitpid(child, 0)
    told += os.read(terminal, 1000)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), told.decode()


def asked() -> None:
    try:
        sys.stdout.write(f"svar {password_of(None, WORDS).upper()}")
    except InputRejected as refused:
        sys.stdout.writelines(sentences(refused.problems))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [(b"ord\n", 0, "svar ORD"), (b"\x04", 1, "passordet ble ikke skrevet"), (b"\x03", 130, "")],
    ids=("answer", "end of input", "break"),
)
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_whoever_is_asked_answers_or_breaks_off(typed: bytes, code: int, told: str) -> None:
    ended, shown = told_at_a_terminal(typed)

    assert ended == code
    assert told in shown
