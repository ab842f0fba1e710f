"""The machines of a cluster print what this machine would, also when one goes down."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.test_packet import ROOT, SMALL, contents

CLUSTER: Final = """
import os, signal, sys
from distributed import Client, LocalCluster

if __name__ == "__main__":
    threads = int(sys.argv[1])
    options = {"n_workers": 2, "threads_per_worker": threads, "dashboard_address": None}
    with LocalCluster(processes=True, **options) as cluster, Client(cluster) as client:
        pids = sorted(client.run(os.getpid).values())
        print(cluster.scheduler_address, flush=True)
        for line in sys.stdin:
            if line.strip() == "kill":
                os.kill(pids[0], signal.SIGKILL)
"""


@pytest.fixture(params=[1])
def cluster(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Run two worker processes and what shares work out to them; the first line is its address."""
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", str(script), str(request.param)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield process
        process.communicate()


def round_1(target: Path, *options: str) -> list[str]:
    program = [sys.executable, "-W", "ignore", str(ROOT / "generate.py"), "round1"]
    return [*program, "--input", str(SMALL), "--output", str(target), *options]


def address(cluster: subprocess.Popen[str]) -> str:
    assert cluster.stdout is not None
    return cluster.stdout.readline().strip()


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(
    cluster: subprocess.Popen[str], tmp_path: Path
) -> None:
    here = subprocess.run(round_1(tmp_path / "here"), capture_output=True, text=True, check=True)
    there = round_1(tmp_path / "there", "--cluster", address(cluster))

    with subprocess.Popen(there, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        first = run.stderr.readline()
        assert cluster.stdin is not None
        print("kill", file=cluster.stdin, flush=True)
        told = run.communicate()

    assert "PDF-er er skrevet" in first
    assert run.returncode == 0, told
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    assert here.stdout.replace("here", "there") == told[0]


@pytest.mark.parametrize("cluster", [2], indirect=True)
def test_a_worker_with_several_threads_is_refused(
    cluster: subprocess.Popen[str], tmp_path: Path
) -> None:
    there = round_1(tmp_path / "there", "--cluster", address(cluster))
    run = subprocess.run(there, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert "2 arbeidere har flere tråder; start arbeiderne med --nthreads 1." in run.stderr
    assert not (tmp_path / "there").exists()


@pytest.mark.parametrize(
    ("nobody", "told"),
    [
        ("tcp://127.0.0.1:9", "ingen klynge svarer på «tcp://127.0.0.1:9»"),
        ("127.0.0.1", "ventet adressen til en klynge, som tcp://10.0.0.5:8786, fant «127.0.0.1»."),
    ],
)
def test_a_cluster_that_does_not_answer_is_said(nobody: str, told: str, tmp_path: Path) -> None:
    there = round_1(tmp_path / "there", "--cluster", nobody)
    run = subprocess.run(there, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert f"--cluster: {told}" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "there").exists()
