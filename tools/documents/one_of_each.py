"""Make one of each kind of document: the longest of its kind, from every step of both routines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final
from unittest.mock import patch

from reviewpkg.jobs import formal, panel, panel_explain, round_1, round_2
from reviewpkg.jobs.delivery import Delivery
from reviewpkg.jobs.order import Order
from reviewpkg.rendering.kept import Kept
from reviewpkg.rendering.pdf import PdfJob, Printed
from reviewpkg.rendering.printer import Printer, processors

ROOT: Final = Path(__file__).resolve().parents[2]
DEMONSTRATION: Final = ROOT / "input" / "dam-forskning-2019"
PANEL: Final = ROOT / "input" / "klinbeforsk-2024"
SCENARIOS: Final = ROOT / "tests" / "scenarios"
ADJUSTED: Final = SCENARIOS / "1.2.9-application-moved-by-name"
SCREENED: Final = SCENARIOS / "F1-F2-screening-before-1.1"
APPLICATION: Final = "2019/FO249264"
OF_PANEL: Final = "KLIN-2024/0118"
"""Applications that went all the way, the panel's to a tie at the line."""


@dataclass(frozen=True)
class Course:
    """Be steps to take on a call, and what to call its documents by."""

    source: Path
    steps: tuple[Callable[[Order], Delivery], ...]
    prefix: str = ""


COURSES: Final = (
    Course(
        DEMONSTRATION,
        (
            round_1.run_round_1,
            round_2.run_joint,
            round_2.run_plenary_1,
            round_2.run_second_opinion,
            round_2.run_plenary_2,
            round_2.run_ranking,
            round_2.run_ranking_list,
            round_2.run_award,
            partial(round_2.run_explain, number=APPLICATION),
        ),
    ),
    Course(ADJUSTED, (round_1.run_round_1,)),
    Course(SCREENED, (formal.run_screening, round_2.run_award)),
    Course(
        PANEL,
        (
            panel.run_screening,
            panel.run_forms,
            panel.run_panel,
            panel.run_award,
            partial(panel_explain.run_explain, number=OF_PANEL),
        ),
        "panel/",
    ),
)
_FORMAL: Final = ("formell-vurdering", "avslag-formelle-krav", "begrunnelse")
_PANEL_KINDS: Final = (
    *("karakterskjema", "fordeling", "panelark", "forelopig-innstilling"),
    *("programstyret/innstilling", "direktormotet/innstilling", "protokoll", "soknad"),
)
KINDS: Final = frozenset({
    *("utvelgelse", "avslag-1", "belastning-per-par", "justeringsrapport", "vedtaksprotokoll"),
    *("brukerkarakterer", "samlet", "brukersamlet", "dagsorden", "plenum-1", "plenum-2"),
    *("tilleggsvurdering", "brukertillegg", "fordeling-tilleggsvurderinger", "budsjettlinje"),
    *("innvilgelse-1", "avslag-2", "rangeringsskjema", "brukerrangering", "plenumsvisning"),
    *("rangeringsliste", "tildelingsliste", "avslag-3", "protokoll", "soknad", *_FORMAL),
    *(f"panel/{kind}" for kind in (*_FORMAL, *_PANEL_KINDS)),
})  # fmt: skip
_WHOSE: Final = re.compile(r"-(ks|annet|del|p\d+|m\d\d[ab]|b\d|e\d|2019|klin)\b.*")
_TO_EACH: Final = frozenset({"programstyret", "direktormotet"})
"""Whose documents of the same name differ in more than whom they are to."""


def one_of_each(folder: Path) -> dict[str, Path]:
    """Return a PDF of each kind, by kind; raise RuntimeError where a kind is missing or new."""
    jobs = to_print(folder)
    made: dict[str, Path] = {}
    with Printer(Kept(None), processors()) as printer:
        for job in jobs.values():
            printer.ask_for(job)
        printed = printer.printed(lambda _done, _total, _name: None)
    for kind in sorted(jobs):
        made[kind] = folder / f"{kind.replace('/', '-')}.pdf"
        made[kind].write_bytes(printed[kind])
    return made


def to_print(folder: Path) -> dict[str, PdfJob]:
    """Return a document of each kind to print, by kind, with `folder` for what else is made."""
    jobs: dict[str, PdfJob] = {}
    for number, course in enumerate(COURSES):
        with patch("reviewpkg.rendering.press.Press", partial(_Gatherer, jobs, course.prefix)):
            for run in course.steps:
                run(_order(course.source, folder / f"course-{number}"))
    if set(jobs) != KINDS:
        raise RuntimeError(f"other kinds of documents than expected: {set(jobs) ^ KINDS}")
    return jobs


def _order(source: Path, target: Path) -> Order:
    return Order(source, target, ("pdf",), lambda _done, _total, _name: None)


class _Gatherer:
    """Keep the longest document of each kind for later, and print nothing."""

    def __init__(self, jobs: dict[str, PdfJob], prefix: str, _processes: int) -> None:
        self._jobs, self._prefix = jobs, prefix
        self._asked: list[str] = []

    def ask_for(self, job: PdfJob) -> None:
        """Keep a document for later if none of its kind is longer."""
        kind = self._prefix + _kind(Path(job.name))
        if kind not in self._jobs or len(job.html) > len(self._jobs[kind].html):
            self._jobs[kind] = replace(job, name=kind)
        self._asked.append(job.name)

    def printed(self, _progress: object) -> Iterator[Printed]:
        """Yield what was asked for, with nothing in it."""
        yield from (Printed(name, b"", ours=False) for name in self._asked)

    def close(self) -> None:
        """End nothing, for nothing was begun."""


def _kind(path: Path) -> str:
    """Return what a document is called, whoever and whatever it is about."""
    if path.parent.name == "begrunnelser":
        return "begrunnelse"
    stem = _WHOSE.sub("", path.stem)
    return f"{path.parent.name}/{stem}" if path.parent.name in _TO_EACH else stem
