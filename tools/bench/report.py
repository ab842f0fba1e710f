"""Write BENCHMARKS.md and its charts from what lies measured, and say which targets are met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewpkg.reports.parts import MOST_ROWS
from tools.bench import chart
from tools.bench.results import (
    Demonstrations,
    Growth,
    Run,
    read_demonstrations,
    read_growth,
)

MEASURED, GROWN = "demonstration.json", "growth.json"
PEERS_CHART, GROWTH_CHART = "demonstration.svg", "growth.svg"
MIB: Final = 2**20

# What a run is to come to: seconds, shares of the others' time, bytes, a power of the size.
HELP: Final = 0.15
TABLES: Final = 1.0
UNCHANGED: Final = 1.0
OF_COLD: Final = 0.25
OF_CHROMIUM: Final = 0.8
OF_TYPST: Final = 4.0
MEMORY: Final = 400 * MIB
LINEAR: Final = 1.1
LARGEST: Final = 2 * 1024 * MIB

_PEERS: Final = {
    "ours": ("WeasyPrint, ours", "PDF/A-3a and PDF/UA-1, with fields to fill in"),
    "chromium": (
        "Chromium, one tab",
        "the same HTML, head and foot in margin boxes; tagged, neither PDF/A nor PDF/UA; no fields",
    ),
    "chromium-tabs": ("Chromium, a tab a core", "as above"),
    "typst": (
        "Typst",
        (
            "the same text, tables and pictures in its own markup, PDF/A-3a and PDF/UA-1; no "
            "fields, no header cells for rows, no fainter lines between equals"
        ),
    ),
    "libreoffice": (
        "LibreOffice Calc",
        "the same HTML as sheets: no page rules, no head and foot, no pictures, not tagged",
    ),
}
_WAYS: Final = ("cold", "again", "changed")


@dataclass(frozen=True, slots=True)
class Target:
    """Be something to come to, what came of it, and whether that is enough."""

    what: str
    wanted: str
    got: str
    met: bool


def write_report(root: Path, folder: Path) -> tuple[Target, ...]:
    """Write `BENCHMARKS.md` in `root` and the charts in `folder`; return the targets.

    `folder` is within `root` and holds the results.
    """
    measured, grown = read_demonstrations(folder / MEASURED), read_growth(folder / GROWN)
    beside = folder.relative_to(root).as_posix()
    parts = [_INTRODUCTION]
    targets: list[Target] = []
    if measured:
        targets += _targets(measured)
        parts += _demonstration(measured, beside)
        if measured.peers:
            (folder / PEERS_CHART).write_text(_peers_chart(measured), encoding="utf-8")
    if grown:
        targets += _growth_targets(grown)
        parts += _growth(grown, beside)
        (folder / GROWTH_CHART).write_text(
            chart.lines(grown, "Time and memory against size"), encoding="utf-8"
        )
    summary = chart.table(
        ("Target", "Wanted", "Measured", "Met"),
        [(one.what, one.wanted, one.got, "yes" if one.met else "**no**") for one in targets],
    )
    parts.insert(1, f"## Targets\n\n{summary}")
    (root / "BENCHMARKS.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return tuple(targets)


_INTRODUCTION: Final = """# Benchmarks

This file and its charts are written by the two commands that measure:

```
make bench            # the demonstration, and the same documents with other programs
make bench-growth     # calls of 300 to 300,000 applications, lists of 200 to 5,000 rows
```

Everything is measured from outside, as whole processes: a time is from the start of a command to
its end, Python's own start and all imports in it. Memory is the peak of the sum over all of a run's
processes of what they have in memory, what they share counted once (PSS), in a run of its own that
is not timed. Files lie in the system's cache. What is compared takes turns, round by round, and of
the rounds the median counts."""


def _seconds(value: float) -> str:
    return f"{value:.2f} s"


def _memory(run: Run) -> str:
    return "–" if run.memory is None else f"{run.memory / MIB:.0f} MiB"


def _targets(measured: Demonstrations) -> Iterator[Target]:
    runs = {run.name: run for run in (*measured.start, *measured.steps, *measured.peers)}
    for run in measured.start:
        most = HELP if run.name.endswith("--help") else TABLES
        what = f"`{run.name.partition('/')[2]}`"
        yield Target(what, f"≤ {most:g} s", _seconds(run.median), run.median <= most)
    for run in measured.steps:
        if run.name.endswith("/again"):
            what = f"`{run.name.split('/')[1]}` again, nothing changed"
            met = run.median <= UNCHANGED
            yield Target(what, f"≤ {UNCHANGED:g} s", _seconds(run.median), met)
    cold, changed = runs.get("step/award/cold"), runs.get("step/award/changed")
    if cold and changed:
        share = changed.median / cold.median
        what = "`award` after one ballot beside cold"
        yield Target(what, f"≤ {OF_COLD:g} ×", f"{share:.2f} ×", share <= OF_COLD)
    ours = runs.get("peer/ours")
    for name, most in (
        ("chromium", OF_CHROMIUM),
        ("chromium-tabs", OF_CHROMIUM),
        ("typst", OF_TYPST),
    ):
        peer = runs.get(f"peer/{name}")
        if ours and peer:
            ratio = ours.median / peer.median
            said = f"ours beside {_PEERS[name][0]}"
            yield Target(said, f"≤ {most:g} ×", f"{ratio:.2f} ×", ratio <= most)
    for run in measured.steps:
        if run.name.endswith("/cold") and run.memory is not None:
            what = f"memory of `{run.name.split('/')[1]}`"
            yield Target(what, f"≤ {MEMORY / MIB:.0f} MiB", _memory(run), run.memory <= MEMORY)


def _growth_targets(grown: Growth) -> Iterator[Target]:
    for series in grown.series:
        exponent = series.exponent
        wanted, got = f"time by at most the power {LINEAR}", f"{exponent:.2f}"
        yield Target(f"growth, {series.name}", wanted, got, exponent <= LINEAR)
    largest = max((one for it in grown.series for one in it.points), key=lambda one: one.size)
    yield Target(
        f"memory at {largest.size:,} applications",
        f"≤ {LARGEST / MIB:,.0f} MiB",
        f"{largest.memory / MIB:,.0f} MiB",
        largest.memory <= LARGEST,
    )


def _machine(machine: dict[str, str]) -> str:
    return "\n".join(f"- {name}: {value}" for name, value in machine.items())


def _demonstration(measured: Demonstrations, beside: str) -> Iterator[str]:
    rounds = len(measured.start[0].seconds)
    yield f"## The demonstration\n\n{_machine(measured.machine)}\n- Rounds: {rounds}"
    runs = {run.name: run for run in measured.steps}
    steps = dict.fromkeys(run.name.split("/")[1] for run in measured.steps)
    rows = [
        (
            f"`make {step}`",
            *(_seconds(runs[f"step/{step}/{way}"].median) for way in _WAYS),
            _memory(runs[f"step/{step}/cold"]),
        )
        for step in steps
    ]
    header = ("Step", "cold", "again, nothing changed", "after one correction", "memory, cold")
    yield (
        "Cold means an empty output folder, and with it nothing kept from before. Corrected is "
        "one grade before `round1`, and one ballot before `award`."
    )
    yield chart.table(header, rows)
    if measured.peers:
        yield (
            f"### The same documents with other programs\n\nThe {measured.documents} documents of "
            "these steps, laid out beforehand as each program reads them, in one process that "
            "starts, prints them all and ends; all cores may be used."
        )
        yield f"![Seconds for all documents, by program]({beside}/{PEERS_CHART})"
        yield _peers_table(measured)
    yield from (f"Left out: {said}." for said in dict.fromkeys(measured.absent))


def _peers_table(measured: Demonstrations) -> str:
    ours = next(run.median for run in measured.peers if run.name == "peer/ours")
    rows = []
    for run in measured.peers:
        name, differs = _PEERS[run.name.removeprefix("peer/")]
        figures = (_seconds(run.median), f"{ours / run.median:.2f} ×", _memory(run))
        rows.append((name, *figures, str(run.pages or "–"), differs))
    header = ("Program", "all documents", "ours takes", "memory", "pages", "what is printed")
    return chart.table(header, rows)


def _peers_chart(measured: Demonstrations) -> str:
    medians = {
        _PEERS[run.name.removeprefix("peer/")][0]: run.median
        for run in sorted(measured.peers, key=lambda run: run.median)
    }
    title = "Seconds for all documents of the demonstration, by program"
    return chart.bars(medians, _PEERS["ours"][0], title)


def _growth(grown: Growth, beside: str) -> Iterator[str]:
    yield f"## Growth\n\n{_machine(grown.machine)}"
    yield (
        "Calls of invented applications, always the same: 25 applications a pair, two files of "
        "grades a pair, a conflict of interest for every hundredth application, one user "
        "representative for every 75, the numbers of 1.2 and 1.4 in proportion. They go through "
        "`round1 --formats csv`. A list is an area's selection list, printed as a packet has it: "
        f"a list of more than {MOST_ROWS:,} rows in parts. Time and memory are of the same run; "
        "the power of the size that time grows with is fitted over all sizes but the least."
    )
    yield f"![Time and memory against size]({beside}/{GROWTH_CHART})"
    for series in grown.series:
        rows = [
            (
                f"{one.size:,}",
                _seconds(one.seconds),
                f"{one.memory / MIB:,.0f} MiB",
                f"{one.seconds / one.size * 1000:.2f} ms",
            )
            for one in series.points
        ]
        header = ("size", "time", "memory", "time for each")
        powers = f"power {series.exponent:.2f}, at its steepest {series.steepest:.2f}"
        heading = f"### {series.name[:1].upper()}{series.name[1:]}: {powers}"
        yield f"{heading}\n\n{chart.table(header, rows)}"
