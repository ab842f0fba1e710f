"""Measure how time and memory grow with a call and with a list, and write BENCHMARKS.md.

Usage: `python -m tools.bench.growth [--largest 300000] [--longest 5000] [--results FOLDER]`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tools.bench.__main__ import RESULTS, report
from tools.bench.documents import ROOT
from tools.bench.lists import selection_list_html
from tools.bench.machine import described
from tools.bench.measuring import measured
from tools.bench.report import GROWN
from tools.bench.results import Growth, Point, Series, write
from tools.bench.synthetic import make_call

CALLS: Final = {"csv": (300, 3_000, 30_000, 300_000), "xlsx": (300, 3_000, 30_000)}
"""How many applications, by the format of the tables: workbooks take long to make."""
LISTS: Final = (200, 500, 1_000, 2_000, 5_000)
"""How many rows a list is to have, or nearly."""


def measure_growth(
    folder: Path, calls: Mapping[str, Sequence[int]], lists: Sequence[int]
) -> Growth:
    """Measure calls of these numbers of applications, by format, and lists of so many rows.

    Each is to have two sizes at least, or none; `folder` is for what is made.
    """
    found = [
        Series(f"applications in {ending}", tuple(_call(folder, size, ending) for size in sizes))
        for ending, sizes in calls.items()
    ]
    found.append(Series("rows of a list in PDF", tuple(_list(folder, size) for size in lists)))
    return Growth(described(), tuple(series for series in found if series.points))


def _call(folder: Path, size: int, ending: str) -> Point:
    """Take round 1 of a call of so many applications, as tables alone."""
    call, target = folder / "call", folder / "output"
    _empty(call, target)
    make_call(call, size, ending)
    command = [sys.executable, "-W", "ignore", "generate.py", "round1", "--formats", "csv"]
    return _point(size, [*command, "--input", str(call), "--output", str(target)])


def _list(folder: Path, size: int) -> Point:
    """Print a list of about so many rows, as a packet has it; the point is at how many."""
    source, target = folder / "pages", folder / "printed"
    _empty(source, target)
    source.mkdir()
    target.mkdir()
    rows, pages = selection_list_html(folder / "call", size)
    for name, html in pages.items():
        (source / f"{name}.html").write_text(html, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "tools.bench.print_with", "ours"]
    return _point(rows, [*command, str(source), str(target)])


def _empty(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _point(size: int, command: Sequence[str]) -> Point:
    found = measured(command, folder=ROOT, memory=True)
    print(f"{size}: {found.seconds:.1f} s, {(found.memory or 0) / 2**20:.0f} MiB", flush=True)
    return Point(size, found.seconds, found.memory or 0)


def main(arguments: list[str]) -> int:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="make bench-growth")
    parser.add_argument("--largest", type=int, default=max(CALLS["csv"]))
    parser.add_argument("--longest", type=int, default=max(LISTS))
    parser.add_argument("--results", type=Path, default=RESULTS)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bench-growth-") as folder:
        calls = {
            ending: [size for size in sizes if size <= chosen.largest]
            for ending, sizes in CALLS.items()
        }
        lists = [size for size in LISTS if size <= chosen.longest]
        found = measure_growth(Path(folder), calls, lists)
    results: Path = chosen.results.resolve()
    write(results / GROWN, found)
    report(results)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
