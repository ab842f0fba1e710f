"""Lay out a list of any length: the selection list of an area that has so many applications."""

from __future__ import annotations

import shutil
from pathlib import Path

from reviewpkg.intake.loading import load_round_1
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.rendering.html import render_html
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.parts import in_parts
from reviewpkg.reports.selection_list import selection_list
from tools.bench.synthetic import make_call

SHARE = 3 / 2
"""Applications of a call for each in its first area."""


def selection_list_html(folder: Path, rows: int) -> tuple[int, dict[str, str]]:
    """Return how many rows a list of about so many has, and its HTML by name, a long one in parts.

    `folder` is for the call.
    """
    shutil.rmtree(folder, ignore_errors=True)
    make_call(folder, round(rows * SHARE))
    loaded = load_round_1(folder, failing)
    decided = round_1.run(loaded.review)
    shared = Furniture(loaded.review.call)
    page = selection_list(decided, decided.selections[0], shared)
    given = in_parts([Document("list", "selection_list.html", page)])
    return page.applications, {one.path: render_html(one.template, one.page) for one in given}
