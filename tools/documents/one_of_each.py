"""Make one of each kind of document: the longest of its kind, from every step."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final
from unittest.mock import patch

from reviewpkg.jobs import round_1, round_2
from reviewpkg.jobs.delivery import Order
from reviewpkg.rendering.pdf import PdfJob, render_all

ROOT: Final = Path(__file__).resolve().parents[2]
DEMONSTRATION: Final = ROOT / "input" / "dam-forskning-2019"
ADJUSTED: Final = ROOT / "tests" / "scenarios" / "1.2.9-application-moved-by-name"
APPLICATION: Final = "2019/FO249264"
"""An application that went all the way."""

STEPS: Final = (
    round_1.run_round_1,
    round_2.run_joint,
    round_2.run_plenary_1,
    round_2.run_second_opinion,
    round_2.run_plenary_2,
    round_2.run_ranking,
    round_2.run_ranking_list,
    round_2.run_award,
    partial(round_2.run_explain, number=APPLICATION),
)
KINDS: Final = frozenset({
    *("utvelgelse", "avslag-1", "belastning-per-par", "justeringsrapport", "vedtaksprotokoll"),
    *("brukerkarakterer", "samlet", "brukersamlet", "dagsorden", "plenum-1", "plenum-2"),
    *("tilleggsvurdering", "brukertillegg", "fordeling-tilleggsvurderinger", "budsjettlinje"),
    *("innvilgelse-1", "avslag-2", "rangeringsskjema", "brukerrangering", "plenumsvisning"),
    *("rangeringsliste", "tildelingsliste", "avslag-3", "protokoll", "soknad"),
})  # fmt: skip
_WHOSE: Final = re.compile(r"-(ks|annet|p\d+|m\d\d[ab]|b\d|2019)\b.*")


def one_of_each(folder: Path) -> dict[str, Path]:
    """Return a PDF of each kind, by kind; raise RuntimeError where a kind is missing or new."""
    jobs: dict[str, PdfJob] = {}
    with patch("reviewpkg.rendering.pdf.render_all", partial(_gather, jobs)):
        for run in STEPS:
            run(_order(DEMONSTRATION, folder / "demonstration"))
        round_1.run_round_1(_order(ADJUSTED, folder / "adjusted"))
    if set(jobs) != KINDS:
        raise RuntimeError(f"other kinds of documents than expected: {set(jobs) ^ KINDS}")
    made: dict[str, Path] = {}
    printed = dict(render_all(list(jobs.values()), os.cpu_count() or 1))
    for kind, job in sorted(jobs.items()):
        made[kind] = folder / f"{kind}.pdf"
        made[kind].write_bytes(printed[job.name])
    return made


def _order(source: Path, target: Path) -> Order:
    return Order(source, target, ("pdf",), lambda _done, _total, _name: None)


def _gather(
    jobs: dict[str, PdfJob], asked: Sequence[PdfJob], *_how: object
) -> Iterator[tuple[str, bytes]]:
    """Keep the longest document of each kind for later, and print nothing."""
    for job in asked:
        kind = _WHOSE.sub("", Path(job.name).stem)
        if kind not in jobs or len(job.html) > len(jobs[kind].html):
            jobs[kind] = job
        yield job.name, b""
