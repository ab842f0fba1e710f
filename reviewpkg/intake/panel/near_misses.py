"""Warn of texts that nearly are what the call asks for: a slip there decides unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from reviewpkg.domain.panel import PanelCall
from reviewpkg.intake.cells import shown
from reviewpkg.intake.names import letters, plain
from reviewpkg.intake.panel.institutions import Institutions
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Problem, Severity

_ALIKE = 0.8
_SAME_LANGUAGE = 0.7  # English and engelsk, not norsk and engelsk
_MOST_COMPARED = 2000


def near_misses(
    table: Rows, partners: Rows, listed: Institutions, call: PanelCall
) -> Iterator[Problem]:
    """Warn where an application's text is not the one that counts but looks like it (K1, K4)."""
    bounds = call.screening
    for row in table.rows:
        yield from _near(table, row, "theme", [call.priority_theme], _ALIKE)
        yield from _near(table, row, "channel", [bounds.channel], _ALIKE)
        yield from _near(table, row, "language", [bounds.language], _SAME_LANGUAGE)
    names = sorted({one.name for one in listed.eligible})
    if len(names) <= _MOST_COMPARED:
        for of in (table, partners):
            for row in of.rows:
                yield from _near(of, row, "institution", names, _ALIKE)


def _near(
    table: Rows, row: Row, field: str, wanted: Iterable[str], enough: float
) -> Iterator[Problem]:
    text = row.text(field)
    if not text:
        return
    asked = [one for one in wanted if one]
    if any(_folded(one) == _folded(text) for one in asked):
        return
    likeness = {one: _likeness(one, text) for one in asked}
    near = max(asked, key=lambda one: likeness[one], default="")
    if near and likeness[near] >= enough:
        told = sentence(
            "{text} er ikke {near}, men ligner. Mente du {near}?",
            text=shown(text),
            near=shown(near),
        )
        yield Problem(table.at(row, field), told, Severity.WARNING)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, letters(one), letters(other), autojunk=False).ratio()


def _folded(text: str) -> str:
    return plain(text).casefold()
