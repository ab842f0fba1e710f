"""Make calls whose overviews show everything that an overview can show."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
TWO_ROUNDS: Final = ROOT / "input" / "dam-forskning-2019"
PANEL: Final = ROOT / "input" / "klinbeforsk-2024"
STEPS: Final = (
    *("forms", "round1", "joint", "plenary1", "second-opinion", "plenary2"),
    *("ranking", "ranking-list", "award"),
)
PANEL_STEPS: Final = ("screening", "forms", "panel", "award")
PAGES: Final = "csv,html"
EVERYTHING: Final = "csv,xlsx,html,pdf"


def overviews(folder: Path) -> dict[str, Path]:
    """Return overviews of whole calls in `folder`, by what they show."""
    whole, panel, halfway = (folder / name for name in ("whole", "panel", "halfway"))
    for step in STEPS:
        _run(step, TWO_ROUNDS, whole, EVERYTHING if step == "ranking" else PAGES)
    _run("explain", TWO_ROUNDS, whole, PAGES, "2019/FO249264")
    for step in PANEL_STEPS:
        _run(step, PANEL, panel, EVERYTHING if step == "forms" else PAGES)
    _halfway(folder / "call", halfway)
    return {
        "ferdig": whole / "index.html",
        "panel": panel / "index.html",
        "underveis": halfway / "index.html",
    }


def _halfway(call: Path, target: Path) -> None:
    """Make a call of which some is outdated, some waits, grades are owed and a file was changed."""
    shutil.copytree(TWO_ROUNDS, call)
    shutil.rmtree(call / "samlet")
    for step in ("round1", "joint"):
        _run(step, call, target, PAGES)
    (target / "round1" / "vedtaksprotokoll.html").write_text("Noen har skrevet her")
    (target / "joint" / "notater.txt").write_text("Mine notater")
    _run("joint", call, target, PAGES)
    with (call / "call.toml").open("a", encoding="utf-8") as file:
        file.write("\n# endret\n")
    for path in (call / "karakterer").glob("*m07*"):
        path.unlink()
    _run("forms", call, target, "html,xlsx")


def _run(step: str, source: Path, target: Path, formats: str, *more: str) -> None:
    folders = ("--input", str(source), "--output", str(target), "--formats", formats)
    command = [sys.executable, str(ROOT / "generate.py"), step, *more, *folders]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
