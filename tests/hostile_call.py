"""Make a call of a scenario whose every name and text was written by somebody who means harm."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1")  # noqa: RUF001
HARM = (
    *FORMULAS,
    *(f"x{between}=1+1" for between in (";", ",", "\t", "\n", ';"', "\r\n")),
    "<script>alert(1)</script>",
    "</title></svg></style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover='alert(1)'",
    "{{ 7 * 191 }}{% raw %}{0}%s%(x)s",
    "&lt;b&gt;&amp;",
    "]]>--><?x?>",
    "http://example.org/x",
    "mailto:a@b.example?bcc=c@d.example",
    "a\u202egnp.exe",
    "a\u2066b\u2069c",
    "a\x1b[31mb\x1b]0;c\x07",
    "a\x9b2J\x08b",
    "a\u200bb\ufeffc\u2060",
    "a\ufffeb\uffff",
    "\U000e0041a",
    "a\r\nBcc: a@b.example\r\n\r\nx",
    "e\u0301" * 20,
    "&L&8&P&G",
    "_x0041_",
)
IDS = (*FORMULAS[:4], "<b>&", "../../x", "CON", "nul.", "x.", "x", "%s{0}", "a b", "a;b", "Æ,ø")
_FREE = frozenset(
    ("Prosjektnavn", "Søkerorganisasjon", "Navn", "Begrunnelse", "Kommentar", "Sammendrag")
)
_LINKED = ("Prosjektnummer", "Medlem", "Par")


def hostile(scenario: Path, at: Path) -> Path:
    """Copy a scenario of CSV tables, every text exchanged and every id renamed alike in all."""
    shutil.copytree(scenario, at)
    harm, ids = cycle(HARM), _Ids()
    for path in sorted(at.glob("*.csv")):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8")), delimiter=";"))
        _with_comments(path.stem, rows)
        for cells in rows[1:]:
            for column, (heading, cell) in enumerate(zip(rows[0], cells, strict=True)):
                if heading in _FREE:
                    cells[column] = f"{next(harm)} {column}"
                elif cell and (heading in _LINKED or heading in {"Stedfortreder", "Tilleggspar"}):
                    cells[column] = ids.of(heading, cell)
        text = io.StringIO()
        csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
        path.write_bytes(text.getvalue().encode())
    call = at / "call.toml"
    told = re.sub(r'(title|funder) = "', r'\1 = "=1+1</title><script>', call.read_text("utf-8"))
    call.write_text(told, encoding="utf-8")
    return at


class _Ids:
    """Rename ids, each kind in its own order; a member who stands in is a member."""

    def __init__(self) -> None:
        self._kinds = {"Stedfortreder": "Medlem", "Tilleggspar": "Par"}
        self._known: dict[tuple[str, str], str] = {}
        self._left: dict[str, Iterator[str]] = {}

    def of(self, heading: str, cell: str) -> str:
        """Return what an id is called here."""
        kind = self._kinds.get(heading, heading)
        left = self._left.setdefault(kind, iter((*IDS, *(f"{one} {kind[0]}" for one in IDS * 9))))
        if (kind, cell) not in self._known:
            self._known[kind, cell] = next(left)
        return self._known[kind, cell]


def _with_comments(table: str, rows: list[list[str]]) -> None:
    """Give a table the column of free text that it may have, and that the scenario lacks."""
    heading = {"karakterer": "Kommentar", "samlet": "Begrunnelse", "soknader": "Sammendrag"}
    if table in heading and heading[table] not in rows[0]:
        rows[0].append(heading[table])
        for cells in rows[1:]:
            cells.append("")
