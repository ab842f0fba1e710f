"""The report says what was measured, and of every target whether it is met."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tools.bench import growth as bench_growth
from tools.bench.__main__ import main
from tools.bench.report import GROWN, MEASURED, write_report
from tools.bench.results import (
    Demonstrations,
    Growth,
    Point,
    Run,
    Series,
    read_demonstrations,
    read_growth,
    write,
)
from tools.bench.synthetic import make_call

MIB = 2**20
MACHINE = {"Processor": "one, 2 cores"}
MEASUREMENTS = Demonstrations(
    MACHINE,
    27,
    (Run("start/--help", (0.1, 0.2, 0.11)),),
    tuple(
        Run(f"step/award/{way}", (4.0, 5.0, 4.5), 300 * MIB) for way in ("cold", "again", "changed")
    ),
    (
        Run("peer/ours", (4.0, 4.2, 4.1), 200 * MIB, 249),
        Run("peer/chromium", (8.2, 8.1, 8.3), 900 * MIB, 250),
        Run("peer/typst", (1.0, 1.0, 1.0), 90 * MIB, 249),
    ),
    ("LibreOffice is not installed",),
)
GREW = Growth(
    MACHINE,
    (Series("applications in csv", tuple(Point(10**n, 10**n, 10**n) for n in range(2, 6))),),
)


def reported(root: Path) -> str:
    return (root / "BENCHMARKS.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "docs" / MEASURED, MEASUREMENTS)
    write(tmp_path / "docs" / GROWN, GREW)
    return tmp_path / "docs"


def test_what_was_measured_is_kept_exactly(folder: Path) -> None:
    assert read_demonstrations(folder / MEASURED) == MEASUREMENTS
    assert read_growth(folder / GROWN) == GREW
    assert read_growth(folder / "nothing.json") is None


def test_every_target_is_told_and_whether_it_is_met(folder: Path, tmp_path: Path) -> None:
    met = {target.what: (target.got, target.met) for target in write_report(tmp_path, folder)}
    assert met == {
        "`--help`": ("0.11 s", True),
        "`award` again, nothing changed": ("4.50 s", False),
        "`award` after one ballot beside cold": ("1.00 ×", False),
        "ours beside Chromium, one tab": ("0.50 ×", True),
        "ours beside Typst": ("4.10 ×", False),
        "memory of `award`": ("300 MiB", True),
        "growth, applications in csv": ("1.00", True),
        "memory at 100,000 applications": ("0 MiB", True),
    }
    assert "| ours beside Typst | ≤ 4 × | 4.10 × | **no** |" in reported(tmp_path)


def test_the_report_has_the_medians_and_who_was_left_out(folder: Path, tmp_path: Path) -> None:
    write_report(tmp_path, folder)
    assert "| `make award` | 4.50 s | 4.50 s | 4.50 s | 300 MiB |" in reported(tmp_path)
    assert "| WeasyPrint, ours | 4.10 s | 1.00 × | 200 MiB | 249 |" in reported(tmp_path)
    assert "Left out: LibreOffice is not installed." in reported(tmp_path)


def test_charts_are_pictures_that_say_what_they_show(folder: Path, tmp_path: Path) -> None:
    write_report(tmp_path, folder)
    for name, said in (("demonstration.svg", "Typst 1.00 s"), ("growth.svg", "100,000 in")):
        root = ET.fromstring((folder / name).read_bytes())  # noqa: S314 - our own
        title, desc = root[0], root[1]
        assert (title.tag, desc.tag) == tuple(
            f"{{http://www.w3.org/2000/svg}}{tag}" for tag in ("title", "desc")
        )
        assert said in str(desc.text)
        assert f"](docs/{name})" in reported(tmp_path)


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_power_of_growth_is_found_whatever_the_start_takes(power: float) -> None:
    points = tuple(Point(10**n, (10**n) ** power, 1) for n in range(3, 6))
    series = Series("s", (Point(100, 60.0, 1), *points))
    assert series.exponent == pytest.approx(power)


def test_what_is_not_linear_misses_its_target(folder: Path, tmp_path: Path) -> None:
    squared = tuple(replace(point, seconds=point.size**1.2) for point in GREW.series[0].points)
    write(folder / GROWN, Growth(MACHINE, (Series("rows", squared),)))
    targets = {target.what: target for target in write_report(tmp_path, folder)}
    assert not targets["growth, rows"].met


def test_a_small_call_is_measured_and_reported(tmp_path: Path) -> None:
    make_call(tmp_path / "call", 50)
    results = tmp_path / "results"
    where = ["--call", str(tmp_path / "call"), "--results", str(results)]
    assert main(["--rounds", "1", "--formats", "csv", *where]) == 0
    found = read_demonstrations(results / MEASURED)
    assert found is not None
    assert [run.name for run in found.steps] == [
        f"step/round1/{way}" for way in ("cold", "again", "changed")
    ]
    assert all(run.memory for run in (*found.start, *found.steps))
    assert "| `make round1` |" in reported(tmp_path)


def test_growth_is_measured_and_reported(tmp_path: Path) -> None:
    found = bench_growth.measure_growth(tmp_path, {"csv": (50, 100)}, (20, 40))
    write(tmp_path / "docs" / GROWN, found)
    write_report(tmp_path, tmp_path / "docs")
    calls, lists = found.series
    assert [point.size for point in calls.points] == [50, 100]
    assert all(point.memory > 0 for point in (*calls.points, *lists.points))
    assert "### Applications in csv: power" in reported(tmp_path)
