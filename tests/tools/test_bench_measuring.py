"""A run is measured as a whole: with the processes it starts, and theirs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools.bench.measuring import measured

HOLD = """
import subprocess, sys, time
if len(sys.argv) > 1:
    held = bytearray(b"x" * 80_000_000)
    time.sleep(0.6)
else:
    subprocess.run([sys.executable, "-c", {script!r}, "child"], check=True)
"""


def nested(script: str) -> list[str]:
    """Return a command of a process that starts another, which does what is measured."""
    child = script.format(script="")
    return [sys.executable, "-c", script.format(script=child)]


def test_memory_is_that_of_all_processes_of_a_run(tmp_path: Path) -> None:
    found = measured(nested(HOLD), folder=tmp_path, memory=True)
    assert found.memory is not None
    assert 80_000_000 < found.memory < 300_000_000


def test_memory_is_not_looked_at_unless_asked_for(tmp_path: Path) -> None:
    assert measured([sys.executable, "-c", ""], folder=tmp_path).memory is None


def test_time_is_from_the_start_to_the_end(tmp_path: Path) -> None:
    found = measured([sys.executable, "-c", "import time; time.sleep(0.3)"], folder=tmp_path)
    assert 0.3 < found.seconds < 30


def test_a_run_that_fails_is_no_measurement_and_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended with 3: no such thing"):
        measured(
            [sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"], folder=tmp_path
        )
