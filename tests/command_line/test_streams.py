"""What a run makes and how it ends does not depend on whether anybody reads what it tells."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "scenarios" / "1.1-substitutes-grade-for-conflicted-members"
EARS = {
    "a full disk": "> /dev/full 2> /dev/full",
    "closed streams": ">&- 2>&-",
    "a reader that has gone": "2>&1 | true; exit ${PIPESTATUS[0]}",
    "an open terminal": "",
}


def ended(ears: str, *words: str | Path) -> int:
    """Return how a run ends that tells what it tells to such ears."""
    told = [sys.executable, "-W", "ignore", str(ROOT / "generate.py"), *map(str, words)]
    command = f"{shlex.join(told)} {ears}"
    done = subprocess.run(["/bin/bash", "-c", command], check=False, capture_output=True, text=True)
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode


@pytest.mark.skipif(sys.platform == "win32", reason="a shell and /dev/full")
@pytest.mark.parametrize("ears", EARS.values(), ids=EARS)
def test_a_run_ends_as_it_went_whoever_listens(ears: str, tmp_path: Path) -> None:
    folders = ("--input", SMALL, "--output", tmp_path / "ut")
    assert ended(ears, "round1", *folders, "--formats", "csv") == 0
    assert (tmp_path / "ut" / "round1" / "decisions.csv").is_file()
    assert ended(ears, "status", *folders) == 0
    assert ended(ears, "status", "--input", tmp_path, "--output", tmp_path / "ut") == 1


def test_a_folder_without_a_name_is_wrong_use(tmp_path: Path) -> None:
    assert ended("", "round1", "--input", SMALL, "--output", "") == 2
    assert ended("", "round1", "--input", "", "--output", tmp_path) == 2
