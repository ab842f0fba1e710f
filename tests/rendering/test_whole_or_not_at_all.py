"""A packet that is being written when the power goes is the old one or the new one, whole."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

import pytest

from reviewpkg.rendering.packet import publish

ROOT: Final = Path(__file__).resolve().parents[2]
OLD: Final = {"decisions.csv": b"old", "par/skjema.pdf": b"old form", "gone.pdf": b"only old"}
NEW: Final = {"decisions.csv": b"new", "par/skjema.pdf": b"new form", "index.html": b"only new"}
SCRIPT: Final = """
import json, os, sys
from pathlib import Path
from reviewpkg.rendering.packet import publish

folder, at, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
files = {name: data.encode() for name, data in json.loads(sys.argv[4]).items()}
touching = {"open", "os.rename", "os.mkdir", "os.chmod", "os.remove", "os.rmdir", "os.listdir"}
touched = 0

def touch(event, arguments):
    global touched
    if event in touching and str(folder.parent) in str(arguments[0]):
        touched += 1
        if touched == at:
            if how == "kill":
                os.kill(os.getpid(), 9)
            raise OSError(28, "No space left on device")

sys.addaudithook(touch)
try:
    publish(folder, files, {"step": "round1"})
except OSError as error:
    sys.exit(error.errno)
print(touched)
"""


def run(folder: Path, at: int, how: str) -> subprocess.CompletedProcess[str]:
    files = json.dumps({name: data.decode() for name, data in NEW.items()})
    command = [sys.executable, "-c", SCRIPT, str(folder), str(at), how, files]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def lying(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def is_whole(found: dict[str, bytes]) -> bool:
    manifest = json.loads(found["manifest.json"])
    sealed = {one["file"]: one["sha256"] for one in manifest["outputs"]}
    lies = {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}
    return {**sealed, "manifest.json": lies["manifest.json"]} == lies


def touches(tmp_path: Path) -> int:
    """Return how often a run touches the disk."""
    folder = tmp_path / "count" / "round1"
    publish(folder, OLD, {"step": "round1"})
    return int(run(folder, 0, "kill").stdout)


def test_a_run_killed_at_any_touch_of_the_disk_leaves_a_whole_packet(tmp_path: Path) -> None:
    points = touches(tmp_path)
    seen: set[bytes] = set()
    for at in range(1, points + 1):
        folder = tmp_path / f"call-{at}" / "round1"
        publish(folder, OLD, {"step": "round1"})

        assert run(folder, at, "kill").returncode == -signal.SIGKILL

        found = lying(folder)
        assert is_whole(found), at
        seen.add(found["decisions.csv"])
        publish(folder, NEW, {"step": "round1"})
        assert [one.name for one in folder.parent.iterdir()] == ["round1"], at
        assert lying(folder)["decisions.csv"] == b"new"
    assert seen == {b"old", b"new"}


def test_a_first_run_killed_leaves_a_whole_packet_or_none(tmp_path: Path) -> None:
    points = touches(tmp_path)
    for at in range(1, points, 3):
        folder = tmp_path / f"call-{at}" / "round1"
        run(folder, at, "kill")
        assert not folder.exists() or is_whole(lying(folder)), at


def test_a_disk_that_is_full_at_any_touch_leaves_the_old_packet_and_nothing_else(
    tmp_path: Path,
) -> None:
    points = touches(tmp_path)
    for at in range(2, points + 1):
        folder = tmp_path / f"call-{at}" / "round1"
        publish(folder, OLD, {"step": "round1"})

        done = run(folder, at, "full")

        found = lying(folder)
        assert is_whole(found), at
        assert done.returncode in {0, errno.ENOSPC}
        if done.returncode:
            assert found["decisions.csv"] == b"old" or "index.html" in found


def test_what_was_moved_out_of_the_way_by_a_killed_run_is_put_back(tmp_path: Path) -> None:
    folder = tmp_path / "round1"
    publish(folder, OLD, {"step": "round1"})
    aside = tmp_path / ".round1-abcdefgh"
    aside.mkdir()
    folder.rename(aside / "round1")
    full = {"a" * 300: b""}

    with pytest.raises(OSError, match="name too long"):
        publish(folder, full, {"step": "round1"})

    assert lying(folder)["decisions.csv"] == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["round1"]


@pytest.mark.parametrize("after", [0.2, 0.5, 0.7, 0.9, 1.1, 1.4])
def test_a_real_run_killed_leaves_a_whole_packet_or_none(after: float, tmp_path: Path) -> None:
    call = ROOT / "tests" / "scenarios" / "1.1-substitutes-grade-for-conflicted-members"
    command = [sys.executable, "generate.py", "round1", "--input", str(call)]
    command += ["--output", str(tmp_path / "out"), "--formats", "csv,xlsx"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=-3) as process:
        time.sleep(after)
        process.send_signal(signal.SIGKILL)

    packet = tmp_path / "out" / "round1"
    assert not packet.exists() or is_whole(lying(packet))


def test_two_runs_at_once_both_finish_and_leave_one_whole_packet(tmp_path: Path) -> None:
    folder = tmp_path / "round1"
    files = json.dumps({f"{at}.csv": "x" * 1_500 for at in range(60)})
    command = [sys.executable, "-c", SCRIPT, str(folder), "0", "kill", files]
    options: dict[str, Any] = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}

    runs = [subprocess.Popen(command, **options) for _ in range(3)]
    errors = [run.communicate()[1] for run in runs]

    assert [run.returncode for run in runs] == [0, 0, 0], errors
    assert is_whole(lying(folder))
    assert os.listdir(tmp_path) == ["round1"]  # noqa: PTH208 - only names
