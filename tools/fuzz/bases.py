"""Choose what is changed: the demonstrations, the tests' small calls, and forms on their way in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewpkg.intake.routine import routine_of
from reviewpkg.jobs.todays_forms import TodaysForms
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.xlsx import form_workbook
from tools.fuzz.folder import Folder, read

ROOT: Final = Path(__file__).resolve().parents[2]
DEMONSTRATIONS: Final = tuple(sorted(path.parent for path in ROOT.glob("input/*/call.toml")))
SCENARIOS: Final = tuple(sorted((ROOT / "tests" / "scenarios").iterdir()))
WAITING: Final = ROOT / "tests" / "scenarios" / "2.6-a-tie-only-the-chair-can-break-stops-the-award"
STEPS: Final = {
    "two-round": (
        *("forms", "round1", "joint", "plenary1", "second-opinion", "plenary2", "ranking"),
        *("ranking-list", "award"),
    ),
    "panel": ("screening", "forms", "panel", "award"),
}


@dataclass(frozen=True, slots=True)
class Base:
    """Be a call to change, and the forms that come back to it, if any do."""

    name: str
    routine: str
    call: Folder
    inbox: Folder | None = None


def bases() -> tuple[Base, ...]:
    """Return everything there is to change; a demonstration counts as four small calls."""
    small = tuple(Base(path.name, routine_of(path), read(path)) for path in SCENARIOS)
    large = tuple(Base(path.name, routine_of(path), read(path)) for path in DEMONSTRATIONS)
    return (*small, *large * 4, *(_returned(),) * 4)


def _returned() -> Base:
    """Return a call that waits for its ballots, and these filled in, one of them printed."""
    call = read(WAITING)
    del call.files["rangering.csv"]
    made = TodaysForms(WAITING, "two-round").at("2.6")
    forms = sorted(made.forms.items()) if made else []
    inbox = {}
    for name, form in forms:
        cells = list(form.workbook.open_cells())
        answers = {cell: place for place, cell in enumerate(cells, start=1)}
        inbox[f"{name}.xlsx"] = form_workbook(form.workbook, answers)
    printed = forms[0][1].printed
    if printed:
        inbox["trykt.pdf"] = write_pdf(render_html(printed.template, printed.page))
    return Base("forms that come back", "two-round", call, Folder(inbox))
