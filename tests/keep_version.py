"""Keep what this version makes of a small call of each routine, for later versions to be held to.

Usage: `python -m tests.keep_version`, once for a version, before it is released. What is kept is
never made again: a later version reads it as it lies there, in `tests/kept/<version>/<routine>/`.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewpkg import VERSION
from reviewpkg.domain.forms import Shown
from tests.filling_in import answers_in, filled_pdf, filled_workbook, forms_of
from tests.in_process import generate

TESTS: Final = Path(__file__).resolve().parent
KEPT: Final = TESTS / "kept"


@dataclass(frozen=True, slots=True)
class Routine:
    """Be a small call of a routine, its steps in order, and the forms of it that come back."""

    name: str
    scenario: str
    steps: tuple[str, ...]
    form_step: str
    table: str


_ROUNDS: Final = (
    *("forms", "round1", "joint", "plenary1", "second-opinion", "plenary2", "ranking"),
    *("ranking-list", "award"),
)
WITHOUT_DECISIONS: Final = frozenset({"forms", "joint", "plenary2"})
"""Steps that only hand out what is to be filled in."""
ROUTINES: Final = (
    Routine(
        "two-round",
        "2.6-the-chair-breaks-a-tie-and-moves-another",
        _ROUNDS,
        "2.6",
        "rangering",
    ),
    Routine(
        "two-round-screened",
        "F1-F2-screening-before-1.1",
        ("screening", *_ROUNDS),
        "1.4",
        "brukerkarakterer",
    ),
    Routine(
        "panel",
        "D20-tie-at-the-line-is-ruled",
        ("screening", "forms", "panel", "award"),
        "K2",
        "karakterer",
    ),
)


def keep(routine: Routine, at: Path) -> None:
    """Keep a routine's call, the packets of every step for programs, and two forms filled in."""
    call = at / "call"
    shutil.copytree(TESTS / "scenarios" / routine.scenario, call)
    for step in routine.steps:
        folders = ("--input", call, "--output", at / "output")
        done = generate(step, *folders, "--formats", "csv")
        if done.returncode:
            sys.exit(done.stderr)
    inbox = at / "inbox"
    inbox.mkdir()
    forms = forms_of(call, routine.form_step)
    named = sorted(
        name for name, form in forms.items() if form.workbook.table.name == routine.table
    )
    for ending, name in zip(("pdf", "xlsx"), named, strict=False):
        form = forms[name]
        answers: dict[tuple[int, int], Shown] = answers_in(call, form.workbook)
        filled = filled_pdf if ending == "pdf" else filled_workbook
        (inbox / f"{name}.{ending}").write_bytes(filled(form, answers))


def main() -> None:
    """Keep all of them, unless this version is kept already."""
    os.environ["REVIEWPKG_NO_CACHE"] = "1"
    at = KEPT / VERSION
    if at.exists():
        sys.exit(f"{at.relative_to(TESTS)} is kept already, and stays as it is.")
    for routine in ROUTINES:
        keep(routine, at / routine.name)


if __name__ == "__main__":
    main()
