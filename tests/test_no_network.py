"""Nothing is fetched and nothing is sent, whatever stands in a call: nobody opens a socket."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.filling_in import filled_pdf, forms_of
from tests.hostile_call import hostile
from tests.no_network import CAUGHT, environment
from tests.test_packet import ROOT, SCENARIOS, contents

CALL = SCENARIOS / "2.6-the-chair-breaks-a-tie-and-moves-another"
SIGSYS = -31


def guarded(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("import socket; socket.socket()", CAUGHT),
        ("import urllib.request as u; u.urlopen('http://127.0.0.1:9')", CAUGHT),
        ("import socket; socket.getaddrinfo('example.org', 80)", CAUGHT),
        ("import socket; socket.socketpair()", 0),
    ],
)
def test_the_guard_stops_whoever_asks_for_a_network(
    program: str, code: int, tmp_path: Path
) -> None:
    assert guarded(tmp_path, "-c", program).returncode == code


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel is not Linux")
def test_the_kernel_stops_those_that_python_does_not_hear(tmp_path: Path) -> None:
    program = "import ctypes; ctypes.CDLL(None).socket(2, 1, 0)"
    assert guarded(tmp_path, "-c", program).returncode == SIGSYS


def test_no_command_asks_for_a_network(tmp_path: Path) -> None:
    call = hostile(CALL, tmp_path / "utlysning")
    inbox, output = tmp_path / "innboks", tmp_path / "ut"
    inbox.mkdir()
    name, form = min(forms_of(call, "2.6").items())
    (inbox / f"{name}.pdf").write_bytes(filled_pdf(form, {}))
    folders = ("--input", call, "--output", output)

    for words in (
        ("award", *folders, "--formats", "csv,xlsx,html,pdf"),
        ("explain", "=1+1", *folders, "--formats", "html"),
        ("status", *folders),
        ("collect", "--input", call, "--from", inbox),
        ("bundle", *folders),
    ):
        done = guarded(tmp_path, ROOT / "generate.py", *words)
        assert done.returncode == 0, (words, done.stderr)
        assert "network" not in done.stderr

    assert any(name.endswith(".pdf") for name in contents(output / "award"))
