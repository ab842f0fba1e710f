"""Run a command and measure it: its time, and the memory of all its processes."""

from __future__ import annotations

import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Final

PROC: Final = Path("/proc")
EVERY: Final = 0.02
"""Seconds between two looks at the memory, at the least."""
PAUSE: Final = 20
"""How many times as long as a look takes to wait for the next, so that looking slows little."""
_PARENT: Final = 1
"""Where the parent's id stands after a process's name and in its line of `/proc`."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Be what a run took: seconds by the clock; peak memory in bytes, if that was looked at.

    Memory is the sum of the processes' proportional set sizes: what they share counts once.
    """

    seconds: float
    memory: int | None = None


def measured(command: Sequence[str], *, folder: Path, memory: bool = False) -> Measure:
    """Run a command in a folder and measure it; raise RuntimeError with its output if it fails.

    Looking at the `memory` takes a little of the processors' time.
    """
    begun = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        watch = _Watch(process.pid) if memory else None
        said, _ = process.communicate()
        seconds = time.perf_counter() - begun
        peak = watch.peak() if watch else None
    if process.returncode:
        told = said.decode(errors="replace").strip()[-2000:]
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {told}")
    return Measure(seconds, peak)


class _Watch:
    """Look at the memory of a process and all that come from it, again and again."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._peak = 0
        self._ended = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        ended = False
        while not ended:
            begun = time.perf_counter()
            self._peak = max(self._peak, memory_of(self._process))
            ended = self._ended.wait(max(EVERY, PAUSE * (time.perf_counter() - begun)))

    def peak(self) -> int:
        """Stop looking and return the most that was seen, in bytes."""
        self._ended.set()
        self._thread.join()
        return self._peak


def memory_of(process: int) -> int:
    """Return the proportional set size of a process and all that come from it, in bytes."""
    return sum(_proportional(one) for one in _family(process))


def _family(process: int) -> Iterator[int]:
    children: defaultdict[int, list[int]] = defaultdict(list)
    for status in PROC.glob("[0-9]*/stat"):
        with suppress(OSError):
            # The name stands in parentheses and may hold any, so count from the last of them.
            after = status.read_text(errors="replace").rpartition(")")[2].split()
            children[int(after[_PARENT])].append(int(status.parent.name))
    line = [process]
    for one in line:
        line += children[one]
        yield one


def _proportional(process: int) -> int:
    """Return a process's proportional set size in bytes, 0 once it has ended."""
    with suppress(OSError):
        for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
