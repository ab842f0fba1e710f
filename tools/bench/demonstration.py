"""Measure the demonstration: the program's own steps, and the same documents with others."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pypdf import PdfReader

from tools.bench import devtools
from tools.bench.corrections import CORRECTIONS
from tools.bench.documents import CHROMIUM, OURS, ROOT, TYPST, lay_out, printed_pages
from tools.bench.machine import described
from tools.bench.measuring import Measure, measured
from tools.bench.results import Demonstrations, Run

CALL: Final = ROOT / "input" / "dam-forskning-2019"
STEPS: Final = tuple(CORRECTIONS)
COLD, AGAIN, CHANGED = "cold", "again", "changed"
PEERS: Final = {
    "ours": OURS,
    "chromium": CHROMIUM,
    "chromium-tabs": CHROMIUM,
    "typst": TYPST,
    "libreoffice": OURS,
}
"""The programs to print with, and the folder that each reads."""


@dataclass(slots=True)
class Bench:
    """Be a workplace: a folder for all that is made, and what was measured there so far."""

    folder: Path
    call: Path
    steps: tuple[str, ...]
    formats: str
    runs: dict[str, Run]

    def measure(self, name: str, command: Sequence[str], *, memory: bool) -> Measure:
        """Run a command and add to what was measured under a name."""
        found = measured(command, folder=ROOT, memory=memory)
        before = self.runs.get(name, Run(name, ()))
        if memory:
            self.runs[name] = replace(before, memory=found.memory)
        else:
            self.runs[name] = replace(before, seconds=(*before.seconds, found.seconds))
        return found

    def named(self, kind: str) -> tuple[Run, ...]:
        """Return the runs of a kind, in the order that they were first measured in."""
        return tuple(run for name, run in self.runs.items() if name.startswith(f"{kind}/"))


def measure_demonstration(
    folder: Path,
    rounds: int,
    call: Path = CALL,
    without: Sequence[str] = (),
    formats: str = "",
) -> Demonstrations:
    """Measure everything in so many rounds, one of each in every round, then memory once.

    `folder` is for what is made; the programs in `without` are left out, and all of them if
    `formats` has no documents.
    """
    steps = tuple(step for step in STEPS if _can(call, step))
    bench = Bench(folder, call, steps, formats, {})
    absent = dict(_absent(without))
    documents = _prepare(bench)
    peers = [name for name in PEERS if documents and name not in absent]
    for number in range(1, rounds + 2):
        memory = number > rounds
        print("Minne …" if memory else f"Runde {number} av {rounds} …", flush=True)
        _start(bench, memory=memory)
        for step in steps:
            _step(bench, step, memory=memory)
        peers = [*peers[1:], *peers[:1]]  # nobody is always first
        for name in peers:
            _peer(bench, name, memory=memory)
    inorder = sorted(bench.named("peer"), key=lambda run: [*PEERS].index(run.name[5:]))
    return Demonstrations(
        described(),
        documents,
        bench.named("start"),
        bench.named("step"),
        tuple(inorder),
        tuple(absent.values()),
    )


def _can(call: Path, step: str) -> bool:
    """Tell whether a call has come to a step: a smaller one than the demonstration may not."""
    return step != "award" or (call / "rangering").is_dir()


def _absent(without: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the programs that are not installed, with a sentence that says so."""
    if devtools.program() is None:
        said = "Chromium is not installed (on Debian: `apt-get install chromium`)"
        yield from (("chromium", said), ("chromium-tabs", said))
    if find_spec("typst") is None:
        yield "typst", "the Python package `typst` is not installed (`make bench` installs it)"
    if shutil.which("soffice") is None:
        yield "libreoffice", "LibreOffice is not installed (`apt-get install libreoffice-calc`)"
    yield from ((name, f"{name} was left out") for name in without)


def _generate(step: str, call: Path, target: Path, formats: str) -> list[str]:
    command = [sys.executable, "-W", "ignore", "generate.py", step]
    chosen = ["--formats", formats] if formats else []
    return [*command, "--input", str(call), "--output", str(target), *chosen]


def _prepare(bench: Bench) -> int:
    """Make the documents once, so that every program has them to print; return how many."""
    packets = bench.folder / "packets"
    for step in bench.steps:
        command = _generate(step, bench.call, packets, bench.formats)
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    pages = printed_pages(packets, bench.steps)
    return lay_out(pages, bench.folder / "pages")


def _start(bench: Bench, *, memory: bool) -> None:
    command = [sys.executable, "generate.py", "--help"]
    bench.measure("start/--help", command, memory=memory)
    for step in bench.steps:
        target = bench.folder / "tables"
        shutil.rmtree(target, ignore_errors=True)
        command = _generate(step, bench.call, target, "csv")
        bench.measure(f"start/{step} --formats csv", command, memory=memory)


def _step(bench: Bench, step: str, *, memory: bool) -> None:
    """Take a step with nothing there before, again, and once more after a correction."""
    target, call = bench.folder / "output", bench.folder / "call"
    for folder in (target, call):  # and with the packets, whatever is kept beside them
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(bench.call, call)
    for way in (COLD, AGAIN, CHANGED):
        if way == CHANGED:
            CORRECTIONS[step](call)
        command = _generate(step, call, target, bench.formats)
        bench.measure(f"step/{step}/{way}", command, memory=memory)


def _peer(bench: Bench, name: str, *, memory: bool) -> None:
    """Print all documents with one program, and count the pages once."""
    target = bench.folder / "printed" / name
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    source = bench.folder / "pages" / PEERS[name]
    command = [sys.executable, "-W", "ignore", "-m", "tools.bench.print_with", name]
    bench.measure(f"peer/{name}", [*command, str(source), str(target)], memory=memory)
    if memory:
        pdfs = list(target.glob("*.pdf"))
        if len(pdfs) != len(list(source.glob("*-*"))):
            raise RuntimeError(f"{name} did not print every document")
        pages = sum(len(PdfReader(pdf).pages) for pdf in pdfs)
        bench.runs[f"peer/{name}"] = replace(bench.runs[f"peer/{name}"], pages=pages)
