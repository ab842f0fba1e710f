"""Run the program on calls changed at random; exit 1 if it did anything but read or refuse them.

Usage: `python -m tools.fuzz [--seed 1] [--runs 1000] [--only INDEX]`. The same seed changes the
same calls the same way; `--only` runs one of them again, and leaves its folder to be looked at.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tools.fuzz.bases import bases
from tools.fuzz.runs import Finding, Fuzzer

MOST_TOLD = 20


def main() -> int:
    """Print what went wrong, and how the runs ended; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", type=int)
    asked = parser.parse_args()
    os.environ["REVIEWPKG_DEBUG"] = "1"  # a fault in the program comes with its place
    at = Path(tempfile.mkdtemp(prefix="fuzz-"))
    fuzzer = Fuzzer(bases(), asked.seed, at)
    runs = range(asked.first, asked.first + asked.runs) if asked.only is None else [asked.only]
    found: list[Finding] = []
    began = time.monotonic()
    for index in runs:
        finding = fuzzer.run(index)
        if finding:
            found.append(finding)
            print(_told(finding), flush=True)
        if len(found) >= MOST_TOLD:
            break
    ends = ", ".join(f"exit {code}: {count}" for code, count in sorted(fuzzer.codes.items()))
    print(f"{ends}; {len(found)} went wrong; {time.monotonic() - began:.0f} s")
    if asked.only is not None:
        print(f"The folder is {at}")
    return 1 if found else 0


def _told(one: Finding) -> str:
    lines = [f"run {one.index}, {one.base}", f"  {' '.join(one.words)}"]
    lines += [f"  {change}" for change in one.changes]
    return "\n".join((*lines, *one.faults, ""))


if __name__ == "__main__":
    sys.exit(main())
