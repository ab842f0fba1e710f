"""Measure the demonstration beside other programs, and write BENCHMARKS.md.

Usage: `python -m tools.bench [--rounds 5] [--without NAME] [--formats csv] [--results FOLDER]`,
with the package of requirements-bench.lock, and Chromium and LibreOffice if they are to take part.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.bench.demonstration import CALL, PEERS, measure_demonstration
from tools.bench.documents import ROOT
from tools.bench.report import MEASURED, write_report
from tools.bench.results import write

RESULTS = ROOT / "docs" / "benchmarks"


def main(arguments: list[str]) -> int:
    """Measure and report; return 0 whatever the targets say, for that depends on the machine."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--call", type=Path, default=CALL, help="another call folder")
    parser.add_argument("--without", action="append", default=[], choices=list(PEERS))
    parser.add_argument("--formats", default="", help="fewer formats, as csv: no comparison then")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where the results lie")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        found = measure_demonstration(
            Path(folder),
            chosen.rounds,
            call=chosen.call.resolve(),
            without=chosen.without,
            formats=chosen.formats,
        )
    results: Path = chosen.results.resolve()
    write(results / MEASURED, found)
    report(results)
    return 0


def report(results: Path) -> None:
    """Write the report and say how each target came out."""
    root = ROOT if results.is_relative_to(ROOT) else results.parent
    for target in write_report(root, results):
        mark = "nådd" if target.met else "ikke nådd"
        print(f"{target.what}: {target.got} (mål {target.wanted}): {mark}")
    print(f"{root / 'BENCHMARKS.md'} er skrevet.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
